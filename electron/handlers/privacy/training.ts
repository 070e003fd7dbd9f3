import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { isTrainingDue, TRAINING_VERSION } from '../../../shared/domain/privacy/training.ts';
import { AppError } from '../../../shared/errors.ts';
import { acknowledgementId as toAcknowledgementId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { findLastTraining, insertTraining, listTrainedStaff } from '../../store/training.ts';
import type { StoreContext } from '../context.ts';

const stateOf = (
  last: { readonly version: number | null; readonly on_date: LocalDate | null } | undefined,
  today: LocalDate,
): { readVersion: number | null; readOn: LocalDate | null; isDue: boolean } => {
  const { version = null, on_date: on = null } = last ?? {};
  return {
    readVersion: version,
    readOn: on,
    isDue: isTrainingDue(version === null || on === null ? null : { version, on }, today),
  };
};

/** What the seated person has read. */
export const seatTraining = (context: StoreContext): OutputOf<'privacy.training'> => ({
  version: TRAINING_VERSION,
  ...stateOf(findLastTraining(context.database, context.actor.staffId), context.today()),
});

export const acknowledgeTraining = (
  context: StoreContext,
  { version }: HandlerInput<'privacy.acknowledgeTraining'>,
): OutputOf<'privacy.acknowledgeTraining'> => {
  // The page was open while the program was updated: what was read is not what is in force.
  if (version !== TRAINING_VERSION) throw new AppError('conflict', { reason: 'training_changed' });
  const acknowledgementId = toAcknowledgementId(context.newId());
  insertTraining(context.database, {
    id: acknowledgementId,
    staff_id: context.actor.staffId,
    version,
    on_date: context.today(),
    at: context.now(),
  });
  context.changed(['privacy'], []);
  return { acknowledgementId };
};

/** Everybody who works here, with what they have read. */
export const trainingOverview = (context: StoreContext): OutputOf<'privacy.trainingOverview'> => ({
  staff: listTrainedStaff(context.database).map((row) => ({ id: row.id, name: row.name, ...stateOf(row, context.today()) })),
});
