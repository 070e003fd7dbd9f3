import type { PartialDateParts } from '../partialDate.ts';
import { nameLikeness } from './names.ts';
import type { NameReading } from './names.ts';

/** What counts when two customers are compared. Phones in E.164, accounts as "wechat wf_88" in lower case. */
export interface Comparable {
  readonly reading: NameReading;
  readonly gender: 'female' | 'male' | 'unknown';
  readonly birthday: PartialDateParts | null;
  readonly phones: readonly string[];
  readonly accounts: readonly string[];
  /** Card number without blanks, marks and leading zeros. */
  readonly card: string | null;
}

/**
 * What speaks for and against two customers being one, in bits: by how much it doubles or halves the odds. The model is that of
 * Fellegi and Sunter, "A Theory for Record Linkage", JASA 64 (1969): evidence adds up as logarithms of likelihood ratios. The ratios
 * are set by hand for a neighbourhood shop: a number is shared by a family (one in some hundred pairs), so that the same phone with
 * another name is weak; a name is shared by strangers, so that it counts only beside something else.
 */
export const evidenceBits = {
  same_phone: 9,
  near_phone: 5,
  phone_tail: 2,
  same_wechat: 10,
  same_email: 9,
  same_card: 9,
  same_name: 5,
  same_reading: 4,
  near_name: 3,
  different_name: -6,
  same_birthday: 7,
  same_day: 4,
  different_birthday: -5,
  different_gender: -3,
} as const;
export type EvidenceCode = keyof typeof evidenceBits;

/** One reason with its figure: the last digits of a number, or the account. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly value: string | null;
}

/** Odds of two customers who share anything at all, in bits: one in 128. */
const PRIOR_BITS = -7;
const TAIL_DIGITS = 4;

const tail = (phone: string): string => phone.slice(-TAIL_DIGITS);

/** One digit other, or two neighbours swapped, in numbers of the same length. */
export const isNearPhone = (one: string, other: string): boolean => {
  if (one.length !== other.length || one === other) return false;
  const differing: number[] = [];
  for (let index = 0; index < one.length && differing.length <= 2; index += 1)
    if (one[index] !== other[index]) differing.push(index);
  const [first, second] = differing;
  if (differing.length === 1) return true;
  return (
    differing.length === 2 &&
    first !== undefined &&
    second === first + 1 &&
    one[first] === other[second] &&
    one[second] === other[first]
  );
};

const phoneEvidence = (one: Comparable, other: Comparable): Evidence | null => {
  const same = one.phones.find((phone) => other.phones.includes(phone));
  if (same !== undefined) return { code: 'same_phone', value: tail(same) };
  for (const phone of one.phones) {
    const near = other.phones.find((each) => isNearPhone(phone, each));
    if (near !== undefined) return { code: 'near_phone', value: `${tail(phone)} / ${tail(near)}` };
  }
  const sameTail = one.phones.find((phone) => other.phones.some((each) => tail(each) === tail(phone)));
  return sameTail === undefined ? null : { code: 'phone_tail', value: tail(sameTail) };
};

const accountEvidence = (one: Comparable, other: Comparable): Evidence[] =>
  one.accounts
    .filter((account) => other.accounts.includes(account))
    .map((account) => {
      const [type = '', ...name] = account.split(' ');
      return { code: type === 'email' ? 'same_email' : 'same_wechat', value: name.join(' ') };
    });

const birthdayEvidence = (one: Comparable, other: Comparable): Evidence | null => {
  const [left, right] = [one.birthday, other.birthday];
  // A lunar day and a solar one may be the same: nothing is said.
  if (left === null || right === null || left.calendar !== right.calendar) return null;
  const isSameYear = left.year !== null && left.year === right.year;
  const knowsDay = left.month !== null && left.day !== null && right.month !== null && right.day !== null;
  if (!knowsDay) return null;
  const isSameDay = left.month === right.month && left.day === right.day && left.isLeapMonth === right.isLeapMonth;
  const day = `${left.month}-${left.day}`;
  if (isSameDay && isSameYear) return { code: 'same_birthday', value: `${left.year}-${day}` };
  if (isSameDay) return { code: left.year === null || right.year === null ? 'same_day' : 'different_birthday', value: day };
  return { code: 'different_birthday', value: null };
};

/** How likely two customers are one, 1 to 99, with every reason for and against in the order of its weight. */
export const compareCustomers = (
  one: Comparable,
  other: Comparable,
): { readonly score: number; readonly reasons: readonly Evidence[] } => {
  const name = nameLikeness(one.reading, other.reading);
  const reasons: Evidence[] = [
    phoneEvidence(one, other),
    ...accountEvidence(one, other),
    one.card !== null && one.card === other.card ? ({ code: 'same_card', value: one.card } as const) : null,
    name === 'unclear' ? null : ({ code: name, value: null } as const),
    birthdayEvidence(one, other),
    one.gender !== other.gender && one.gender !== 'unknown' && other.gender !== 'unknown'
      ? ({ code: 'different_gender', value: null } as const)
      : null,
  ].filter((reason) => reason !== null);
  const bits = reasons.reduce((sum, { code }) => sum + evidenceBits[code], PRIOR_BITS);
  const score = Math.min(99, Math.max(1, Math.round(100 / (1 + 2 ** -bits))));
  return { score, reasons: reasons.sort((left, right) => evidenceBits[right.code] - evidenceBits[left.code]) };
};

/** From here on a pair is worth a look: as likely one as two. */
export const LEAST_SCORE = 50;

/** Everything that counts of one customer as one text: another text means that something of it has changed. */
export const comparedText = ({ reading, gender, birthday, phones, accounts, card }: Comparable): string =>
  JSON.stringify([reading.name, gender, birthday, phones.toSorted(), accounts.toSorted(), card]);

/** The form in which card numbers are compared: "VIP-0012 3" and "vip00123" are one card mistyped. */
export const comparedCard = (cardNo: string | null): string | null => {
  const text = (cardNo ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, '')
    .replace(/^0+/u, '');
  return text === '' ? null : text;
};
