import type { PaymentMethod } from '../../shared/domain/orders/money.ts';
import type { ValueCardEntryKind } from '../../shared/domain/valueCards/cards.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, StaffId, ValueCardEntryId, ValueCardId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The ledger of cards with money on them: rows are added, never changed (a trigger refuses it). What is left is their sum.

export interface NewValueCardEntry {
  readonly id: ValueCardEntryId;
  readonly cardId: ValueCardId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly kind: ValueCardEntryKind;
  readonly cents: Cents;
  readonly method: PaymentMethod | null;
  readonly paidCents: Cents | null;
  readonly reason: string | null;
  readonly visitId: VisitId | null;
  readonly linePosition: number | null;
  readonly reversesId: ValueCardEntryId | null;
  readonly concernsId: ValueCardEntryId | null;
  readonly staffId: StaffId | null;
}
export interface ValueCardEntryRow extends NewValueCardEntry {
  readonly staffName: string | null;
  readonly isReversed: 0 | 1;
}

const insert = hotQuery<NewValueCardEntry>(
  sqlite.insertInto('value_card_entries').values({
    id: parameter('id'),
    card_id: parameter('cardId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    cents: parameter('cents'),
    method: parameter('method'),
    paid_cents: parameter('paidCents'),
    reason: parameter('reason'),
    visit_id: parameter('visitId'),
    line_position: parameter('linePosition'),
    reverses_id: parameter('reversesId'),
    concerns_id: parameter('concernsId'),
    staff_id: parameter('staffId'),
  }),
);
export const appendValueCardEntry = (database: StoreDatabase, entry: NewValueCardEntry): void => {
  insert.run(database, entry);
};

const entries = sqlite
  .selectFrom('value_card_entries as entry')
  .leftJoin('staff', 'staff.id', 'entry.staff_id')
  .select([
    'entry.id',
    'entry.card_id as cardId',
    'entry.at',
    'entry.business_date as businessDate',
    'entry.kind',
    'entry.cents',
    'entry.method',
    'entry.paid_cents as paidCents',
    'entry.reason',
    'entry.visit_id as visitId',
    'entry.line_position as linePosition',
    'entry.reverses_id as reversesId',
    'entry.concerns_id as concernsId',
    'entry.staff_id as staffId',
    'staff.name as staffName',
  ])
  .select(({ selectFrom, exists }) =>
    exists(selectFrom('value_card_entries as later').select('later.id').whereRef('later.reverses_id', '=', 'entry.id'))
      .$castTo<0 | 1>()
      .as('isReversed'),
  )
  .orderBy('entry.at')
  .orderBy('entry.id');
const ofCard = hotQuery<{ cardId: ValueCardId }, ValueCardEntryRow>(
  entries.where('entry.card_id', '=', parameter<ValueCardId>('cardId')),
);
const ofVisit = hotQuery<{ visitId: VisitId }, ValueCardEntryRow>(
  entries.where('entry.visit_id', '=', parameter<VisitId>('visitId')),
);
const byId = hotQuery<{ id: ValueCardEntryId }, ValueCardEntryRow>(
  entries.where('entry.id', '=', parameter<ValueCardEntryId>('id')),
);
const concerning = hotQuery<{ id: ValueCardEntryId }, ValueCardEntryRow>(
  entries.where('entry.concerns_id', '=', parameter<ValueCardEntryId>('id')),
);
const ledger = hotQuery<{ cardId: ValueCardId }, { left: Cents | null; last_at: Instant | null }>(
  sqlite
    .selectFrom('value_card_entries')
    .where('card_id', '=', parameter<ValueCardId>('cardId'))
    .select(({ fn }) => [fn.sum<Cents | null>('cents').as('left'), fn.max<Instant | null>('at').as('last_at')]),
);

/** Every entry of a card in the order it was written. */
export const listValueCardEntries = (database: StoreDatabase, cardId: ValueCardId): ValueCardEntryRow[] =>
  ofCard.rows(database, { cardId });
export const findValueCardEntry = (database: StoreDatabase, id: ValueCardEntryId): ValueCardEntryRow | undefined =>
  byId.first(database, { id });
/** What a visit moved on cards and nothing has taken back, in the order it was written. */
export const listStandingCardEntries = (database: StoreDatabase, visitId: VisitId): ValueCardEntryRow[] =>
  ofVisit.rows(database, { visitId }).filter(({ kind, isReversed }) => kind !== 'reverse' && isReversed === 0);
/** What standing returns have given back of what was spent by an entry. */
export const backOfSpending = (database: StoreDatabase, id: ValueCardEntryId): Cents =>
  concerning
    .rows(database, { id })
    .reduce((sum, { cents: back, isReversed }) => (isReversed === 1 ? sum : cents(sum + back)), cents(0));
/** The sum of a card's ledger, and when it was last written to. */
export const findValueCardLedger = (
  database: StoreDatabase,
  cardId: ValueCardId,
): { readonly leftCents: Cents; readonly lastAt: Instant | null } => {
  const row = ledger.first(database, { cardId });
  return { leftCents: row?.left ?? cents(0), lastAt: row?.last_at ?? null };
};

export interface CardSoldRow {
  readonly id: ValueCardEntryId;
  readonly at: Instant;
  readonly kind: ValueCardEntryKind;
  readonly cents: Cents;
  readonly method: PaymentMethod;
  readonly cardName: string;
  readonly codeEnd: string | null;
  readonly customerId: CustomerId | null;
  readonly name: string | null;
  readonly staffName: string | null;
}
const soldOfDay = hotQuery<{ day: LocalDate }, CardSoldRow>(
  sqlite
    .selectFrom('value_card_entries as entry')
    .innerJoin('value_cards as card', 'card.id', 'entry.card_id')
    .leftJoin('customers', 'customers.id', 'card.customer_id')
    .leftJoin('staff', 'staff.id', 'entry.staff_id')
    .select(['entry.id', 'entry.at', 'entry.kind', 'entry.paid_cents as cents', 'entry.method', 'card.name as cardName'])
    .select(['card.code_end as codeEnd', 'customers.id as customerId', 'customers.name', 'staff.name as staffName'])
    .where('entry.business_date', '=', parameter<LocalDate>('day'))
    .where('entry.method', 'is not', null)
    .orderBy('entry.at')
    .orderBy('entry.id')
    .$castTo<CardSoldRow>(),
);
/** Money that came in on a business day for cards that were sold, and what took it back. */
export const listCardsSoldOfDay = (database: StoreDatabase, day: LocalDate): CardSoldRow[] => soldOfDay.rows(database, { day });

/** The SQL of the reads above, so that their plans can be asserted. */
export const valueCardEntryQueries = {
  cardEntriesOfCard: ofCard.sql,
  cardEntriesOfVisit: ofVisit.sql,
  cardEntryById: byId.sql,
  cardEntriesConcerning: concerning.sql,
  cardLedger: ledger.sql,
  cardsSoldOfDay: soldOfDay.sql,
};
