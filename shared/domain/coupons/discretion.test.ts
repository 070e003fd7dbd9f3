import { describe, expect, it } from 'vitest';
import { storedTermsSchema } from '../../contract/couponTerms.ts';
import { cents } from '../../types/amounts.ts';
import { discretionFault, worthOfCoupon } from './discretion.ts';

const terms = (given: object) => storedTermsSchema.parse(given);

describe('what the desk may grant without asking (R177)', () => {
  it('counts a coupon by the most it can ever take off, with all its uses', () => {
    expect(worthOfCoupon(terms({ kind: 'amount', amountCents: 2000 }))).toBe(2000);
    expect(worthOfCoupon(terms({ kind: 'amount', amountCents: 2000, uses: 3 }))).toBe(6000);
    expect(worthOfCoupon(terms({ kind: 'amount', amountCents: 2000, capCents: 1500 }))).toBe(1500);
    expect(worthOfCoupon(terms({ kind: 'percent', basisPoints: 1000, capCents: 3000 }))).toBe(3000);
    expect(worthOfCoupon(terms({ kind: 'percent', basisPoints: 1000 }))).toBeNull();
    expect(worthOfCoupon(terms({ kind: 'free_order' }))).toBeNull();
  });
  it('keeps to the limit of one and of the month, to the cent', () => {
    const limits = { grantMostCents: cents(5000), grantMonthCents: cents(8000) };
    expect(discretionFault(null, cents(0), limits)).toBe('grant_without_limit');
    expect(discretionFault(cents(5001), cents(0), limits)).toBe('grant_too_large');
    expect(discretionFault(cents(5000), cents(3000), limits)).toBeNull();
    expect(discretionFault(cents(5000), cents(3001), limits)).toBe('grant_month_full');
  });
});
