import { addDays, addMonths, localDateOf } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { nextOccurrence } from '../birthdays.ts';
import { CHILD_BELOW, DAYS_A_MONTH, OLDEST } from './anomalies.ts';
import type { CheckBasis } from './anomalies.ts';
import { changingFields } from './fields.ts';
import type { CareBasis, CareFacts } from './judge.ts';

/** Nothing grows old after this: the calendar itself ends some years later. */
const LAST_DAY = localDateOf(9900, 1, 1);

/** The first day on which `day` lies before the day so many calendar months back: until then a confirmation holds. */
const firstDayPast = (day: LocalDate, months: number): LocalDate => {
  let found = addMonths(day, months);
  // Months of different length: 30 Nov and 1 Dec both look back on 28 Feb and 1 Mar.
  while (addMonths(found, -months) <= day) found = addDays(found, 1);
  return found;
};

/** Thousands of customers were confirmed on the same few hundred days. */
const remembered = new Map<string, LocalDate>();
const REMEMBERED_DAYS = 5000;
const unverifiedFrom = (day: LocalDate, months: number): LocalDate => {
  const key = `${day} ${months}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_DAYS) remembered.clear();
  const found = firstDayPast(day, months);
  remembered.set(key, found);
  return found;
};

const startOfNextYear = (day: LocalDate): LocalDate => localDateOf(Number(day.slice(0, 4)) + 1, 1, 1);

/** Days on which an age that looks wrong, or soon will, may turn: birthdays, and the turn of the year where the month is unknown. */
const ageDays = ({ birthday }: CareFacts, { today, birthdays }: CheckBasis): LocalDate[] => {
  if (birthday === null || birthday.year === null) return [];
  const years = Number(today.slice(0, 4)) - birthday.year;
  // A lunar birthday may fall into the solar year after its own: a year to spare on either side.
  if (years > CHILD_BELOW + 1 && years < OLDEST - 1) return [localDateOf(birthday.year + OLDEST - 1, 1, 1)];
  const next = nextOccurrence({ ...birthday, day: birthday.day ?? 1 }, addDays(today, 1), birthdays);
  return [startOfNextYear(today), ...(next === null ? [] : [next])];
};

/** The next day on which the birthday is celebrated, today included; null when its month or day is not known. */
export const nextBirthdayOf = ({ birthday }: Pick<CareFacts, 'birthday'>, { today, birthdays }: CheckBasis): LocalDate | null =>
  birthday === null ? null : nextOccurrence(birthday, today, birthdays);

/**
 * The first day after today on which score, anomalies or next birthday may differ though no fact changed: a confirmation grows old (R183),
 * a consent grows old, an age turns, a birthday goes by. Null when no such day is to come. Up to the day before, whoever judges these facts
 * finds the same, so that a daily run need only look at those whose day has come.
 */
export const recheckOn = (facts: CareFacts, basis: CareBasis): LocalDate | null => {
  const { today, verifiedMonths, consentMonths } = basis;
  const next = nextBirthdayOf(facts, basis);
  const days = [
    ...changingFields.flatMap((field) => {
      const on = facts.verifiedOn.get(field);
      return on === undefined || on > LAST_DAY ? [] : [unverifiedFrom(on, verifiedMonths)];
    }),
    ...(facts.consentOn === null || facts.consentOn > LAST_DAY
      ? []
      : [addDays(facts.consentOn, Math.ceil(consentMonths * DAYS_A_MONTH))]),
    ...ageDays(facts, basis),
    ...(next === null ? [] : [addDays(next, 1)]),
  ].filter((day) => day > today);
  return days.reduce<LocalDate | null>((first, day) => (first === null || day < first ? day : first), null);
};
