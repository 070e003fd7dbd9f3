import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { points } from '../../../shared/types/amounts.ts';
import { membershipPlanId as toPlanId } from '../../../shared/types/ids.ts';
import type { CouponTypeId, MembershipPlanId, TierId } from '../../../shared/types/ids.ts';
import {
  deleteMembershipPlan,
  isMembershipPlanSold,
  listMembershipPlans,
  markMembershipPlanArchived,
  putMembershipPlan,
} from '../../store/membershipPlans.ts';
import type { StoredMembershipPlan } from '../../store/membershipPlans.ts';
import { listTiers } from '../../store/tiers.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { adoptCouponType, couponTypesOf, requireCouponType } from '../coupons/types.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';
import { requireTier } from '../tiers/definitions.ts';

const MOST_PLANS = 20;

/** Throws not_found for one that nobody knows. */
export const requireMembershipPlan = ({ database }: BaseContext, planId: MembershipPlanId): StoredMembershipPlan => {
  const found = listMembershipPlans(database).find(({ id }) => id === planId);
  if (!found) throw new AppError('not_found', { what: 'membership_plan' });
  return found;
};

const upkeep = {
  topic: 'memberships',
  what: 'membership_plan',
  auditName: 'membershipPlan',
  inUse: 'membership_plan_in_use',
  isUsed: isMembershipPlanSold,
  markArchived: markMembershipPlanArchived,
  remove: deleteMembershipPlan,
} as const;

/** What the tier and the coupon of a plan or a term are called. */
export const namesOf = (context: BaseContext) => {
  const tiers = new Map(listTiers(context.database).map(({ id, name }) => [id, name]));
  const coupons = new Map(couponTypesOf(context).map(({ id, name }) => [id, name]));
  return ({ tierId, couponTypeId }: { readonly tierId: TierId | null; readonly couponTypeId: CouponTypeId | null }) => ({
    tierName: tierId === null ? null : (tiers.get(tierId) ?? null),
    couponName: couponTypeId === null ? null : (coupons.get(couponTypeId) ?? null),
  });
};

/** What a plan says, as it would be saved again. */
const fieldsOf = ({ id: _id, isArchived: _isArchived, ...fields }: StoredMembershipPlan) => fields;

const save = (context: StoreContext, input: HandlerInput<'memberships.savePlan'>): OutputOf<'memberships.savePlan'> => {
  const { planId, ...plan } = input;
  const before = planId === null ? null : requireMembershipPlan(context, planId);
  const others = listMembershipPlans(context.database).filter(({ id }) => id !== planId);
  if (others.some(({ name }) => name === plan.name)) throw new AppError('conflict', { reason: 'membership_plan_taken' });
  if (before === null && others.length >= MOST_PLANS)
    throw new AppError('conflict', { reason: 'membership_plans_full', limit: MOST_PLANS });
  if (plan.tierId !== null) requireTier(context, plan.tierId);
  if (plan.couponTypeId !== null) adoptCouponType(context, requireCouponType(context, plan.couponTypeId));
  const id = before?.id ?? toPlanId(context.newId());
  putMembershipPlan(context.database, { ...plan, points: points(plan.points), id }, context.now());
  context.audited({ membershipPlan: plan.name });
  context.changed(['memberships'], null);
  return { planId: id, before: before && fieldsOf(before) };
};

/** The paid memberships that a shop sells. */
export const membershipPlans: Pick<
  HandlersOf<'memberships'>,
  'memberships.plans' | 'memberships.savePlan' | 'memberships.archivePlan' | 'memberships.removePlan'
> = {
  'memberships.plans': (context, { includeArchived }) => {
    const plans = listMembershipPlans(context.database).filter(({ isArchived }) => includeArchived || !isArchived);
    const names = namesOf(context);
    return { plans: plans.map((plan) => ({ ...plan, ...names(plan), isUsed: isMembershipPlanSold(context.database, plan.id) })) };
  },
  'memberships.savePlan': save,
  'memberships.archivePlan': (context, { planId, isArchived }) =>
    archiveDefinition(context, upkeep, requireMembershipPlan(context, planId), isArchived),
  'memberships.removePlan': (context, { planId }) => removeDefinition(context, upkeep, requireMembershipPlan(context, planId)),
};
