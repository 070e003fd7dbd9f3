import { describe, expect, test } from 'vitest';
import {
  addDays,
  businessDate,
  instant,
  instantAt,
  localDate,
  monthEnd,
  monthStart,
  onBusinessDay,
  rightAfter,
  wallClock,
} from './time.ts';

describe('instantAt', () => {
  test.each(['Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Pacific/Marquesas', 'UTC'])(
    'noon is noon on the shop’s own clock, also on the days the clocks change: %s',
    (timeZone) => {
      for (const day of ['1971-01-01', '2026-03-08', '2026-11-01', '2026-11-21', '2026-12-31', '1986-05-04']) {
        const date = localDate(day);
        expect(wallClock(instantAt(date, 12, timeZone), timeZone)).toEqual({ date, hour: 12, minute: 0 });
      }
    },
  );

  test('midnight of a day belongs to that day', () => {
    const date = localDate('2026-11-21');
    expect(wallClock(instantAt(date, 0, 'Asia/Shanghai'), 'Asia/Shanghai')).toEqual({ date, hour: 0, minute: 0 });
    expect(instantAt(date, 0, 'Asia/Shanghai')).toBe(Date.UTC(2026, 10, 20, 16));
  });
});

test('a clock that pretends to be on another day shows a moment of that business day, in every season and zone', () => {
  for (const timeZone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'UTC'])
    for (const dayTurnHour of [0, 4, 12])
      for (let hour = 0; hour < 24 * 14; hour += 1) {
        const present = instant(Date.UTC(2026, 10, 21, hour, 10));
        const day = addDays(localDate('1998-03-20'), hour);
        expect(businessDate(onBusinessDay(present, day, timeZone, dayTurnHour), timeZone, dayTurnHour)).toBe(day);
      }
});

test('a month has its first and its last day, also the last month there is', () => {
  const ends = (day: string) => [monthStart(localDate(day)), monthEnd(localDate(day))];
  expect(ends('2028-02-10')).toEqual(['2028-02-01', '2028-02-29']);
  expect(ends('9999-12-31')).toEqual(['9999-12-01', '9999-12-31']);
});

test('the next entry of a ledger stands behind the last one, also with a clock that stands still or went back', () => {
  expect(rightAfter(null, instant(5))).toBe(5);
  expect(rightAfter(instant(4), instant(5))).toBe(5);
  expect(rightAfter(instant(5), instant(5))).toBe(6);
  expect(rightAfter(instant(9), instant(5))).toBe(10);
});
