import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { keptKeys, optionsProblem } from '../../../shared/domain/ownFields.ts';
import { presetTypes } from '../../../shared/domain/serviceRecords/presets.ts';
import type { RecordTypeWords } from '../../../shared/domain/serviceRecords/presets.ts';
import type { RecordField } from '../../../shared/domain/serviceRecords/fields.ts';
import { AppError } from '../../../shared/errors.ts';
import { recordTypeId as toTypeId } from '../../../shared/types/ids.ts';
import type { RecordTypeId } from '../../../shared/types/ids.ts';
import {
  deleteRecordType,
  findRecordType,
  hasRecordsOfType,
  listRecordTypes,
  markRecordTypeArchived,
  putRecordType,
} from '../../store/recordTypes.ts';
import type { StoredRecordType } from '../../store/recordTypes.ts';
import type { BaseContext, HandlersOf, StoreContext } from '../context.ts';
import { maySeeGroup } from '../sight.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';
import { refuseField } from '../refuseField.ts';

const MOST_TYPES = 100;

const offered = (context: BaseContext): RecordTypeWords[] => presetTypes(context.settings().language);

/** Throws not_permitted for a private type when whoever asks does not see health (X40). */
const requireSeen = <Type extends RecordTypeWords>(context: BaseContext, type: Type): Type => {
  if (type.isPrivate && !maySeeGroup(context, 'health')) throw new AppError('not_permitted', { permission: 'private.health' });
  return type;
};

type FoundType = StoredRecordType & { readonly isOwn: boolean };

/** The type, the shop's own or one on offer, that whoever asks may see. Throws not_found, not_permitted. */
export const requireRecordType = (context: BaseContext, typeId: RecordTypeId): FoundType => {
  const own = findRecordType(context.database, typeId);
  if (own) return requireSeen(context, { ...own, isOwn: true });
  const preset = offered(context).find(({ id }) => id === typeId);
  if (!preset) throw new AppError('not_found', { what: 'record_type' });
  return requireSeen(context, { ...preset, isArchived: false, isOwn: false });
};

/** What is used for the first time becomes the shop's own, in the words it had. */
export const adoptType = (context: StoreContext, { isOwn, isArchived: _isArchived, ...type }: FoundType): void => {
  if (isOwn) return;
  requireRoom(context);
  putRecordType(context.database, type, context.now());
};

const requireRoom = ({ database }: StoreContext): void => {
  if (listRecordTypes(database).length >= MOST_TYPES)
    throw new AppError('conflict', { reason: 'record_types_full', limit: MOST_TYPES });
};

const list = (context: StoreContext, includeArchived: boolean): OutputOf<'serviceRecords.types'>['types'] => {
  const own = listRecordTypes(context.database);
  const known = new Set(own.map(({ id }) => id));
  return [
    ...own.map((type) => ({ ...type, isOwn: true })),
    ...offered(context).flatMap((type) => (known.has(type.id) ? [] : [{ ...type, isArchived: false, isOwn: false }])),
  ]
    .filter((type) => (includeArchived || !type.isArchived) && (!type.isPrivate || maySeeGroup(context, 'health')))
    .map((type) => ({
      ...type,
      fields: type.fields.map((field) => ({ ...field, options: [...field.options] })),
      hasRecords: type.isOwn && hasRecordsOfType(context.database, type.id),
    }));
};

type GivenField = HandlerInput<'serviceRecords.saveType'>['fields'][number];

/** The fields with their keys; two of the same words under one heading are refused. */
const withKeys = (context: StoreContext, before: readonly RecordField[], given: readonly GivenField[]): RecordField[] => {
  const keys = keptKeys(before, given, () => context.newId());
  const said = new Set<string>();
  return given.map(({ key: _key, options, ...field }, index) => {
    const isChoice = field.kind === 'choice';
    const problem = isChoice ? optionsProblem(options) : null;
    if (problem !== null) refuseField(`fields.${index}.options`, problem);
    const words = JSON.stringify([field.group, field.label]);
    if (said.has(words)) refuseField(`fields.${index}.label`, 'record_field_twice');
    said.add(words);
    return { ...field, key: keys[index] ?? '', options: isChoice ? options : [] };
  });
};

const save = (context: StoreContext, input: HandlerInput<'serviceRecords.saveType'>): OutputOf<'serviceRecords.saveType'> => {
  const { database } = context;
  const before = input.typeId === null ? null : requireRecordType(context, input.typeId);
  const { name, isPrivate } = input;
  const taken = list(context, true).find((type) => type.name === name && type.id !== before?.id);
  if (taken) throw new AppError('conflict', { reason: 'record_type_taken', typeId: taken.id });
  if (before?.isOwn !== true) requireRoom(context);
  const id = before?.id ?? toTypeId(context.newId());
  putRecordType(database, { id, name, isPrivate, fields: withKeys(context, before?.fields ?? [], input.fields) }, context.now());
  context.audited({
    recordType: name,
    fields: input.fields.length,
    isPrivate,
    ...(before === null ? {} : { before: { name: before.name, fields: before.fields.length, isPrivate: before.isPrivate } }),
  });
  context.changed(['serviceRecords'], null);
  return {
    typeId: id,
    before: before && {
      name: before.name,
      isPrivate: before.isPrivate,
      fields: before.fields.map((field) => ({ ...field, options: [...field.options] })),
    },
  };
};

const upkeep = {
  topic: 'serviceRecords',
  what: 'record_type',
  auditName: 'recordType',
  inUse: 'record_type_in_use',
  adopt: adoptType,
  isUsed: hasRecordsOfType,
  markArchived: markRecordTypeArchived,
  remove: deleteRecordType,
} as const;

/** What types of record there are, and what their fields are (X24). */
export const recordTypes: Pick<
  HandlersOf<'serviceRecords'>,
  'serviceRecords.types' | 'serviceRecords.saveType' | 'serviceRecords.archiveType' | 'serviceRecords.removeType'
> = {
  'serviceRecords.types': (context, { includeArchived }) => ({ types: list(context, includeArchived) }),
  'serviceRecords.saveType': save,
  'serviceRecords.archiveType': (context, { typeId, isArchived }) =>
    archiveDefinition(context, upkeep, requireRecordType(context, typeId), isArchived),
  'serviceRecords.removeType': (context, { typeId }) => removeDefinition(context, upkeep, requireRecordType(context, typeId)),
};
