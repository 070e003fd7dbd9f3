import { describe, expect, test } from 'vitest';
import { instantAt, localDate, wallClock } from './time.ts';

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
