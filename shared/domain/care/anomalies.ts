import { daysBetween } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { ageOn } from '../ages.ts';
import type { BirthdayOptions } from '../birthdays.ts';
import type { PartialDateParts } from '../partialDate.ts';
import type { CareField } from './fields.ts';

/** What looks wrong in a customer's data (R185), in the order in which the kinds are offered. */
export const anomalyKinds = [
  'phone_unreadable',
  'phone_shared',
  'birthday_impossible',
  'birthday_crowded',
  'child_spending',
  'name_odd',
  'card_odd',
  'email_malformed',
  'region_variant',
  'consent_old',
] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];

/** The field in which each is mended. */
export const anomalyFields = {
  phone_unreadable: 'phone',
  phone_shared: 'phone',
  birthday_impossible: 'birthday',
  birthday_crowded: 'birthday',
  child_spending: 'birthday',
  name_odd: 'name',
  card_odd: 'cardNo',
  email_malformed: 'email',
  region_variant: 'region',
  consent_old: 'consentOn',
} as const satisfies Record<AnomalyKind, CareField | 'cardNo' | 'email'>;

/** One thing that looks wrong, with the value that does: "it is right" holds as long as that value stands. */
export interface Anomaly {
  readonly kind: AnomalyKind;
  readonly value: string;
  /** The figure of its sentence: digits, people, years of age, months. */
  readonly figure: number | null;
}

/** More people than this under one number are no family. */
export const SHARED_BY_AT_MOST = 2;
/** Nobody is older than this. */
export const OLDEST = 110;
/** Younger, nobody buys for themselves again and again. */
export const CHILD_BELOW = 10;
export const DAYS_A_MONTH = 30.4375;

/** A phone with how many people, this one included, have it. */
export interface KnownPhone {
  readonly value: string;
  readonly e164: string | null;
  readonly people: number;
}

/** What the checks look at. Only ways of contact that count as valid are among them. */
export interface CheckedFacts {
  readonly name: string;
  readonly cardNo: string | null;
  readonly region: string | null;
  readonly consentOn: LocalDate | null;
  readonly birthday: PartialDateParts | null;
  readonly phones: readonly KnownPhone[];
  readonly emails: readonly string[];
  readonly purchaseDays: number;
}

/** By what they are checked besides: the day, the settings, and what the shop as a whole looks like. */
export interface CheckBasis {
  readonly today: LocalDate;
  readonly consentMonths: number;
  readonly birthdays: BirthdayOptions;
  /** Birthdays an old system invented, by key, with their people. */
  readonly crowdedBirthdays: ReadonlyMap<string, number>;
  /** Spellings of regions, and the usual one of each. */
  readonly regionVariants: ReadonlyMap<string, string>;
}

/** A birthday as one text: "solar 1990-01-01", "lunar 1990-05-03 leap"; unknown parts as "?". */
export const birthdayKey = ({ calendar, year, month, day, isLeapMonth }: PartialDateParts): string => {
  const parts = [year, month, day].map((part) => (part === null ? '?' : String(part).padStart(2, '0'))).join('-');
  return `${calendar} ${parts}${isLeapMonth ? ' leap' : ''}`;
};

/** A mainland mobile number of other than eleven figures: it may pass for some short line, and reaches nobody. */
const isCutMobile = (e164: string): boolean => /^\+861[3-9]/.test(e164) && !/^\+861[3-9]\d{9}$/.test(e164);

const phoneAnomalies = (phones: readonly KnownPhone[]): Anomaly[] =>
  phones.flatMap(({ value, e164, people }): Anomaly[] => {
    if (e164 === null || isCutMobile(e164))
      return [{ kind: 'phone_unreadable', value, figure: value.replaceAll(/\D/g, '').length }];
    return people > SHARED_BY_AT_MOST ? [{ kind: 'phone_shared', value: e164, figure: people }] : [];
  });

/** Years until or since the birth year in the future or too far back; null when the date can be. */
const impossibleAge = (birthday: PartialDateParts, { today, birthdays }: CheckBasis): number | null => {
  if (birthday.year === null) return null;
  const ofYear = Number(today.slice(0, 4)) - birthday.year;
  if (ofYear < 0) return ofYear;
  const age = ageOn(birthday, today, birthdays);
  if (age === null) return -1;
  return age > OLDEST ? age : null;
};

const birthdayAnomalies = ({ birthday, purchaseDays }: CheckedFacts, basis: CheckBasis): Anomaly[] => {
  if (birthday === null) return [];
  const value = birthdayKey(birthday);
  const impossible = impossibleAge(birthday, basis);
  if (impossible !== null) return [{ kind: 'birthday_impossible', value, figure: impossible }];
  const people = basis.crowdedBirthdays.get(value);
  if (people !== undefined) return [{ kind: 'birthday_crowded', value, figure: people }];
  const age = ageOn(birthday, basis.today, basis.birthdays);
  return age !== null && age < CHILD_BELOW && purchaseDays > 0 ? [{ kind: 'child_spending', value, figure: age }] : [];
};

const testWords =
  /^(?:(?:test|demo|asdf|qwer|admin|unknown|none|null|n\/a|xx+|aa+)\w*|无名?|未知|不详|测试.*|匿名|先生|女士|小姐|顾客|客户|会员|散客)$/i;

/** A name of figures, or one that stands for none. Letters with figures behind them (女儿2) are a shop's own way. */
const isOddName = (name: string): boolean => {
  const plain = name.normalize('NFKC').trim();
  return /\d{2,}/.test(plain) || !/\p{L}/u.test(plain) || testWords.test(plain);
};

/** What spreadsheets make of a card number (1.38E+10), a number of one repeated figure, or one with an apostrophe before it. */
const isOddCard = (cardNo: string): boolean => {
  const plain = cardNo.normalize('NFKC').trim();
  return (
    /^\d(?:\.\d+)?e\+?\d+$/i.test(plain) || /^(\d)\1{3,}$/.test(plain) || /^['‘’`]/.test(plain) || !/[\p{L}\p{N}]/u.test(plain)
  );
};

/** One @, something before it, a domain with a dot after it, no blanks: enough to tell a slip from an address. */
const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text.normalize('NFKC'));

/** Everything that looks wrong with one customer, in the order of `anomalyKinds`. */
export const anomaliesOf = (facts: CheckedFacts, basis: CheckBasis): Anomaly[] => {
  const { name, cardNo, region, consentOn, emails } = facts;
  const found: Anomaly[] = [...phoneAnomalies(facts.phones), ...birthdayAnomalies(facts, basis)];
  if (isOddName(name)) found.push({ kind: 'name_odd', value: name, figure: null });
  if (cardNo !== null && isOddCard(cardNo)) found.push({ kind: 'card_odd', value: cardNo, figure: null });
  for (const email of emails) if (!isEmail(email)) found.push({ kind: 'email_malformed', value: email, figure: null });
  if (region !== null && basis.regionVariants.has(region)) found.push({ kind: 'region_variant', value: region, figure: null });
  const months = consentOn === null ? 0 : Math.floor(daysBetween(consentOn, basis.today) / DAYS_A_MONTH);
  if (consentOn !== null && months >= basis.consentMonths) found.push({ kind: 'consent_old', value: consentOn, figure: months });
  // The same text may stand in two rows of contact: it is one thing to look at.
  const seen = new Set<string>();
  return found
    .filter(({ kind, value }) => !seen.has(`${kind} ${value}`) && seen.add(`${kind} ${value}`))
    .toSorted((one, other) => anomalyKinds.indexOf(one.kind) - anomalyKinds.indexOf(other.kind));
};
