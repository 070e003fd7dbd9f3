import { storedTermsSchema } from '../../shared/contract/couponTerms.ts';
import type { CouponTypeWords } from '../../shared/domain/coupons/presets.ts';
import type { CouponTypeId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The shop's own types of coupon (R084); beside them those of shared/domain/coupons/presets.ts are on offer.

export interface StoredCouponType extends CouponTypeWords {
  readonly isArchived: boolean;
}

const types = sqlite.selectFrom('coupon_types').select(['id', 'name', 'occasion', 'terms', 'archived_at']);
type TypeRow = Awaited<ReturnType<typeof types.executeTakeFirstOrThrow>>;
const all = hotQuery<object, TypeRow>(types.orderBy('position').orderBy('id'));

/** Every type of the shop, archived ones too, in the order they were made. */
export const listCouponTypes = (database: StoreDatabase): StoredCouponType[] =>
  all.rows(database, {}).map(({ archived_at: archivedAt, terms, ...type }) => ({
    ...type,
    terms: storedTermsSchema.parse(JSON.parse(terms)),
    isArchived: archivedAt !== null,
  }));

/** One of the shop's own types, archived ones too. */
export const findCouponType = (database: StoreDatabase, id: CouponTypeId): StoredCouponType | undefined =>
  listCouponTypes(database).find((type) => type.id === id);

/** Adds the type behind the others, or writes over the one of that id. */
export const putCouponType = (database: StoreDatabase, { id, name, occasion, terms }: CouponTypeWords, at: Instant): void => {
  const changes = { name, occasion, terms: JSON.stringify(terms), changed_at: at };
  execute(
    database,
    sqlite
      .insertInto('coupon_types')
      .values({ id, position: listCouponTypes(database).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the type out of the choices; null brings it back. */
export const markCouponTypeArchived = (database: StoreDatabase, id: CouponTypeId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('coupon_types').set({ archived_at: archivedAt }).where('id', '=', id));
};

export const deleteCouponType = (database: StoreDatabase, id: CouponTypeId): void => {
  execute(database, sqlite.deleteFrom('coupon_types').where('id', '=', id));
};

const used = hotQuery<{ id: CouponTypeId }, { id: string }>(
  sqlite.selectFrom('coupons').select('id').where('type_id', '=', parameter<CouponTypeId>('id')).limit(1),
);

const isGift = hotQuery<{ id: CouponTypeId }, { id: string }>(
  sqlite.selectFrom('tiers').select('id').where('gift_coupon_type_id', '=', parameter<CouponTypeId>('id')).limit(1),
);

const isStampReward = hotQuery<{ id: CouponTypeId }, { id: string }>(
  sqlite.selectFrom('stamp_cards').select('id').where('coupon_type_id', '=', parameter<CouponTypeId>('id')).limit(1),
);

const isOfMembership = hotQuery<{ id: CouponTypeId }, { coupon_type_id: CouponTypeId | null }>(
  sqlite
    .selectFrom('membership_plans')
    .select('coupon_type_id')
    .where('coupon_type_id', '=', parameter<CouponTypeId>('id'))
    .unionAll(
      sqlite.selectFrom('membership_terms').select('coupon_type_id').where('coupon_type_id', '=', parameter<CouponTypeId>('id')),
    )
    .limit(1),
);

/** Whether a coupon of the type was ever issued, or a paid membership, a tier or a full card of stamps brings one. */
export const isCouponTypeUsed = (database: StoreDatabase, id: CouponTypeId): boolean =>
  [used, isGift, isStampReward, isOfMembership].some((query) => query.first(database, { id }) !== undefined);
