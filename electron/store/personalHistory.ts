import type { Points } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';

export interface StatementEntry {
  readonly business_date: LocalDate;
  readonly kind: string;
  readonly points: Points;
  readonly reason: string | null;
}

/** A person's points with the entries that made them, latest first. */
export const listEntriesOf = (
  database: StoreDatabase,
  customerId: CustomerId,
  limit: number,
): { readonly total: number; readonly balance: number; readonly rows: readonly StatementEntry[] } => {
  const [sum] = plainRows<{ total: number; balance: number }>(
    database,
    'SELECT count(*) AS total, ifnull(sum(points), 0) AS balance FROM points_entries WHERE customer_id = @customerId',
    { customerId },
  );
  return {
    total: sum?.total ?? 0,
    balance: sum?.balance ?? 0,
    rows: plainRows<StatementEntry>(
      database,
      `SELECT business_date, kind, points, reason FROM points_entries WHERE customer_id = @customerId
       ORDER BY at DESC, id DESC LIMIT @limit`,
      { customerId, limit },
    ),
  };
};

export interface PersonalFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
}

/** Photos and files of these customers, those in the bin too. */
export const listFilesOf = (database: StoreDatabase, customerIds: readonly string[]): PersonalFile[] =>
  plainRows<PersonalFile>(
    database,
    `SELECT id, name, sha256 FROM attachments WHERE customer_id IN (SELECT value FROM json_each(@ids)) ORDER BY taken_on, id`,
    { ids: JSON.stringify(customerIds) },
  );

/** A content by its digest; undefined when it is gone. */
export const readContent = (database: StoreDatabase, sha256: string): Uint8Array | undefined =>
  plainRows<{ content: Uint8Array }>(database, 'SELECT content FROM attachment_blobs WHERE sha256 = @sha256', { sha256 })[0]
    ?.content;

/** How often these customers came, and what they spent. */
export const sumsOfVisits = (database: StoreDatabase, customerIds: readonly string[]): { visits: number; spendCents: number } =>
  plainRows<{ visits: number; spendCents: number }>(
    database,
    `SELECT count(*) AS visits, ifnull(sum(total_cents), 0) AS spendCents FROM visits
     WHERE undone_at IS NULL AND customer_id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(customerIds) },
  )[0] ?? { visits: 0, spendCents: 0 };
