import type { TFunction } from 'i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { OwnRuleDefinition } from '../../../shared/contract/reminderRules.ts';
import type { Festival } from '../../../shared/domain/reminders/own/festivalNames.ts';
import type { RulePreset } from '../../../shared/domain/reminders/own/presets.ts';
import { MOST_LEAD_DAYS, MOST_STEPS, MOST_STEP_DAYS } from '../../../shared/domain/reminders/own/types.ts';
import type { OwnRuleBase, OwnRuleKind, StageBearer } from '../../../shared/domain/reminders/own/types.ts';
import type { ValueClass } from '../../../shared/domain/segments/names.ts';
import { scopeErrors, scopeOf, scopeValuesOf, type ScopeValues } from '../products/scopeValues.ts';

/** The fields of the form of a reminder rule. Days are typed as a list, those before the day apart from those after it. */
export interface RuleValues extends ScopeValues {
  name: string;
  kind: OwnRuleKind;
  daysPerUnit: number;
  festival: Festival;
  calendar: 'solar' | 'lunar';
  month: number;
  day: number;
  bearer: StageBearer;
  months: number;
  before: string;
  after: string;
  giveUpDays: number;
  values: ValueClass[];
  isVipOnly: boolean;
  group: string;
  say: string;
}

/** Which of the two lists of days a kind has. */
export const hasBefore = (kind: OwnRuleKind): boolean => kind !== 'after_purchase';
export const hasAfter = (kind: OwnRuleKind): boolean => kind !== 'festival' && kind !== 'yearly_day';
export const isOfPurchase = (kind: OwnRuleKind): kind is 'after_purchase' | 'replenish' =>
  kind === 'after_purchase' || kind === 'replenish';

/** Whole days as typed, 3 30 90; null where they cannot be read or lie too far. */
export const parseDays = (text: string, most: number): number[] | null => {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,、;]+/)
    .filter((part) => part !== '');
  const days = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : most + 1));
  return days.every((day) => day <= most) ? days : null;
};

/** The steps that the two lists say, ascending and each once; null where they cannot be read. */
export const stepsOf = ({ kind, before, after }: Pick<RuleValues, 'kind' | 'before' | 'after'>): number[] | null => {
  const ahead = hasBefore(kind) ? parseDays(before, MOST_LEAD_DAYS) : [];
  const later = hasAfter(kind) ? parseDays(after, MOST_STEP_DAYS) : [];
  if (ahead === null || later === null) return null;
  return [...new Set([...ahead.map((days) => 0 - days), ...later])].toSorted((one, other) => one - other);
};

const daysText = (days: readonly number[]): string => days.join(' ');
/** A day of the calendar has the day itself among those ahead of it: 0. */
const listsOf = (kind: OwnRuleKind, steps: readonly number[]) => {
  const isAhead = (step: number): boolean => step < 0 || (step === 0 && !hasAfter(kind));
  return {
    before: daysText(steps.filter(isAhead).map((step) => Math.abs(step))),
    after: daysText(steps.filter((step) => !isAhead(step))),
  };
};

const start = {
  name: '',
  kind: 'after_purchase',
  ...scopeValuesOf(null),
  daysPerUnit: 30,
  festival: 'spring_festival',
  calendar: 'solar',
  month: 1,
  day: 1,
  bearer: 'family',
  months: 12,
  before: '',
  after: '30',
  giveUpDays: 14,
  values: [],
  isVipOnly: false,
  group: '',
  say: '',
} as const satisfies { readonly [Field in keyof RuleValues]: unknown };

type Told = Pick<OwnRuleDefinition, 'name' | 'base' | 'steps' | 'giveUpDays' | 'values' | 'isVipOnly' | 'group' | 'say'>;

const baseValues = (base: OwnRuleBase): Partial<RuleValues> => {
  switch (base.kind) {
    case 'after_purchase':
      return scopeValuesOf(base);
    case 'replenish':
      return { ...scopeValuesOf(base), daysPerUnit: base.daysPerUnit };
    case 'festival':
      return { festival: base.festival };
    case 'yearly_day':
      return { calendar: base.calendar, month: base.month, day: base.day };
    case 'age_stage':
      return { bearer: base.bearer, months: base.months };
    case 'first_visit':
      return { months: base.months };
  }
};

export const valuesOf = (rule: Told | null): RuleValues => ({
  ...start,
  values: [...(rule?.values ?? [])],
  ...(rule !== null && {
    name: rule.name,
    kind: rule.base.kind,
    ...baseValues(rule.base),
    ...listsOf(rule.base.kind, rule.steps),
    giveUpDays: rule.giveUpDays,
    isVipOnly: rule.isVipOnly,
    group: rule.group,
    say: rule.say,
  }),
});

/** A rule that shops of a trade usually have, as a start; a category is the shop's to confirm. */
export const presetValues = (preset: RulePreset, language: 'zh-CN' | 'en'): RuleValues => ({
  ...valuesOf({
    ...preset,
    steps: [...preset.steps],
    values: [...preset.values],
    name: preset.name[language],
    say: preset.say[language],
    isVipOnly: false,
    group: '',
  }),
  ...(preset.category !== null && { about: 'category', category: preset.category[language] }),
});

const baseOf = (values: RuleValues): CallInput<'reminderRules.save'>['base'] => {
  const { kind } = values;
  switch (kind) {
    case 'after_purchase':
      return { kind, ...scopeOf(values) };
    case 'replenish':
      return { kind, ...scopeOf(values), daysPerUnit: values.daysPerUnit };
    case 'festival':
      return { kind, festival: values.festival };
    case 'yearly_day':
      return { kind, calendar: values.calendar, month: values.month, day: values.day };
    case 'age_stage':
      return { kind, bearer: values.bearer, months: values.months };
    case 'first_visit':
      return { kind, months: values.months };
  }
};

/** The form as the operations want it, without the name. */
export const termsOf = (values: RuleValues): Omit<CallInput<'reminderRules.save'>, 'ruleId' | 'name' | 'isOn'> => ({
  base: baseOf(values),
  steps: stepsOf(values) ?? [],
  giveUpDays: values.giveUpDays,
  values: values.values,
  isVipOnly: values.isVipOnly,
  group: isOfPurchase(values.kind) ? values.group : '',
  say: values.say,
});

/** What is wrong with each field; null is right. */
export const ruleErrors = (t: TFunction) => {
  const { category, productId } = scopeErrors(t);
  return {
    name: (name: string) => (name.trim() === '' ? t('errors.issue.required') : null),
    category: (text: string, values: RuleValues) => (isOfPurchase(values.kind) ? category(text, values) : null),
    productId: (id: string | null, values: RuleValues) => (isOfPurchase(values.kind) ? productId(id, values) : null),
    about: (about: RuleValues['about'], { kind }: RuleValues) =>
      kind === 'replenish' && about === 'everything' ? t('reminderRules.fault.nothing') : null,
    before: (text: string, { kind }: RuleValues) =>
      hasBefore(kind) && parseDays(text, MOST_LEAD_DAYS) === null
        ? t('reminderRules.fault.days', { most: MOST_LEAD_DAYS })
        : null,
    after: (text: string, values: RuleValues) => {
      if (hasAfter(values.kind) && parseDays(text, MOST_STEP_DAYS) === null)
        return t('reminderRules.fault.days', { most: MOST_STEP_DAYS });
      const count = stepsOf(values)?.length ?? 1;
      return count >= 1 && count <= MOST_STEPS ? null : t('reminderRules.fault.steps', { most: MOST_STEPS });
    },
  };
};
