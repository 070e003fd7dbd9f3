import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { MOST_CUSTOM_FIELDS, MOST_OPTIONS } from '../../../shared/contract/customFields.ts';
import type { CustomField } from '../../../shared/contract/customFields.ts';
import { isOptionName } from '../../../shared/domain/customFields.ts';
import { AppError } from '../../../shared/errors.ts';
import { customFieldId as toFieldId, customFieldOptionId as toOptionId } from '../../../shared/types/ids.ts';
import type { CustomFieldId, CustomFieldOptionId } from '../../../shared/types/ids.ts';
import type { StoreDatabase } from '../../store/database.ts';
import {
  deleteCustomField,
  findCustomField,
  hasCustomValues,
  insertCustomField,
  listCustomFields,
  replaceOptions,
  updateCustomField,
} from '../../store/customFields.ts';
import { auditDetails } from '../audit/notes.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { hiddenFields } from '../sight.ts';
import { refuseField } from '../refuseField.ts';

/** Throws not_found for a field nobody knows. */
export const requireField = (database: StoreDatabase, id: CustomFieldId): CustomField => {
  const field = findCustomField(database, id);
  if (!field) throw new AppError('not_found', { what: 'custom_field' });
  return field;
};

const requireFreeName = (fields: readonly CustomField[], name: string, own: CustomFieldId | null): void => {
  const taken = fields.find((field) => field.name === name && field.id !== own);
  if (taken) throw new AppError('conflict', { reason: 'custom_field_taken', fieldId: taken.id });
};

const hasOptions = (type: CustomField['type']): boolean => type === 'choice' || type === 'choices';

type WantedOption = { readonly optionId: CustomFieldOptionId | null; readonly name: string };

/** The options with their ids: a new one under an archived one's name is that one again. */
const withIds = (
  context: StoreContext,
  field: CustomField,
  wanted: readonly WantedOption[],
  path: string,
): { readonly id: CustomFieldOptionId; readonly name: string }[] => {
  const asked = new Set(wanted.map(({ optionId }) => optionId));
  // A name of before may stay; a new one must come back from a file as it went.
  const unfit = wanted.findIndex(
    ({ name }) => !isOptionName(field.type, name) && !field.options.some((option) => option.name === name),
  );
  if (unfit !== -1) refuseField(`${path}.${unfit}.name`, 'option_with_separator');
  const options = wanted.map(({ optionId, name }, index) => {
    if (optionId !== null && !field.options.some(({ id }) => id === optionId))
      refuseField(`${path}.${index}.optionId`, 'unknown_option');
    const again = field.options.find((option) => option.name === name && !asked.has(option.id));
    return { id: optionId ?? again?.id ?? toOptionId(context.newId()), name };
  });
  const twice = options.findIndex(({ name }, index) => options.findIndex((other) => other.name === name) < index);
  if (twice !== -1) refuseField(`${path}.${twice}.name`, 'option_twice');
  const double = options.findIndex(({ id }, index) => options.findIndex((other) => other.id === id) < index);
  if (double !== -1) refuseField(`${path}.${double}.optionId`, 'option_twice');
  const named = new Set(options.map(({ id }) => id));
  const clash = options.findIndex(({ name }) => field.options.some((option) => option.name === name && !named.has(option.id)));
  if (clash !== -1) refuseField(`${path}.${clash}.name`, 'option_twice');
  if (options.length + field.options.filter(({ id }) => !named.has(id)).length > 2 * MOST_OPTIONS)
    refuseField(path, 'too_many_options');
  return options;
};

const create = (context: StoreContext, input: HandlerInput<'customFields.create'>): OutputOf<'customFields.create'> => {
  const { database } = context;
  const fields = listCustomFields(database, true);
  requireFreeName(fields, input.name, null);
  if (fields.length >= MOST_CUSTOM_FIELDS)
    throw new AppError('conflict', { reason: 'custom_fields_full', limit: MOST_CUSTOM_FIELDS });
  if (hasOptions(input.type) !== input.options.length > 0)
    refuseField('options', hasOptions(input.type) ? 'options_needed' : 'options_unfit');
  const id = toFieldId(context.newId());
  insertCustomField(database, {
    id,
    name: input.name,
    type: input.type,
    group_name: input.groupName ?? '',
    position: fields.length,
    is_required: input.isRequired === true ? 1 : 0,
    is_searchable: input.isSearchable === true && (input.privateGroup ?? null) === null ? 1 : 0,
    private_group: input.privateGroup ?? null,
    is_in_list: input.isInList === true ? 1 : 0,
    archived_at: null,
  });
  const field = requireField(database, id);
  const options = input.options.map((name) => ({ optionId: null, name }));
  replaceOptions(database, id, withIds(context, field, options, 'options'), context.now());
  context.audited({ fieldName: input.name, after: { privateGroup: input.privateGroup ?? null } });
  context.changed(['customFields'], null);
  return { fieldId: id };
};

