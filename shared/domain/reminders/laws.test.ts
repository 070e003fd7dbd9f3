import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../contract/settings.ts';
import { cents } from '../../types/amounts.ts';
import { addDays, businessDate, daysBetween, instant, instantAt, localDate } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { reminderRuleId } from '../../types/ids.ts';
import { findCutoffs } from '../segments/cutoffs.ts';
import type { OwnRule } from './own/types.ts';
import { remindersOf } from './rules.ts';
import type { Basis, ReminderFacts, YearlyDate } from './types.ts';

const FROM = localDate('2026-12-20');
const TO = localDate('2028-03-03');
const HOUR = 3_600_000;

const date = (id: string, parts: Partial<YearlyDate['date']>): YearlyDate => ({
  id,
  kind: 'other',
  label: id,
  date: { calendar: 'solar', year: 1990, month: 1, day: 1, isLeapMonth: false, ...parts },
  isYearly: true,
  leadDays: null,
});
/** Year's ends, 29 February, lunar days 30 and leap months, and the days on which clocks are put forward and back. */
const dates: readonly YearlyDate[] = [
  date('first of January', { month: 1, day: 1 }),
  date("year's end", { month: 12, day: 31 }),
  date('leap day', { month: 2, day: 29 }),
  date('clocks forward', { month: 3, day: 28 }),
  date('clocks back', { month: 10, day: 31 }),
  date('lunar new year', { calendar: 'lunar', month: 1, day: 1 }),
  date('lunar eve', { calendar: 'lunar', month: 12, day: 30 }),
  date('lunar leap month', { calendar: 'lunar', month: 6, day: 15, isLeapMonth: true }),
];

const born = { calendar: 'solar', year: 2026, month: 8, day: 31, isLeapMonth: false } as const;
/** Of each kind one, on the days that a calendar trips over. */
const ownRules: readonly OwnRule[] = [
  { kind: 'festival', festival: 'spring_festival' } as const,
  { kind: 'yearly_day', calendar: 'solar', month: 2, day: 29 } as const,
  { kind: 'age_stage', bearer: 'family', months: 6 } as const,
  { kind: 'first_visit', months: 86 } as const,
  { kind: 'after_purchase', productId: null, category: null } as const,
].map((base, index) => ({
  id: reminderRuleId(`00000000-0000-7000-8000-00000000000${index}`),
  name: base.kind,
  base,
  steps: [base.kind === 'after_purchase' ? 30 : 0],
  giveUpDays: 3,
  values: [],
  isVipOnly: false,
  group: '',
  say: '',
  products: null,
}));

const facts: ReminderFacts = {
  status: 'customer',
  isVip: false,
  purchaseDayCount: 5,
  spendCents: cents(500_00),
  firstVisitOn: localDate('2020-01-01'),
  lastPurchaseOn: localDate('2026-12-01'),
  lastInteractionOn: localDate('2026-12-01'),
  rhythmDays: 20,
  overdueAfterDays: 30,
  windowPurchaseDays: 5,
  windowSpendCents: cents(500_00),
  yearSpendCents: cents(500_00),
  purchaseBeforeLimitOn: null,
  purchaseSinceLimitOn: null,
  dates,
  lastPurchase: null,
  promise: null,
  expiring: [],
  bought: [{ on: localDate('2026-12-01'), productId: null, name: '护发素', quantity: 1000 }],
  births: [{ id: 'child', bearer: 'family', name: '豆豆', date: born }],
  bookedOn: null,
  missed: null,
  lapsing: [{ kind: 'coupon', id: 'coupon', name: '券', amount: 1, lastDay: localDate('2027-02-28') }],
  waiting: [],
  snoozes: [],
  isOwing: false,
  debt: { owedCents: cents(100), dueOn: localDate('2027-12-31') },
  lastVisitOn: localDate('2026-12-01'),
  enteredAt: instant(Date.UTC(2030, 0, 1)),
  confirmedOn: null,
};
const cutoffs = findCutoffs(
  { recencyDays: [1], frequency: [1], moneyCents: [1], yearSpendCents: [1], gaps: [10, 20, 30] },
  { rfmWindowMonths: 12, rfmMethod: 'fixed', valueHighCents: cents(1000_00), valueMiddleCents: cents(100_00) },
  FROM,
);

