import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { addDays, businessDate, instant, localDate, wallClock } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { findCutoffs } from '../segments/cutoffs.ts';
import { defaultLeadDays } from '../things/expiring.ts';
import { hiddenUntil, promiseOf, startOfBusinessDay, triedSoFar } from './history.ts';
import type { PastCall } from './history.ts';
import { itemsText } from './items.ts';
import { reasonOn } from './reasons.ts';
import { remindersOf } from './rules.ts';
import type { Basis, ReminderFacts, ReminderSettings } from './types.ts';
import { scoreOf, valueWeight, weightOf } from './weight.ts';

const today = localDate('2026-11-21');
const settings: ReminderSettings = {
  activeMonths: 3,
  semiActiveMonths: 6,
  dormantMonths: 6,
  giveUpMonths: 24,
  rfm8Scores: { recency: 4, frequency: 4, money: 4 },
  timeZone: 'Asia/Shanghai',
  dayTurnHour: 4,
  birthdayAheadDays: 3,
  lunarLeapBirthday: 'leap_month',
  feb29Birthday: 'feb_28',
  followUpAfterDays: 3,
  silenceHighDays: 60,
  silenceMiddleDays: 120,
  silenceLowDays: 0,
  reminderRules: {
    birthday: true,
    follow_up: true,
    overdue: true,
    dormant: true,
    silence: true,
    expiring: true,
    data_check: true,
    missed: true,
    lapsing: true,
    debt: true,
    waiting: true,
  },
  lapsingAheadDays: 14,
  lapsingLeastPoints: 100,
  membershipAheadDays: 30,
  expiringLeadDays: defaultLeadDays,
};
const cutoffs = findCutoffs(
  { recencyDays: [1], frequency: [1], moneyCents: [100_00], yearSpendCents: [100_00], gaps: [10, 20, 30, 40, 50, 60] },
  { rfmWindowMonths: 12, rfmMethod: 'fixed', valueHighCents: cents(1000_00), valueMiddleCents: cents(100_00) },
  today,
);
const basis: Basis = { today, settings, cutoffs, rules: [] };
const nobody: ReminderFacts = {
  bought: [],
  births: [],
  status: 'customer',
  isVip: false,
  purchaseDayCount: 0,
  spendCents: cents(0),
  firstVisitOn: null,
  lastPurchaseOn: null,
  lastInteractionOn: null,
  rhythmDays: null,
  overdueAfterDays: null,
  windowPurchaseDays: 0,
  windowSpendCents: cents(0),
  yearSpendCents: cents(0),
  purchaseBeforeLimitOn: null,
  purchaseSinceLimitOn: null,
  dates: [],
  lastPurchase: null,
  promise: null,
  expiring: [],
  bookedOn: null,
  missed: null,
  lapsing: [],
  debt: null,
  waiting: [],
  snoozes: [],
  isOwing: false,
  lastVisitOn: null,
  // In the quarter of every day below: the check of data has tests of its own.
  enteredAt: instant(Date.UTC(2035, 0, 1)),
  confirmedOn: null,
};
const last = (daysAgo: number, more: Partial<ReminderFacts> = {}): ReminderFacts => {
  const on = addDays(today, -daysAgo);
  return {
    ...nobody,
    purchaseDayCount: 5,
    lastPurchaseOn: on,
    lastInteractionOn: on,
    firstVisitOn: localDate('2020-01-01'),
    ...more,
  };
};
const codes = (facts: ReminderFacts, more: Partial<Basis> = {}): string[] =>
  remindersOf(facts, { ...basis, ...more }).map(({ rule }) => rule);

