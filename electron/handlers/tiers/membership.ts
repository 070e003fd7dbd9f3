import { coveredUntil } from '../../../shared/domain/loyalty/memberships.ts';
import { heldTier, heldWithoutMembership, tierFor } from '../../../shared/domain/loyalty/tiers.ts';
import type { HeldTier } from '../../../shared/domain/loyalty/tiers.ts';
import type { CustomerId, TierId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { listTierEvents } from '../../store/customerTiers.ts';
import { listMembershipTerms } from '../../store/memberships.ts';
import { listTiers } from '../../store/tiers.ts';
import type { StoredTier } from '../../store/tiers.ts';
import type { StoreContext } from '../context.ts';
import { countedUntil, tierRulesOf } from './rules.ts';
import { takeStep } from './step.ts';

// The tier that a paid membership gives (X57): held at least as long as it runs; behind it, what the rules of tiers say.

interface Floor {
  readonly tierId: TierId;
  readonly rank: number;
  readonly untilOn: LocalDate;
  readonly name: string;
}

/** The best tier of those that somebody's memberships give today, and until when they do without a gap. */
const floorOf = (context: StoreContext, customerId: CustomerId, tiers: readonly StoredTier[]): Floor | null => {
  const today = context.today();
  const standing = listMembershipTerms(context.database, customerId).filter(({ isVoid }) => !isVoid);
  return standing.reduce<Floor | null>((best, term) => {
    const rank = tiers.find(({ id }) => id === term.tierId)?.rank;
    if (rank === undefined || term.tierId === null || term.fromOn > today || term.untilOn < today) return best;
    if (best !== null && best.rank >= rank) return best;
    const same = standing.filter(({ tierId }) => tierId === term.tierId);
    return { tierId: term.tierId, rank, untilOn: coveredUntil(same, today) ?? term.untilOn, name: term.name };
  }, null);
};

/** Down to what is held without a membership, or to what was counted meanwhile if that is better. */
const fallBack = (context: StoreContext, customerId: CustomerId, tiers: readonly StoredTier[], from: HeldTier): void => {
  const rules = tierRulesOf(context);
  const on = context.today();
  const without = heldWithoutMembership(tiers, listTierEvents(context.database, customerId));
  const qualifying = countedUntil(context, rules, customerId, on);
  const earned = tierFor(tiers, qualifying);
  const isBetter = earned !== null && earned.rank > (tiers.find(({ id }) => id === without?.tierId)?.rank ?? -1);
  const tierId = isBetter ? earned.id : (without?.tierId ?? null);
  const untilOn = isBetter ? rules.endOf(on) : (without?.untilOn ?? null);
  takeStep(context, customerId, { kind: tierId === from.tierId ? 'keep' : 'downgrade', tierId, from, untilOn, on, qualifying });
};

/**
 * Brings a customer's tier in line with their memberships: up to what one gives, never down from what is better or was fixed by hand, and back down
 * once none gives it any more.
 */
export const settleMembershipTier = (context: StoreContext, customerId: CustomerId): void => {
  const tiers = listTiers(context.database);
  if (tiers.length === 0) return;
  const held = () => heldTier(tiers, listTierEvents(context.database, customerId));
  const rankOf = (tier: HeldTier | null): number => tiers.find(({ id }) => id === tier?.tierId)?.rank ?? -1;
  const floor = floorOf(context, customerId, tiers);
  const before = held();
  if (before?.by.kind === 'membership' && (floor === null || floor.rank < rankOf(before)))
    fallBack(context, customerId, tiers, before);
  const present = held();
  if (floor === null || present?.isFixed === true) return;
  const isLonger = present?.by.kind === 'membership' && present.tierId === floor.tierId && present.untilOn !== floor.untilOn;
  if (floor.rank <= rankOf(present) && !isLonger) return;
  const { tierId, untilOn, name: reason } = floor;
  takeStep(context, customerId, {
    kind: 'membership',
    tierId,
    from: present,
    untilOn,
    on: context.today(),
    qualifying: null,
    reason,
  });
};
