import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { addDays, localDate, wallClock, instantAt, weekdayOf } from '../../types/time.ts';
import { conflictsOf } from './conflicts.ts';
import type { Claim } from './conflicts.ts';
import { depositFor } from './deposits.ts';
import { MOST_REPEATS, movedAlong, repeatedDays } from './repeats.ts';
import { isOnRoster, shiftsOn, shiftsOverlap } from './rosters.ts';
import { MINUTES_PER_DAY, movedBy, overlap, wallMinute } from './slots.ts';
import { cancelledAs } from './statuses.ts';
import { turnOrder } from './turns.ts';
import { fitsSlot } from './waitlist.ts';
import { isSkippedTime } from './wallTime.ts';

const day = localDate('2026-11-23');
const slot = (startMinute: number, lengthMinutes = 60, on = day) => ({ on, startMinute, lengthMinutes });
const slots = fc.record({
  on: fc.integer({ min: -3, max: 3 }).map((days) => addDays(day, days)),
  startMinute: fc.integer({ min: 0, max: MINUTES_PER_DAY - 1 }),
  lengthMinutes: fc.integer({ min: 5, max: MINUTES_PER_DAY }),
});

describe('slots of the diary (R049)', () => {
  property.prop([slots, slots])('overlap exactly when they share a minute', (one, other) => {
    const minutes = new Set(Array.from({ length: one.lengthMinutes }, (_, index) => wallMinute(one) + index));
    const shared = Array.from({ length: other.lengthMinutes }, (_, index) => wallMinute(other) + index).some((minute) =>
      minutes.has(minute),
    );
    expect(overlap(one, other)).toBe(shared);
    expect(overlap(other, one)).toBe(shared);
  });
  property.prop([slots, fc.integer({ min: -5000, max: 5000 })])('moved there and back are where they were', (one, minutes) => {
    const moved = movedBy(one, minutes);
    expect(wallMinute(moved) - wallMinute(one)).toBe(minutes);
    expect(moved.startMinute).toBeGreaterThanOrEqual(0);
    expect(moved.startMinute).toBeLessThan(MINUTES_PER_DAY);
    expect(movedBy(moved, -minutes)).toEqual(one);
  });
  it('of an evening reach into the next day', () => {
    expect(overlap(slot(23 * 60, 120), slot(0, 30, addDays(day, 1)))).toBe(true);
    expect(overlap(slot(23 * 60, 60), slot(0, 30, addDays(day, 1)))).toBe(false);
  });
});

describe('a time across the change of the clocks (R049)', () => {
  it('does not exist when the clocks are put forward over it, and exists when they show it twice', () => {
    const spring = localDate('2026-03-29');
    const berlin = (on: typeof spring, hour: number, minute: number) => isSkippedTime(on, hour * 60 + minute, 'Europe/Berlin');
    expect([berlin(spring, 1, 59), berlin(spring, 2, 0), berlin(spring, 2, 59), berlin(spring, 3, 0)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(berlin(localDate('2026-10-25'), 2, 30)).toBe(false);
    expect(isSkippedTime(localDate('2026-09-06'), 0, 'America/Santiago')).toBe(true);
    expect(isSkippedTime(localDate('2026-10-04'), 2 * 60 + 15, 'Australia/Lord_Howe')).toBe(true);
    expect(isSkippedTime(spring, 2 * 60 + 30, 'Asia/Shanghai')).toBe(false);
  });
  property.prop([fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 23 })])(
    'is there whenever the clock of the zone comes by it',
    (days, hour) => {
      const on = addDays(localDate('2026-01-01'), days);
      const shown = wallClock(instantAt(on, hour, 'Europe/Berlin'), 'Europe/Berlin');
      expect(isSkippedTime(on, hour * 60, 'Europe/Berlin')).toBe(shown.date !== on || shown.hour !== hour);
    },
  );
});

