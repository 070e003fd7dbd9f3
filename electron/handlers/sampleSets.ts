import { MOST_SAMPLE_SETS } from '../../shared/contract/sampleSets.ts';
import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { sampleSetId as toSetId } from '../../shared/types/ids.ts';
import type { SampleSetId } from '../../shared/types/ids.ts';
import { deleteSampleSet, listSampleSets, markSampleSetArchived, putSampleSet } from '../store/sampleSets.ts';
import type { SampleSet } from '../store/sampleSets.ts';
import type { BaseContext, HandlersOf, StoreContext } from './context.ts';
import { archiveDefinition, removeDefinition } from './ownDefinitions.ts';
import { refuseField } from './refuseField.ts';
import { requireReward } from './rewards/definitions.ts';

/** Throws not_found for a set nobody made. */
export const requireSampleSet = ({ database }: Pick<BaseContext, 'database'>, setId: SampleSetId): SampleSet => {
  const found = listSampleSets(database).find(({ id }) => id === setId);
  if (!found) throw new AppError('not_found', { what: 'sample_set' });
  return found;
};

// Gifts that began as one keep what it was called and held: nothing keeps it from going.
const upkeep = {
  topic: 'gifts',
  what: 'sample_set',
  auditName: 'setName',
  markArchived: markSampleSetArchived,
  remove: deleteSampleSet,
} as const;

/** What a set says, as it would be saved again. */
const fieldsOf = ({ name, items }: SampleSet) => ({
  name,
  items: items.map(({ rewardId, quantity }) => ({ rewardId, quantity })),
});

const save = (context: StoreContext, { setId, name, items }: HandlerInput<'sampleSets.save'>): OutputOf<'sampleSets.save'> => {
  const before = setId === null ? null : requireSampleSet(context, setId);
  for (const [place, { rewardId }] of items.entries())
    if (!requireReward(context, rewardId).isSample) refuseField(`items.${place}`, 'gift_no_sample');
  const others = listSampleSets(context.database).filter(({ id }) => id !== setId);
  if (others.some((other) => other.name === name)) throw new AppError('conflict', { reason: 'sample_set_taken' });
  if (before === null && others.length >= MOST_SAMPLE_SETS)
    throw new AppError('conflict', { reason: 'sample_sets_full', limit: MOST_SAMPLE_SETS });
  const id = before?.id ?? toSetId(context.newId());
  putSampleSet(context.database, { id, name, items }, context.now());
  context.audited({ setName: name });
  context.changed(['gifts'], null);
  return { setId: id, before: before && fieldsOf(before) };
};

/** The shop's sets of samples (R178). */
export const sampleSetsHandlers: HandlersOf<'sampleSets'> = {
  'sampleSets.list': ({ database }) => ({ sets: listSampleSets(database).map((set) => ({ ...set, items: [...set.items] })) }),
  'sampleSets.save': save,
  'sampleSets.archive': (context, { setId, isArchived }) =>
    archiveDefinition(context, upkeep, requireSampleSet(context, setId), isArchived),
  'sampleSets.remove': (context, { setId }) => removeDefinition(context, upkeep, requireSampleSet(context, setId)),
};
