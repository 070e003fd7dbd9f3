import type { LocalDate } from '../../types/time.ts';
import type { Reminder, ReminderFacts, ReminderRule, Snooze } from './types.ts';

/** Which reasons can be left unsaid: all but the time the customer named themselves, and the shop's own rules, which are many. */
export const canBeSnoozed = (rule: ReminderRule): rule is Exclude<ReminderRule, 'promised' | 'own'> =>
  rule !== 'promised' && rule !== 'own';

const holds = ({ until, untilOn }: Snooze, today: LocalDate, isOwing: boolean): boolean =>
  until === 'for_good' || (until === 'day' ? untilOn !== null && today < untilOn : isOwing);

/** Leaves out what is not to be brought up of this person today; the others stay (X05). */
export const withoutSnoozed = (facts: ReminderFacts, today: LocalDate, reminders: readonly Reminder[]): readonly Reminder[] => {
  const silent = new Set(facts.snoozes.filter((snooze) => holds(snooze, today, facts.isOwing)).map(({ rule }) => rule));
  return reminders.filter(({ rule }) => !canBeSnoozed(rule) || !silent.has(rule));
};