describe('repeated appointments (X34)', () => {
  property.prop([
    fc.constantFrom('day', 'week', 'month'),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 2, max: MOST_REPEATS }),
  ])('come so many times, each later than the one before, whatever the unit', (unit, every, times) => {
    const days = repeatedDays(day, { unit, every, until: null, times }) ?? [];
    expect(days).toHaveLength(times);
    expect(days[0]).toBe(day);
    expect(days.every((one, index) => one > (days[index - 1] ?? ''))).toBe(true);
    const last = days.at(-1) ?? day;
    expect(repeatedDays(day, { unit, every, until: last, times: null })).toEqual(days);
  });
  it('have their day again after a month that lacks it', () => {
    expect(repeatedDays(localDate('2026-01-31'), { unit: 'month', every: 1, until: null, times: 3 })).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
    ]);
  });
  const someDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays(day, days));
  property.prop([
    fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    fc.integer({ min: 1, max: 12 }),
    someDay,
    someDay,
  ])('moved from their first on, are the row that the new first day would have begun', (unit, every, from, to) => {
    const pattern = { unit, every, until: null, times: 12 } as const;
    const moved = repeatedDays(from, pattern)?.map((one) => movedAlong(unit, from, to, one));
    expect(moved).toEqual(repeatedDays(to, pattern));
  });
  property.prop([fc.constantFrom('day' as const, 'week' as const, 'month' as const), someDay, someDay])(
    'stay where they are when the one that is changed does',
    (unit, from, one) => {
      expect(movedAlong(unit, from, from, one)).toBe(one);
    },
  );
  it('by the month keep to the day of the month when one is moved', () => {
    const row = ['2026-01-31', '2026-02-28', '2026-03-31'].map(localDate);
    const move = (to: string) => row.map((one) => movedAlong('month', localDate('2026-01-31'), localDate(to), one));
    expect(move('2026-01-30')).toEqual(['2026-01-30', '2026-02-28', '2026-03-30']);
    expect(move('2026-02-02')).toEqual(['2026-02-02', '2026-03-02', '2026-04-02']);
    // The one in March had been moved by itself, two days later.
    expect(movedAlong('month', localDate('2026-02-15'), localDate('2026-02-20'), localDate('2026-03-17'))).toBe('2026-03-22');
  });
  it('have an end, and not too many days before it', () => {
    expect(repeatedDays(day, { unit: 'day', every: 1, until: null, times: null })).toBeNull();
    expect(repeatedDays(day, { unit: 'day', every: 1, until: addDays(day, MOST_REPEATS - 1), times: null })).toHaveLength(
      MOST_REPEATS,
    );
    expect(repeatedDays(day, { unit: 'day', every: 1, until: addDays(day, MOST_REPEATS), times: null })).toBeNull();
  });
});

describe('rosters (X34)', () => {
  const weekly = [
    { weekday: 1, fromMinute: 540, toMinute: 720 },
    { weekday: 1, fromMinute: 720, toMinute: 1080 },
    { weekday: 2, fromMinute: 1200, toMinute: 1560 },
  ];
  const roster = { weekly, days: [{ on: addDays(day, 7), shifts: [] }] };
  it('know the weekday, and put single days before the week', () => {
    expect([weekdayOf(day), weekdayOf(addDays(day, 6)), weekdayOf(localDate('1969-12-28'))]).toEqual([1, 7, 7]);
    expect(shiftsOn(roster, day)).toHaveLength(2);
    expect(shiftsOn(roster, addDays(day, 7))).toEqual([]);
  });
  it('hold a slot over two shifts that touch, and one after midnight of the evening before', () => {
    expect(isOnRoster(slot(700, 60), roster)).toBe(true);
    expect(isOnRoster(slot(1050, 60), roster)).toBe(false);
    expect(isOnRoster(slot(60, 60, addDays(day, 2)), roster)).toBe(true);
    expect(isOnRoster(slot(60, 61, addDays(day, 2)), roster)).toBe(false);
    expect(isOnRoster(slot(600, 60, addDays(day, 7)), roster)).toBe(false);
  });
  it('are no matter for whoever has none', () => {
    expect(isOnRoster(slot(180), { weekly: [], days: [] })).toBe(true);
  });
  it('tell shifts that meet from shifts that touch', () => {
    expect(shiftsOverlap(weekly.slice(0, 2))).toBe(false);
    expect(shiftsOverlap([...weekly.slice(0, 2), { fromMinute: 1000, toMinute: 1100 }])).toBe(true);
  });
});