describe('overdue (R051, DOMAIN "Own rhythm")', () => {
  const own = { rhythmDays: 10, overdueAfterDays: 14 };
  it('begins the day after the own 80th percentile', () => {
    expect(codes(last(14, own))).toEqual([]);
    expect(codes(last(15, own))).toEqual(['overdue']);
    const [reminder] = remindersOf(last(20, own), basis);
    expect(reminder).toMatchObject({
      occurrence: '2026-11-01',
      dueOn: '2026-11-16',
      params: { basis: 'own', overdueAfterDays: 14 },
    });
  });
  it("goes by the shop's 80th percentile with two or three purchase days, and by nothing with one", () => {
    const few = { purchaseDayCount: 2 };
    expect(codes(last(50, few))).toEqual([]);
    expect(remindersOf(last(51, few), basis)).toMatchObject([
      { rule: 'overdue', params: { basis: 'shop', overdueAfterDays: 50, rhythmDays: 35, purchaseDays: 2 } },
    ]);
    expect(codes(last(51, { purchaseDayCount: 1 }))).toEqual([]);
  });
  it('gives way to dormant at its limit, and that to nothing when the shop has given up', () => {
    expect(codes(last(184, own))).toEqual(['overdue']);
    expect(codes(last(185, own))).toEqual(['dormant']);
    expect(codes({ ...last(185, own), lastPurchaseOn: localDate('2024-11-21') })).toEqual(['dormant']);
    expect(codes({ ...last(185, own), lastPurchaseOn: localDate('2024-11-20') })).toEqual([]);
  });
});

describe('dormant (R029)', () => {
  it('falls due on the first day beyond the calendar months, also over months of different length', () => {
    for (const bought of ['2026-02-28', '2026-08-31', '2025-12-31', '2026-03-30']) {
      const lastPurchaseOn = localDate(bought);
      let first: LocalDate | null = null;
      for (let day = lastPurchaseOn; first === null; day = addDays(day, 1))
        if (codes({ ...last(0), lastPurchaseOn, overdueAfterDays: 999 }, { today: day }).includes('dormant')) first = day;
      const [reminder] = remindersOf({ ...last(0), lastPurchaseOn, overdueAfterDays: 999 }, { ...basis, today: first });
      expect(reminder?.dueOn).toBe(first);
    }
  });
});

describe('silence (R100)', () => {
  it('goes by the limit of the value class, and is off at 0', () => {
    const silent = (days: number, spend: number) => codes({ ...last(days), overdueAfterDays: 999, yearSpendCents: cents(spend) });
    expect([60, 61].map((days) => silent(days, 1000_00))).toEqual([[], ['silence']]);
    expect([120, 121].map((days) => silent(days, 100_00))).toEqual([[], ['silence']]);
    expect(silent(180, 1_00)).toEqual([]);
  });
});

describe('birthdays (R011)', () => {
  const on = (month: number, day: number, calendar: 'solar' | 'lunar' = 'solar', isLeapMonth = false) => ({
    ...nobody,
    dates: [
      {
        id: 'own',
        kind: 'birthday' as const,
        label: '',
        date: { calendar, year: 1990, month, day, isLeapMonth },
        isYearly: true,
        leadDays: null,
      },
    ],
  });
  it('stand from so many days ahead until the day itself', () => {
    const seen = Array.from({ length: 10 }, (_, index) => addDays(today, index)).filter(
      (day) => codes(on(11, 26), { today: day }).length > 0,
    );
    expect(seen).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']);
  });
  it('follow the lunar calendar through leap months and year ends', () => {
    const listed = (facts: ReminderFacts, day: string) =>
      remindersOf(facts, { ...basis, today: localDate(day) }).map((reminder) => reminder.occurrence);
    expect(listed(on(6, 3, 'lunar', true), '2025-07-25')).toEqual(['2025-07-27']);
    expect(listed(on(6, 3, 'lunar', true), '2025-06-27')).toEqual([]);
    expect(listed(on(12, 8, 'lunar'), '2027-01-14')).toEqual(['2027-01-15']);
    expect(listed(on(1, 1, 'lunar'), '2030-02-03')).toEqual(['2030-02-03']);
  });
  it('come with the age they bring; other dates carry their own name, and none without one', () => {
    expect(remindersOf(on(11, 22), basis)).toMatchObject([{ params: { turning: 36, label: null }, occurrence: '2026-11-22' }]);
    const other = (label: string) => ({
      ...nobody,
      dates: on(11, 22).dates.map((each) => ({ ...each, id: 'day', kind: 'anniversary' as const, label })),
    });
    expect(remindersOf(other('结婚纪念日'), basis)).toMatchObject([{ params: { turning: null, label: '结婚纪念日' } }]);
    expect(remindersOf(other(''), basis)).toEqual([]);
  });
  it('fall due as far ahead as the date itself says, and a day that comes once is over when it has gone by (R011)', () => {
    const single = (day: string, leadDays: number | null) => {
      const [year, month, dayOfMonth] = day.split('-').map(Number);
      const date = { calendar: 'solar', year: year ?? 0, month: month ?? 0, day: dayOfMonth ?? 0, isLeapMonth: false } as const;
      return { ...nobody, dates: [{ id: 'day', kind: 'other' as const, label: '开业', date, isYearly: false, leadDays }] };
    };
    const occurrences = (facts: ReminderFacts) => remindersOf(facts, basis).map((reminder) => reminder.occurrence);
    expect(basis.today).toBe('2026-11-21');
    expect(occurrences(single('2026-12-05', null))).toEqual([]);
    expect(occurrences(single('2026-12-05', 14))).toEqual(['2026-12-05 day']);
    expect(occurrences(single('2026-11-21', 0))).toEqual(['2026-11-21 day']);
    expect(occurrences(single('2026-11-20', 14))).toEqual([]);
    expect(occurrences(single('2025-11-23', 14))).toEqual([]);
  });
});

