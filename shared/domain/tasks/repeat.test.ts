import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { addDays, dateParts, daysBetween, daysInMonth, localDate } from '../../types/time.ts';
import { nextDue, repeatUnits } from './repeat.ts';

const on = localDate;

describe('when a task comes again (R055)', () => {
  test('a task for the end of the month stays at the end of the month', () => {
    const monthly = { unit: 'month', every: 1, day: 31 } as const;
    const days = [on('2026-12-31')];
    for (let times = 0; times < 4; times += 1)
      days.push(nextDue(monthly, days.at(-1) ?? on('2026-12-31'), days.at(-1) ?? on('2026-12-31')));
    expect(days).toEqual(['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
    expect(nextDue(monthly, on('2028-01-31'), on('2028-01-31'))).toBe('2028-02-29');
  });

  test('across the change of the clock a day is a day: every fortnight, every day', () => {
    expect(nextDue({ unit: 'week', every: 2, day: 16 }, on('2026-03-16'), on('2026-03-16'))).toBe('2026-03-30');
    expect(nextDue({ unit: 'day', every: 1, day: 28 }, on('2026-03-28'), on('2026-03-28'))).toBe('2026-03-29');
    expect(nextDue({ unit: 'day', every: 1, day: 24 }, on('2026-10-24'), on('2026-10-25'))).toBe('2026-10-26');
  });

  test('done late, what was missed does not pile up; done early, it does not come back before its time', () => {
    expect(nextDue({ unit: 'week', every: 1, day: 2 }, on('2026-11-02'), on('2026-11-21'))).toBe('2026-11-23');
    expect(nextDue({ unit: 'week', every: 1, day: 2 }, on('2026-11-23'), on('2026-11-21'))).toBe('2026-11-30');
    expect(nextDue({ unit: 'month', every: 3, day: 31 }, on('2026-01-31'), on('2026-11-21'))).toBe('2027-01-31');
  });

  const anyDay = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays(on('2020-01-01'), days));
  const anyUnit = fc.constantFrom(...repeatUnits);
  property.prop([anyUnit, fc.integer({ min: 1, max: 365 }), anyDay, anyDay])(
    'the next day is after both, is of the rhythm, and is the first such',
    (unit, every, due, today) => {
      const repeat = { unit, every, day: dateParts(due).day };
      const next = nextDue(repeat, due, today);
      const after = today > due ? today : due;
      expect(next > after).toBe(true);
      if (unit === 'month') {
        const [from, until] = [dateParts(due), dateParts(next)];
        const months = (until.year - from.year) * 12 + until.month - from.month;
        expect(months % every).toBe(0);
        expect(until.day).toBe(Math.min(repeat.day, daysInMonth(until.year, until.month)));
        // The one before it had come already.
        if (today <= due) expect(months).toBe(every);
      } else {
        const length = unit === 'week' ? every * 7 : every;
        expect(daysBetween(due, next) % length).toBe(0);
        expect(daysBetween(after, next) <= length).toBe(true);
      }
    },
  );

  property.prop([anyUnit, fc.integer({ min: 1, max: 60 }), anyDay])(
    'settled each on its day, they come one by one and never stand still',
    (unit, every, due) => {
      const repeat = { unit, every, day: dateParts(due).day };
      let now = due;
      for (let times = 0; times < 12; times += 1) {
        const next = nextDue(repeat, now, now);
        expect(next > now).toBe(true);
        // Settling early gives the same as settling on the day.
        expect(nextDue(repeat, now, addDays(now, -3))).toBe(next);
        now = next;
      }
    },
  );
});
