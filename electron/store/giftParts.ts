import { sql } from 'kysely';
import type { GiftPart } from '../../shared/domain/storedValue/giftParts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, GiftPartId, StoredValueEntryId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Parts of gifts that are still to come, were given, or were stopped (X58).

interface NewGiftPart extends GiftPart {
  readonly id: GiftPartId;
  readonly customerId: CustomerId;
  readonly topUpId: StoredValueEntryId;
  readonly reason: string;
}
export const insertGiftPart = (database: StoreDatabase, part: NewGiftPart): void => {
  execute(
    database,
    sqlite.insertInto('stored_gift_parts').values({
      id: part.id,
      customer_id: part.customerId,
      top_up_id: part.topUpId,
      due_on: part.dueOn,
      cents: part.cents,
      reason: part.reason,
      given_by: null,
      stopped_by: null,
    }),
  );
};

const waiting = sqlite.selectFrom('stored_gift_parts').where('given_by', 'is', null).where('stopped_by', 'is', null);
const parts = waiting.select(['id', 'customer_id as customerId', 'top_up_id as topUpId', 'due_on as dueOn', 'cents', 'reason']);
const due = hotQuery<{ until: LocalDate; limit: number }, NewGiftPart>(
  parts.where('due_on', '<=', parameter<LocalDate>('until')).orderBy('due_on').orderBy('id').limit(parameter<number>('limit')),
);
/** What is to be given by now, what was due first before all. */
export const listDueGiftParts = (database: StoreDatabase, until: LocalDate, limit: number): NewGiftPart[] =>
  due.rows(database, { until, limit });

const ofCustomer = hotQuery<{ customerId: CustomerId }, NewGiftPart>(
  parts.where('customer_id', '=', parameter<CustomerId>('customerId')).orderBy('due_on').orderBy('id'),
);
/** What a customer is still to be given, the next first. */
export const listWaitingGiftParts = (database: StoreDatabase, customerId: CustomerId): NewGiftPart[] =>
  ofCustomer.rows(database, { customerId });

const owed = hotQuery<object, { cents: Cents | null }>(waiting.select(({ fn }) => fn.sum<Cents | null>('cents').as('cents')));
/** What all customers are still to be given. */
export const sumWaitingGiftParts = (database: StoreDatabase): number => owed.first(database, {})?.cents ?? 0;

export const markGiftPartGiven = (database: StoreDatabase, id: GiftPartId, entryId: StoredValueEntryId): void => {
  execute(database, sqlite.updateTable('stored_gift_parts').set({ given_by: entryId }).where('id', '=', id));
};

const given = hotQuery<{ topUpId: StoredValueEntryId }, { entryId: StoredValueEntryId }>(
  sqlite
    .selectFrom('stored_gift_parts')
    .innerJoin('stored_value_entries as entry', 'entry.id', 'stored_gift_parts.given_by')
    .select('entry.id as entryId')
    .where('top_up_id', '=', parameter<StoredValueEntryId>('topUpId'))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('stored_value_entries as back').select('back.id').whereRef('back.reverses_id', '=', 'entry.id'))),
    )
    .orderBy('entry.at', 'desc')
    .orderBy('entry.id', 'desc'),
);
/** The entries that gave parts of this top-up's gift and stand, the latest first. */
export const listGivenOfTopUp = (database: StoreDatabase, topUpId: StoredValueEntryId): StoredValueEntryId[] =>
  given.rows(database, { topUpId }).map(({ entryId }) => entryId);

const stop = hotQuery<{ topUpId: StoredValueEntryId; by: StoredValueEntryId }>(
  sqlite
    .updateTable('stored_gift_parts')
    .set({ stopped_by: parameter<StoredValueEntryId>('by') })
    .where('top_up_id', '=', parameter<StoredValueEntryId>('topUpId'))
    .where('given_by', 'is', null)
    .where('stopped_by', 'is', null),
);
export const stopGiftPartsOf = (database: StoreDatabase, topUpId: StoredValueEntryId, by: StoredValueEntryId): void => {
  stop.run(database, { topUpId, by });
};

const stopAll = hotQuery<{ customerId: CustomerId; by: StoredValueEntryId }>(
  sqlite
    .updateTable('stored_gift_parts')
    .set({ stopped_by: parameter<StoredValueEntryId>('by') })
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('given_by', 'is', null)
    .where('stopped_by', 'is', null),
);
/** Nothing that this customer was still to be given comes any more. */
export const stopAllGiftParts = (database: StoreDatabase, customerId: CustomerId, by: StoredValueEntryId): void => {
  stopAll.run(database, { customerId, by });
};

const goOn = hotQuery<{ by: StoredValueEntryId }>(
  sqlite
    .updateTable('stored_gift_parts')
    .set({ stopped_by: null })
    .where('stopped_by', '=', parameter<StoredValueEntryId>('by'))
    .where(sql<boolean>`stopped_by IS NOT NULL`),
);
/** What an entry had stopped goes on: the entry is taken back. */
export const resumeGiftParts = (database: StoreDatabase, by: StoredValueEntryId): void => {
  goOn.run(database, { by });
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const giftPartQueries = { due: due.sql, waitingOf: ofCustomer.sql, given: given.sql };
export const giftPartsOwedSql = owed.sql;
