import { instant } from '../types/time.ts';
import type { Instant } from '../types/time.ts';
import type { CalledReason, Outcome } from './reminders/history.ts';
import type { ReminderRule } from './reminders/types.ts';

const HOUR = 3_600_000;
/** How long to wait before the next try (DOMAIN "Outcomes"). */
const waits: { readonly [O in Outcome]: number | null } = {
  no_answer: 4 * HOUR,
  busy: HOUR,
  call_at: null,
  done: null,
  wrong_number: null,
  do_not_call: null,
};

/** Whether the outcome settles every reason of the call. */
export const isFinal = (outcome: Outcome): boolean =>
  outcome === 'done' || outcome === 'wrong_number' || outcome === 'do_not_call';

/**
 * When to try again: the time the customer or the clerk named, else 4 hours after no answer and one hour after a busy line. Null
 * after a final outcome, or when a named time is wanted and missing.
 */
export const nextAttemptAfter = (outcome: Outcome, wanted: Instant | null, now: Instant): Instant | null => {
  if (isFinal(outcome)) return null;
  if (wanted !== null) return wanted;
  const wait = waits[outcome];
  return wait === null ? null : instant(now + wait);
};

/** An open reason with the tries it has had since the last visit. */
export interface OpenReason {
  readonly rule: ReminderRule;
  readonly occurrence: string;
  readonly attempts: number;
}

/**
 * What a call does to each open reason: a final outcome closes all; a try that reached nobody closes those that have now had the
 * most tries; "call me then" closes none.
 */
export const reasonsOfCall = (outcome: Outcome, open: readonly OpenReason[], maximumAttempts: number): CalledReason[] =>
  open.map(({ rule, occurrence, attempts }) => ({
    rule,
    occurrence,
    closes: isFinal(outcome) || (outcome !== 'call_at' && attempts + 1 >= maximumAttempts),
  }));

/** Hours of the day between which a person likes to be contacted; null leaves that end open. */
export interface ContactHours {
  readonly contactFromHour: number | null;
  readonly contactToHour: number | null;
}

/** Whether a person likes to be contacted in this hour (0 to 23): from the first hour on, before the last (R008). */
export const isGoodHour = ({ contactFromHour, contactToHour }: ContactHours, hour: number): boolean =>
  (contactFromHour === null || hour >= contactFromHour) && (contactToHour === null || hour < contactToHour);
