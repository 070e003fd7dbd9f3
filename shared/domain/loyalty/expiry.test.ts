import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { addMonths, localDate } from '../../types/time.ts';
import { expiryTerms, lastDayOf } from './expiry.ts';

const day = localDate('2026-01-31');

describe('when points lapse', () => {
  test('never, after so many months, at the end of a year, or after so many months without a purchase', () => {
    expect(expiryTerms({ kind: 'none' }, day)).toEqual({ expiresOn: null, idleMonths: null });
    expect(expiryTerms({ kind: 'months', months: 1 }, day)).toEqual({ expiresOn: '2026-02-28', idleMonths: null });
    expect(expiryTerms({ kind: 'year_end', years: 0 }, day).expiresOn).toBe('2026-12-31');
    expect(expiryTerms({ kind: 'year_end', years: 1 }, day).expiresOn).toBe('2027-12-31');
    expect(expiryTerms({ kind: 'idle', months: 6 }, day)).toEqual({ expiresOn: null, idleMonths: 6 });
  });

  test('every purchase moves the end of what lapses without one, and no other end', () => {
    const idle = expiryTerms({ kind: 'idle', months: 6 }, day);
    expect(lastDayOf({ ...idle, earnedOn: day }, null)).toBe('2026-07-31');
    expect(lastDayOf({ ...idle, earnedOn: day }, localDate('2026-03-15'))).toBe('2026-09-15');
    expect(lastDayOf({ ...expiryTerms({ kind: 'months', months: 6 }, day), earnedOn: day }, localDate('2026-03-15'))).toBe(
      '2026-07-31',
    );
  });

  test.prop([fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 })])(
    'a purchase never brings an end nearer',
    (months, later) => {
      const idle = expiryTerms({ kind: 'idle', months }, day);
      const [before, after] = [
        lastDayOf({ ...idle, earnedOn: day }, day),
        lastDayOf({ ...idle, earnedOn: day }, addMonths(day, later)),
      ];
      expect(before !== null && after !== null && after >= before).toBe(true);
    },
  );
});
