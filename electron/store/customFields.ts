import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import type { CustomField } from '../../shared/contract/customFields.ts';
import type { FieldValue } from '../../shared/domain/customFields.ts';
import { customFieldOptionId } from '../../shared/types/ids.ts';
import type { CustomFieldId, CustomFieldOptionId, CustomerId } from '../../shared/types/ids.ts';
import { isLocalDate, localDate } from '../../shared/types/time.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, parameter, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { CustomFieldOptionsTable, CustomFieldValuesTable, CustomFieldsTable } from './schema/customFields.ts';

// The shop's own fields, and each customer's values in them. A few dozen definitions, read whole.

const fieldOf = (row: Selectable<CustomFieldsTable>, options: readonly Selectable<CustomFieldOptionsTable>[]): CustomField => ({
  id: row.id,
  name: row.name,
  type: row.type,
  groupName: row.group_name,
  isRequired: row.is_required === 1,
  isSearchable: row.is_searchable === 1,
  isInList: row.is_in_list === 1,
  isArchived: row.archived_at !== null,
  privateGroup: row.private_group,
  options: options
    .filter(({ field_id: fieldId }) => fieldId === row.id)
    .map(({ id, name, archived_at: archivedAt }) => ({ id, name, isArchived: archivedAt !== null })),
});

/** The definitions in the shop's order, archived ones too when asked for. */
export const listCustomFields = (database: StoreDatabase, includeArchived = false): CustomField[] => {
  const fields = rows(database, sqlite.selectFrom('custom_fields').selectAll().orderBy('position').orderBy('name'));
  const options = rows(database, sqlite.selectFrom('custom_field_options').selectAll().orderBy('position').orderBy('name'));
  return fields.filter((row) => includeArchived || row.archived_at === null).map((row) => fieldOf(row, options));
};

export const findCustomField = (database: StoreDatabase, id: CustomFieldId): CustomField | undefined =>
  listCustomFields(database, true).find((field) => field.id === id);

export const hasCustomValues = (database: StoreDatabase, fieldId: CustomFieldId): boolean =>
  firstRow(database, sqlite.selectFrom('custom_field_values').select('field_id').where('field_id', '=', fieldId).limit(1)) !==
  undefined;

export const insertCustomField = (database: StoreDatabase, row: Insertable<CustomFieldsTable>): void => {
  execute(database, sqlite.insertInto('custom_fields').values(row));
};

export const updateCustomField = (
  database: StoreDatabase,
  id: CustomFieldId,
  row: Partial<Omit<Insertable<CustomFieldsTable>, 'id' | 'type'>>,
): void => {
  if (Object.keys(row).length > 0) execute(database, sqlite.updateTable('custom_fields').set(row).where('id', '=', id));
};

/** Its options go with it. Only for a field without values: the key of the values refuses the rest. */
export const deleteCustomField = (database: StoreDatabase, id: CustomFieldId): void => {
  execute(database, sqlite.deleteFrom('custom_fields').where('id', '=', id));
};

/**
 * Makes these the options on offer, in this order: those not named are archived and stay with whoever has them. A new one that
 * bears an archived one's name is that one again.
 */
export const replaceOptions = (
  database: StoreDatabase,
  fieldId: CustomFieldId,
  wanted: readonly { readonly id: CustomFieldOptionId; readonly name: string }[],
  at: Instant,
): void => {
  const named = new Set(wanted.map(({ id }) => id));
  const put = sqlite.updateTable('custom_field_options').where('field_id', '=', fieldId);
  const present = rows(database, sqlite.selectFrom('custom_field_options').selectAll().where('field_id', '=', fieldId));
  const kept = present.filter(({ id }) => !named.has(id));
  // Names are unique in a field: first every name that changes makes way.
  for (const { id } of present) if (named.has(id)) execute(database, put.set({ name: id }).where('id', '=', id));
  kept.forEach((row, index) => {
    execute(database, put.set({ position: wanted.length + index, archived_at: row.archived_at ?? at }).where('id', '=', row.id));
  });
  wanted.forEach(({ id, name }, position) => {
    const row = { field_id: fieldId, name, position, archived_at: null };
    execute(
      database,
      sqlite
        .insertInto('custom_field_options')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
    );
  });
};

type ValueRow = Selectable<CustomFieldValuesTable>;

