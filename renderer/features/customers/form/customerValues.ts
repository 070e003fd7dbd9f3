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
  safetyNote: string;
  likes: string;
  motive: string;
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
  safetyNote: fields.safetyNote ?? '',
  likes: fields.likes ?? '',
  motive: fields.motive ?? '',
  painPoints: fields.painPoints ?? '',
  note: fields.note ?? '',
  status: fields.status,
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the contract is given for these values; a birthday that cannot be read is none (the schema below refuses it first). */
export const inputOf = (values: CustomerValues, today: LocalDate): CustomerInput => ({
  name: values.name,
  gender: values.gender,
  birthday: parsePartialDate(values.birthday, today),
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
  safetyNote: orNull(values.safetyNote),
  likes: orNull(values.likes),
  motive: orNull(values.motive),
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
