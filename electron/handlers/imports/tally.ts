import type { RejectionCode, SkipReason } from '../../../shared/domain/imports/fields.ts';
import { UNIT_QUANTITY, cents } from '../../../shared/types/amounts.ts';
import type { ImportCounts, RejectedRow } from './types.ts';

/** So many refused rows come with the answer; all of them are kept with the import. */
export const MOST_SHOWN_ROWS = 200;

/** What an import adds up to while it is read. */
export interface Tally {
  rows: number;
  visits: number;
  /** Thousandths of a unit. */
  quantity: number;
  amountCents: number;
  added: number;
  updated: number;
  skipped: number;
  rejected: number;
  readonly customers: Set<string>;
  readonly shown: RejectedRow[];
  /** Rows refused or passed over, by why. */
  readonly reasons: Map<ReasonCode, number>;
  readonly sharedPhones: { inShop: number; inFile: number };
  /** Numbers, cards and phones of referrers, and names of staff, whom nobody knows. */
  readonly unknownReferrers: Set<string>;
  readonly unknownStaff: Set<string>;
}

export type ReasonCode = RejectionCode | SkipReason;

/** Counts a row that was passed over. */
export const skip = (tally: Tally, reason: SkipReason): void => {
  tally.skipped += 1;
  countReason(tally, reason);
};

export const countReason = (tally: Tally, reason: ReasonCode): void => {
  tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1);
};

export const newTally = (): Tally => ({
  rows: 0,
  visits: 0,
  quantity: 0,
  amountCents: 0,
  added: 0,
  updated: 0,
  skipped: 0,
  rejected: 0,
  customers: new Set(),
  shown: [],
  reasons: new Map(),
  sharedPhones: { inShop: 0, inFile: 0 },
  unknownReferrers: new Set(),
  unknownStaff: new Set(),
});

/** Every row is added, updated, skipped or rejected. `items` counts whole units. */
export const countsOf = (tally: Tally): ImportCounts => ({
  rows: tally.rows,
  customers: tally.customers.size,
  visits: tally.visits,
  items: tally.quantity / UNIT_QUANTITY,
  amountCents: cents(tally.amountCents),
  added: tally.added,
  updated: tally.updated,
  skipped: tally.skipped,
  rejected: tally.rejected,
});
