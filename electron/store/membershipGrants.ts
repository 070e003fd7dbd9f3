import type { Insertable } from 'kysely';
import type { CouponEntryId, CouponId, MembershipTermId, PointsEntryId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

// What the cycles of paid memberships gave (X57): a row a cycle, so that none gives twice.

export const insertMembershipGrant = (database: StoreDatabase, row: Insertable<Schema['membership_grants']>): void => {
  execute(database, sqlite.insertInto('membership_grants').values(row));
};
export const insertMembershipCoupon = (database: StoreDatabase, row: Insertable<Schema['membership_coupons']>): void => {
  execute(database, sqlite.insertInto('membership_coupons').values(row));
};

export interface MembershipGrant {
  readonly cycle: number;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly isMissed: 0 | 1;
  readonly pointsEntryId: PointsEntryId | null;
  readonly pointsTakenId: PointsEntryId | null;
}
interface OfTerm {
  termId: MembershipTermId;
}
const ofTerm = parameter<MembershipTermId>('termId');
const grants = hotQuery<OfTerm, MembershipGrant>(
  sqlite
    .selectFrom('membership_grants')
    .select(['cycle', 'from_on as fromOn', 'until_on as untilOn', 'is_missed as isMissed'])
    .select(['points_entry_id as pointsEntryId', 'points_taken_id as pointsTakenId'])
    .where('term_id', '=', ofTerm)
    .orderBy('cycle', 'desc'),
);
/** The cycles of a term that have begun, the latest first. */
export const listMembershipGrants = (database: StoreDatabase, termId: MembershipTermId): MembershipGrant[] =>
  grants.rows(database, { termId });

export interface MembershipCoupon {
  readonly couponId: CouponId;
  readonly cycle: number;
  readonly voidEntryId: CouponEntryId | null;
}
const coupons = hotQuery<OfTerm, MembershipCoupon>(
  sqlite
    .selectFrom('membership_coupons')
    .select(['coupon_id as couponId', 'cycle', 'void_entry_id as voidEntryId'])
    .where('term_id', '=', ofTerm)
    .orderBy('cycle')
    .orderBy('coupon_id'),
);
/** The coupons that a term brought. */
export const listMembershipCoupons = (database: StoreDatabase, termId: MembershipTermId): MembershipCoupon[] =>
  coupons.rows(database, { termId });

/** By what the coupon was taken away with its membership; null when it came back. */
export const markMembershipCoupon = (database: StoreDatabase, couponId: CouponId, voidEntryId: CouponEntryId | null): void => {
  execute(
    database,
    sqlite.updateTable('membership_coupons').set({ void_entry_id: voidEntryId }).where('coupon_id', '=', couponId),
  );
};
/** By what the rest of a cycle's points was taken away with its membership; null when it came back. */
export const markMembershipPoints = (
  database: StoreDatabase,
  termId: MembershipTermId,
  cycle: number,
  takenId: PointsEntryId | null,
): void => {
  execute(
    database,
    sqlite
      .updateTable('membership_grants')
      .set({ points_taken_id: takenId })
      .where('term_id', '=', termId)
      .where('cycle', '=', cycle),
  );
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const membershipGrantQueries = { membershipGrants: grants.sql, membershipCoupons: coupons.sql };