const deleteValue = hotQuery<{ customerId: CustomerId; fieldId: CustomFieldId }>(
  sqlite
    .deleteFrom('custom_field_values')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('field_id', '=', parameter<CustomFieldId>('fieldId')),
);
const insertValue = hotQuery<ValueRow>(
  sqlite.insertInto('custom_field_values').values({
    customer_id: parameter('customer_id'),
    field_id: parameter('field_id'),
    slot: parameter('slot'),
    text_value: parameter('text_value'),
    number_value: parameter('number_value'),
    date_value: parameter('date_value'),
    option_id: parameter('option_id'),
  }),
);
const ofCustomers = hotQuery<{ customerIds: string }, ValueRow>(
  sqlite
    .selectFrom('custom_field_values')
    .selectAll()
    .where('customer_id', 'in', sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('customerIds')}))`)
    .orderBy('customer_id')
    .orderBy('field_id')
    .orderBy('slot'),
);

type Columns = Pick<ValueRow, 'slot' | 'text_value' | 'number_value' | 'date_value' | 'option_id'>;
const blank: Columns = { slot: '', text_value: null, number_value: null, date_value: null, option_id: null };

const columnsOf = (type: CustomField['type'], value: FieldValue): Columns[] => {
  if (value === null) return [];
  if (typeof value === 'number') return [{ ...blank, number_value: value }];
  if (typeof value === 'boolean') return [{ ...blank, number_value: value ? 1 : 0 }];
  if (typeof value !== 'string') return value.map((id) => ({ ...blank, slot: id, option_id: id }));
  if (type === 'choice') return [{ ...blank, option_id: customFieldOptionId(value) }];
  return [type === 'date' && isLocalDate(value) ? { ...blank, date_value: localDate(value) } : { ...blank, text_value: value }];
};

/** Writes one customer's value, already in its stored form (`fittedValue`); null takes it away. */
export const setCustomValue = (
  database: StoreDatabase,
  customerId: CustomerId,
  field: Pick<CustomField, 'id' | 'type'>,
  value: FieldValue,
): void => {
  deleteValue.run(database, { customerId, fieldId: field.id });
  for (const columns of columnsOf(field.type, value))
    insertValue.run(database, { customer_id: customerId, field_id: field.id, ...columns });
};

const valueOf = (field: CustomField, stored: readonly ValueRow[]): FieldValue => {
  const [first] = stored;
  if (!first) return null;
  switch (field.type) {
    case 'text':
      return first.text_value;
    case 'number':
      return first.number_value;
    case 'date':
      return first.date_value;
    case 'yes_no':
      return first.number_value === 1;
    case 'choice':
      return first.option_id;
    case 'choices': {
      const chosen = new Set(stored.map(({ option_id: id }) => id));
      return field.options.map(({ id }) => id).filter((id) => chosen.has(id));
    }
  }
};

/** The values of these customers by field: only what is known. `fields` are all definitions, archived ones too. */
export const listCustomValues = (
  database: StoreDatabase,
  customerIds: readonly CustomerId[],
  fields: readonly CustomField[] = listCustomFields(database, true),
): ReadonlyMap<CustomerId, ReadonlyMap<CustomFieldId, FieldValue>> => {
  const found = new Map<CustomerId, Map<CustomFieldId, FieldValue>>(customerIds.map((id) => [id, new Map()]));
  if (fields.length === 0) return found;
  const known = new Map(fields.map((field) => [field.id, field]));
  let own: ValueRow[] = [];
  // The rows come by customer and field: each run of the same is one value.
  const close = (): void => {
    const [first] = own;
    const field = first && known.get(first.field_id);
    if (field) found.get(first.customer_id)?.set(field.id, valueOf(field, own));
  };
  for (const row of ofCustomers.rows(database, { customerIds: JSON.stringify(customerIds) })) {
    const last = own[0];
    if (last && last.customer_id === row.customer_id && last.field_id === row.field_id) own.push(row);
    else {
      close();
      own = [row];
    }
  }
  close();
  return found;
};

/** The fields the search box looks into, and all their values of one customer (`customers.id`) as one text. */
export const searchableValuesSql = `(SELECT group_concat(coalesce(own.text_value, chosen.name, own.date_value, format('%!.15g', own.number_value)), char(31))
  FROM custom_field_values AS own
  JOIN custom_fields ON custom_fields.id = own.field_id AND custom_fields.is_searchable = 1 AND custom_fields.archived_at IS NULL
  LEFT JOIN custom_field_options AS chosen ON chosen.id = own.option_id
  WHERE own.customer_id = customers.id AND custom_fields.type <> 'yes_no')`;

/** The SQL of the reads above, so that their plans can be asserted. */
export const customFieldQueries = { ofCustomers: ofCustomers.sql };
