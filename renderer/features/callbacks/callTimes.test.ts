import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, localDate, wallClock } from '../../../shared/types/time.ts';
import { callTimes, instantAt } from './callTimes.ts';

const shown = (at: number, timeZone = 'Asia/Shanghai') => {
  const { date, hour, minute } = wallClock(instant(at), timeZone);
  return `${date} ${hour}:${String(minute).padStart(2, '0')}`;
};

describe('times to call again', () => {
  const morning = instantAt(localDate('2026-11-21'), 10, 12, 'Asia/Shanghai');

  it('offers in an hour, later today, and the next days', () => {
    expect(callTimes(morning, 'Asia/Shanghai', null, null).map((at) => shown(at))).toEqual([
      '2026-11-21 11:15',
      '2026-11-21 15:00',
      '2026-11-22 10:00',
      '2026-11-22 15:00',
      '2026-11-23 10:00',
    ]);
  });
  it('keeps to the hours the person likes', () => {
    expect(
      callTimes(morning, 'Asia/Shanghai', 14, 17)
        .map((at) => shown(at))
        .slice(1),
    ).toEqual(['2026-11-21 15:00', '2026-11-22 15:00', '2026-11-23 15:00', '2026-11-24 15:00']);
    expect(shown(callTimes(morning, 'Asia/Shanghai', 20, 21)[1] ?? 0)).toBe('2026-11-21 20:00');
  });
  it('never offers a time that has passed, and always five', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom(null, 9, 14, 20),
        (hour, minute, from) => {
          const now = instantAt(localDate('2026-11-21'), hour, minute, 'Asia/Shanghai');
          const times = callTimes(now, 'Asia/Shanghai', from, from === null ? null : from + 2);
          expect(times).toHaveLength(5);
          expect(new Set(times).size).toBe(5);
          for (const at of times) expect(at).toBeGreaterThan(now);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the instant of a shop clock', () => {
  it('reads back as that clock in any zone, also around a change of time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC'),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 4, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (timeZone, day, hour, minute) => {
          const date = localDate(new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().slice(0, 10));
          expect(shown(instantAt(date, hour, minute, timeZone), timeZone)).toBe(
            `${date} ${hour}:${String(minute).padStart(2, '0')}`,
          );
        },
      ),
    );
  });
});
