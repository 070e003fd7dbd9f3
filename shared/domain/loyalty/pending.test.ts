import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { points } from '../../types/amounts.ts';
import { localDate } from '../../types/time.ts';
import { readyOn, takeFromPending } from './pending.ts';

describe('pending points (X62)', () => {
  const today = localDate('2026-11-21');
  it('are spendable so many days after the visit, at once where the shop does not wait or the days are past', () => {
    expect(readyOn(today, 7, today)).toBe('2026-11-28');
    expect(readyOn(today, 0, today)).toBeNull();
    expect(readyOn(localDate('2026-11-01'), 7, today)).toBeNull();
  });
  it('are what comes back takes first: never more than a lot has, and the parts and the rest are what was asked', () => {
    const many = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(fc.array(many, { maxLength: 8 }), many, (left, wanted) => {
        const lots = left.map((remaining, id) => ({ id, remaining: points(remaining) }));
        const { parts, rest } = takeFromPending(lots, points(wanted));
        const taken = parts.reduce((sum, part) => sum + part.points, 0);
        expect(taken + rest).toBe(wanted);
        expect(taken).toBe(
          Math.min(
            wanted,
            left.reduce((sum, remaining) => sum + remaining, 0),
          ),
        );
        for (const part of parts) expect(part.points).toBeLessThanOrEqual(left[part.id] ?? 0);
      }),
    );
  });
});
