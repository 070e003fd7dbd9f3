import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { leftOfMonth, mostShared, shareFault } from './sharing.ts';

const amounts = fc.integer({ min: 0, max: 1_000_00 }).map(cents);
const limit = fc.option(fc.integer({ min: 1, max: 1_000_00 }).map(cents));
const limits = fc.record({ monthCents: limit, visitCents: limit });

describe('what a sharer may spend', () => {
  it('is never refused up to the most there is, and one cent more is refused or not there', () => {
    fc.assert(
      fc.property(limits, amounts, amounts, (terms, used, stored) => {
        const most = mostShared(terms, used, stored);
        expect(most).toBeLessThanOrEqual(stored);
        expect(most === 0 || shareFault(terms, used, most) === null).toBe(true);
        const more = cents(most + 1);
        expect(more > stored || shareFault(terms, used, more) !== null).toBe(true);
      }),
    );
  });

  it('never takes a month over its limit, whatever is spent one after the other', () => {
    fc.assert(
      fc.property(limits, fc.array(amounts, { maxLength: 20 }), (terms, wanted) => {
        let used = cents(0);
        for (const amount of wanted) if (shareFault(terms, used, amount) === null) used = cents(used + amount);
        expect(used).toBeLessThanOrEqual(terms.monthCents ?? Infinity);
      }),
    );
  });

  it('is everything without limits, and tells which of two limits is in the way', () => {
    expect(mostShared({ monthCents: null, visitCents: null }, cents(500), cents(300))).toBe(300);
    expect(leftOfMonth({ monthCents: cents(100), visitCents: null }, cents(150))).toBe(0);
    expect(shareFault({ monthCents: cents(100), visitCents: cents(50) }, cents(0), cents(60))).toBe('over_share_visit');
    expect(shareFault({ monthCents: cents(100), visitCents: cents(50) }, cents(60), cents(50))).toBe('over_share_month');
  });
});
