import type { Selectable } from 'kysely';
import type { CustomerId } from '../../shared/types/ids.ts';
import { execute, plainRows, plainRun, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

/** Writes down that somebody was erased: when, by whom, and the ids alone. */
export const insertErasure = (
  database: StoreDatabase,
  erasure: Selectable<Schema['erasures']>,
  customerIds: readonly CustomerId[],
): void => {
  execute(database, sqlite.insertInto('erasures').values(erasure));
  addErased(database, customerIds);
  plainRun(database, 'UPDATE erased_customers SET erasure_id = @id WHERE customer_id IN (SELECT value FROM json_each(@ids))', {
    id: erasure.id,
    ids: JSON.stringify(customerIds),
  });
};

/** Adds ids to those that were erased; known ones stay as they are. */
export const addErased = (database: StoreDatabase, customerIds: readonly string[]): void => {
  plainRun(
    database,
    'INSERT INTO erased_customers (customer_id) SELECT value FROM json_each(@ids) WHERE true ON CONFLICT DO NOTHING',
    { ids: JSON.stringify(customerIds) },
  );
};

/** Ids of everybody who was erased. */
export const listErased = (database: StoreDatabase): CustomerId[] =>
  plainRows<{ id: CustomerId }>(database, 'SELECT customer_id AS id FROM erased_customers ORDER BY 1').map(({ id }) => id);

export interface ErasureListRow extends Selectable<Schema['erasures']> {
  readonly staff_name: string | null;
  readonly customers: number;
}

/** Who was erased when, latest first; at most 200. */
export const listErasures = (database: StoreDatabase): ErasureListRow[] =>
  rows(
    database,
    sqlite
      .selectFrom('erasures')
      .leftJoin('staff', 'staff.id', 'erasures.staff_id')
      .selectAll('erasures')
      .select((of) => [
        'staff.name as staff_name',
        of
          .selectFrom('erased_customers')
          .select((erased) => erased.fn.countAll<number>().as('total'))
          .whereRef('erased_customers.erasure_id', '=', 'erasures.id')
          .$asScalar()
          .$notNull()
          .as('customers'),
      ])
      .orderBy('erasures.at', 'desc')
      .orderBy('erasures.id', 'desc')
      .limit(200)
      .$castTo<ErasureListRow>(),
  );

/** What people who were deleted for good had spent, all months together. */
export const readAnonymousSums = (database: StoreDatabase): { visits: number; spendCents: number } =>
  plainRows<{ visits: number; spendCents: number }>(
    database,
    'SELECT ifnull(sum(visit_count), 0) AS visits, ifnull(sum(spend_cents), 0) AS spendCents FROM anonymous_sums',
  )[0] ?? { visits: 0, spendCents: 0 };

type BackupRow = Pick<Selectable<Schema['backups']>, 'id' | 'file' | 'folder' | 'at' | 'parts'>;

/** Backups from before the last erasure, which still hold whoever was erased; and whether there is none from after it. */
export const listBackupsBefore = (database: StoreDatabase): { readonly isDue: boolean; readonly older: BackupRow[] } => {
  const last = plainRows<{ at: number | null }>(database, 'SELECT max(at) AS at FROM erasures')[0]?.at ?? null;
  if (last === null) return { isDue: false, older: [] };
  const older = plainRows<BackupRow>(
    database,
    `SELECT id, file, folder, at, parts FROM backups WHERE at < @last AND result <> 'failed' AND removed_at IS NULL ORDER BY at DESC`,
    {
      last,
    },
  );
  const isDue =
    plainRows(database, `SELECT 1 FROM backups WHERE at >= @last AND result <> 'failed' LIMIT 1`, { last }).length === 0;
  return { isDue, older };
};

/** Takes backups off the register that are no more. */
export const forgetBackups = (database: StoreDatabase, ids: readonly string[]): void => {
  plainRun(database, 'DELETE FROM backups WHERE id IN (SELECT value FROM json_each(@ids))', { ids: JSON.stringify(ids) });
};

/** The folder of the latest backup that counts: the usual place; null when there was none. */
export const findUsualFolder = (database: StoreDatabase): string | null =>
  plainRows<{ folder: string }>(
    database,
    `SELECT folder FROM backups WHERE result <> 'failed' ORDER BY at DESC, id DESC LIMIT 1`,
  )[0]?.folder ?? null;
