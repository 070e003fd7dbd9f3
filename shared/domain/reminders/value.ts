import { addDays, daysBetween } from '../../types/time.ts';
import type { Basis, LapsingValue, Reminder, ReminderFacts, ReminderRule } from './types.ts';
import { remind } from './remind.ts';

// Reasons from what the shop owes a customer, what they owe the shop, a booking that came to nothing, and what waits for them (X01, X07, X09, X11).

/** So long after a missed booking it is still worth asking whether they would like another. */
export const MISSED_WINDOW_DAYS = 14;

/** What somebody who is booked need not be called for: they come anyway (X01). The day the booking goes, it counts again. */
const answered: ReadonlySet<ReminderRule> = new Set(['overdue', 'dormant', 'silence', 'missed']);

/** Whether a booking answers a reason. */
export const isAnsweredByBooking = ({ bookedOn }: ReminderFacts, rule: ReminderRule): boolean =>
  bookedOn !== null && answered.has(rule);

/** Cancelled or not come, and neither seen nor booked since (X07). Whoever comes on the day itself has come. */
export const missed = (facts: ReminderFacts, basis: Basis): Reminder[] => {
  if (facts.missed === null) return [];
  const { missedOn, appointmentId } = facts.missed;
  const dueOn = addDays(missedOn, 1);
  const isOver = daysBetween(missedOn, basis.today) > MISSED_WINDOW_DAYS;
  if (dueOn > basis.today || isOver || (facts.lastVisitOn !== null && facts.lastVisitOn >= missedOn)) return [];
  return [remind({ rule: 'missed', params: facts.missed }, facts, basis, { occurrence: appointmentId, dueOn })];
};

const aheadDays = ({ kind }: LapsingValue, { settings }: Basis): number =>
  kind === 'membership' ? settings.membershipAheadDays : settings.lapsingAheadDays;

/** The last day makes the occurrence: longer validity is another one. So few points that a call costs more are left to the card. */
export const lapsing = (facts: ReminderFacts, basis: Basis): Reminder[] =>
  facts.lapsing.flatMap((value) => {
    const { kind, id, amount, lastDay } = value;
    const dueOn = addDays(lastDay, -aheadDays(value, basis));
    const isTooLittle = kind === 'points' && (amount ?? 0) < basis.settings.lapsingLeastPoints;
    if (isTooLittle || dueOn > basis.today || lastDay < basis.today) return [];
    return [remind({ rule: 'lapsing', params: value }, facts, basis, { occurrence: `${lastDay} ${id}`, dueOn })];
  });

/** What is owed from the day it is due on; the day that was due first makes the occurrence. */
export const debt = (facts: ReminderFacts, basis: Basis): Reminder[] =>
  facts.debt === null || facts.debt.dueOn > basis.today
    ? []
    : [remind({ rule: 'debt', params: facts.debt }, facts, basis, { occurrence: facts.debt.dueOn, dueOn: facts.debt.dueOn })];

/** So many days after they were told it is worth reminding them. */
export const TELL_AGAIN_DAYS = 7;

/** Ready from its day on; told, a week after that. Told again is another occurrence. */
export const waiting = (facts: ReminderFacts, basis: Basis): Reminder[] =>
  facts.waiting.flatMap((order) => {
    const { orderId, readyOn, toldOn } = order;
    const dueOn = toldOn === null ? readyOn : addDays(toldOn, TELL_AGAIN_DAYS);
    if (dueOn > basis.today) return [];
    return [remind({ rule: 'waiting', params: order }, facts, basis, { occurrence: `${toldOn ?? readyOn} ${orderId}`, dueOn })];
  });
