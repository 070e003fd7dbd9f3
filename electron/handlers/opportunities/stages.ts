import { MOST_STAGES } from '../../../shared/contract/opportunities.ts';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { presetStages } from '../../../shared/domain/opportunities/presets.ts';
import { AppError } from '../../../shared/errors.ts';
import { opportunityStageId as toStageId } from '../../../shared/types/ids.ts';
import type { OpportunityStageId } from '../../../shared/types/ids.ts';
import { deleteStage, isStageUsed, listStages, markStageArchived, orderStages, putStage } from '../../store/opportunityStages.ts';
import type { StoredStage } from '../../store/opportunityStages.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';

type FoundStage = StoredStage & { readonly isOwn: boolean };

/** The shop's stages in their order, or as long as it has none, those that every shop starts with. */
export const stagesOf = (context: BaseContext): FoundStage[] => {
  const own = listStages(context.database);
  return own.length > 0
    ? own.map((stage) => ({ ...stage, isOwn: true }))
    : presetStages(context.settings().language).map((stage) => ({ ...stage, isArchived: false, isOwn: false }));
};

/** Throws not_found for one that nobody knows. */
export const requireStage = (context: BaseContext, stageId: OpportunityStageId): FoundStage => {
  const found = stagesOf(context).find(({ id }) => id === stageId);
  if (!found) throw new AppError('not_found', { what: 'opportunity_stage' });
  return found;
};

/** Makes the stages that every shop starts with the shop's own, all of them, for their order is theirs together. */
export const adoptStages = (context: StoreContext): void => {
  for (const { isOwn, ...stage } of stagesOf(context)) if (!isOwn) putStage(context.database, stage, context.now());
};

const requireAnother = (context: StoreContext, stageId: OpportunityStageId): void => {
  if (stagesOf(context).every(({ id, isArchived }) => id === stageId || isArchived))
    throw new AppError('conflict', { reason: 'last_stage' });
};

const save = (context: StoreContext, input: HandlerInput<'opportunities.saveStage'>): OutputOf<'opportunities.saveStage'> => {
  const { name, probability } = input;
  const before = input.stageId === null ? null : requireStage(context, input.stageId);
  const stages = stagesOf(context);
  if (stages.some((stage) => stage.name === name && stage.id !== before?.id))
    throw new AppError('conflict', { reason: 'stage_taken' });
  if (before === null && stages.length >= MOST_STAGES)
    throw new AppError('conflict', { reason: 'stages_full', limit: MOST_STAGES });
  adoptStages(context);
  const stageId = before?.id ?? toStageId(context.newId());
  putStage(context.database, { id: stageId, name, probability }, context.now());
  const place = stages.findIndex(({ id }) => id === stageId) + 1;
  const others = stages.filter(({ id }) => id !== stageId).map(({ id }) => id);
  const wanted = input.place ?? (before === null ? stages.length + 1 : place);
  orderStages(context.database, others.toSpliced(wanted - 1, 0, stageId));
  const former = before && { name: before.name, probability: before.probability, place };
  context.audited({ stage: name, probability, ...(former !== null && { before: former }) });
  context.changed(['opportunities'], null);
  return { stageId, before: former };
};

const upkeep = {
  topic: 'opportunities',
  what: 'opportunity_stage',
  auditName: 'stage',
  inUse: 'stage_in_use',
  adopt: adoptStages,
  isUsed: isStageUsed,
  markArchived: markStageArchived,
  remove: deleteStage,
} as const;

/** The stages that opportunities go through, with the chance of each (R054). */
export const stageHandlers: Pick<
  HandlersOf<'opportunities'>,
  'opportunities.stages' | 'opportunities.saveStage' | 'opportunities.archiveStage' | 'opportunities.removeStage'
> = {
  'opportunities.stages': (context, { includeArchived }) => ({
    stages: stagesOf(context)
      .filter(({ isArchived }) => includeArchived || !isArchived)
      .map((stage) => ({ ...stage, isUsed: stage.isOwn && isStageUsed(context.database, stage.id) })),
  }),
  'opportunities.saveStage': save,
  'opportunities.archiveStage': (context, { stageId, isArchived }) => {
    if (isArchived) requireAnother(context, stageId);
    return archiveDefinition(context, upkeep, requireStage(context, stageId), isArchived);
  },
  'opportunities.removeStage': (context, { stageId }) => {
    requireAnother(context, stageId);
    return removeDefinition(context, upkeep, requireStage(context, stageId));
  },
};
