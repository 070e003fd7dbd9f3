import type { OutputOf } from '../../../shared/contract.ts';
import { ageOn, statedAgeOn } from '../../../shared/domain/ages.ts';
import { birthdayOptionsOf, nextOccasion } from '../../../shared/domain/birthdays.ts';
import type { BirthdayOptions } from '../../../shared/domain/birthdays.ts';
import { withoutSensitive } from '../../../shared/domain/customers/sensitive.ts';
import { windowStart } from '../../../shared/domain/segments/cutoffs.ts';
import { AppError } from '../../../shared/errors.ts';
import { points } from '../../../shared/types/amounts.ts';
import { openReasons } from '../../engine/judge.ts';
import { findClasses } from '../../store/customerClasses.ts';
import { listLapsing } from '../../store/lapsingPoints.ts';
import type { LapsingLot } from '../../store/lapsingPoints.ts';
import { creditOnCard } from '../credit/account.ts';
import { findStoredValue } from '../../store/storedValueBalances.ts';
import { findSummary, spendSince } from '../../store/customerFacts.ts';
import { listTagsOfCustomer } from '../../store/customerTags.ts';
import { findCustomerById, findCustomerByNumber, fieldsOf } from '../../store/customers.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { isSameKind, listContactMethods, primaryOf } from '../../store/contactMethods.ts';
import { birthdayAmong, listFamilyMembers, listImportantDates } from '../../store/importantDates.ts';
import { listVerifications } from '../../store/fieldVerifications.ts';
import { inactiveOf } from '../../store/inactive.ts';
import { survivorOf } from '../../store/merges.ts';
import { findStaffById } from '../../store/staff.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { valuesOfCustomer } from '../customFields/values.ts';
import { findUnreadHandover } from '../../store/handovers.ts';
import { portraitOfCard } from './portrait.ts';
import { maySeeSensitive } from './sensitive.ts';
import { safetyOf } from '../safety/record.ts';

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
  listContactMethods(database, row.id).map((method, index, all) => ({
    id: method.id,
    type: method.type,
    label: method.label,
    value: method.value,
    e164: method.e164,
    isPrimary: all.findIndex((other) => isSameKind(other.type, method.type)) === index,
    isValid: method.is_valid === 1,
    verifiedOn: method.verified_on,
  }));

const unreadHandover = ({ database }: StoreContext, row: CustomerRecord): Card['handover'] => {
  const found = findUnreadHandover(database, row.id);
  return found === undefined
    ? null
    : { id: found.id, on: found.business_date, fromName: found.from_name, toName: found.to_name, note: found.note };
};

/** What lapses first: all that have the same last day. */
const nextLapseOf = (lots: readonly LapsingLot[]): Card['nextLapse'] => {
  const on = lots[0]?.last_day;
  return on === undefined
    ? null
    : { on, points: points(lots.reduce((sum, lot) => (lot.last_day === on ? sum + lot.remaining : sum), 0)) };
};

const cardOf = (context: StoreContext, row: CustomerRecord): Card => {
  const options = birthdayOptionsOf(context.settings());
  const card = withoutPortrait(context, row, options);
  return { ...card, portrait: portraitOfCard(context, card, options) };
};

const withoutPortrait = (context: StoreContext, row: CustomerRecord, options: BirthdayOptions): Omit<Card, 'portrait'> => {
  const { database } = context;
  const today = context.today();
  const fields = formFields(context, row);
  const hasSensitive = maySeeSensitive(context);
  const bornAge = fields.birthday === null ? null : ageOn(fields.birthday, today, options);
  const year = spendSince(database, row.id, windowStart(today, YEAR_MONTHS));
  return {
    id: row.id,
    revision: row.revision,
    number: row.number,
    fields: hasSensitive ? fields : withoutSensitive(fields),
    hasSensitive,
    referrerName: row.referrer_id === null ? null : (findCustomerById(database, row.referrer_id)?.name ?? null),
    ownerName: row.owner_id === null ? null : (findStaffById(database, row.owner_id)?.name ?? null),
    age: bornAge ?? statedAgeOn(fields.statedAge, today),
    isAgeStated: bornAge === null && fields.statedAge !== null,
    handover: unreadHandover(context, row),
    contactMethods: contactMethodsOf(context, row),
    importantDates: listImportantDates(database, row.id).map((day) => ({
      ...day,
      nextOn: nextOccasion(day, today, options),
    })),
    familyMembers: listFamilyMembers(database, row.id),
    verifications: listVerifications(database, row.id),
    tags: listTagsOfCustomer(database, row.id),
    customFields: valuesOfCustomer(context, row.id),
    summary: findSummary(database, row.id),
    storedValue: findStoredValue(database, row.id),
    credit: creditOnCard(context, row.id),
    nextLapse: nextLapseOf(listLapsing(database, row.id)),
    yearSpendCents: year.spendCents,
    yearPurchaseDays: year.purchaseDays,
    classes: findClasses(database, row.id)?.classes ?? null,
    openReasons: row.removed_at === null ? openReasons(context, row.id) : [],
    safety: safetyOf(context, row.id),
    createdAt: row.created_at,
    removedAt: row.removed_at,
    inactive: inactiveOf(row),
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
