import type { CountCardEntryId, CountCardId } from '../../shared/types/ids.ts';
import { execute, hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Which entries of count cards changed hands together (X54): the one that gave, and the issue of the card that came of it.

export interface CardTransfer {
  readonly givenId: CountCardEntryId;
  readonly receivedId: CountCardEntryId;
}

export const insertCardTransfer = (database: StoreDatabase, { givenId, receivedId }: CardTransfer): void => {
  execute(database, sqlite.insertInto('count_card_transfers').values({ given_id: givenId, received_id: receivedId }));
};

const ofEntry = hotQuery<{ entryId: CountCardEntryId }, CardTransfer>(
  sqlite
    .selectFrom('count_card_transfers')
    .select(['given_id as givenId', 'received_id as receivedId'])
    .where(({ or, eb }) =>
      or([
        eb('given_id', '=', parameter<CountCardEntryId>('entryId')),
        eb('received_id', '=', parameter<CountCardEntryId>('entryId')),
      ]),
    ),
);

/** The transfer that an entry is one side of; undefined for any other entry, and where the other side was erased. */
export const findCardTransfer = (database: StoreDatabase, entryId: CountCardEntryId): CardTransfer | undefined =>
  ofEntry.first(database, { entryId });

/** To or from whom uses of this card went, by the entry; those of another kind are absent. */
export const othersOfCardTransfers = (database: StoreDatabase, cardId: CountCardId): ReadonlyMap<CountCardEntryId, string> =>
  new Map(
    plainRows<{ id: CountCardEntryId; name: string }>(
      database,
      `SELECT own.id, customers.name FROM count_card_entries AS own
       JOIN count_card_transfers AS transfer ON own.id IN (transfer.given_id, transfer.received_id)
       JOIN count_card_entries AS entry ON entry.id IN (transfer.given_id, transfer.received_id) AND entry.id <> own.id
       JOIN count_cards AS card ON card.id = entry.card_id
       JOIN customers ON customers.id = card.customer_id
       WHERE own.card_id = @cardId`,
      { cardId },
    ).map(({ id, name }) => [id, name]),
  );

/** The SQL of the read above, so that its plan can be asserted. */
export const cardTransferQueries = { ofEntry: ofEntry.sql };
