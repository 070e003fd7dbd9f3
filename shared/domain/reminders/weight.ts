import type { Cents } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import { daysSince } from '../segments/classes.ts';
import type { Cutoffs } from '../segments/cutoffs.ts';
import type { ReminderRule } from './types.ts';

/**
 * How urgent a reason is on the day it falls due. A birthday and a follow-up pass and cannot be caught up; what was missed is soon booked elsewhere; what runs out can still be renewed in time; a late customer may
 * still be kept; a dormant one is a long shot. A promise is kept first whatever it weighs.
 */
const urgencies: { readonly [Rule in ReminderRule]: number } = {
  promised: 10,
  birthday: 6,
  missed: 5.5,
  lapsing: 3.5,
  debt: 3.5,
  waiting: 5,
  expiring: 5,
  follow_up: 4,
  own: 4,
  overdue: 3,
  silence: 2.5,
  dormant: 2,
  data_check: 0.5,
};

/** What had to wait gains half its weight over two weeks. */
const WAITING_DAYS = 14;
const WAITING_GAIN = 0.5;
/** Each further reason of the same person adds a tenth of its weight. */
const FURTHER_REASONS = 0.1;

/** Four decimals: the same figure however it was summed. */
const rounded = (weight: number): number => Math.round(weight * 10_000) / 10_000;

/** From 0 towards 1 with a half at `half`: rises for ever, so that two great spenders never weigh the same. */
const saturating = (value: number, half: number): number => (value <= 0 ? 0 : value / (value + half));

/**
 * 1 for someone who spent nothing, up to 6: the year's spend against the high threshold counts most (3), then what they spent ever
 * against three times that (1), then being a VIP (1).
 */
export const valueWeight = (
  customer: { readonly yearSpendCents: Cents; readonly spendCents: Cents; readonly isVip: boolean },
  cutoffs: Cutoffs,
): number => {
  const high = Math.max(1, cutoffs.valueHighCents);
  const year = 3 * saturating(customer.yearSpendCents, high);
  const ever = saturating(customer.spendCents, 3 * high);
  return 1 + year + ever + (customer.isVip ? 1 : 0);
};

/** Value x urgency, gaining with the days it waited since it fell due; `pressure` (1 and up) is the rule's own measure. */
export const weightOf = (rule: ReminderRule, value: number, dueOn: LocalDate, today: LocalDate, pressure = 1): number => {
  const waited = Math.min(WAITING_DAYS, daysSince(dueOn, today)) / WAITING_DAYS;
  return rounded(value * urgencies[rule] * pressure * (1 + WAITING_GAIN * waited));
};

/** What a person weighs on the list: the strongest reason, and a little for each other. */
export const scoreOf = (weights: readonly number[]): number => {
  const strongest = Math.max(0, ...weights);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return rounded(strongest + FURTHER_REASONS * (sum - strongest));
};
