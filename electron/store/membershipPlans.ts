import { sql } from 'kysely';
import type { MembershipCycle } from '../../shared/domain/loyalty/memberships.ts';
import type { Cents, Points } from '../../shared/types/amounts.ts';
import type { CouponTypeId, MembershipPlanId, TierId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The paid memberships that a shop sells (X57): few, read whole.

export interface MembershipPlan {
  readonly id: MembershipPlanId;
  readonly name: string;
  readonly priceCents: Cents;
  readonly months: number;
  readonly tierId: TierId | null;
  readonly every: MembershipCycle;
  readonly everyDays: number | null;
  readonly couponTypeId: CouponTypeId | null;
  readonly coupons: number;
  readonly points: Points;
}
export interface StoredMembershipPlan extends MembershipPlan {
  readonly isArchived: boolean;
}

const plans = sqlite
  .selectFrom('membership_plans')
  .select(['id', 'name', 'price_cents as priceCents', 'months', 'tier_id as tierId', 'every', 'every_days as everyDays'])
  .select(['coupon_type_id as couponTypeId', 'coupons', 'points', 'archived_at'])
  .orderBy('position')
  .orderBy('id');
type PlanRow = Awaited<ReturnType<typeof plans.executeTakeFirstOrThrow>>;
const everyPlan = hotQuery<object, PlanRow>(plans);
const sold = hotQuery<{ id: MembershipPlanId }, { id: string }>(
  sqlite
    .selectFrom('membership_terms')
    .select('id')
    .where('plan_id', '=', parameter<MembershipPlanId>('id'))
    .limit(sql<number>`1`),
);

/** Every plan of the shop, those put away too, in the order they were made. */
export const listMembershipPlans = (database: StoreDatabase): StoredMembershipPlan[] =>
  everyPlan.rows(database, {}).map(({ archived_at: archivedAt, ...plan }) => ({ ...plan, isArchived: archivedAt !== null }));

/** Whether somebody has bought it. */
export const isMembershipPlanSold = (database: StoreDatabase, id: MembershipPlanId): boolean =>
  sold.first(database, { id }) !== undefined;

/** Adds the plan behind the others, or writes over the one of that id. */
export const putMembershipPlan = (database: StoreDatabase, plan: MembershipPlan, at: Instant): void => {
  const changes = {
    name: plan.name,
    price_cents: plan.priceCents,
    months: plan.months,
    tier_id: plan.tierId,
    every: plan.every,
    every_days: plan.everyDays,
    coupon_type_id: plan.couponTypeId,
    coupons: plan.coupons,
    points: plan.points,
    changed_at: at,
  };
  execute(
    database,
    sqlite
      .insertInto('membership_plans')
      .values({ id: plan.id, position: listMembershipPlans(database).length, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the plan out of use; null brings it back. */
export const markMembershipPlanArchived = (database: StoreDatabase, id: MembershipPlanId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('membership_plans').set({ archived_at: archivedAt }).where('id', '=', id));
};

export const deleteMembershipPlan = (database: StoreDatabase, id: MembershipPlanId): void => {
  execute(database, sqlite.deleteFrom('membership_plans').where('id', '=', id));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const membershipPlanQueries = { membershipPlanSold: sold.sql };
