import type { CustomerId, ImportId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Who is called a prospect although they have bought (R017): visits are written by the desk, by imports and by merges.

const purchase = hotQuery<{ customerId: CustomerId }, { id: string }>(
  sqlite
    .selectFrom('visits')
    .select('id')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('is_purchase', '=', 1)
    .where('undone_at', 'is', null)
    .limit(1),
);

/** Whether a purchase of theirs stands. */
export const hasPurchase = (database: StoreDatabase, customerId: CustomerId): boolean =>
  purchase.first(database, { customerId }) !== undefined;

const AMONG = '(SELECT value FROM json_each(@ids))';

/** Those of these people who are prospects, and of whom this import brought a purchase. */
export const listProspectsWithPurchases = (
  database: StoreDatabase,
  importId: ImportId,
  customerIds: readonly CustomerId[],
): CustomerId[] =>
  plainRows<{ id: CustomerId }>(
    database,
    // By the person, not by the import, which may have brought a million visits: hence the plus.
    `SELECT id FROM customers WHERE id IN ${AMONG} AND +status = 'prospect' AND EXISTS (SELECT 1 FROM visits
       WHERE visits.customer_id = customers.id AND +visits.import_id = @importId AND visits.is_purchase = 1)`,
    { importId, ids: JSON.stringify(customerIds) },
  ).map(({ id }) => id);

/** Those of these people whom this import made customers. */
export const listConversionsOfImport = (
  database: StoreDatabase,
  importId: ImportId,
  customerIds: readonly CustomerId[],
): CustomerId[] =>
  plainRows<{ id: CustomerId }>(
    database,
    `SELECT customer_id AS id FROM customer_changes WHERE customer_id IN ${AMONG} AND +import_id = @importId
       AND action = 'converted'`,
    { importId, ids: JSON.stringify(customerIds) },
  ).map(({ id }) => id);
