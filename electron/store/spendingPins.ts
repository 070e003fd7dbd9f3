import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { CustomerId, SpendingPinId, StaffId, VisitId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';
import { hashSecret, isSecret } from './secretHash.ts';

// PINs with which customers spend what they have stored (X53), and how each spending was proven. No hash leaves this file.

interface SpendingPin {
  readonly hasPin: boolean;
  readonly changedAt: Instant;
  readonly changedBy: StaffId | null;
  readonly isTakenBack: boolean;
}

const readPin = (database: StoreDatabase, customerId: CustomerId) =>
  firstRow(database, sqlite.selectFrom('spending_pins').selectAll().where('customer_id', '=', customerId));

/** Undefined where there never was one. */
export const findSpendingPin = (database: StoreDatabase, customerId: CustomerId): SpendingPin | undefined => {
  const row = readPin(database, customerId);
  return (
    row && {
      hasPin: row.pin_hash !== null,
      changedAt: row.changed_at,
      changedBy: row.changed_by,
      isTakenBack: row.is_taken_back === 1,
    }
  );
};

/** Whether this is the customer's PIN. Without a PIN nothing is. */
export const isSpendingPin = (database: StoreDatabase, customerId: CustomerId, pin: string): boolean => {
  const kept = readPin(database, customerId)?.pin_hash ?? null;
  return kept !== null && isSecret(pin, kept);
};

/** Keeps a PIN, or with null none, and the one before it. Returns when: later than the last change, whatever the clock says. */
export const keepSpendingPin = (
  database: StoreDatabase,
  change: {
    readonly id: SpendingPinId;
    readonly customerId: CustomerId;
    readonly pin: string | null;
    readonly at: Instant;
    readonly staffId: StaffId | null;
  },
): Instant => {
  const before = readPin(database, change.customerId);
  const changedAt = instant(Math.max(change.at, (before?.changed_at ?? 0) + 1));
  const row = {
    pin_hash: change.pin === null ? null : hashSecret(change.pin),
    before_hash: before?.pin_hash ?? null,
    changed_at: changedAt,
    changed_by: change.staffId,
    is_taken_back: 0,
  } as const;
  execute(
    database,
    sqlite
      .insertInto('spending_pins')
      .values({ id: change.id, customer_id: change.customerId, ...row })
      .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(row)),
  );
  return changedAt;
};

/** Puts the PIN of before in the place of the one there is. */
export const putSpendingPinBack = (database: StoreDatabase, customerId: CustomerId): void => {
  const before = readPin(database, customerId)?.before_hash ?? null;
  const row = { pin_hash: before, before_hash: null, is_taken_back: 1 } as const;
  execute(database, sqlite.updateTable('spending_pins').set(row).where('customer_id', '=', customerId));
};

export type NewVisitProof = Selectable<Schema['visit_proofs']>;

/** Keeps with a visit how it was proven that its value may be spent. */
export const insertVisitProof = (database: StoreDatabase, proof: NewVisitProof): void => {
  execute(database, sqlite.insertInto('visit_proofs').values(proof));
};

export const findVisitProof = (database: StoreDatabase, visitId: VisitId) =>
  firstRow(
    database,
    sqlite
      .selectFrom('visit_proofs')
      .leftJoin('staff', 'staff.id', 'visit_proofs.staff_id')
      .select(['way', 'value_cents', 'strokes', 'reason', 'staff.name as staff_name'])
      .where('visit_id', '=', visitId),
  );

/** Keeps how it was proven that value may be spent away from a visit. */
export const insertSpendingProof = (database: StoreDatabase, proof: Selectable<Schema['spending_proofs']>): void => {
  execute(database, sqlite.insertInto('spending_proofs').values(proof));
};

const away = hotQuery<
  { customerId: CustomerId },
  Omit<Selectable<Schema['spending_proofs']>, 'id' | 'customer_id' | 'staff_id'> & { staff_name: string | null }
>(
  sqlite
    .selectFrom('spending_proofs')
    .leftJoin('staff', 'staff.id', 'spending_proofs.staff_id')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .select(['at', 'business_date', 'spending', 'way', 'value_cents', 'strokes', 'reason', 'staff.name as staff_name'])
    .orderBy('at', 'desc')
    .orderBy('spending_proofs.id', 'desc')
    .limit(sql<number>`50`),
);

/** A customer's proofs away from visits, the fifty latest. */
export const listSpendingProofs = (database: StoreDatabase, customerId: CustomerId) => away.rows(database, { customerId });

/** The SQL of the read above, so that its plan can be asserted. */
export const spendingProofQueries = { proofsAway: away.sql };
