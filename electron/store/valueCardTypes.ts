import { sql } from 'kysely';
import { storedFacesSchema, storedValueCardScopeSchema } from '../../shared/contract/valueCards.ts';
import type { CouponScope } from '../../shared/domain/coupons/terms.ts';
import type { ValueCardKind } from '../../shared/domain/valueCards/cards.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { ValueCardTypeId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The kinds of cards with money on them that a shop sells (X59, X60): few, read whole.

export interface ValueCardType {
  readonly id: ValueCardTypeId;
  readonly name: string;
  readonly kind: ValueCardKind;
  readonly scope: CouponScope;
  readonly faces: readonly Cents[];
  readonly validDays: number | null;
}
export interface StoredValueCardType extends ValueCardType {
  readonly isArchived: boolean;
}

const types = sqlite
  .selectFrom('value_card_types')
  .select(['id', 'name', 'kind', 'scope', 'faces', 'valid_days as validDays', 'archived_at as archivedAt'])
  .orderBy('position')
  .orderBy('id');
type TypeRow = Awaited<ReturnType<typeof types.executeTakeFirstOrThrow>>;
const everyType = hotQuery<object, TypeRow>(types);
const used = hotQuery<{ id: ValueCardTypeId }, { id: string }>(
  sqlite
    .selectFrom('value_cards')
    .select('id')
    .where('type_id', '=', parameter<ValueCardTypeId>('id'))
    .limit(sql<number>`1`),
);

/** Every kind of the shop, those put away too, in the order they were made. */
export const listValueCardTypes = (database: StoreDatabase): StoredValueCardType[] =>
  everyType.rows(database, {}).map(({ archivedAt, scope, faces, ...type }) => ({
    ...type,
    scope: storedValueCardScopeSchema.parse(JSON.parse(scope)),
    faces: storedFacesSchema.parse(JSON.parse(faces)),
    isArchived: archivedAt !== null,
  }));

/** Whether a card of it was ever sold. */
export const isValueCardTypeUsed = (database: StoreDatabase, id: ValueCardTypeId): boolean =>
  used.first(database, { id }) !== undefined;

/** Adds the kind behind the others, or writes over the one of that id. */
export const putValueCardType = (database: StoreDatabase, { id, ...type }: ValueCardType, at: Instant): void => {
  const changes = {
    name: type.name,
    kind: type.kind,
    scope: JSON.stringify(type.scope),
    faces: JSON.stringify(type.faces),
    valid_days: type.validDays,
    changed_at: at,
  };
  execute(
    database,
    sqlite
      .insertInto('value_card_types')
      .values({ id, position: listValueCardTypes(database).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the kind out of use; null brings it back. */
export const markValueCardTypeArchived = (database: StoreDatabase, id: ValueCardTypeId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('value_card_types').set({ archived_at: archivedAt }).where('id', '=', id));
};

export const deleteValueCardType = (database: StoreDatabase, id: ValueCardTypeId): void => {
  execute(database, sqlite.deleteFrom('value_card_types').where('id', '=', id));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const valueCardTypeQueries = { valueCardTypeUsed: used.sql };
