import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { openAt } from '../../../shared/domain/opportunities/history.ts';
import { AppError } from '../../../shared/errors.ts';
import { opportunityId as toOpportunityId } from '../../../shared/types/ids.ts';
import type { OpportunityStageId } from '../../../shared/types/ids.ts';
import {
  insertOpportunity,
  markOpportunityRemoved,
  stepDayOf,
  updateNextStep,
  updateOpportunity,
} from '../../store/opportunities.ts';
import type { OpportunityRow, OpportunityValues } from '../../store/opportunities.ts';
import type { StoreContext } from '../context.ts';
import { timeOfFact } from '../factTime.ts';
import { requirePresentCustomer, requireStaff } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { beginHistory, requireOpen, requireOpportunity } from './known.ts';
import { adoptStages, requireStage, stagesOf } from './stages.ts';

type Input = HandlerInput<'opportunities.save'>;

/** Words for the store: none is null. */
const written = (text: string): string | null => (text === '' ? null : text);
const valuesOf = (input: Input): OpportunityValues => ({
  title: input.title,
  amountCents: input.amountCents,
  nextStep: written(input.nextStep),
  nextStepOn: input.nextStepOn,
  staffId: input.staffId,
  note: written(input.note),
});

/** What a stored one holds, as it is saved again. */
const inputOf = (row: OpportunityRow): NonNullable<OutputOf<'opportunities.save'>['before']> => ({
  opportunityId: row.id,
  customerId: row.customer_id,
  title: row.title,
  amountCents: row.amount_cents,
  nextStep: row.next_step ?? '',
  nextStepOn: stepDayOf(row),
  staffId: row.staff_id,
  note: row.note ?? '',
});

/** A day alone says when and not what. */
const requireStep = ({ nextStep, nextStepOn }: Pick<Input, 'nextStep' | 'nextStepOn'>): void => {
  if (nextStep === '' && nextStepOn !== null) refuseField('nextStep', 'required');
};

const firstStage = (context: StoreContext): OpportunityStageId => {
  const first = stagesOf(context).find(({ isArchived }) => !isArchived);
  if (!first) throw new AppError('not_found', { what: 'opportunity_stage' });
  return first.id;
};

/** Writes one down at its first stage, or changes what is written of one. */
export const save = (context: StoreContext, input: Input): OutputOf<'opportunities.save'> => {
  const { customerId, staffId } = input;
  requirePresentCustomer(context, customerId);
  const before = input.opportunityId === null ? null : requireOpportunity(context, input.opportunityId);
  if (before !== null && before.customer_id !== customerId) throw new AppError('not_found', { what: 'opportunity' });
  requireStaff(context, [staffId, context.actor.staffId]);
  requireStep(input);
  context.changed(['opportunities'], [customerId]);
  if (before !== null) {
    updateOpportunity(context.database, before.id, valuesOf(input), context.now());
    return { opportunityId: before.id, before: inputOf(before) };
  }
  const stageId = input.stageId === null ? firstStage(context) : requireStage(context, input.stageId).id;
  const when = timeOfFact(context, input.openedOn, 'openedOn');
  const standing = openAt(stageId);
  const id = toOpportunityId(context.newId());
  adoptStages(context);
  insertOpportunity(
    context.database,
    { ...valuesOf(input), id, customerId, standing, openedOn: when.businessDate, writtenBy: context.actor.staffId },
    context.now(),
  );
  beginHistory(context, { id, customer_id: customerId, stage_id: stageId }, standing, when);
  return { opportunityId: id, before: null };
};

/** Says what is to be done next with an open one. */
export const setNextStep = (
  context: StoreContext,
  { opportunityId, nextStep, nextStepOn }: HandlerInput<'opportunities.setNextStep'>,
): OutputOf<'opportunities.setNextStep'> => {
  const row = requireOpen(context, opportunityId);
  requireStep({ nextStep, nextStepOn });
  updateNextStep(context.database, opportunityId, { nextStep: written(nextStep), nextStepOn }, context.now());
  context.changed(['opportunities'], [row.customer_id]);
  return { before: { nextStep: row.next_step ?? '', nextStepOn: stepDayOf(row) } };
};

export const setRemoved = (
  context: StoreContext,
  { opportunityId }: HandlerInput<'opportunities.remove'>,
  isRemoved: boolean,
): Record<never, never> => {
  const row = requireOpportunity(context, opportunityId, !isRemoved);
  markOpportunityRemoved(context.database, opportunityId, isRemoved ? context.now() : null, context.now());
  context.audited({ outcome: row.outcome, on: row.opened_on }, { customerIds: [row.customer_id] });
  context.changed(['opportunities'], [row.customer_id]);
  return {};
};
