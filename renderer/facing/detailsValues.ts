import type { CallInput } from '../../shared/contract.ts';
import type { IntakeField } from '../../shared/contract/intakeFields.ts';

/** What the customer has typed so far. */
export interface DetailsValues {
  name: string;
  gender: string | null;
  phone: string;
  wechat: string;
  email: string;
  calendar: 'solar' | 'lunar';
  birthYear: string | null;
  birthMonth: string | null;
  birthDay: string | null;
  region: string;
  preferredChannel: string | null;
  likes: string;
  consent: boolean;
}

export const blankValues: DetailsValues = {
  name: '',
  gender: null,
  phone: '',
  wechat: '',
  email: '',
  calendar: 'solar',
  birthYear: null,
  birthMonth: null,
  birthDay: null,
  region: '',
  preferredChannel: null,
  likes: '',
  consent: false,
};

export type Details = CallInput<'intake.submit'>['details'];

const whole = (text: string | null): number | null => (text === null ? null : Number(text));

const birthdayOf = ({ calendar, birthYear, birthMonth, birthDay }: DetailsValues): Details['birthday'] =>
  birthYear === null && birthMonth === null && birthDay === null
    ? null
    : { calendar, year: whole(birthYear), month: whole(birthMonth), day: whole(birthDay), isLeapMonth: false };

/** What is sent: only what was asked; a consent that was not given says nothing. */
export const detailsOf = (values: DetailsValues, asked: readonly IntakeField[]): Record<string, unknown> => {
  const { name, gender, phone, wechat, email, region, preferredChannel, likes } = values;
  const all: Record<IntakeField, unknown> = {
    name,
    gender,
    phone,
    wechat,
    email,
    birthday: birthdayOf(values),
    region,
    preferredChannel,
    likes,
    consent: values.consent ? true : undefined,
  };
  return Object.fromEntries(asked.filter((field) => all[field] !== undefined).map((field) => [field, all[field]]));
};