describe('rules', () => {
  it('that are switched off bring up nobody; a promise always stands', () => {
    const off = {
      birthday: false,
      follow_up: false,
      overdue: false,
      dormant: false,
      silence: false,
      expiring: false,
      data_check: false,
      missed: false,
      lapsing: false,
      debt: false,
      waiting: false,
    };
    const facts = {
      ...last(100, { rhythmDays: 10, overdueAfterDays: 14, yearSpendCents: cents(9999_00) }),
      promise: { callbackId: 'call', at: instant(Date.UTC(2026, 10, 21, 7)), note: null },
    };
    expect(codes(facts)).toEqual(['promised', 'overdue', 'silence']);
    expect(codes(facts, { settings: { ...settings, reminderRules: off } })).toEqual(['promised']);
  });
});

describe('bookings, what lapses and what is owed (X01, X07, X09)', () => {
  const missed = {
    appointmentId: 'booking',
    service: '染发',
    bookedFor: addDays(today, -3),
    isNoShow: true,
    missedOn: addDays(today, -3),
  };
  const late = { rhythmDays: 10, overdueAfterDays: 14, yearSpendCents: cents(9999_00) };

  it('whoever is booked is not called for having stayed away, and is again when the booking goes', () => {
    expect(codes(last(100, late))).toEqual(['overdue', 'silence']);
    expect(codes({ ...last(100, late), missed, bookedOn: addDays(today, 2) })).toEqual([]);
    expect(codes({ ...last(100, late), missed })).toEqual(['missed', 'overdue', 'silence']);
  });

  it('a booking does not silence what runs out, nor a birthday, nor a promise', () => {
    const lapsing = [{ kind: 'coupon', id: 'coupon', name: '护理券', amount: 1, lastDay: addDays(today, 3) }] as const;
    expect(codes({ ...nobody, lapsing, bookedOn: today })).toEqual(['lapsing']);
  });

  it('a missed booking is asked about from the next day on, for two weeks, unless they came', () => {
    const after = (days: number, more: Partial<ReminderFacts> = {}) => {
      const missedOn = addDays(today, -days);
      return codes({ ...nobody, missed: { ...missed, missedOn }, ...more });
    };
    expect([0, 1, 14, 15].map((days) => after(days))).toEqual([[], ['missed'], ['missed'], []]);
    expect(after(3, { lastVisitOn: addDays(today, -3) })).toEqual([]);
    expect(after(3, { lastVisitOn: addDays(today, -4) })).toEqual(['missed']);
  });

  it('what lapses is brought up in its time, points from so many on, a membership by its own days', () => {
    const one = (kind: 'points' | 'coupon' | 'count_card' | 'membership', inDays: number, amount: number | null) =>
      codes({ ...nobody, lapsing: [{ kind, id: 'id', name: '', amount, lastDay: addDays(today, inDays) }] });
    expect([15, 14, 0, -1].map((days) => one('coupon', days, 1))).toEqual([[], ['lapsing'], ['lapsing'], []]);
    expect([99, 100].map((amount) => one('points', 5, amount))).toEqual([[], ['lapsing']]);
    expect([31, 30].map((days) => one('membership', days, null))).toEqual([[], ['lapsing']]);
    expect(one('count_card', 5, 0)).toEqual(['lapsing']);
  });

  it('an order that is ready is told of at once, and again a week after it was', () => {
    const ready = (inDays: number, toldOn: LocalDate | null = null) =>
      codes({ ...nobody, waiting: [{ orderId: 'order', number: 'D-1', readyOn: addDays(today, inDays), toldOn }] });
    expect([1, 0, -30].map((days) => ready(days))).toEqual([[], ['waiting'], ['waiting']]);
    expect([-6, -7].map((days) => ready(-9, addDays(today, days)))).toEqual([[], ['waiting']]);
  });

  it('a debt is brought up from the day it is due on', () => {
    const due = (inDays: number) => codes({ ...nobody, debt: { owedCents: cents(120_00), dueOn: addDays(today, inDays) } });
    expect([1, 0, -400].map(due)).toEqual([[], ['debt'], ['debt']]);
  });
});

