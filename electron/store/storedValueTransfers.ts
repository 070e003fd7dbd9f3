import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, StoredValueEntryId, StoredValueTransferId } from '../../shared/types/ids.ts';
import { execute, hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Which entries of stored value changed hands together (X54).

export const insertTransferEntries = (
  database: StoreDatabase,
  transferId: StoredValueTransferId,
  entryIds: readonly StoredValueEntryId[],
): void => {
  for (const entryId of entryIds)
    execute(database, sqlite.insertInto('stored_value_transfers').values({ entry_id: entryId, transfer_id: transferId }));
};

export interface TransferEntry {
  readonly id: StoredValueEntryId;
  readonly customerId: CustomerId;
  readonly principalCents: Cents;
  readonly giftCents: Cents;
}
const together = hotQuery<{ entryId: StoredValueEntryId }, TransferEntry>(
  sqlite
    .selectFrom('stored_value_transfers as one')
    .innerJoin('stored_value_transfers as all', 'all.transfer_id', 'one.transfer_id')
    .innerJoin('stored_value_entries as entry', 'entry.id', 'all.entry_id')
    .select(['entry.id', 'entry.customer_id as customerId'])
    .select(['entry.principal_cents as principalCents', 'entry.gift_cents as giftCents'])
    .where('one.entry_id', '=', parameter<StoredValueEntryId>('entryId'))
    .orderBy('entry.at')
    .orderBy('entry.id'),
);

/** Every entry of the transfer that this one is part of, both sides; none for an entry that is no part of one. */
export const listTransferOf = (database: StoreDatabase, entryId: StoredValueEntryId): TransferEntry[] =>
  together.rows(database, { entryId });

/** To or from whom these entries went, by the entry; those of another kind are absent. */
export const othersOfTransfers = (
  database: StoreDatabase,
  entryIds: readonly StoredValueEntryId[],
): ReadonlyMap<StoredValueEntryId, string> =>
  new Map(
    plainRows<{ id: StoredValueEntryId; name: string }>(
      database,
      `SELECT one.entry_id AS id, min(customers.name) AS name FROM stored_value_transfers AS one
       JOIN stored_value_entries AS own ON own.id = one.entry_id
       JOIN stored_value_transfers AS other ON other.transfer_id = one.transfer_id
       JOIN stored_value_entries AS entry ON entry.id = other.entry_id AND entry.customer_id <> own.customer_id
       JOIN customers ON customers.id = entry.customer_id
       WHERE one.entry_id IN (SELECT value FROM json_each(@ids)) GROUP BY one.entry_id`,
      { ids: JSON.stringify(entryIds) },
    ).map(({ id, name }) => [id, name]),
  );

/** The SQL of the read above, so that its plan can be asserted. */
export const storedTransferQueries = { together: together.sql };
