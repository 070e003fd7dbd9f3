import { storedScopeSchema } from '../../shared/contract/countCardTypes.ts';
import type { CardScope } from '../../shared/domain/loyalty/cardFit.ts';
import type { CardEntry, CardEntryKind, CardTerms } from '../../shared/domain/loyalty/countCards.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type {
  CountCardChangeId,
  CountCardEntryId,
  CountCardId,
  CountCardTypeId,
  CustomerId,
  StaffId,
  VisitId,
} from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { validityColumns, validityOf } from './countCardTypes.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The count cards of customers and their ledgers (R069): cards are issued, entries are added, nothing is ever changed.

export interface CountCard extends CardTerms {
  readonly id: CountCardId;
  readonly customerId: CustomerId;
  readonly cardTypeId: CountCardTypeId;
  readonly number: string;
  readonly name: string;
  readonly priceCents: Cents;
  readonly scope: CardScope;
  /** The visit at which it was bought; null when it was issued by hand. */
  readonly visitId: VisitId | null;
}

/** An entry with all that is told of it. */
export interface StoredCardEntry extends CardEntry {
  readonly cardId: CountCardId;
  readonly at: Instant;
  readonly kind: CardEntryKind;
  readonly reason: string | null;
  readonly visitId: VisitId | null;
  /** Which line of the visit. */
  readonly linePosition: number | null;
  readonly changeId: CountCardChangeId | null;
}

export const insertCard = (database: StoreDatabase, card: CountCard): void => {
  execute(
    database,
    sqlite.insertInto('count_cards').values({
      id: card.id,
      customer_id: card.customerId,
      type_id: card.cardTypeId,
      number: card.number,
      name: card.name,
      uses: card.uses,
      price_cents: card.priceCents,
      ...validityColumns(card.validity),
      scope: JSON.stringify(card.scope),
      gap_days: card.gapDays,
      freeze_days: card.freezeDays,
      issued_on: card.issuedOn,
      visit_id: card.visitId,
    }),
  );
};

const cards = sqlite
  .selectFrom('count_cards')
  .select(['id', 'customer_id', 'type_id', 'number', 'name', 'uses', 'price_cents', 'valid_count', 'valid_unit', 'valid_from'])
  .select(['scope', 'gap_days', 'freeze_days', 'issued_on', 'visit_id']);
type CardRow = Awaited<ReturnType<typeof cards.executeTakeFirstOrThrow>>;

const cardOf = (row: CardRow): CountCard => ({
  id: row.id,
  customerId: row.customer_id,
  cardTypeId: row.type_id,
  number: row.number,
  name: row.name,
  uses: row.uses,
  priceCents: row.price_cents,
  validity: validityOf(row),
  scope: storedScopeSchema.parse(JSON.parse(row.scope)),
  gapDays: row.gap_days,
  freezeDays: row.freeze_days,
  issuedOn: row.issued_on,
  visitId: row.visit_id,
});

const byId = hotQuery<{ id: CountCardId }, CardRow>(cards.where('id', '=', parameter<CountCardId>('id')));
const ofCustomer = hotQuery<{ customerId: CustomerId }, CardRow>(
  cards.where('customer_id', '=', parameter<CustomerId>('customerId')).orderBy('issued_on').orderBy('id'),
);
const ofType = hotQuery<{ cardTypeId: CountCardTypeId; after: string; limit: number }, CardRow>(
  cards
    .where('type_id', '=', parameter<CountCardTypeId>('cardTypeId'))
    .where('id', '>', parameter<CountCardId>('after'))
    .orderBy('id')
    .limit(parameter<number>('limit')),
);

export const findCard = (database: StoreDatabase, id: CountCardId): CountCard | undefined => {
  const row = byId.first(database, { id });
  return row && cardOf(row);
};

/** Every card a customer ever had, the oldest first. */
export const listCardsOf = (database: StoreDatabase, customerId: CustomerId): CountCard[] =>
  ofCustomer.rows(database, { customerId }).map(cardOf);

/** Cards of a kind, so many after that one. */
export const listCardsOfType = (
  database: StoreDatabase,
  cardTypeId: CountCardTypeId,
  after: string,
  limit: number,
): CountCard[] => ofType.rows(database, { cardTypeId, after, limit }).map(cardOf);