describe('weights', () => {
  it('rise with value, with VIP, with waiting, and stop rising', () => {
    const worth = (year: number, isVip = false) =>
      valueWeight({ yearSpendCents: cents(year), spendCents: cents(year), isVip }, cutoffs);
    expect(worth(0)).toBe(1);
    expect(worth(1000_00)).toBeGreaterThan(worth(500_00));
    expect(worth(1000_00, true)).toBe(worth(1000_00) + 1);
    expect(worth(1_000_000_00, true)).toBeLessThan(6);
    expect(worth(2_000_000_00)).toBeGreaterThan(worth(1_000_000_00));
    expect(worth(-500_00)).toBe(1);
    const waited = (days: number) => weightOf('overdue', 1, addDays(today, -days), today);
    expect(waited(7)).toBeGreaterThan(waited(0));
    expect(waited(14)).toBe(waited(300));
  });
  it('make the strongest reason decide and every other one help a little', () => {
    expect(scoreOf([])).toBe(0);
    expect(scoreOf([4, 10])).toBe(10.4);
    expect(scoreOf([10, 4])).toBe(10.4);
  });
});

describe('what calls make of a reason', () => {
  const call = (
    id: string,
    outcome: PastCall['outcome'],
    on: string,
    closes = false,
    nextAttemptAt: number | null = null,
  ): PastCall => ({
    id,
    businessDate: localDate(on),
    outcome,
    nextAttemptAt: nextAttemptAt === null ? null : instant(nextAttemptAt),
    note: null,
    reasons: [{ rule: 'overdue', occurrence: '2026-11-01', closes }],
  });
  const [reminder] = remindersOf(last(20, { rhythmDays: 10, overdueAfterDays: 14 }), basis);
  if (!reminder) throw new Error('overdue');

  it('counts tries since the last visit, and closes once for all', () => {
    const calls = [call('a', 'no_answer', '2026-11-16'), call('b', 'busy', '2026-11-18'), call('c', 'call_at', '2026-11-19')];
    expect(triedSoFar(reminder, calls, localDate('2026-11-01'))).toMatchObject({ attempts: 2, closedBy: null });
    expect(triedSoFar(reminder, calls, localDate('2026-11-17'))).toMatchObject({ attempts: 1 });
    expect(triedSoFar(reminder, [...calls, call('d', 'done', '2026-11-20', true)], null)).toMatchObject({ closedBy: 'd' });
    expect(triedSoFar({ ...reminder, occurrence: '2026-12-24' }, calls, null)).toMatchObject({ attempts: 0, closedBy: null });
  });
  it('knows only the latest promise, and hides by the latest call alone', () => {
    const noon = Date.UTC(2026, 10, 25, 4);
    const first = call('a', 'call_at', '2026-11-20', false, noon);
    const second = call('b', 'call_at', '2026-11-21', false, noon + 1);
    const missed = call('c', 'no_answer', '2026-11-25', false, noon + 9);
    expect(promiseOf([first, second, missed])).toMatchObject({ callbackId: 'b', at: noon + 1 });
    expect(hiddenUntil([first, second], settings)).toBe(Date.UTC(2026, 10, 24, 20));
    expect(hiddenUntil([first, second, missed], settings)).toBe(noon + 9);
    expect(hiddenUntil([first, call('d', 'done', '2026-11-25', true)], settings)).toBeNull();
  });
});