describe('what stands in the way of a booking (R049)', () => {
  const claim = (startMinute: number, more: Partial<Claim>): Claim => ({
    ...slot(startMinute),
    customerId: null,
    staffId: null,
    resourceId: null,
    ...more,
  });
  it('is the same person, the same place or the same customer at one time, each by its own word', () => {
    const wanted = claim(600, { staffId: 's', resourceId: 'r', customerId: 'c' });
    const kinds = (other: Claim) => conflictsOf(wanted, [other], null, false).map(({ kind }) => kind);
    expect(kinds(claim(630, { staffId: 's', resourceId: 'r', customerId: 'c' }))).toEqual([
      'resource_taken',
      'staff_busy',
      'customer_elsewhere',
    ]);
    expect(kinds(claim(660, { staffId: 's', resourceId: 'r', customerId: 'c' }))).toEqual([]);
    expect(kinds(claim(630, {}))).toEqual([]);
  });
  it('is a time off the roster, and one that does not exist', () => {
    const roster = { weekly: [{ weekday: 1, fromMinute: 0, toMinute: 610 }], days: [] };
    expect(conflictsOf(claim(600, { staffId: 's' }), [], roster, true).map(({ kind }) => kind)).toEqual([
      'time_skipped',
      'off_roster',
    ]);
  });
});

describe('no-shows and late cancels (X34)', () => {
  it('ask for a deposit from so many no-shows on, and never while the rule is off', () => {
    const rule = { depositAfterNoShows: 2, depositCents: cents(50_00) };
    expect([0, 1, 2, 3].map((noShows) => depositFor(noShows, rule))).toEqual([0, 0, 5000, 5000]);
    expect(depositFor(9, { ...rule, depositAfterNoShows: 0 })).toBe(0);
  });
  it('make a cancelling late once fewer hours are left than the shop wants', () => {
    const now = { on: day, startMinute: 600 };
    expect(cancelledAs(slot(600, 60, addDays(day, 1)), now, 24)).toBe('cancelled');
    expect(cancelledAs(slot(599, 60, addDays(day, 1)), now, 24)).toBe('late_cancelled');
    expect(cancelledAs(slot(601), now, 0)).toBe('cancelled');
  });
});

describe('the waitlist (X34)', () => {
  const wish = { fromOn: day, untilOn: addDays(day, 2), fromMinute: 600, untilMinute: 900, lengthMinutes: 60, staffId: null };
  it('finds who fits into a slot: day, hours, length and person', () => {
    const free = { ...slot(600, 60), staffId: 's' };
    expect(fitsSlot(wish, free)).toBe(true);
    expect(fitsSlot({ ...wish, staffId: 's' }, free)).toBe(true);
    expect(fitsSlot({ ...wish, staffId: 't' }, free)).toBe(false);
    expect(fitsSlot({ ...wish, lengthMinutes: 90 }, free)).toBe(false);
    expect(fitsSlot({ ...wish, fromMinute: 630 }, free)).toBe(false);
    expect(fitsSlot({ ...wish, fromMinute: 630 }, { ...slot(600, 90), staffId: 's' })).toBe(true);
    expect(fitsSlot(wish, { ...slot(600, 60, addDays(day, 3)), staffId: 's' })).toBe(false);
  });
});

describe('whose turn it is (排钟, X34)', () => {
  const turn = (staffId: string, at: number, isRequested = false) => ({ staffId, at, isRequested });
  it('goes to whoever had none, then to whoever’s last is longest ago; being asked for costs no turn', () => {
    const people = ['a', 'b', 'c'];
    expect(turnOrder(people, [])).toEqual(['a', 'b', 'c']);
    expect(turnOrder(people, [turn('a', 1)])).toEqual(['b', 'c', 'a']);
    expect(turnOrder(people, [turn('a', 1), turn('b', 2), turn('c', 3), turn('a', 4)])).toEqual(['b', 'c', 'a']);
    expect(turnOrder(people, [turn('a', 1, true)])).toEqual(['a', 'b', 'c']);
  });
  property.prop([fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 })])(
    'keeps everybody exactly once, and taking turns shares the work evenly',
    (requested) => {
      const people = ['a', 'b', 'c', 'd'];
      const turns: ReturnType<typeof turn>[] = [];
      const taken = new Map(people.map((one) => [one, 0]));
      for (const [index, asked] of requested.entries()) {
        turns.push(turn(asked, index * 2, true));
        const order = turnOrder(people, turns);
        expect([...order].sort()).toEqual(people);
        const next = order[0] ?? '';
        turns.push(turn(next, index * 2 + 1));
        taken.set(next, (taken.get(next) ?? 0) + 1);
      }
      const counts = [...taken.values()];
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    },
  );
});
