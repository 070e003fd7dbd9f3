import { sql } from 'kysely';
import { storedValueCardScopeSchema } from '../../shared/contract/valueCards.ts';
import type { CouponScope } from '../../shared/domain/coupons/terms.ts';
import type { ValueCardKind } from '../../shared/domain/valueCards/cards.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, ValueCardId, ValueCardTypeId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, parameter, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Cards with money on them (X59, X60), and whom a gift card is on record for.

export interface StoredValueCard {
  readonly id: ValueCardId;
  readonly kind: ValueCardKind;
  readonly code: string | null;
  readonly codeEnd: string | null;
  readonly name: string;
  readonly scope: CouponScope;
  readonly faceCents: Cents;
  readonly paidCents: Cents;
  readonly issuedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly leftCents: Cents;
  readonly isVoid: boolean;
  /** Whose a shopping card is, or who first paid with a gift card. */
  readonly customerId: CustomerId | null;
  readonly customerName: string | null;
}

const cards = sqlite
  .selectFrom('value_cards as card')
  .leftJoin('value_card_owners as owner', 'owner.card_id', 'card.id')
  .leftJoin('customers', (join) => join.on(sql<boolean>`customers.id = coalesce(card.customer_id, owner.customer_id)`))
  .select([
    'card.id',
    'card.kind',
    'card.code',
    'card.code_end as codeEnd',
    'card.name',
    'card.scope',
    'card.face_cents as faceCents',
    'card.paid_cents as paidCents',
    'card.issued_on as issuedOn',
    'card.valid_until as validUntil',
    'card.left_cents as leftCents',
    'card.voided_at as voidedAt',
    'customers.id as customerId',
    'customers.name as customerName',
  ]);
type CardRow = Awaited<ReturnType<typeof cards.executeTakeFirstOrThrow>>;
const cardOf = ({ scope, voidedAt, ...row }: CardRow): StoredValueCard => ({
  ...row,
  scope: storedValueCardScopeSchema.parse(JSON.parse(scope)),
  isVoid: voidedAt !== null,
});

const byId = hotQuery<{ id: ValueCardId }, CardRow>(cards.where('card.id', '=', parameter<ValueCardId>('id')));
const byCode = hotQuery<{ code: string }, CardRow>(cards.where('card.code', '=', parameter<string>('code')));
interface OfCustomer {
  customerId: CustomerId;
}
const own = hotQuery<OfCustomer, CardRow>(cards.where('card.customer_id', '=', parameter<CustomerId>('customerId')));
const onRecord = hotQuery<OfCustomer, CardRow>(cards.where('owner.customer_id', '=', parameter<CustomerId>('customerId')));

export const findValueCard = (database: StoreDatabase, id: ValueCardId): StoredValueCard | undefined => {
  const row = byId.first(database, { id });
  return row && cardOf(row);
};
export const findValueCardByCode = (database: StoreDatabase, code: string): StoredValueCard | undefined => {
  const row = byCode.first(database, { code });
  return row && cardOf(row);
};

/** A customer's shopping cards and the gift cards on record for them: what ends first stands first. */
export const listValueCardsOf = (database: StoreDatabase, customerId: CustomerId): StoredValueCard[] =>
  [...own.rows(database, { customerId }), ...onRecord.rows(database, { customerId })]
    .map(cardOf)
    .toSorted(
      (one, other) => (one.validUntil ?? '9999').localeCompare(other.validUntil ?? '9999') || one.id.localeCompare(other.id),
    );

export interface NewValueCard extends Omit<StoredValueCard, 'isVoid' | 'customerName' | 'leftCents'> {
  readonly typeId: ValueCardTypeId;
  readonly at: Instant;
}

/** A card without any money on it: its ledger puts it there. */
export const insertValueCard = (database: StoreDatabase, card: NewValueCard, leftCents: Cents): void => {
  execute(
    database,
    sqlite.insertInto('value_cards').values({
      id: card.id,
      type_id: card.typeId,
      kind: card.kind,
      code: card.code,
      code_end: card.codeEnd,
      customer_id: card.customerId,
      name: card.name,
      scope: JSON.stringify(card.scope),
      face_cents: card.faceCents,
      paid_cents: card.paidCents,
      at: card.at,
      issued_on: card.issuedOn,
      valid_until: card.validUntil,
      left_cents: leftCents,
    }),
  );
};