describe('the start of a business day (R7)', () => {
  it.each([
    'Asia/Shanghai',
    'America/New_York',
    'Europe/London',
    'America/Santiago',
    'America/Havana',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ])('is the first moment of that day in %s, on every day of two years', (timeZone) => {
    for (const dayTurnHour of [0, 4]) {
      for (let day = localDate('2026-01-01'); day < '2028-01-01'; day = addDays(day, 1)) {
        const start = startOfBusinessDay(day, timeZone, dayTurnHour);
        expect(businessDate(start, timeZone, dayTurnHour)).toBe(day);
        expect(businessDate(instant(start - 60_000), timeZone, dayTurnHour)).toBe(addDays(day, -1));
        expect(wallClock(start, timeZone).minute).toBe(0);
      }
    }
  });
});

describe('figures of today', () => {
  it('count whole months and days since', () => {
    const dormant = { rule: 'dormant', params: { lastOn: localDate('2026-05-31'), spendCents: cents(1) } } as const;
    expect(reasonOn(dormant, localDate('2026-11-30'))).toMatchObject({ params: { months: 6, daysSince: 183 } });
    expect(reasonOn(dormant, localDate('2026-11-29'))).toMatchObject({ params: { months: 5 } });
    expect(reasonOn(dormant, localDate('2026-01-01'))).toMatchObject({ params: { months: 0, daysSince: 0 } });
  });
  it('name what was bought once, in the commas of its script, and not without end', () => {
    expect(itemsText(['碧螺春', ' 碧螺春', '', '茶杯'])).toBe('碧螺春、茶杯');
    expect(itemsText(['Tea', 'Cup'])).toBe('Tea, Cup');
    expect(itemsText([])).toBe('');
    expect(itemsText(['茶'.repeat(200)])).toHaveLength(60);
  });
});

describe('the quarterly check of data goes along with a call (R183)', () => {
  const old = instant(Date.UTC(2024, 1, 1, 4));
  const late = last(40, { rhythmDays: 10, overdueAfterDays: 14, enteredAt: old });
  it('when the customer is called anyway, and never by itself', () => {
    expect(codes(late)).toEqual(['overdue', 'data_check']);
    expect(codes(last(12, { rhythmDays: 10, overdueAfterDays: 14, enteredAt: old }))).toEqual([]);
    const off = { ...settings, reminderRules: { ...settings.reminderRules, data_check: false } };
    expect(codes(late, { settings: off })).toEqual(['overdue']);
  });
  it('once a quarter: not when anything was confirmed in it, nor for whoever was entered in it', () => {
    const checked = (on: string): string[] => codes({ ...late, confirmedOn: localDate(on) });
    expect(checked('2026-09-30')).toEqual(['overdue', 'data_check']);
    expect(checked('2026-10-01')).toEqual(['overdue']);
    expect(codes({ ...late, enteredAt: instant(Date.UTC(2026, 9, 2, 4)) })).toEqual(['overdue']);
  });
  it('has the quarter for its occurrence: the same all through it, another in the next', () => {
    const occurrences = (on: string): string[] =>
      remindersOf({ ...late, promise: { callbackId: 'call', at: old, note: null } }, { ...basis, today: localDate(on) })
        .filter(({ rule }) => rule === 'data_check')
        .map(({ occurrence }) => occurrence);
    expect(['2026-10-01', '2026-11-21', '2026-12-31', '2027-01-01'].map(occurrences)).toEqual([
      ['2026-Q4'],
      ['2026-Q4'],
      ['2026-Q4'],
      ['2027-Q1'],
    ]);
  });
});
