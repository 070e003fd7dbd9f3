import { parsePhone } from '../../shared/domain/phones.ts';
import type { ContactMethodId, CustomerId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { ContactMethodsTable, Flag } from './schema.ts';

export interface ContactMethodRow {
  readonly id: ContactMethodId;
  readonly type: ContactMethodsTable['type'];
  readonly label: string | null;
  readonly value: string;
  readonly e164: string | null;
  readonly is_primary: Flag;
  readonly is_valid: Flag;
  readonly verified_on: LocalDate | null;
  readonly created_at: Instant;
}

/** The one-line fields of the customer form that are contact methods. */
export type ContactField = 'phone' | 'wechat' | 'email';

const ofCustomer = hotQuery<{ customerId: CustomerId }, ContactMethodRow>(
  sqlite
    .selectFrom('contact_methods')
    .select(['id', 'type', 'label', 'value', 'e164', 'is_primary', 'is_valid', 'verified_on', 'created_at'])
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('is_primary', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .$castTo<ContactMethodRow>(),
);

const byE164 = hotQuery<{ e164: string }, { customer_id: CustomerId }>(
  sqlite
    .selectFrom('contact_methods')
    .innerJoin('customers', 'customers.id', 'contact_methods.customer_id')
    .select('customer_id')
    .distinct()
    .where('e164', '=', parameter<string>('e164'))
    .where('customers.removed_at', 'is', null)
    .orderBy('customer_id'),
);

/** Every way to reach a customer (R002), the primary ones first. */
export const listContactMethods = (database: StoreDatabase, customerId: CustomerId): ContactMethodRow[] =>
  ofCustomer.rows(database, { customerId });

/** Customers with this very number, removed ones aside. */
export const findCustomersByPhone = (database: StoreDatabase, e164: string): CustomerId[] =>
  byE164.rows(database, { e164 }).map((row) => row.customer_id);

const isOf = (field: ContactField, type: ContactMethodRow['type']): boolean =>
  field === 'phone' ? type === 'mobile' || type === 'landline' : type === field;

/** The contact method that a field of the form shows; the list is in the order of `listContactMethods`. */
export const primaryOf = (methods: readonly ContactMethodRow[], field: ContactField): ContactMethodRow | undefined =>
  methods.find(({ type }) => isOf(field, type));

const isPhone = (type: ContactMethodRow['type']): boolean => type === 'mobile' || type === 'landline';

/** Whether two types are of one kind, of which one method is the primary: mobile and landline are both the phone. */
export const isSameKind = (one: ContactMethodRow['type'], other: ContactMethodRow['type']): boolean =>
  one === other || (isPhone(one) && isPhone(other));

type Parsed = Pick<ContactMethodRow, 'type' | 'value' | 'e164'>;

/** What was typed, as it is kept: a phone decides itself whether it is a mobile; 'not_a_phone' and 'not_an_email' refuse it. */
export const parseContact = (type: ContactMethodRow['type'], value: string): Parsed | 'not_a_phone' | 'not_an_email' => {
  if (type === 'email') return /^[^\s@]+@[^\s@]+$/.test(value) ? { type, value, e164: null } : 'not_an_email';
  if (!isPhone(type)) return { type, value, e164: null };
  return /\d/.test(value) ? { ...parsePhone(value), ...(parsePhone(value).e164 === null && { type }) } : 'not_a_phone';
};

/** Writes a contact method, new or known by its id. */
export const putContactMethod = (database: StoreDatabase, customerId: CustomerId, method: ContactMethodRow): void => {
  const { id, ...row } = method;
  execute(
    database,
    sqlite
      .insertInto('contact_methods')
      .values({ ...row, id, customer_id: customerId })
      .onConflict((known) => known.column('id').doUpdateSet(row)),
  );
};

/** Changes its marks; what is absent stays. */
export const setContactMethod = (
  database: StoreDatabase,
  id: ContactMethodId,
  marks: Partial<Pick<ContactMethodRow, 'is_primary' | 'is_valid' | 'verified_on'>>,
): void => {
  if (Object.keys(marks).length > 0) execute(database, sqlite.updateTable('contact_methods').set(marks).where('id', '=', id));
};

export const deleteContactMethod = (database: StoreDatabase, id: ContactMethodId): void => {
  execute(database, sqlite.deleteFrom('contact_methods').where('id', '=', id));
};

/** Whose contact method it is. */
export const ownerOfContactMethod = (database: StoreDatabase, id: ContactMethodId): CustomerId | undefined =>
  firstRow(database, sqlite.selectFrom('contact_methods').select('customer_id').where('id', '=', id))?.customer_id;

const typed = (field: ContactField, value: string): Pick<ContactMethodRow, 'type' | 'value' | 'e164'> =>
  field === 'phone' ? parsePhone(value) : { type: field, value, e164: null };

/**
 * Writes what the form's field says: a new value takes the place of the old one and counts as valid and not yet verified;
 * null takes it away.
 */
export const replaceContactMethod = (
  database: StoreDatabase,
  change: {
    readonly customerId: CustomerId;
    readonly field: ContactField;
    readonly value: string | null;
    readonly at: Instant;
    readonly newId: () => string;
  },
): void => {
  const { customerId, field, value, at } = change;
  const known = primaryOf(listContactMethods(database, customerId), field);
  if (value === null) {
    if (known) execute(database, sqlite.deleteFrom('contact_methods').where('id', '=', known.id));
    return;
  }
  const { type, e164, value: text } = typed(field, value);
  const row = { type, value: text, e164, is_valid: 1, verified_on: null } as const;
  execute(
    database,
    known
      ? sqlite.updateTable('contact_methods').set(row).where('id', '=', known.id)
      : sqlite
          .insertInto('contact_methods')
          .values({ ...row, id: change.newId(), customer_id: customerId, is_primary: 1, created_at: at }),
  );
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const contactMethodQueries = { ofCustomer: ofCustomer.sql, byE164: byE164.sql };
