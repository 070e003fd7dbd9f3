import { points } from '../../types/amounts.ts';
import type { Points } from '../../types/amounts.ts';
import { addDays } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

// Points that wait until what was bought can no longer come back (X62).

export const pendingKinds = ['earn', 'return', 'release', 'end', 'reverse'] as const;
/** `release` made them spendable; `end` went with the visit that earned them. */
export type PendingKind = (typeof pendingKinds)[number];

/** More days are no return window. */
export const MOST_PENDING_DAYS = 365;

/** The first day on which points of a visit are spendable; null where they are at once. */
export const readyOn = (on: LocalDate, days: number, today: LocalDate): LocalDate | null => {
  const day = addDays(on, days);
  return days === 0 || day <= today ? null : day;
};

/** What is left of points earned together. */
export interface PendingLot<Id> {
  readonly id: Id;
  readonly remaining: Points;
}

/** So many points taken from what is pending, lot by lot, and what is to be taken from the balance because nothing pending is left. */
export const takeFromPending = <Id>(
  lots: readonly PendingLot<Id>[],
  wanted: Points,
): { readonly parts: readonly { readonly id: Id; readonly points: Points }[]; readonly rest: Points } => {
  let open: number = wanted;
  const parts = lots.flatMap(({ id, remaining }) => {
    const part = Math.min(open, remaining);
    open -= part;
    return part > 0 ? [{ id, points: points(part) }] : [];
  });
  return { parts, rest: points(open) };
};