type Changes = HandlerInput<'customFields.update'>['changes'];

const columnsOf = (context: StoreContext, field: CustomField, changes: Changes) => ({
  ...(changes.name !== undefined && { name: changes.name }),
  ...(changes.groupName !== undefined && { group_name: changes.groupName }),
  ...(changes.isRequired !== undefined && { is_required: changes.isRequired ? (1 as const) : (0 as const) }),
  ...((changes.isSearchable !== undefined || changes.privateGroup !== undefined) && {
    is_searchable:
      (changes.isSearchable ?? field.isSearchable) &&
      (changes.privateGroup === undefined ? field.privateGroup : changes.privateGroup) === null
        ? (1 as const)
        : (0 as const),
  }),
  ...(changes.privateGroup !== undefined && { private_group: changes.privateGroup }),
  ...(changes.isInList !== undefined && { is_in_list: changes.isInList ? (1 as const) : (0 as const) }),
  ...(changes.isArchived !== undefined &&
    changes.isArchived !== field.isArchived && { archived_at: changes.isArchived ? context.now() : null }),
});

const onOffer = (field: CustomField) =>
  field.options.filter(({ isArchived }) => !isArchived).map(({ id, name }) => ({ optionId: id, name }));

const update = (
  context: StoreContext,
  { fieldId, changes }: HandlerInput<'customFields.update'>,
): OutputOf<'customFields.update'> => {
  const { database } = context;
  const field = requireField(database, fieldId);
  // Whoever does not see it cannot open it to everybody either.
  const lacked = hiddenFields(context).get(fieldId);
  if (lacked !== undefined) throw new AppError('not_permitted', { permission: lacked });
  if (changes.name !== undefined) requireFreeName(listCustomFields(database, true), changes.name, fieldId);
  updateCustomField(database, fieldId, columnsOf(context, field, changes));
  if (changes.options !== undefined) {
    if (hasOptions(field.type) !== changes.options.length > 0)
      refuseField('changes.options', hasOptions(field.type) ? 'options_needed' : 'options_unfit');
    replaceOptions(database, fieldId, withIds(context, field, changes.options, 'changes.options'), context.now());
  }
  context.changed(['customFields'], null);
  const former = { ...field, options: onOffer(field) };
  const before: OutputOf<'customFields.update'>['before'] = {};
  for (const name of [
    'name',
    'groupName',
    'isRequired',
    'isSearchable',
    'isInList',
    'isArchived',
    'privateGroup',
    'options',
  ] as const)
    if (changes[name] !== undefined) Reflect.set(before, name, former[name]);
  // Out of the group again, the box finds people by it again.
  if (changes.privateGroup !== undefined) before.isSearchable = field.isSearchable;
  const { options: _options, ...told } = before;
  context.audited({
    fieldName: field.name,
    before: auditDetails(told),
    after: auditDetails(Object.fromEntries(Object.keys(told).map((name) => [name, Reflect.get(changes, name) ?? null]))),
  });
  return { before };
};

/** The shop's own fields: what they are called, what they hold, where they show. */
export const customFieldDefinitions: Pick<
  HandlersOf<'customFields'>,
  'customFields.list' | 'customFields.create' | 'customFields.update' | 'customFields.order' | 'customFields.remove'
> = {
  'customFields.list': (context, { includeArchived }) => {
    const hidden = hiddenFields(context);
    return {
      fields: listCustomFields(context.database, includeArchived)
        .filter(({ id }) => !hidden.has(id))
        .map((field) => ({ ...field, hasValues: hasCustomValues(context.database, field.id) })),
    };
  },
  'customFields.create': create,
  'customFields.update': update,
  'customFields.order': (context, { fieldIds }) => {
    const before = listCustomFields(context.database, true).map(({ id }) => id);
    const named = [...new Set(fieldIds)].filter((id) => before.includes(id));
    [...named, ...before.filter((id) => !named.includes(id))].forEach((id, position) => {
      updateCustomField(context.database, id, { position });
    });
    context.changed(['customFields'], null);
    return { before };
  },
  'customFields.remove': (context, { fieldId }) => {
    const { name } = requireField(context.database, fieldId);
    if (hasCustomValues(context.database, fieldId)) throw new AppError('conflict', { reason: 'custom_field_in_use' });
    deleteCustomField(context.database, fieldId);
    context.audited({ fieldName: name });
    context.changed(['customFields'], null);
    return {};
  },
};
