import type { ProductId } from '../../../types/ids.ts';
import { addDays, addMonths, dateParts, daysInMonth, localDateOf } from '../../../types/time.ts';
import type { LocalDate } from '../../../types/time.ts';
import { dayOf, lunarCelebration } from '../../birthdays.ts';
import type { BirthdayOptions } from '../../birthdays.ts';
import { itemsText } from '../items.ts';
import { festivalOn } from './festivals.ts';
import { MOST_RUN_OUT_DAYS } from './types.ts';
import type { BoughtItem, OwnReasonFacts, OwnRule, OwnRuleFacts } from './types.ts';

/** One thing that a rule counts its steps from. */
export interface Base {
  /** Keeps one occurrence apart from another: it does not move when the rule's figures are changed. */
  readonly key: string;
  readonly on: LocalDate;
  /** The last day on which it makes sense to speak of it; null is as long as the rule stands by a step. */
  readonly lastOn: LocalDate | null;
  readonly figures: Pick<OwnReasonFacts, 'since' | 'about' | 'months' | 'festival'>;
}

const nothing: Base['figures'] = { since: null, about: '', months: null, festival: null };

const productSets = new WeakMap<OwnRule, ReadonlySet<ProductId>>();
const isAsked = (rule: OwnRule, { productId }: BoughtItem): boolean => {
  if (rule.products === null) return true;
  const known = productSets.get(rule) ?? new Set(rule.products);
  productSets.set(rule, known);
  return productId !== null && known.has(productId);
};

/** What of a rule was bought on the latest day on which any of it was kept; nothing when all of it came back. */
export const latestPurchase = (
  rule: OwnRule,
  facts: OwnRuleFacts,
  today: LocalDate,
): { readonly on: LocalDate; readonly items: readonly BoughtItem[] } | null => {
  const asked = facts.bought.filter((item) => item.on <= today && item.quantity > 0 && isAsked(rule, item));
  const on = asked.at(-1)?.on;
  return on === undefined ? null : { on, items: asked.filter((item) => item.on === on) };
};

/** A day that is begun counts. */
const runOutDays = (items: readonly BoughtItem[], daysPerUnit: number): number => {
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0) / 1000;
  return Math.min(MOST_RUN_OUT_DAYS, Math.ceil(pieces * daysPerUnit));
};

const bought = (rule: OwnRule, facts: OwnRuleFacts, today: LocalDate): Base[] => {
  const found = latestPurchase(rule, facts, today);
  if (found === null) return [];
  const days = rule.base.kind === 'replenish' ? runOutDays(found.items, rule.base.daysPerUnit) : 0;
  const about = itemsText(found.items.map(({ name }) => name));
  return [{ key: found.on, on: addDays(found.on, days), lastOn: null, figures: { ...nothing, since: found.on, about } }];
};

/** The days of this calendar year and those beside it: lunar ones of a year's end fall in the next, and a step may lie weeks away. */
const yearsAround = (today: LocalDate): readonly number[] => {
  const { year } = dateParts(today);
  return [year - 1, year, year + 1];
};

const calendarDay = (on: LocalDate, figures: Base['figures']): Base => ({ key: on, on, lastOn: on, figures });

const solarDay = (year: number, month: number, day: number): LocalDate =>
  localDateOf(year, month, Math.min(day, daysInMonth(year, month)));

const stage = (rule: OwnRule, facts: OwnRuleFacts, today: LocalDate, options: BirthdayOptions): Base[] => {
  if (rule.base.kind !== 'age_stage') return [];
  const { bearer, months } = rule.base;
  return facts.births.flatMap((birth): Base[] => {
    if (birth.bearer !== bearer) return [];
    const bornOn = dayOf({ ...birth.date, day: birth.date.day ?? 1 }, options);
    // Who is not born yet, or was written down so by mistake, has no age.
    if (bornOn === null || bornOn > today) return [];
    const figures = { ...nothing, since: bornOn, about: birth.name, months };
    return [{ key: `${bornOn} ${birth.id}`, on: addMonths(bornOn, months), lastOn: null, figures }];
  });
};

/** Everything a rule counts from for one customer, as far as it is known on a day. */
export const basesOf = (rule: OwnRule, facts: OwnRuleFacts, today: LocalDate, options: BirthdayOptions): Base[] => {
  const { base } = rule;
  switch (base.kind) {
    case 'after_purchase':
    case 'replenish':
      return bought(rule, facts, today);
    case 'festival':
      return yearsAround(today).map((year) =>
        calendarDay(festivalOn(base.festival, year), { ...nothing, festival: base.festival }),
      );
    case 'yearly_day':
      return yearsAround(today).map((year) => {
        const on =
          base.calendar === 'solar'
            ? solarDay(year, base.month, base.day)
            : lunarCelebration(year, base.month, base.day, false, options.lunarLeapBirthday);
        return calendarDay(on, nothing);
      });
    case 'age_stage':
      return stage(rule, facts, today, options);
    case 'first_visit': {
      const { firstVisitOn } = facts;
      if (firstVisitOn === null || firstVisitOn > today) return [];
      const figures = { ...nothing, since: firstVisitOn, months: base.months };
      return [{ key: firstVisitOn, on: addMonths(firstVisitOn, base.months), lastOn: null, figures }];
    }
  }
};
