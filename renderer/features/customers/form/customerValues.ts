import { z } from 'zod';
import { contract, type CallInput, type OutputOf } from '../../../../shared/contract.ts';
import { newCustomerSchema } from '../../../../shared/contract/customers.ts';
import { parsePartialDate, partialDateInputText } from '../../../../shared/domain/partialDate.ts';
import type { LocalDate } from '../../../../shared/types/time.ts';
import type { Language } from '../../../text/i18n.ts';

export type Card = OutputOf<'customers.findById'>;
type Fields = Card['fields'];
export type CustomerInput = CallInput<'customers.create'>;
export type CustomerChanges = CallInput<'customers.update'>['changes'];

/** A customer as the form holds it: what was typed, so a date that is no date yet stays in its field. */
export interface CustomerValues {
  name: string;
  gender: Fields['gender'];
  birthday: string;
  /** Years as typed, when no birth date is known. */
  statedAge: string;
  /** Only carried: the day the age was told, which stays while the age stays. */
  statedAgeOn: LocalDate | null;
  phone: string;
  wechat: string;
  email: string;
  cardNo: string;
  occupation: string;
  incomeBand: string;
  education: string;
  address: string;
  region: string;
  source: string;
  referrerId: string | null;
  /** Only shown; the id is what is saved. */
  referrerName: string;
  ownerId: string | null;
  isVip: boolean;
  vipReason: string;
  needType: Fields['needType'];
  preferredChannel: Fields['preferredChannel'];
  contactFromHour: number | null;
  contactToHour: number | null;
  doNotContact: boolean;
  consentOn: string | null;
  consentSource: string;
  consentWithdrawnOn: string | null;
  safetyNote: string;
  likes: string;
  motive: string;
  needs: string;
  usageHabits: string;
  painPoints: string;
  note: string;
  status: Fields['status'];
}

/** The form of a card's present fields. */
export const valuesOf = (
  { fields, referrerName }: Pick<Card, 'fields' | 'referrerName'>,
  language: Language,
): CustomerValues => ({
  name: fields.name,
  gender: fields.gender,
  birthday: fields.birthday === null ? '' : partialDateInputText(fields.birthday, language),
  statedAge: fields.statedAge === null ? '' : String(fields.statedAge.years),
  statedAgeOn: fields.statedAge?.on ?? null,
  phone: fields.phone ?? '',
  wechat: fields.wechat ?? '',
  email: fields.email ?? '',
  cardNo: fields.cardNo ?? '',
  occupation: fields.occupation ?? '',
  incomeBand: fields.incomeBand ?? '',
  education: fields.education ?? '',
  address: fields.address ?? '',
  region: fields.region ?? '',
  source: fields.source ?? '',
  referrerId: fields.referrerId,
  referrerName: referrerName ?? '',
  ownerId: fields.ownerId,
  isVip: fields.isVip,
  vipReason: fields.vipReason ?? '',
  needType: fields.needType,
  preferredChannel: fields.preferredChannel,
  contactFromHour: fields.contactFromHour,
  contactToHour: fields.contactToHour,
  doNotContact: fields.doNotContact,
  consentOn: fields.consentOn,
  consentSource: fields.consentSource ?? '',
  consentWithdrawnOn: fields.consentWithdrawnOn,
  safetyNote: fields.safetyNote ?? '',
  likes: fields.likes ?? '',
  motive: fields.motive ?? '',
  needs: fields.needs ?? '',
  usageHabits: fields.usageHabits ?? '',
  painPoints: fields.painPoints ?? '',
  note: fields.note ?? '',
  status: fields.status,
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const OLDEST = 130;

/** Whole years as typed ("40", "40 岁"); null for none and for what is no age. */
const parseAge = (text: string): number | null => {
  const [, digits] = /^(\d{1,3})\s*岁?$/.exec(text.trim()) ?? [];
  const years = digits === undefined ? null : Number(digits);
  return years === null || years > OLDEST ? null : years;
};

/** What was told stays as it was told; a new age was told today. */
const statedAgeOf = ({ statedAge, statedAgeOn }: CustomerValues, today: LocalDate): CustomerInput['statedAge'] => {
  const years = parseAge(statedAge);
  return years === null ? null : { years, on: statedAgeOn ?? today };
};

/** What the contract is given for these values; a birthday that cannot be read is none (the schema below refuses it first). */
export const inputOf = (values: CustomerValues, today: LocalDate): CustomerInput => ({
  name: values.name,
  gender: values.gender,
  birthday: parsePartialDate(values.birthday, today),
  statedAge: statedAgeOf(values, today),
  phone: orNull(values.phone),
  wechat: orNull(values.wechat),
  email: orNull(values.email),
  cardNo: orNull(values.cardNo),
  occupation: orNull(values.occupation),
  incomeBand: orNull(values.incomeBand),
  education: orNull(values.education),
  address: orNull(values.address),
  region: orNull(values.region),
  source: orNull(values.source),
  referrerId: values.referrerId,
  ownerId: values.ownerId,
  isVip: values.isVip,
  vipReason: values.isVip ? orNull(values.vipReason) : null,
  needType: values.needType,
  preferredChannel: values.preferredChannel,
  contactFromHour: values.contactFromHour,
  contactToHour: values.contactToHour,
  doNotContact: values.doNotContact,
  consentOn: orNull(values.consentOn ?? ''),
  consentSource: orNull(values.consentSource),
  consentWithdrawnOn: orNull(values.consentWithdrawnOn ?? ''),
  safetyNote: orNull(values.safetyNote),
  likes: orNull(values.likes),
  motive: orNull(values.motive),
  needs: orNull(values.needs),
  usageHabits: orNull(values.usageHabits),
  painPoints: orNull(values.painPoints),
  note: orNull(values.note),
  status: values.status,
});

/** The contract's own rules over the form's values, and that a birthday can be read. */
export const customerValuesSchema = (today: LocalDate) =>
  z.custom<CustomerValues>().superRefine((values, context) => {
    if (values.birthday.trim() !== '' && parsePartialDate(values.birthday, today) === null) {
      context.addIssue({ code: 'custom', path: ['birthday'], message: 'no_such_day' });
    }
    if (values.statedAge.trim() !== '' && parseAge(values.statedAge) === null) {
      context.addIssue({ code: 'custom', path: ['statedAge'], message: 'no_such_age' });
    }
    // Both at once: a name that is missing and a birthday that cannot be read are told together.
    for (const issue of newCustomerSchema.safeParse(inputOf(values, today)).error?.issues ?? []) context.addIssue({ ...issue });
  });

const changesSchema = contract.customers.update.input.shape.changes;

/** Only what differs, so that two people who edit different fields of one customer do not overwrite each other. */
export const changesBetween = (before: CustomerInput, after: CustomerInput): CustomerChanges => {
  const old = new Map<string, unknown>(Object.entries(before));
  return changesSchema.parse(
    Object.fromEntries(
      Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(old.get(field))),
    ),
  );
};