const insertEntry = hotQuery<Omit<StoredCardEntry, 'position'> & { staffId: StaffId | null }>(
  sqlite.insertInto('count_card_entries').values((of) => ({
    id: parameter('id'),
    card_id: parameter('cardId'),
    position: of
      .selectFrom('count_card_entries as before')
      .select(({ fn }) => fn.countAll<number>().as('position'))
      .where('before.card_id', '=', parameter<CountCardId>('cardId')),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    uses: parameter('uses'),
    days: parameter('days'),
    reason: parameter('reason'),
    visit_id: parameter('visitId'),
    line_position: parameter('linePosition'),
    reverses_id: parameter('reversesId'),
    concerns_id: parameter('concernsId'),
    change_id: parameter('changeId'),
    staff_id: parameter('staffId'),
  })),
);

/** Adds an entry behind the others of its card. */
export const appendEntry = (database: StoreDatabase, entry: StoredCardEntry & { readonly staffId: StaffId | null }): void => {
  insertEntry.run(database, entry);
};

const entries = sqlite
  .selectFrom('count_card_entries as entry')
  .select(['entry.id', 'entry.card_id as cardId', 'entry.at', 'entry.business_date as businessDate', 'entry.kind', 'entry.uses'])
  .select(['entry.days', 'entry.reason', 'entry.visit_id as visitId', 'entry.line_position as linePosition'])
  .select(['entry.reverses_id as reversesId', 'entry.concerns_id as concernsId', 'entry.change_id as changeId']);
const ofCard = hotQuery<{ cardId: CountCardId }, StoredCardEntry & { staffName: string | null }>(
  entries
    .leftJoin('staff', 'staff.id', 'entry.staff_id')
    .select('staff.name as staffName')
    .where('entry.card_id', '=', parameter<CountCardId>('cardId'))
    .orderBy('entry.position'),
);
const ofVisit = hotQuery<{ visitId: VisitId }, StoredCardEntry>(
  entries.where('entry.visit_id', '=', parameter<VisitId>('visitId')).orderBy('entry.at').orderBy('entry.id'),
);
const entryById = hotQuery<{ id: CountCardEntryId }, StoredCardEntry>(
  entries.where('entry.id', '=', parameter<CountCardEntryId>('id')),
);
const ofChange = hotQuery<{ changeId: CountCardChangeId }, StoredCardEntry>(
  entries.where('entry.change_id', '=', parameter<CountCardChangeId>('changeId')).orderBy('entry.card_id'),
);

/** A card's whole ledger in the order it was written, with who wrote it. */
export const listEntriesOfCard = (database: StoreDatabase, cardId: CountCardId) => ofCard.rows(database, { cardId });
/** What a visit wrote into the ledgers of cards, reversals too. */
export const listEntriesOfVisit = (database: StoreDatabase, visitId: VisitId) => ofVisit.rows(database, { visitId });
export const findCardEntry = (database: StoreDatabase, id: CountCardEntryId) => entryById.first(database, { id });
export const listEntriesOfChange = (database: StoreDatabase, changeId: CountCardChangeId) =>
  ofChange.rows(database, { changeId });

/** What is kept of a card that can still be used or begun. */
export interface OpenCard {
  readonly cardId: CountCardId;
  readonly issuedOn: LocalDate;
  readonly usesLeft: number | null;
  readonly worthCents: Cents;
  readonly fromDay: LocalDate;
  readonly lastDay: LocalDate;
}

const keep = hotQuery<OpenCard>(
  sqlite
    .insertInto('open_count_cards')
    .values({
      card_id: parameter('cardId'),
      issued_on: parameter('issuedOn'),
      uses_left: parameter('usesLeft'),
      worth_cents: parameter('worthCents'),
      from_day: parameter('fromDay'),
      last_day: parameter('lastDay'),
    })
    .onConflict((conflict) =>
      conflict.column('card_id').doUpdateSet((row) => ({
        uses_left: row.ref('excluded.uses_left'),
        worth_cents: row.ref('excluded.worth_cents'),
        from_day: row.ref('excluded.from_day'),
        last_day: row.ref('excluded.last_day'),
      })),
    ),
);
const forget = hotQuery<{ cardId: CountCardId }>(
  sqlite.deleteFrom('open_count_cards').where('card_id', '=', parameter<CountCardId>('cardId')),
);

/** Keeps what is left of a card that is open, and forgets one that is not. */
export const keepOpenCard = (database: StoreDatabase, cardId: CountCardId, open: Omit<OpenCard, 'cardId'> | null): void => {
  if (open === null) forget.run(database, { cardId });
  else keep.run(database, { ...open, cardId });
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const countCardQueries = {
  byId: byId.sql,
  ofCustomer: ofCustomer.sql,
  ofType: ofType.sql,
  ofCard: ofCard.sql,
  ofVisit: ofVisit.sql,
  ofChange: ofChange.sql,
};
