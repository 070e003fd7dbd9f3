import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate, instant, localDate } from '../../types/time.ts';
import { redundantBackups } from './rotation.ts';
import type { KeptBackup } from './rotation.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 21, 2);
const TODAY = localDate('2026-11-21');
const made = (hoursAgo: number, id: string): KeptBackup => {
  const at = instant(NOW - Math.round(hoursAgo * HOUR));
  return { id, at, day: businessDate(at, 'Asia/Shanghai', 4) };
};
const shelves = fc
  .array(fc.oneof(fc.double({ min: 0, max: 30, noNaN: true }), fc.double({ min: -48, max: 24 * 800, noNaN: true })), {
    maxLength: 120,
  })
  .map((hours) => hours.map((ago, index) => made(ago, `b${String(index).padStart(3, '0')}`)));
const remaining = (backups: readonly KeptBackup[]): KeptBackup[] => {
  const gone = new Set(redundantBackups(backups, TODAY));
  return backups.filter(({ id }) => !gone.has(id));
};
const newest = (backups: readonly KeptBackup[]): number => Math.max(...backups.map(({ at }) => at));

describe('rotation (R4)', () => {
  it('never takes the newest proven one, and only ones it was given', () => {
    fc.assert(
      fc.property(shelves, (backups) => {
        fc.pre(backups.length > 0);
        expect(newest(remaining(backups))).toBe(newest(backups));
        const known = backups.map(({ id }) => id);
        expect(redundantBackups(backups, TODAY).every((id) => known.includes(id))).toBe(true);
      }),
    );
  });

  it('done once, has nothing more to do, in whatever order they are listed', () => {
    fc.assert(
      fc.property(shelves, (backups) => {
        expect(redundantBackups(remaining(backups), TODAY)).toEqual([]);
        expect(redundantBackups([...backups].reverse(), TODAY)).toEqual(redundantBackups(backups, TODAY));
      }),
    );
  });

  it('keeps no more than three of today, and one of every other day', () => {
    fc.assert(
      fc.property(shelves, (backups) => {
        const days = remaining(backups).map(({ day }) => day);
        for (const day of new Set(days))
          expect(days.filter((other) => other === day).length).toBeLessThanOrEqual(day === TODAY ? 3 : 1);
        expect(days.length).toBeLessThanOrEqual(3 + 7 + 4 + 12);
      }),
    );
  });

  it('one that is made each day for three years leaves a week of days, a month of weeks and a year of months', () => {
    let shelf: KeptBackup[] = [];
    for (let day = 3 * 365; day >= 0; day -= 1) {
      shelf.push(made(day * 24, `day ${day}`));
      const today = shelf.at(-1)?.day ?? TODAY;
      const gone = new Set(redundantBackups(shelf, today));
      shelf = shelf.filter(({ id }) => !gone.has(id));
    }
    expect(shelf.map(({ day }) => day)).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-01',
      '2026-11-08',
      '2026-11-15',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ]);
  });
});
