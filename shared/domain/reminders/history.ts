import type { Instant, LocalDate } from '../../types/time.ts';
import { businessDate, instantAt } from '../../types/time.ts';
import type { PromisedCall, Reminder, ReminderRule } from './types.ts';

export type Outcome = 'done' | 'no_answer' | 'busy' | 'call_at' | 'wrong_number' | 'do_not_call';

/** What a call was about, and whether it settled it. */
export interface CalledReason {
  readonly rule: ReminderRule;
  readonly occurrence: string;
  readonly closes: boolean;
}

/** One recorded call that was not taken back. */
export interface PastCall {
  readonly id: string;
  readonly businessDate: LocalDate;
  readonly outcome: Outcome;
  readonly nextAttemptAt: Instant | null;
  readonly note: string | null;
  readonly reasons: readonly CalledReason[];
}

/** A reminder with what the calls so far made of it. */
export interface TriedReminder {
  readonly reminder: Reminder;
  /** Calls about this reason that reached nobody, since the last visit. */
  readonly attempts: number;
  /** The call that settled it. */
  readonly closedBy: string | null;
}

const isAttempt = ({ outcome }: PastCall): boolean => outcome === 'no_answer' || outcome === 'busy';

const isAbout = (call: PastCall, { rule, occurrence }: Reminder): boolean =>
  call.reasons.some((reason) => reason.rule === rule && reason.occurrence === occurrence);

/** The customer's latest "call me then". Calls oldest first. */
export const promiseOf = (calls: readonly PastCall[]): PromisedCall | null => {
  const call = calls.findLast(({ outcome }) => outcome === 'call_at');
  return call?.nextAttemptAt == null ? null : { callbackId: call.id, at: call.nextAttemptAt, note: call.note };
};

/**
 * What the calls made of a reminder: settled for good by the first call that closed this occurrence; tries are counted from the day
 * after the last visit, so that they start anew with each. Calls oldest first.
 */
export const triedSoFar = (reminder: Reminder, calls: readonly PastCall[], lastVisitOn: LocalDate | null): TriedReminder => {
  const about = calls.filter((call) => isAbout(call, reminder));
  const closing = about.find((call) =>
    call.reasons.some(({ rule, occurrence, closes }) => closes && rule === reminder.rule && occurrence === reminder.occurrence),
  );
  const since = about.filter((call) => isAttempt(call) && (lastVisitOn === null || call.businessDate > lastVisitOn));
  return { reminder, attempts: since.length, closedBy: closing?.id ?? null };
};

/** The first instant of a business day. */
export const startOfBusinessDay = (date: LocalDate, timeZone: string, dayTurnHour: number): Instant =>
  instantAt(date, dayTurnHour, timeZone);

/**
 * Until when a customer is left alone after the latest call: until the next attempt, or, when the customer named a time, until
 * that day begins (so that the call can be seen coming). Null when nothing hides them.
 */
export const hiddenUntil = (
  calls: readonly PastCall[],
  settings: { readonly timeZone: string; readonly dayTurnHour: number },
): Instant | null => {
  const latest = calls.at(-1);
  if (latest?.nextAttemptAt == null) return null;
  if (latest.outcome !== 'call_at') return latest.nextAttemptAt;
  const on = businessDate(latest.nextAttemptAt, settings.timeZone, settings.dayTurnHour);
  return startOfBusinessDay(on, settings.timeZone, settings.dayTurnHour);
};
