import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { climbsTo } from '../../../shared/domain/loyalty/tiers.ts';
import type { TierStep } from '../../../shared/domain/loyalty/tiers.ts';
import { tierId as toTierId } from '../../../shared/types/ids.ts';
import { countTierMoves } from '../../store/tierMoves.ts';
import { listTiers } from '../../store/tiers.ts';
import type { BaseContext } from '../context.ts';
import { FIRST_DAY, tierRulesOf } from './rules.ts';

/** How many people thresholds would move, counted over everybody as the run after saving would. */
export const previewTier = (context: BaseContext, input: HandlerInput<'tiers.preview'>): OutputOf<'tiers.preview'> => {
  const { tierId, threshold, keepThreshold, place } = input;
  const tiers = listTiers(context.database);
  const others: readonly TierStep[] = tiers.filter(({ id }) => id !== tierId);
  const before = tiers.find(({ id }) => id === tierId);
  const id = before?.id ?? toTierId(context.newId());
  const at = Math.min(place ?? (before?.rank ?? tiers.length) + 1, others.length + 1);
  const ordered = others
    .toSpliced(at - 1, 0, { id, threshold, keepThreshold, isArchived: false, rank: 0 })
    .map((tier, rank) => ({ ...tier, rank }));
  const rules = tierRulesOf(context);
  const until = context.today();
  const { from: lower, below } = climbsTo(ordered, id);
  return countTierMoves(context.database, {
    basis: rules.basis,
    from: rules.countedFrom(until) ?? FIRST_DAY,
    until,
    tierId: before?.id ?? null,
    threshold,
    keepThreshold: keepThreshold ?? threshold,
    below,
    lower,
  });
};
