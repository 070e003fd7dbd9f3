import { MAX_POINTS, cents, points, sumCents } from '../../types/amounts.ts';
import type { Cents, Points } from '../../types/amounts.ts';
import type { EarningRuleId, ProductId } from '../../types/ids.ts';
import { dateParts, weekdayOf } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { partInProportion } from '../visits/pricing.ts';

// What earns more points than usual, less, or none (DOMAIN "Points", X64): a product, a category, a day of the week or of the month, a campaign,
// the days around a birthday.

/** The usual rate, in percent. */
export const USUAL_PERCENT = 100;
/** Twenty times the usual: more is a slip of the finger. */
export const MOST_PERCENT = 2000;
/** A birthday is a window of days, not a season. */
export const MOST_BIRTHDAY_DAYS = 31;

/** What a rule is about: one product, a category, or whatever is bought; and on which days. */
export interface EarningConditions {
  readonly productId: ProductId | null;
  readonly category: string | null;
  /** 1 is Monday, 7 Sunday; empty is every day. */
  readonly weekdays: readonly number[];
  /** Days of the month, as a member day 会员日 has them; empty is every day. */
  readonly monthDays: readonly number[];
  /** First and last day; null is open. */
  readonly fromOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
  /** So many days before and after the customer's birthday; null has nothing to do with it. */
  readonly birthdayDays: number | null;
}

export interface EarningRule extends EarningConditions {
  readonly id: EarningRuleId;
  readonly name: string;
  /** Of the usual points: 200 is double, 0 earns none. */
  readonly percent: number;
}

/** A line of a visit as it earns. */
export interface EarningLine {
  readonly amountCents: Cents;
  readonly productId: ProductId | null;
  readonly category: string | null;
}

/** When and for whom something is earned. */
export interface EarningDay {
  readonly on: LocalDate;
  /** Days to the nearest birthday, before or after; null where none counts. */
  readonly birthdayAway: number | null;
}

/** At what rate: points for 100 units of money, and what the customer's tier makes of them, in percent. */
export interface EarningRate {
  readonly pointsPerHundred: number;
  readonly tierPercent: number;
}

export interface EarnedPoints {
  readonly points: Points;
  /** What each line earned, and by which rule; together they are the points. */
  readonly lines: readonly { readonly points: Points; readonly rule: EarningRule | null }[];
}

const isOn = (rule: EarningRule, { on, birthdayAway }: EarningDay): boolean =>
  (rule.fromOn === null || rule.fromOn <= on) &&
  (rule.untilOn === null || on <= rule.untilOn) &&
  (rule.weekdays.length === 0 || rule.weekdays.includes(weekdayOf(on))) &&
  (rule.monthDays.length === 0 || rule.monthDays.includes(dateParts(on).day)) &&
  (rule.birthdayDays === null || (birthdayAway !== null && birthdayAway <= rule.birthdayDays));

/** How close a rule comes to a line: 2 names its product, 1 its category, 0 is for everything; -1 is not about it. */
const closeness = (rule: EarningRule, line: Omit<EarningLine, 'amountCents'>): number => {
  if (rule.productId !== null) return rule.productId === line.productId ? 2 : -1;
  if (rule.category !== null) return rule.category === line.category ? 1 : -1;
  return 0;
};

/** The rule that counts for a line on a day: the closest one; of those equally close the one that gives most. Null is the usual rate. */
export const ruleFor = (
  rules: readonly EarningRule[],
  line: Omit<EarningLine, 'amountCents'>,
  day: EarningDay,
): EarningRule | null => {
  let best: EarningRule | null = null;
  let closest = -1;
  for (const rule of rules) {
    const close = closeness(rule, line);
    if (close < closest || close < 0 || !isOn(rule, day)) continue;
    if (best === null || close > closest || rule.percent > best.percent) best = rule;
    closest = close;
  }
  return best;
};

// Cents times points for 10,000 of them, times two rates in percent.
const WHOLE = 10_000n * BigInt(USUAL_PERCENT) * BigInt(USUAL_PERCENT);

/**
 * Points that the lines of a visit earn. `notEarning` of what they come to earns none (what was paid with points), and falls on the lines in
 * proportion. Fractions of the whole are dropped in the shop's favour; nothing is earned on zero or less; never more than one ledger entry holds.
 */
export const earnPoints = (
  lines: readonly EarningLine[],
  notEarning: Cents,
  day: EarningDay,
  { pointsPerHundred, tierPercent }: EarningRate,
  rules: readonly EarningRule[],
): EarnedPoints => {
  const amounts = lines.map(({ amountCents }) => cents(Math.max(0, amountCents)));
  const unearned = partInProportion(cents(Math.min(notEarning, sumCents(amounts))), amounts);
  let sum = 0n;
  let given = 0n;
  const earned = lines.map((line, index) => {
    const rule = ruleFor(rules, line, day);
    const counted = BigInt((amounts[index] ?? 0) - (unearned[index] ?? 0));
    sum += counted * BigInt(pointsPerHundred) * BigInt(tierPercent) * BigInt(rule?.percent ?? USUAL_PERCENT);
    const whole = sum / WHOLE;
    const upTo = whole > BigInt(MAX_POINTS) ? BigInt(MAX_POINTS) : whole;
    const part = upTo - given;
    given = upTo;
    return { points: points(Number(part)), rule };
  });
  return { points: points(Number(given)), lines: earned };
};

const isSameSet = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value));

/** Whether two rules are about the same things on the same days: then one of them would be for nothing, or contradict the other. */
export const isSameMatter = (one: EarningConditions, other: EarningConditions): boolean =>
  one.productId === other.productId &&
  one.category === other.category &&
  one.fromOn === other.fromOn &&
  one.untilOn === other.untilOn &&
  one.birthdayDays === other.birthdayDays &&
  isSameSet(one.weekdays, other.weekdays) &&
  isSameSet(one.monthDays, other.monthDays);
