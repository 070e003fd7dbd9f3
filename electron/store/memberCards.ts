import { sql } from 'kysely';
import type { Insertable } from 'kysely';
import type { MemberCardEvent } from '../../shared/domain/wallet/memberCards.ts';
import type { CardBatchTerms } from '../../shared/domain/wallet/memberCards.ts';
import type { CustomerId, MemberCardBatchId, MemberCardEventId, StaffId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

// What was reported and done to cards by their number (X52), and the batches they were printed in.

const events = sqlite
  .selectFrom('member_card_events as event')
  .leftJoin('staff', 'staff.id', 'event.staff_id')
  .select(['event.id', 'event.customer_id', 'event.at', 'event.business_date', 'event.kind', 'event.card_no', 'event.former_no'])
  .select(['event.reason', 'event.reverses_id', 'event.staff_id', 'staff.name as staff_name'])
  .orderBy('event.at')
  .orderBy('event.id');
type EventRow = Awaited<ReturnType<typeof events.executeTakeFirstOrThrow>>;

const ofCustomer = hotQuery<{ customerId: CustomerId }, EventRow>(
  events.where('event.customer_id', '=', parameter<CustomerId>('customerId')),
);
const ofNumber = hotQuery<{ cardNo: string }, EventRow>(
  events.where(
    sql<boolean>`(event.card_no = ${parameter<string>('cardNo')} OR event.former_no = ${parameter<string>('cardNo')})`,
  ),
);
const byId = hotQuery<{ id: MemberCardEventId }, EventRow>(events.where('event.id', '=', parameter<MemberCardEventId>('id')));

export interface StoredCardEvent extends MemberCardEvent {
  readonly id: MemberCardEventId;
  readonly customerId: CustomerId;
  readonly at: Instant;
  readonly reason: string | null;
  readonly staffId: StaffId | null;
  readonly staffName: string | null;
}
const eventOf = (row: EventRow): StoredCardEvent => ({
  id: row.id,
  customerId: row.customer_id,
  at: row.at,
  businessDate: row.business_date,
  kind: row.kind,
  cardNo: row.card_no,
  formerNo: row.former_no,
  reason: row.reason,
  reversesId: row.reverses_id,
  staffId: row.staff_id,
  staffName: row.staff_name,
});

/** Everything that was done to a customer's cards, in the order it was written. */
export const listCardEvents = (database: StoreDatabase, customerId: CustomerId): StoredCardEvent[] =>
  ofCustomer.rows(database, { customerId }).map(eventOf);

/** Everything that names a number, whoever's it was. */
export const listEventsOfNumber = (database: StoreDatabase, cardNo: string): StoredCardEvent[] =>
  ofNumber.rows(database, { cardNo }).map(eventOf);

export const findCardEvent = (database: StoreDatabase, id: MemberCardEventId): StoredCardEvent | undefined => {
  const row = byId.first(database, { id });
  return row && eventOf(row);
};

export const insertCardEvent = (database: StoreDatabase, event: Insertable<Schema['member_card_events']>): void => {
  execute(database, sqlite.insertInto('member_card_events').values(event));
};

export interface CardBatch extends CardBatchTerms {
  readonly id: MemberCardBatchId;
  readonly name: string;
}

/** In the order they were made. */
export const listCardBatches = (database: StoreDatabase): CardBatch[] =>
  plainRows<CardBatch & { readonly checked: 0 | 1 }>(
    database,
    'SELECT id, name, prefix, first, last, has_check_digit AS checked FROM member_card_batches ORDER BY position, id',
  ).map(({ checked, ...batch }) => ({ ...batch, hasCheckDigit: checked === 1 }));

/** Adds the batch behind the others, or writes over the one of that id. */
export const putCardBatch = (
  database: StoreDatabase,
  { id, name, prefix, first, last, hasCheckDigit }: CardBatch,
  at: Instant,
): void => {
  const changes = { name, prefix, first, last, has_check_digit: hasCheckDigit ? (1 as const) : (0 as const), changed_at: at };
  execute(
    database,
    sqlite
      .insertInto('member_card_batches')
      .values({ id, position: listCardBatches(database).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

export const deleteCardBatch = (database: StoreDatabase, id: MemberCardBatchId): void => {
  execute(database, sqlite.deleteFrom('member_card_batches').where('id', '=', id));
};

/** Of these numbers, those that nobody has and nobody had, in their order; what was given by mistake and taken back is among them. */
export const unusedNumbers = (database: StoreDatabase, numbers: readonly string[]): string[] =>
  plainRows<{ value: string }>(
    database,
    `SELECT value FROM json_each(@numbers)
     WHERE NOT EXISTS (SELECT 1 FROM customers WHERE customers.card_no = value)
       AND NOT EXISTS (SELECT 1 FROM member_card_events AS event WHERE event.card_no = value AND event.kind <> 'reverse'
         AND NOT EXISTS (SELECT 1 FROM member_card_events AS back WHERE back.reverses_id = event.id))
     ORDER BY key`,
    { numbers: JSON.stringify(numbers) },
  ).map(({ value }) => value);

/** The SQL of the reads above, so that their plans can be asserted. */
export const memberCardQueries = { ofCustomer: ofCustomer.sql, ofNumber: ofNumber.sql, byId: byId.sql };
