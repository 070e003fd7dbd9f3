import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { nameSortKey } from '../../shared/domain/names.ts';
import type { NewCustomer } from '../../shared/contract/customers.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { CustomersTable, Flag } from './schema.ts';

export type CustomerRecord = Selectable<CustomersTable>;

/** Fields that stand in the customer's own row; birthday, phone, wechat and email have rows of their own. */
export type CustomerColumns = Omit<NewCustomer, 'birthday' | 'phone' | 'wechat' | 'email'>;

/** Changes to some of them; what is absent or undefined stays. */
export type CustomerChanges = { readonly [Name in keyof CustomerColumns]?: CustomerColumns[Name] | undefined };

const flag = (value: boolean): Flag => (value ? 1 : 0);

/** The columns of the given fields; what is not given is left out. */
const columnsOf = (fields: CustomerChanges): Partial<CustomerRecord> => ({
  ...(fields.name !== undefined && { name: fields.name, name_pinyin: nameSortKey(fields.name) }),
  ...(fields.gender !== undefined && { gender: fields.gender }),
  ...(fields.statedAge !== undefined && {
    stated_age: fields.statedAge?.years ?? null,
    stated_age_on: fields.statedAge?.on ?? null,
  }),
  ...(fields.cardNo !== undefined && { card_no: fields.cardNo }),
  ...(fields.occupation !== undefined && { occupation: fields.occupation }),
  ...(fields.incomeBand !== undefined && { income_band: fields.incomeBand }),
  ...(fields.education !== undefined && { education: fields.education }),
  ...(fields.address !== undefined && { address: fields.address }),
  ...(fields.region !== undefined && { region: fields.region }),
  ...(fields.source !== undefined && { source: fields.source }),
  ...(fields.referrerId !== undefined && { referrer_id: fields.referrerId }),
  ...(fields.ownerId !== undefined && { owner_id: fields.ownerId }),
  ...(fields.isVip !== undefined && { is_vip: flag(fields.isVip) }),
  ...(fields.vipReason !== undefined && { vip_reason: fields.vipReason }),
  ...(fields.needType !== undefined && { need_type: fields.needType }),
  ...(fields.preferredChannel !== undefined && { preferred_channel: fields.preferredChannel }),
  ...(fields.contactFromHour !== undefined && { contact_from_hour: fields.contactFromHour }),
  ...(fields.contactToHour !== undefined && { contact_to_hour: fields.contactToHour }),
  ...(fields.doNotContact !== undefined && { do_not_contact: flag(fields.doNotContact) }),
  ...(fields.consentOn !== undefined && { consent_on: fields.consentOn }),
  ...(fields.consentSource !== undefined && { consent_source: fields.consentSource }),
  ...(fields.consentWithdrawnOn !== undefined && { consent_withdrawn_on: fields.consentWithdrawnOn }),
  ...(fields.safetyNote !== undefined && { safety_note: fields.safetyNote }),
  ...(fields.likes !== undefined && { likes: fields.likes }),
  ...(fields.motive !== undefined && { motive: fields.motive }),
  ...(fields.needs !== undefined && { needs: fields.needs }),
  ...(fields.usageHabits !== undefined && { usage_habits: fields.usageHabits }),
  ...(fields.painPoints !== undefined && { pain_points: fields.painPoints }),
  ...(fields.note !== undefined && { note: fields.note }),
  ...(fields.status !== undefined && { status: fields.status }),
});

/** The fields of a customer's own row. */
export const fieldsOf = (row: CustomerRecord) => ({
  name: row.name,
  gender: row.gender,
  statedAge: row.stated_age === null || row.stated_age_on === null ? null : { years: row.stated_age, on: row.stated_age_on },
  cardNo: row.card_no,
  occupation: row.occupation,
  incomeBand: row.income_band,
  education: row.education,
  address: row.address,
  region: row.region,
  source: row.source,
  referrerId: row.referrer_id,
  ownerId: row.owner_id,
  isVip: row.is_vip === 1,
  vipReason: row.vip_reason,
  needType: row.need_type,
  preferredChannel: row.preferred_channel,
  contactFromHour: row.contact_from_hour,
  contactToHour: row.contact_to_hour,
  doNotContact: row.do_not_contact === 1,
  consentOn: row.consent_on,
  consentSource: row.consent_source,
  consentWithdrawnOn: row.consent_withdrawn_on,
  safetyNote: row.safety_note,
  likes: row.likes,
  motive: row.motive,
  needs: row.needs,
  usageHabits: row.usage_habits,
  painPoints: row.pain_points,
  note: row.note,
  status: row.status,
});

