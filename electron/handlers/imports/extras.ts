import { z } from 'zod';
import type { ImportedExtras } from '../../../shared/domain/imports/extras.ts';
import { fieldValueText, parseFieldValue, type FieldValue } from '../../../shared/domain/customFields.ts';
import { MOST_CUSTOM_FIELDS, type CustomField } from '../../../shared/contract/customFields.ts';
import { tagSourceSchema } from '../../../shared/contract/tags.ts';
import { localDateSchema } from '../../../shared/contract/values.ts';
import { AppError } from '../../../shared/errors.ts';
import { customFieldId } from '../../../shared/types/ids.ts';
import type { CustomerId, ImportId, TagId } from '../../../shared/types/ids.ts';
import { insertCustomField, listCustomFields, listCustomValues, setCustomValue } from '../../store/customFields.ts';
import { addTagToCustomer, hasOtherTagOfGroup } from '../../store/customerTags.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { insertImportAddition } from '../../store/imports.ts';
import { findOrCreateTag, findTagGroupByName } from '../../store/tags.ts';
import type { StoreContext } from '../context.ts';

/** Tags and values of own fields on their way through the scratch file. */
export const extrasSchema = z.object({
  tags: z.array(
    z.object({
      group: z.string(),
      name: z.string(),
      source: tagSourceSchema.optional(),
      taggedOn: localDateSchema.optional(),
    }),
  ),
  values: z.array(z.object({ field: z.string(), text: z.string() })),
});

export const hasExtras = ({ tags, values }: ImportedExtras): boolean => tags.length > 0 || values.length > 0;

/** The first value that does not fit the shop's own field of that name; null when all do, or the field is yet to be made. */
export const unfitValue = (
  fields: ReadonlyMap<string, CustomField>,
  { values }: ImportedExtras,
): ImportedExtras['values'][number] | null =>
  values.find(({ field, text }) => {
    const known = fields.get(field);
    return known !== undefined && parseFieldValue(known, text) === undefined;
  }) ?? null;

/** The shop's own fields by name. */
export const fieldsByName = (database: StoreDatabase): ReadonlyMap<string, CustomField> =>
  new Map(listCustomFields(database, true).map((field) => [field.name, field]));

/** Writes tags and values of own fields, making what the library does not have; each is noted for the undo. */
export const extrasWriter = (context: StoreContext, importId: ImportId) => {
  const { database } = context;
  const fields = new Map(fieldsByName(database));
  const tags = new Map<string, TagId>();
  const note = (
    kind: 'tag' | 'tag_group' | 'custom_field' | 'custom_value',
    rowId: string,
    customerId: CustomerId | null,
    value: string,
  ): void => {
    insertImportAddition(database, { import_id: importId, kind, row_id: rowId, customer_id: customerId, value });
  };
  const tagFor = (group: string, name: string): TagId => {
    const key = `${group}\n${name}`;
    const known = tags.get(key);
    if (known !== undefined) return known;
    const isNewGroup = findTagGroupByName(database, group) === undefined;
    const { tagId, isNew } = findOrCreateTag(database, { groupName: group, name, newId: () => context.newId() });
    if (isNew) note('tag', tagId, null, name);
    const made = isNewGroup ? findTagGroupByName(database, group) : undefined;
    if (made) note('tag_group', made.id, null, group);
    tags.set(key, tagId);
    return tagId;
  };
  const fieldFor = (name: string): CustomField => {
    const known = fields.get(name);
    if (known) return known;
    if (fields.size >= MOST_CUSTOM_FIELDS) throw new AppError('conflict', { reason: 'too_many_fields' });
    const id = customFieldId(context.newId());
    insertCustomField(database, {
      id,
      name,
      type: 'text',
      group_name: '',
      position: fields.size,
      is_required: 0,
      is_searchable: 0,
      is_in_list: 0,
      archived_at: null,
    });
    note('custom_field', id, null, name);
    const made: CustomField = {
      id,
      name,
      type: 'text',
      groupName: '',
      isRequired: false,
      isSearchable: false,
      isInList: false,
      privateGroup: null,
      isArchived: false,
      options: [],
    };
    fields.set(name, made);
    return made;
  };

  /** What the file says replaces a value only where `fileWins`; true when anything was written. */
  return (customerId: CustomerId, extras: ImportedExtras, fileWins: boolean): boolean => {
    let isChanged = false;
    for (const { group, name, source, taggedOn } of extras.tags) {
      const tagId = tagFor(group, name);
      // A file takes no tag away: of an exclusive group the one that is there stays.
      if (hasOtherTagOfGroup(database, customerId, tagId)) continue;
      isChanged =
        addTagToCustomer(database, {
          customerId,
          tagId,
          source: source ?? 'import',
          taggedOn: taggedOn ?? context.today(),
          staffId: context.actor.staffId,
          importId,
        }) || isChanged;
    }
    const present =
      extras.values.length === 0 ? undefined : listCustomValues(database, [customerId], [...fields.values()]).get(customerId);
    for (const { field: fieldName, text } of extras.values) {
      const field = fieldFor(fieldName);
      const value = parseFieldValue(field, text) ?? null;
      const before: FieldValue = present?.get(field.id) ?? null;
      if (value === null || (before !== null && !fileWins) || fieldValueText(field, before) === fieldValueText(field, value))
        continue;
      setCustomValue(database, customerId, field, value);
      note('custom_value', `${customerId} ${field.id}`, customerId, JSON.stringify({ before, after: value }));
      isChanged = true;
    }
    return isChanged;
  };
};
