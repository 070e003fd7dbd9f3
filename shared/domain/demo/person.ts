import { addDays, dateParts } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import type { PartialDateParts } from '../partialDate.ts';
import { lunarPartsOf } from './calendar.ts';
import { makeRandom } from './random.ts';
import type { Random } from './random.ts';
import { femaleGiven, likes, maleGiven, occupations, regions, safetyNotes, sources, staffNames, surnames } from './words.ts';

/** An invented customer, with the habits from which a history follows. */
export interface DemoPerson {
  readonly index: number;
  readonly name: string;
  readonly gender: 'female' | 'male';
  /** Eleven digits of a satellite series (1740 0 to 5) that no shop's customer has. */
  readonly phone: string;
  readonly wechat: string | null;
  readonly cardNo: string | null;
  readonly birthday: PartialDateParts | null;
  readonly region: string | null;
  readonly source: string;
  readonly occupation: string | null;
  readonly likes: string | null;
  readonly safetyNote: string | null;
  readonly needType: 'function_led' | 'price_sensitive' | 'service_first' | null;
  readonly preferredChannel: 'phone' | 'wechat' | null;
  readonly isVip: boolean;
  /** Which of the staff looks after this person; null for some. */
  readonly owner: number | null;
  readonly child: { readonly name: string; readonly birthYear: number; readonly birthMonth: number } | null;
  readonly joinedOn: LocalDate;
  /** Days between two visits as this person likes it. */
  readonly rhythmDays: number;
  /** Share of visits after which this person never comes back. */
  readonly dropOut: number;
  /** Against the usual basket: 0.6 to 2. */
  readonly spendLevel: number;
}

export interface DemoOptions {
  readonly customers: number;
  readonly seed: number;
  readonly today: LocalDate;
  /** How far back the shop's history goes. */
  readonly years: number;
}

/** Names of streams, so that no two draw the same numbers. */
export const streams = { person: 1, history: 2, basket: 3, contact: 4 } as const;

const DAYS_PER_YEAR = 365;
const SHARES = { withoutBirthday: 0.12, lunar: 0.35, withoutYear: 0.3, withoutDay: 0.04 } as const;

const nameOf = (random: Random, gender: DemoPerson['gender']): string => {
  const given = gender === 'female' ? femaleGiven : maleGiven;
  return random.weighted(surnames) + random.pick(given) + (random.chance(0.55) ? random.pick(given) : '');
};

/** The first of the file are born near today, so that the morning list has birthdays of both calendars. */
const birthdaysNearToday = 4;

const birthdayOf = (random: Random, index: number, { today }: DemoOptions): PartialDateParts | null => {
  const year = dateParts(today).year - Math.max(16, Math.min(78, Math.round(38 + 13 * random.normal())));
  const isLunar = random.chance(SHARES.lunar);
  const isYearKnown = !random.chance(SHARES.withoutYear);
  const isDayKnown = !random.chance(SHARES.withoutDay);
  const isKnown = !random.chance(SHARES.withoutBirthday);
  const [month, day] = [random.whole(1, 12), random.whole(1, 28)];
  const calendar = isLunar ? 'lunar' : 'solar';
  if (index < birthdaysNearToday) {
    const date = addDays(today, index);
    if (index % 2 === 1) return { calendar: 'lunar', year, ...lunarPartsOf(date), isLeapMonth: false };
    const parts = dateParts(date);
    return { calendar: 'solar', year: index === 0 ? year : null, month: parts.month, day: parts.day, isLeapMonth: false };
  }
  if (!isKnown) return null;
  return { calendar, year: isYearKnown ? year : null, month, day: isDayKnown ? day : null, isLeapMonth: false };
};

/** Every index has its own number: the factor has no divisor in common with the size of the series. */
const PHONES = 6_000_000;
const phoneOf = (index: number): string => `1740${String((index * 1_299_709 + 314_159) % PHONES).padStart(7, '0')}`;

/** Women come oftener for smaller things; the spread makes a few regulars and a long tail (a lognormal rhythm). */
const rhythmOf = (random: Random, gender: DemoPerson['gender']): number =>
  Math.max(9, Math.min(240, (gender === 'female' ? 44 : 36) * Math.exp(0.5 * random.normal())));

/** One person; the same for the same seed, however many others are made. */
export const makeDemoPerson = (options: DemoOptions, index: number): DemoPerson => {
  const random = makeRandom(options.seed, streams.person, index);
  const gender = random.chance(0.66) ? 'female' : 'male';
  const name = nameOf(random, gender);
  const days = options.years * DAYS_PER_YEAR;
  // A third were there from the start (the first two months); the others found the shop one by one.
  const daysAgo = random.chance(0.34) ? days - random.whole(0, 60) : random.whole(1, days - 1);
  const isFaithful = random.chance(0.3);
  const spendLevel = Math.max(0.6, Math.min(2, Math.exp(0.35 * random.normal())));
  const rhythmDays = rhythmOf(random, gender);
  const isVip = isFaithful && spendLevel > 1.15 && random.chance(0.35);
  const hasChild = gender === 'female' && random.chance(0.12);
  return {
    index,
    name,
    gender,
    phone: phoneOf(index),
    wechat: random.chance(0.4) ? `wx_demo_${String(index + 1).padStart(6, '0')}` : null,
    cardNo: random.chance(0.3) ? `C${String(100_000 + index)}` : null,
    birthday: birthdayOf(random, index, options),
    region: random.chance(0.85) ? random.weighted(regions) : null,
    source: random.weighted(sources),
    occupation: random.chance(0.5) ? random.pick(occupations) : null,
    likes: random.chance(0.35) ? random.pick(likes) : null,
    safetyNote: random.chance(0.06) ? random.pick(safetyNotes) : null,
    needType: random.chance(0.4)
      ? random.weighted([
          ['function_led', 3],
          ['price_sensitive', 4],
          ['service_first', 5],
        ] as const)
      : null,
    preferredChannel: random.chance(0.5) ? random.pick(['phone', 'wechat'] as const) : null,
    isVip,
    owner: random.chance(0.8) ? random.whole(0, staffNames.length - 1) : null,
    child: hasChild
      ? {
          name: `${name.slice(0, 1)}${random.pick(['小', '一', '子', '可'])}${random.pick(femaleGiven)}`,
          birthYear: dateParts(options.today).year - random.whole(1, 12),
          birthMonth: random.whole(1, 12),
        }
      : null,
    joinedOn: addDays(options.today, -daysAgo),
    rhythmDays,
    dropOut: isFaithful ? 0.015 : 0.02 + 0.4 * random.next() ** 2,
    spendLevel,
  };
};