const keepLeft = hotQuery<{ id: ValueCardId; leftCents: Cents }>(
  sqlite
    .updateTable('value_cards')
    .set({ left_cents: parameter<Cents>('leftCents') })
    .where('id', '=', parameter<ValueCardId>('id')),
);
/** Keeps what the ledger says is left. */
export const putValueCardLeft = (database: StoreDatabase, id: ValueCardId, leftCents: Cents): void => {
  keepLeft.run(database, { id, leftCents });
};
/** Marks a card as ended; null takes that back. */
export const markValueCardVoid = (database: StoreDatabase, id: ValueCardId, voidedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('value_cards').set({ voided_at: voidedAt }).where('id', '=', id));
};

/** Puts a gift card on record for the first customer who pays with it; one that is on record stays so. */
export const ownValueCard = (database: StoreDatabase, cardId: ValueCardId, customerId: CustomerId, visitId: VisitId): void => {
  execute(
    database,
    sqlite
      .insertInto('value_card_owners')
      .values({ card_id: cardId, customer_id: customerId, visit_id: visitId })
      .onConflict((conflict) => conflict.doNothing()),
  );
};
const disown = hotQuery<{ visitId: VisitId }>(
  sqlite.deleteFrom('value_card_owners').where('visit_id', '=', parameter<VisitId>('visitId')),
);
/** Takes gift cards off the record that a visit put there. */
export const disownValueCards = (database: StoreDatabase, visitId: VisitId): void => {
  disown.run(database, { visitId });
};

export interface CardsWanted {
  readonly code: string | null;
  readonly codeEnd: string | null;
  readonly text: string;
  readonly onlyOpen: boolean;
  readonly today: LocalDate;
  readonly limit: number;
  readonly offset: number;
}

/** A page of the shop's cards, the latest first: by code, by the end of one, by name or by whose they are. */
export const findValueCards = (
  database: StoreDatabase,
  { code, codeEnd, text, onlyOpen, today, limit, offset }: CardsWanted,
): { readonly total: number; readonly rows: readonly StoredValueCard[] } => {
  let wanted = cards;
  if (onlyOpen)
    wanted = wanted
      .where('card.left_cents', '>', sql.lit(0).$castTo<Cents>())
      .where('card.voided_at', 'is', null)
      .where((of) => of.or([of('card.valid_until', 'is', null), of('card.valid_until', '>=', today)]));
  if (code !== null) wanted = wanted.where('card.code', '=', code);
  else if (text !== '')
    wanted = wanted.where((of) =>
      of.or([
        ...(codeEnd === null ? [] : [of('card.code_end', '=', codeEnd)]),
        sql<boolean>`instr(lower(card.name), lower(${text})) > 0`,
        // As it may be seen by everybody: no name is found by a number in it.
        sql<boolean>`instr(lower(masked_text(ifnull(customers.name, ''))), lower(${text})) > 0`,
      ]),
    );
  const total = firstRow(
    database,
    sqlite.selectFrom(wanted.as('found')).select((of) => of.fn.countAll<number>().as('total')),
  );
  const page = wanted.orderBy('card.issued_on', 'desc').orderBy('card.id', 'desc').limit(limit).offset(offset);
  return { total: total?.total ?? 0, rows: rows(database, page).map(cardOf) };
};

const owed = hotQuery<
  { today: LocalDate; until: LocalDate | '9999-12-31' },
  { kind: ValueCardKind; cards: number; cents: Cents }
>(
  sqlite
    .selectFrom('value_cards')
    .where('left_cents', '>', sql.lit(0).$castTo<Cents>())
    .where('voided_at', 'is', null)
    .where(sql<boolean>`ifnull(valid_until, '9999-12-31') >= @today`)
    .where(sql<boolean>`ifnull(valid_until, '9999-12-31') <= @until`)
    .groupBy('kind')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('cards'), fn.sum<Cents>('left_cents').as('cents')]),
);
/** What is left on cards that still pay, and end up to a day; null is all of them. */
export const sumOpenValueCards = (database: StoreDatabase, today: LocalDate, until: LocalDate | null) =>
  owed.rows(database, { today, until: until ?? '9999-12-31' });

/** The SQL of the reads above, so that their plans can be asserted. */
export const valueCardQueries = {
  valueCardById: byId.sql,
  valueCardByCode: byCode.sql,
  valueCardsOwn: own.sql,
  valueCardsOnRecord: onRecord.sql,
  valueCardsDisowned: disown.sql,
};
