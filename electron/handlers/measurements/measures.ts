import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { presetMeasures } from '../../../shared/domain/measurements/presets.ts';
import type { MeasureWords } from '../../../shared/domain/measurements/presets.ts';
import { AppError } from '../../../shared/errors.ts';
import { measureId as toMeasureId } from '../../../shared/types/ids.ts';
import type { MeasureId } from '../../../shared/types/ids.ts';
import {
  deleteMeasure,
  findMeasure,
  hasValuesOfMeasure,
  listMeasures,
  markMeasureArchived,
  putMeasure,
} from '../../store/measures.ts';
import type { StoredMeasure } from '../../store/measures.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';
import { refuseField } from '../refuseField.ts';
import { maySeeGroup } from '../sight.ts';

const MOST_MEASURES = 100;

const offered = (context: BaseContext): MeasureWords[] => presetMeasures(context.settings().language);

type FoundMeasure = StoredMeasure & { readonly isOwn: boolean };

/** The measure, the shop's own or one on offer, that whoever asks may see (X40). Throws not_found, not_permitted. */
export const requireMeasure = (context: BaseContext, measureId: MeasureId): FoundMeasure => {
  const own = findMeasure(context.database, measureId);
  const preset = own ? undefined : offered(context).find(({ id }) => id === measureId);
  const found = own ? { ...own, isOwn: true } : preset && { ...preset, isArchived: false, isOwn: false };
  if (!found) throw new AppError('not_found', { what: 'measure' });
  if (found.isPrivate && !maySeeGroup(context, 'health')) throw new AppError('not_permitted', { permission: 'private.health' });
  return found;
};

const requireRoom = ({ database }: StoreContext): void => {
  if (listMeasures(database).length >= MOST_MEASURES)
    throw new AppError('conflict', { reason: 'measures_full', limit: MOST_MEASURES });
};

/** What is used for the first time becomes the shop's own, in the words it had. */
export const adoptMeasure = (context: StoreContext, measure: FoundMeasure): void => {
  if (measure.isOwn) return;
  requireRoom(context);
  putMeasure(context.database, measure, context.now());
};

const list = (context: StoreContext, includeArchived: boolean): OutputOf<'measurements.measures'>['measures'] => {
  const own = listMeasures(context.database);
  const known = new Set(own.map(({ id }) => id));
  return [
    ...own.map((measure) => ({ ...measure, isOwn: true })),
    ...offered(context).flatMap((measure) => (known.has(measure.id) ? [] : [{ ...measure, isArchived: false, isOwn: false }])),
  ]
    .filter((measure) => (includeArchived || !measure.isArchived) && (!measure.isPrivate || maySeeGroup(context, 'health')))
    .map((measure) => ({ ...measure, hasValues: measure.isOwn && hasValuesOfMeasure(context.database, measure.id) }));
};

const save = (context: StoreContext, input: HandlerInput<'measurements.saveMeasure'>): OutputOf<'measurements.saveMeasure'> => {
  const { database } = context;
  const before = input.measureId === null ? null : requireMeasure(context, input.measureId);
  const { name, unit, decimals, isPrivate } = input;
  const taken = list(context, true).find((measure) => measure.name === name && measure.id !== before?.id);
  if (taken) throw new AppError('conflict', { reason: 'measure_taken', measureId: taken.id });
  // 62 cm does not become 62 inches by another word behind it.
  if (before !== null && unit !== before.unit && hasValuesOfMeasure(database, before.id))
    refuseField('unit', 'measure_unit_fixed');
  if (before?.isOwn !== true) requireRoom(context);
  const id = before?.id ?? toMeasureId(context.newId());
  putMeasure(database, { id, name, unit, decimals, isPrivate }, context.now());
  const former = before && { name: before.name, unit: before.unit, decimals: before.decimals, isPrivate: before.isPrivate };
  context.audited({ measure: name, unit, decimals, isPrivate, ...(former === null ? {} : { before: former }) });
  context.changed(['measurements'], null);
  return { measureId: id, before: former };
};

const upkeep = {
  topic: 'measurements',
  what: 'measure',
  auditName: 'measure',
  inUse: 'measure_in_use',
  adopt: adoptMeasure,
  isUsed: hasValuesOfMeasure,
  markArchived: markMeasureArchived,
  remove: deleteMeasure,
} as const;

/** What the shop measures, with which unit (X26). */
export const measureHandlers: Pick<
  HandlersOf<'measurements'>,
  'measurements.measures' | 'measurements.saveMeasure' | 'measurements.archiveMeasure' | 'measurements.removeMeasure'
> = {
  'measurements.measures': (context, { includeArchived }) => ({ measures: list(context, includeArchived) }),
  'measurements.saveMeasure': save,
  'measurements.archiveMeasure': (context, { measureId, isArchived }) =>
    archiveDefinition(context, upkeep, requireMeasure(context, measureId), isArchived),
  'measurements.removeMeasure': (context, { measureId }) => removeDefinition(context, upkeep, requireMeasure(context, measureId)),
};
