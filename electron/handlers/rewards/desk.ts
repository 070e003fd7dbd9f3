import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { pointsMissing, rewardObstacle } from '../../../shared/domain/rewards/offers.ts';
import type { RewardObstacle } from '../../../shared/domain/rewards/offers.ts';
import { stateAfter } from '../../../shared/domain/rewards/redemption.ts';
import { findTierOf } from '../../store/customerTiers.ts';
import { findLedger } from '../../store/loyalty.ts';
import { listRedemptionEntries, listRedemptions, listRewardTill } from '../../store/redemptions.ts';
import type { RedemptionRow } from '../../store/redemptions.ts';
import { listRewards } from '../../store/rewards.ts';
import type { StoreContext } from '../context.ts';
import { requireKnownCustomer } from '../references.ts';
import { mayUndo } from './takeBack.ts';

type Offer = OutputOf<'rewards.forCustomer'>['offers'][number];
type Redemption = OutputOf<'rewards.ofCustomer'>['rows'][number];

const MOST_TOLD = 200;

/** What is no reward for this person at this time is not told to them. */
const hidden: ReadonlySet<RewardObstacle> = new Set(['archived', 'not_yet', 'over', 'other_tier']);
const ranks = (obstacle: RewardObstacle | null): number => (obstacle === null ? 0 : obstacle === 'not_enough_points' ? 1 : 2);

/** What they can have first, the dearest before; then what little is missing for; then what is not there. */
const inOrder = (one: Offer, other: Offer): number =>
  ranks(one.obstacle) - ranks(other.obstacle) ||
  (one.obstacle === 'not_enough_points' ? one.points - other.points : other.points - one.points);

/** The rewards that are for a customer, and what stands in the way of each. */
export const offersFor = (
  context: StoreContext,
  { customerId }: HandlerInput<'rewards.forCustomer'>,
): OutputOf<'rewards.forCustomer'> => {
  requireKnownCustomer(context, customerId);
  const { balance } = findLedger(context.database, customerId);
  const tierId = findTierOf(context.database, customerId)?.tier_id ?? null;
  const offers = listRewards(context.database)
    .flatMap((reward): Offer[] => {
      const { id, name, points, cashCents, stockRule, fromOn, untilOn, stock } = reward;
      const obstacle = rewardObstacle(reward, { on: context.today(), tierId, balance, stock, quantity: 1 });
      if (points === null || (obstacle !== null && hidden.has(obstacle))) return [];
      const missing = pointsMissing(reward, balance);
      return [{ id, name, points, cashCents, stockRule, fromOn, untilOn, stock, obstacle, missing }];
    })
    .sort(inOrder);
  return { balance, reachable: offers.filter(({ obstacle }) => obstacle === null).length, offers: offers.slice(0, MOST_TOLD) };
};

const redemptionOf = (context: StoreContext, row: RedemptionRow): Redemption => {
  const entries = listRedemptionEntries(context.database, row.id);
  const state = stateAfter(entries.at(-1)?.kind ?? 'redeem');
  return {
    id: row.id,
    rewardId: row.reward_id,
    name: row.name,
    quantity: row.quantity,
    points: row.points,
    cashCents: row.cash_cents,
    state,
    at: row.at,
    businessDate: row.business_date,
    staffName: row.staff_name,
    canUndo: mayUndo(context, state, row),
    entries: entries
      .slice(1)
      .reverse()
      .map(({ kind, at, business_date: businessDate, reason, staff_name: staffName }) => ({
        kind,
        at,
        businessDate,
        reason,
        staffName,
      })),
  };
};

export const redemptionsOf = (
  context: StoreContext,
  { customerId, ...page }: HandlerInput<'rewards.ofCustomer'>,
): OutputOf<'rewards.ofCustomer'> => {
  requireKnownCustomer(context, customerId);
  const { total, rows } = listRedemptions(context.database, customerId, page);
  return { total, rows: rows.map((row) => redemptionOf(context, row)) };
};

export const rewardTill = (
  { database }: StoreContext,
  { businessDate }: HandlerInput<'rewards.till'>,
): OutputOf<'rewards.till'> => ({
  entries: listRewardTill(database, businessDate).map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    name: row.name,
    cashCents: row.cash_cents,
    method: row.method,
    customerId: row.customer_id,
    customerName: row.customer_name,
    staffName: row.staff_name,
  })),
});
