import { storedScopeSchema } from '../../shared/contract/countCardTypes.ts';
import type { CardTypeWords } from '../../shared/domain/loyalty/cardTypes.ts';
import type { CardValidity } from '../../shared/domain/loyalty/countCards.ts';
import type { CountCardTypeId, ProductId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The kinds of count card a shop sells (R069); beside them those of shared/domain/loyalty/cardTypes.ts are on offer.

export interface StoredCardType extends CardTypeWords {
  readonly isArchived: boolean;
}

/** The columns of how long a card holds. */
export interface ValidityColumns {
  valid_count: number | null;
  valid_unit: CardValidity['unit'] | null;
  valid_from: CardValidity['from'] | null;
}
export const validityOf = ({ valid_count: count, valid_unit: unit, valid_from: from }: ValidityColumns): CardValidity | null =>
  count === null || unit === null || from === null ? null : { count, unit, from };
export const validityColumns = (validity: CardValidity | null): ValidityColumns => ({
  valid_count: validity?.count ?? null,
  valid_unit: validity?.unit ?? null,
  valid_from: validity?.from ?? null,
});

const types = sqlite
  .selectFrom('count_card_types')
  .select(['id', 'name', 'uses', 'price_cents', 'valid_count', 'valid_unit', 'valid_from', 'scope', 'product_id', 'gap_days'])
  .select(['freeze_days', 'archived_at']);
type TypeRow = Awaited<ReturnType<typeof types.executeTakeFirstOrThrow>>;
const all = hotQuery<object, TypeRow>(types.orderBy('position').orderBy('id'));
const used = hotQuery<{ id: CountCardTypeId }, { id: string }>(
  sqlite.selectFrom('count_cards').select('id').where('type_id', '=', parameter<CountCardTypeId>('id')).limit(1),
);

/** Every kind of card of the shop, archived ones too, in the order they were made. A shop has tens. */
export const listCardTypes = (database: StoreDatabase): StoredCardType[] =>
  all.rows(database, {}).map((row) => ({
    id: row.id,
    name: row.name,
    uses: row.uses,
    priceCents: row.price_cents,
    validity: validityOf(row),
    scope: storedScopeSchema.parse(JSON.parse(row.scope)),
    productId: row.product_id,
    gapDays: row.gap_days,
    freezeDays: row.freeze_days,
    isArchived: row.archived_at !== null,
  }));

const selling = hotQuery<object, { id: CountCardTypeId; product_id: ProductId; name: string; uses: number | null }>(
  sqlite
    .selectFrom('count_card_types')
    .select(['id', 'product_id', 'name', 'uses'])
    .where('product_id', 'is not', null)
    .where('archived_at', 'is', null)
    .$narrowType<{ product_id: ProductId }>(),
);

/** Which product sells which kind of card. */
export const listSoldCards = (database: StoreDatabase) => selling.rows(database, {});

export const hasCardsOfType = (database: StoreDatabase, id: CountCardTypeId): boolean =>
  used.first(database, { id }) !== undefined;

/** Adds the kind behind the others, or writes over the one of that id. */
export const putCardType = (database: StoreDatabase, type: CardTypeWords, at: Instant): void => {
  const changes = {
    name: type.name,
    uses: type.uses,
    price_cents: type.priceCents,
    ...validityColumns(type.validity),
    scope: JSON.stringify(type.scope),
    product_id: type.productId,
    gap_days: type.gapDays,
    freeze_days: type.freezeDays,
    changed_at: at,
  };
  const position = listCardTypes(database).length;
  execute(
    database,
    sqlite
      .insertInto('count_card_types')
      .values({ id: type.id, position, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the kind out of the choices; null brings it back. */
export const markCardTypeArchived = (database: StoreDatabase, id: CountCardTypeId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('count_card_types').set({ archived_at: archivedAt }).where('id', '=', id));
};

/** Deletes a kind of which there is no card. */
export const deleteCardType = (database: StoreDatabase, id: CountCardTypeId): void => {
  execute(database, sqlite.deleteFrom('count_card_types').where('id', '=', id));
};
