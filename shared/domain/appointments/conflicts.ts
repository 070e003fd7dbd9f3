import { overlap } from './slots.ts';
import type { Slot } from './slots.ts';
import { isOnRoster } from './rosters.ts';
import type { Roster } from './rosters.ts';

/** What stands in the way of a booking, the ones that cannot be passed over first. */
export const conflictKinds = ['time_skipped', 'resource_taken', 'staff_busy', 'customer_elsewhere', 'off_roster'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** Nobody can book these, whatever they acknowledge: a time that does not exist, and two bookings in one chair. */
export const refusedKinds: readonly ConflictKind[] = ['time_skipped', 'resource_taken'];
export const isRefused = (kind: ConflictKind): boolean => refusedKinds.includes(kind);

/** A slot with whom and what it takes up. */
export interface Claim extends Slot {
  readonly customerId: string | null;
  readonly staffId: string | null;
  readonly resourceId: string | null;
}

/** `other` is the booking in the way; null where it is none. */
export interface Conflict<Other> {
  readonly kind: ConflictKind;
  readonly other: Other | null;
}

const isSame = (one: string | null, other: string | null): boolean => one !== null && one === other;

/**
 * What stands in the way of a claim among bookings that take up their slot, itself left out. `roster` are the hours of the claim's person;
 * null where it names nobody.
 */
export const conflictsOf = <Other extends Claim>(
  claim: Claim,
  others: readonly Other[],
  roster: Roster | null,
  isSkipped: boolean,
): Conflict<Other>[] => {
  const meeting = others.filter((other) => overlap(claim, other));
  const among = (kind: ConflictKind, field: 'resourceId' | 'staffId' | 'customerId'): Conflict<Other>[] =>
    meeting.filter((other) => isSame(claim[field], other[field])).map((other) => ({ kind, other }));
  return [
    ...(isSkipped ? [{ kind: 'time_skipped' as const, other: null }] : []),
    ...among('resource_taken', 'resourceId'),
    ...among('staff_busy', 'staffId'),
    ...among('customer_elsewhere', 'customerId'),
    ...(roster !== null && !isOnRoster(claim, roster) ? [{ kind: 'off_roster' as const, other: null }] : []),
  ];
};
