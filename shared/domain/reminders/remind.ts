import type { LocalDate } from '../../types/time.ts';
import type { Basis, KeptReason, Reminder, ReminderFacts } from './types.ts';
import { valueWeight, weightOf } from './weight.ts';

export interface Occasion {
  readonly occurrence: string;
  readonly dueOn: LocalDate;
  /** 1 and up: how much stronger than on the day it fell due. */
  readonly pressure?: number;
}

/** A reason of this customer with its place among the others. */
export const remind = (
  reason: KeptReason,
  facts: ReminderFacts,
  basis: Basis,
  { occurrence, dueOn, pressure }: Occasion,
): Reminder => ({
  ...reason,
  occurrence,
  dueOn,
  weight: weightOf(reason.rule, valueWeight(facts, basis.cutoffs), dueOn, basis.today, pressure),
});
