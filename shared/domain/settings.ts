/** The settings that must keep an order among themselves. */
export interface OrderedSettings {
  readonly activeMonths: number;
  readonly semiActiveMonths: number;
  readonly dormantMonths: number;
  readonly giveUpMonths: number;
  readonly valueHighCents: number | null;
  readonly valueMiddleCents: number | null;
  readonly diaryFromHour: number;
  readonly diaryToHour: number;
}

/** A setting that stands in the way of another, and the sentence's code. */
export interface SettingsProblem {
  readonly field: keyof OrderedSettings;
  readonly message: 'active_before_semi_active' | 'dormant_before_give_up' | 'middle_below_high' | 'diary_ends_before_it_begins';
}

/**
 * What in the settings contradicts itself: active ends before semi-active does (R022), dormant comes before given up (R029), the
 * middle value class begins no higher than the high one (R021). `changed` are the fields just set: of two the changed one is named.
 */
export const settingsProblems = (settings: OrderedSettings, changed: readonly string[]): SettingsProblem[] => {
  const named = (field: keyof OrderedSettings, other: keyof OrderedSettings): keyof OrderedSettings =>
    changed.includes(other) && !changed.includes(field) ? other : field;
  const problems: SettingsProblem[] = [];
  if (settings.activeMonths >= settings.semiActiveMonths)
    problems.push({ field: named('semiActiveMonths', 'activeMonths'), message: 'active_before_semi_active' });
  if (settings.dormantMonths >= settings.giveUpMonths)
    problems.push({ field: named('giveUpMonths', 'dormantMonths'), message: 'dormant_before_give_up' });
  if (settings.diaryFromHour >= settings.diaryToHour)
    problems.push({ field: named('diaryToHour', 'diaryFromHour'), message: 'diary_ends_before_it_begins' });
  const { valueHighCents: high, valueMiddleCents: middle } = settings;
  if (high !== null && middle !== null && middle > high)
    problems.push({ field: named('valueMiddleCents', 'valueHighCents'), message: 'middle_below_high' });
  return problems;
};
