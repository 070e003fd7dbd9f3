import type { CustomerId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { plainRows, plainRun } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Inactive customers (X37): a mark on the customer's own row, with the day and the reason.

/** Since when, and why; null for an active customer. */
export type Inactive = { readonly on: LocalDate; readonly reason: string | null } | null;

/** What the columns of a row say. */
export const inactiveOf = (row: { readonly inactive_on: LocalDate | null; readonly inactive_reason: string | null }): Inactive =>
  row.inactive_on === null ? null : { on: row.inactive_on, reason: row.inactive_reason };

interface InactiveRow {
  readonly id: CustomerId;
  readonly inactive_on: LocalDate | null;
  readonly inactive_reason: string | null;
  readonly removed_at: Instant | null;
}

/** The SQL of the read below, so that its plan can be asserted. */
export const inactiveQuery = `SELECT customers.id, inactive_on, inactive_reason, removed_at
  FROM json_each(@ids) AS given CROSS JOIN customers ON customers.id = given.value`;

/** How it stands with these customers, removed or not. */
export const listInactiveRows = (database: StoreDatabase, ids: readonly CustomerId[]): InactiveRow[] =>
  plainRows(database, inactiveQuery, { ids: JSON.stringify(ids) });

/** Writes it and counts the revision up. */
export const writeInactive = (database: StoreDatabase, id: CustomerId, inactive: Inactive, at: Instant): void => {
  plainRun(
    database,
    `UPDATE customers SET is_inactive = @isInactive, inactive_on = @on, inactive_reason = @reason, changed_at = @at,
       revision = revision + 1 WHERE id = @id`,
    { id, at, isInactive: inactive === null ? 0 : 1, on: inactive?.on ?? null, reason: inactive?.reason ?? null },
  );
};

/** People who are out of the list: in the bin, merged away, or inactive. Two small indexes, however large the shop. */
export const notListedSql = `SELECT id FROM customers WHERE removed_at IS NOT NULL
  UNION ALL SELECT id FROM customers WHERE is_inactive = 1`;
