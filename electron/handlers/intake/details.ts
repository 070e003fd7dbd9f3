import { typedDetailsSchema } from '../../../shared/contract/intake.ts';
import type { TypedDetails } from '../../../shared/contract/intake.ts';
import { intakeFieldSchema } from '../../../shared/contract/intakeFields.ts';
import type { IntakeField } from '../../../shared/contract/intakeFields.ts';
import { phoneE164 } from '../../../shared/domain/phones.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import type { FieldChanges, Fields } from '../customers/fields.ts';

/** The fields that say something: an empty one, and a gender nobody chose, say nothing. */
export const saidFields = (details: TypedDetails): IntakeField[] =>
  intakeFieldSchema.options.filter((field) => {
    const value = details[field];
    return value !== undefined && value !== null && value !== '' && value !== 'unknown';
  });

/** What a customer typed, as it was kept. */
export const parseDetails = (text: string): TypedDetails => typedDetailsSchema.parse(JSON.parse(text));

/** What the card says of the same fields, in the same form. */
export const knownDetails = (fields: Fields, among: readonly IntakeField[]): TypedDetails => {
  const known: Required<TypedDetails> = {
    name: fields.name,
    gender: fields.gender === 'unknown' ? null : fields.gender,
    phone: fields.phone,
    wechat: fields.wechat,
    email: fields.email,
    birthday: fields.birthday,
    region: fields.region,
    preferredChannel: fields.preferredChannel,
    likes: fields.likes,
    consent: fields.consentOn !== null,
  };
  return typedDetailsSchema.parse(Object.fromEntries(among.map((field) => [field, known[field]])));
};

const isSame = (field: IntakeField, typed: unknown, known: unknown): boolean => {
  if (typed === known || JSON.stringify(typed) === JSON.stringify(known)) return true;
  // The same number, however its figures are grouped.
  if (field !== 'phone' || typeof typed !== 'string' || typeof known !== 'string') return false;
  const number = phoneE164(typed);
  return number !== null && number === phoneE164(known);
};

/** Of what was typed, the fields that would change the card. */
export const differingFields = (typed: TypedDetails, known: TypedDetails): IntakeField[] =>
  saidFields(typed).filter((field) => !isSame(field, typed[field], known[field]));

/** The chosen fields as changes of the card; consent counts from the day it was given. */
export const changesOf = (typed: TypedDetails, chosen: readonly IntakeField[], on: LocalDate): FieldChanges => {
  const { consent, ...rest } = typedDetailsSchema.parse(Object.fromEntries(chosen.map((field) => [field, typed[field]])));
  const { name, gender, ...others } = rest;
  return {
    ...others,
    ...(name != null && { name }),
    ...(gender != null && { gender }),
    ...(consent !== undefined && { consentOn: consent ? on : null }),
  };
};