const known = new Map<LocalDate, readonly string[]>();
/** What stands on a day: of every zone the same, so worked out once. */
const standing = (today: LocalDate): readonly string[] => {
  const before = known.get(today);
  if (before) return before;
  const basis: Basis = { today, settings: defaultSettings, cutoffs, rules: ownRules };
  const found = remindersOf(facts, basis).map(({ rule, occurrence }) => `${rule} ${occurrence}`);
  known.set(today, found);
  return found;
};

/** Every day on which somebody could open the program, worked out without any clock. */
const everyDay = Array.from({ length: daysBetween(FROM, TO) + 1 }, (_, index) => addDays(FROM, index));
const everything = new Set(everyDay.flatMap(standing));

describe('each occurrence once and none lost (R7, DOMAIN "Time")', () => {
  test('over leap days and months, a year has one of each celebration', () => {
    for (const { id } of dates) {
      const occurrences = [...everything].filter((key) => key.startsWith('birthday ') && key.endsWith(` ${id}`));
      const celebrated = occurrences.map((key) => localDate(key.slice(9, 19)));
      const gaps = celebrated.slice(1).map((day, index) => daysBetween(celebrated[index] ?? day, day));
      expect([id, celebrated.length >= 1 && celebrated.length <= 2]).toEqual([id, true]);
      for (const gap of gaps) expect([id, gap > 340 && gap < 400]).toEqual([id, true]);
    }
    expect(new Set([...everything].filter((key) => /^(lapsing|debt|overdue|dormant) /.test(key)))).toEqual(
      new Set(['debt 2027-12-31', 'dormant 2026-12-01', 'lapsing 2027-02-28 coupon', 'overdue 2026-12-01']),
    );
  });

  test("the shop's own rules: each base once, month ends and leap days on their last day", () => {
    const own = [...everything].filter((key) => key.startsWith('own ')).map((key) => key.slice(41));
    expect(new Set(own)).toEqual(
      new Set([
        '2027-02-06 0',
        '2028-01-26 0',
        '2027-02-28 0',
        '2028-02-29 0',
        '2026-08-31 child 0',
        '2020-01-01 0',
        '2026-12-01 30',
      ]),
    );
    expect(own).toHaveLength(7);
  });

  const zones = Intl.supportedValuesOf('timeZone');
  test(`in each of the ${zones.length} zones the days follow one another, and what stood is what stands without a clock`, () => {
    expect(zones.length).toBeGreaterThan(400);
    for (const zone of zones) {
      const { dayTurnHour } = defaultSettings;
      const seen = new Set<string>();
      const steps = new Set<number>();
      let last = FROM;
      const until = instantAt(addDays(TO, 1), dayTurnHour, zone);
      // Half a day short of every step that a clock can take, so that a day missed would be seen.
      for (let at = instantAt(FROM, dayTurnHour, zone); at < until; at = instant(at + 11 * HOUR)) {
        const today = businessDate(at, zone, dayTurnHour);
        steps.add(daysBetween(last, today));
        for (const key of standing(today)) seen.add(key);
        last = today;
      }
      expect([zone, steps]).toEqual([zone, new Set([0, 1])]);
      expect([zone, seen.size, [...seen].every((key) => everything.has(key))]).toEqual([zone, everything.size, true]);
    }
  }, 120_000);

  test('a clock that jumps, or three weeks asleep, changes nothing of what stands on the day itself', () => {
    const days = everyDay.filter((_, index) => index % 21 === 0);
    const first = new Map(everyDay.map((day) => [day, standing(day)]));
    known.clear();
    for (const day of [...[...days].reverse(), ...days]) expect(standing(day)).toEqual(first.get(day));
  });
});
