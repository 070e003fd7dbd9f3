import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { isWithinDecimals } from '../../../shared/domain/measurements/values.ts';
import { AppError } from '../../../shared/errors.ts';
import { measurementId as toMeasurementId } from '../../../shared/types/ids.ts';
import type { CustomerId, MeasurementId } from '../../../shared/types/ids.ts';
import {
  countMeasurements,
  findMeasurement,
  insertMeasurement,
  listMeasurements,
  markMeasurementRemoved,
  measuredOf,
  measurementOf,
  updateMeasurement,
} from '../../store/measurements.ts';
import type { MeasurementRow } from '../../store/measurements.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requireOwnThing, requireOwnVisit, timeOfOwnFact } from '../ownFacts.ts';
import { requireKnownCustomer, requirePresentCustomer, requireStaff } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { maySeeGroup } from '../sight.ts';
import { adoptMeasure, requireMeasure } from './measures.ts';

/** One that belongs to the customer and of which whoever asks may see everything; taken away or not. */
const requireMeasurement = (
  context: StoreContext,
  customerId: CustomerId,
  measurementId: MeasurementId,
  isRemoved: boolean,
): MeasurementRow => {
  const found = findMeasurement(context.database, measurementId);
  if (found?.customer_id !== customerId) throw new AppError('not_found', { what: 'measurement' });
  if (found.holds_private === 1 && !maySeeGroup(context, 'health'))
    throw new AppError('not_permitted', { permission: 'private.health' });
  if ((found.removed_at !== null) !== isRemoved) throw new AppError('already_undone');
  return found;
};

/** Adopts what is measured for the first time. A value finer than its measure is refused, unless it stood there before. */
const takeValues = (
  context: StoreContext,
  given: HandlerInput<'measurements.save'>['values'],
  before: MeasurementRow | null,
): void => {
  if (given.length === 0) refuseField('values', 'nothing_measured');
  const former = new Map((before === null ? [] : measuredOf(before)).map(({ measureId, value }) => [measureId, value]));
  const known = new Set<string>();
  for (const [index, { measureId, value }] of given.entries()) {
    if (known.has(measureId)) refuseField(`values.${index}.measureId`, 'measured_twice');
    known.add(measureId);
    const measure = requireMeasure(context, measureId);
    if (value !== former.get(measureId) && !isWithinDecimals(value, measure.decimals))
      refuseField(`values.${index}.value`, 'too_precise');
    adoptMeasure(context, measure);
  }
};

const save = (context: StoreContext, input: HandlerInput<'measurements.save'>): OutputOf<'measurements.save'> => {
  const { database } = context;
  const { customerId, thingId, visitId } = input;
  requirePresentCustomer(context, customerId);
  const before = input.measurementId === null ? null : requireMeasurement(context, customerId, input.measurementId, false);
  requireOwnThing(context, customerId, thingId, before);
  requireOwnVisit(context, customerId, visitId, before);
  const staffId = input.staffId ?? before?.staff_id ?? context.actor.staffId;
  requireStaff(context, [staffId, context.actor.staffId]);
  const time = timeOfOwnFact(context, input.on, before);
  takeValues(context, input.values, before);
  const values = {
    thingId,
    visitId,
    ...time,
    values: input.values,
    note: input.note === '' ? null : input.note,
    staffId,
    writtenBy: context.actor.staffId,
  };
  const measurementId = before?.id ?? toMeasurementId(context.newId());
  if (before === null) insertMeasurement(database, { ...values, id: measurementId, customerId }, context.now());
  else updateMeasurement(database, measurementId, values, context.now());
  factRecorded(context, customerId, ['measurements']);
  return { measurementId };
};

const setRemoved = (
  context: StoreContext,
  { customerId, measurementId }: HandlerInput<'measurements.remove'>,
  isRemoved: boolean,
): Record<never, never> => {
  requirePresentCustomer(context, customerId);
  requireMeasurement(context, customerId, measurementId, !isRemoved);
  markMeasurementRemoved(context.database, measurementId, isRemoved ? context.now() : null);
  factRecorded(context, customerId, ['measurements']);
  return {};
};

/** A note on an occasion that holds something of health may be about it: who does not see the one does not read the other (X40). */
const toldTo = (context: StoreContext, row: MeasurementRow): OutputOf<'measurements.list'>['rows'][number] => {
  const told = measurementOf(row);
  return told.isPrivate && !maySeeGroup(context, 'health') ? { ...told, note: null } : told;
};

/** What was measured of a customer or one of their things, occasion by occasion (X26). */
export const occasions: Pick<
  HandlersOf<'measurements'>,
  'measurements.list' | 'measurements.save' | 'measurements.remove' | 'measurements.restore'
> = {
  'measurements.list': (context, { customerId, ...page }) => {
    requireKnownCustomer(context, customerId);
    const seesHealth = maySeeGroup(context, 'health');
    return {
      total: countMeasurements(context.database, customerId, seesHealth),
      rows: listMeasurements(context.database, customerId, seesHealth, page).map((row) => toldTo(context, row)),
    };
  },
  'measurements.save': save,
  'measurements.remove': (context, input) => setRemoved(context, input, true),
  'measurements.restore': (context, input) => setRemoved(context, input, false),
};
