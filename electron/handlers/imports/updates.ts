import { customerFieldSchema } from '../../../shared/contract/customers.ts';
import type { NewCustomer } from '../../../shared/contract/customers.ts';
import type { CustomerDraft } from '../../../shared/domain/imports/customers.ts';
import type { PartialDateParts } from '../../../shared/domain/partialDate.ts';
import { phoneE164 } from '../../../shared/domain/phones.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import type { Instant } from '../../../shared/types/time.ts';
import { listContactMethods, primaryOf, replaceContactMethod } from '../../store/contactMethods.ts';
import { fieldsOf, updateCustomer } from '../../store/customers.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { birthdayAmong, listImportantDates, replaceBirthday } from '../../store/importantDates.ts';

/** A list can bring every field of a customer. */
const importedFields = customerFieldSchema.options;
type ImportedField = (typeof importedFields)[number];
export type ImportedValues = { readonly [Field in ImportedField]: Exclude<NewCustomer[Field], undefined> };
export type ImportedChanges = { readonly [Field in ImportedField]?: ImportedValues[Field] | undefined };

const contactFields = ['phone', 'wechat', 'email'] as const;

/** The present values of those fields. */
export const readImportedValues = (database: StoreDatabase, record: CustomerRecord): ImportedValues => {
  const methods = listContactMethods(database, record.id);
  return {
    ...fieldsOf(record),
    birthday: birthdayAmong(listImportantDates(database, record.id)),
    phone: primaryOf(methods, 'phone')?.value ?? null,
    wechat: primaryOf(methods, 'wechat')?.value ?? null,
    email: primaryOf(methods, 'email')?.value ?? null,
  };
};

const sameDate = (one: PartialDateParts | null, other: PartialDateParts | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    (['calendar', 'year', 'month', 'day', 'isLeapMonth'] as const).every((part) => one[part] === other[part]));

const samePhone = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && phoneE164(one) !== null && phoneE164(one) === phoneE164(other));

const isSame = (field: ImportedField, one: ImportedValues, other: ImportedChanges): boolean => {
  if (field === 'birthday') return sameDate(one.birthday, other.birthday ?? null);
  if (field === 'phone') return samePhone(one.phone, other.phone ?? null);
  return one[field] === other[field] || JSON.stringify(one[field]) === JSON.stringify(other[field]);
};

/** The fields that a row of a list can bring by itself; owner and referrer are people to be found first. */
const draftFields = [
  'name',
  'gender',
  'birthday',
  'cardNo',
  'wechat',
  'email',
  'region',
  'address',
  'occupation',
  'source',
  'note',
  'safetyNote',
] as const satisfies readonly (ImportedField & keyof CustomerDraft)[];

/** What the file says otherwise than the store. What the file does not say stays; nothing is ever emptied. */
export const changesBy = (
  draft: CustomerDraft,
  people: Pick<ImportedChanges, 'ownerId' | 'referrerId'> = {},
): ImportedChanges => ({
  ...(draft.phone !== null && { phone: draft.phone.value }),
  ...Object.fromEntries(draftFields.flatMap((field) => (draft[field] === null ? [] : [[field, draft[field]]]))),
  ...draft.card,
  ...people,
});

/** Those of the changes that would change something. */
export const differences = (present: ImportedValues, changes: ImportedChanges): ImportedChanges =>
  Object.fromEntries(
    Object.entries(changes).filter(
      ([field]) => !importedFields.some((known) => known === field && isSame(known, present, changes)),
    ),
  );

/** Those of the changes that fill in what the shop does not know. */
export const onlyBlanks = (present: ImportedValues, changes: ImportedChanges): ImportedChanges =>
  Object.fromEntries(
    Object.entries(changes).filter(([field]) =>
      importedFields.some(
        (known) => known === field && (present[known] === null || (known === 'gender' && present.gender === 'unknown')),
      ),
    ),
  );

/** Writes the values, and counts the customer's revision up. */
export const writeImportedValues = (
  database: StoreDatabase,
  customerId: CustomerId,
  changes: ImportedChanges,
  { at, newId }: { readonly at: Instant; readonly newId: () => string },
): void => {
  const { birthday, phone, wechat, email, name, ...columns } = changes;
  updateCustomer(database, customerId, { ...columns, ...(name !== undefined && { name }) }, at);
  if (birthday !== undefined) replaceBirthday(database, { customerId, birthday, newId });
  const contacts = { phone, wechat, email };
  for (const field of contactFields) {
    const value = contacts[field];
    if (value !== undefined) replaceContactMethod(database, { customerId, field, value, at, newId });
  }
};