const byId = hotQuery<{ id: CustomerId }, CustomerRecord>(
  sqlite.selectFrom('customers').selectAll().where('id', '=', parameter<CustomerId>('id')),
);
const byNumber = hotQuery<{ number: string }, CustomerRecord>(
  sqlite.selectFrom('customers').selectAll().where('number', '=', parameter<string>('number')),
);
const byCardNo = hotQuery<{ cardNo: string }, CustomerRecord>(
  sqlite.selectFrom('customers').selectAll().where('card_no', '=', parameter<string>('cardNo')),
);

/** The customer, removed or not; undefined when nobody has the id. */
export const findCustomerById = (database: StoreDatabase, id: CustomerId): CustomerRecord | undefined =>
  byId.first(database, { id });

export const findCustomerByNumber = (database: StoreDatabase, number: string): CustomerRecord | undefined =>
  byNumber.first(database, { number });

/** The holder of a card, removed or not: a card number belongs to one customer. */
export const findCustomerByCardNo = (database: StoreDatabase, cardNo: string): CustomerRecord | undefined =>
  byCardNo.first(database, { cardNo });

/** Adds a customer's row. The caller has made sure that number and card are free, and adds contact methods and dates. */
export const insertCustomer = (
  database: StoreDatabase,
  customer: { readonly id: CustomerId; readonly number: string; readonly at: Instant; readonly fields: CustomerColumns },
): void => {
  const { id, number, at, fields } = customer;
  const row = {
    is_vip: flag(false),
    do_not_contact: flag(false),
    gender: 'unknown',
    status: 'customer',
    ...columnsOf(fields),
    id,
    number,
    name: fields.name,
    name_pinyin: nameSortKey(fields.name),
    created_at: at,
    changed_at: at,
  } as const;
  execute(database, sqlite.insertInto('customers').values(row));
};

/** Writes the given fields and counts the revision up. */
export const updateCustomer = (database: StoreDatabase, id: CustomerId, changes: CustomerChanges, at: Instant): void => {
  const columns = { ...columnsOf(changes), changed_at: at };
  execute(
    database,
    sqlite
      .updateTable('customers')
      .set((row) => ({ ...columns, revision: row('revision', '+', 1) }))
      .where('id', '=', id),
  );
};

/** Marks a customer as removed (an instant) or not (null). The facts stay. */
export const markCustomerRemoved = (database: StoreDatabase, id: CustomerId, removedAt: Instant | null, at: Instant): void => {
  execute(
    database,
    sqlite
      .updateTable('customers')
      .set((row) => ({ removed_at: removedAt, changed_at: at, revision: row('revision', '+', 1) }))
      .where('id', '=', id),
  );
};

/** The condition stands in the partial index customers_by_number_value word for word. */
export const highestNumberQuery = `SELECT CAST(number AS INTEGER) AS highest FROM customers
  WHERE length(number) <= 9 AND number NOT GLOB '*[^0-9]*' ORDER BY CAST(number AS INTEGER) DESC LIMIT 1`;

/** Numbers of an import on its way in are promised to its people. */
const promisedNumberQuery = `SELECT max(highest_number) AS highest FROM imports WHERE state <> 'finished'`;

/**
 * The next free customer number: one above the highest plain number in use, from `first` upward. Numbers of more than nine
 * digits (phones used as numbers) and those with letters are left aside.
 */
export const nextCustomerNumber = (database: StoreDatabase, first: number): string => {
  const highest = plainRows<{ highest: number }>(database, highestNumberQuery)[0]?.highest ?? 0;
  const promised = plainRows<{ highest: number | null }>(database, promisedNumberQuery)[0]?.highest ?? 0;
  let next = Math.max(first, highest + 1, promised + 1);
  while (byNumber.first(database, { number: String(next) })) next += 1;
  return String(next);
};

const countAll = hotQuery<Record<never, never>, { count: number }>(
  sqlite.selectFrom('customers').select((of) => of.fn.countAll<number>().as('count')),
);
const countRemoved = hotQuery<Record<never, never>, { count: number }>(
  sqlite
    .selectFrom('customers')
    .select(sql<number>`count(*)`.as('count'))
    .where('removed_at', 'is not', null),
);

const countInactive = hotQuery<Record<never, never>, { count: number }>(
  sqlite
    .selectFrom('customers')
    .select(sql<number>`count(*)`.as('count'))
    .where('is_inactive', '=', sql.lit(1))
    .where('removed_at', 'is', null),
);

/** How many active customers there are: removed and inactive ones aside. Counts pages of indexes, not rows. */
export const countCustomers = (database: StoreDatabase): number =>
  (countAll.first(database, {})?.count ?? 0) -
  (countRemoved.first(database, {})?.count ?? 0) -
  (countInactive.first(database, {})?.count ?? 0);

/** The SQL of the reads above, so that their plans can be asserted. */
export const customerQueries = {
  byId: byId.sql,
  byNumber: byNumber.sql,
  byCardNo: byCardNo.sql,
  highestNumber: highestNumberQuery,
  countRemoved: countRemoved.sql,
  countInactive: countInactive.sql,
};
