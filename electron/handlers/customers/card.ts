import type { OutputOf } from '../../../shared/contract.ts';
import { ageOn } from '../../../shared/domain/ages.ts';
import { birthdayOptionsOf, nextOccurrence } from '../../../shared/domain/birthdays.ts';
import { windowStart } from '../../../shared/domain/segments/cutoffs.ts';
import { AppError } from '../../../shared/errors.ts';
import { openReasons } from '../../engine/judge.ts';
import { findClasses } from '../../store/customerClasses.ts';
import { findSummary, spendSince } from '../../store/customerFacts.ts';
import { listTagsOfCustomer } from '../../store/customerTags.ts';
import { findCustomerById, findCustomerByNumber, fieldsOf } from '../../store/customers.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { listContactMethods, primaryOf } from '../../store/contactMethods.ts';
import { birthdayAmong, listFamilyMembers, listImportantDates } from '../../store/importantDates.ts';
import { listVerifications } from '../../store/fieldVerifications.ts';
import { survivorOf } from '../../store/merges.ts';
import { findStaffById } from '../../store/staff.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { valuesOfCustomer } from '../customFields/values.ts';

type Card = OutputOf<'customers.findById'>;

const YEAR_MONTHS = 12;

/** Everything a customer's form holds. */
export const formFields = ({ database }: StoreContext, row: CustomerRecord): Card['fields'] => {
  const methods = listContactMethods(database, row.id);
  return {
    ...fieldsOf(row),
    birthday: birthdayAmong(listImportantDates(database, row.id)),
    phone: primaryOf(methods, 'phone')?.value ?? null,
    wechat: primaryOf(methods, 'wechat')?.value ?? null,
    email: primaryOf(methods, 'email')?.value ?? null,
  };
};

export const contactMethodsOf = ({ database }: StoreContext, row: CustomerRecord): Card['contactMethods'] =>
  listContactMethods(database, row.id).map((method) => ({
    id: method.id,
    type: method.type,
    value: method.value,
    e164: method.e164,
    isValid: method.is_valid === 1,
    verifiedOn: method.verified_on,
  }));

const cardOf = (context: StoreContext, row: CustomerRecord): Card => {
  const { database } = context;
  const today = context.today();
  const options = birthdayOptionsOf(context.settings());
  const fields = formFields(context, row);
  const year = spendSince(database, row.id, windowStart(today, YEAR_MONTHS));
  return {
    id: row.id,
    revision: row.revision,
    number: row.number,
    fields,
    referrerName: row.referrer_id === null ? null : (findCustomerById(database, row.referrer_id)?.name ?? null),
    ownerName: row.owner_id === null ? null : (findStaffById(database, row.owner_id)?.name ?? null),
    age: fields.birthday === null ? null : ageOn(fields.birthday, today, options),
    contactMethods: contactMethodsOf(context, row),
    importantDates: listImportantDates(database, row.id).map((day) => ({
      ...day,
      nextOn: nextOccurrence(day.date, today, options),
    })),
    familyMembers: listFamilyMembers(database, row.id),
    verifications: listVerifications(database, row.id),
    tags: listTagsOfCustomer(database, row.id),
    customFields: valuesOfCustomer(context, row.id),
    summary: findSummary(database, row.id),
    yearSpendCents: year.spendCents,
    yearPurchaseDays: year.purchaseDays,
    classes: findClasses(database, row.id)?.classes ?? null,
    openReasons: row.removed_at === null ? openReasons(context, row.id) : [],
    createdAt: row.created_at,
    removedAt: row.removed_at,
  };
};

const found = (row: CustomerRecord | undefined): CustomerRecord => {
  if (!row) throw new AppError('not_found', { what: 'customer' });
  return row;
};

/** The card: by id, or by the number printed on it, which leads on to the survivor of a merge. A removed customer's card can still be read. */
export const customersCard: Pick<HandlersOf<'customers'>, 'customers.findById' | 'customers.findByNumber'> = {
  'customers.findById': (context, input) => cardOf(context, found(findCustomerById(context.database, input.customerId))),
  'customers.findByNumber': (context, input) => {
    const { id } = found(findCustomerByNumber(context.database, input.number));
    return cardOf(context, found(findCustomerById(context.database, survivorOf(context.database, id))));
  },
};
