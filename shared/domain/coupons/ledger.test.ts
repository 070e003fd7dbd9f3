import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../types/time.ts';
import { couponObstacle, couponState, replayCoupon } from './ledger.ts';
import type { CouponEntry } from './ledger.ts';
import { couponNumberOf, couponText, isCouponNumber, isDiscountCode } from './numbers.ts';
import { plainTerms } from './presets.ts';
import { weekdayOf } from '../../types/time.ts';
import { lastDayOfCoupon } from './terms.ts';

const entry = (id: string, kind: CouponEntry['kind'], uses: number, reversesId: string | null = null): CouponEntry => ({
  id,
  kind,
  uses,
  reversesId,
});
const today = localDate('2026-11-21');

describe('the state of a coupon follows from its ledger', () => {
  const issued = [entry('1', 'issue', 2)];
  it('is open until its uses are gone, and open again when one comes back', () => {
    expect(couponState(replayCoupon(issued), null, today)).toBe('open');
    const used = [...issued, entry('2', 'redeem', -1), entry('3', 'redeem', -1)];
    expect(couponState(replayCoupon(used), null, today)).toBe('used');
    expect(couponState(replayCoupon([...used, entry('4', 'reverse', 1, '3')]), null, today)).toBe('open');
  });
  it('is void while a void stands, or once its issue was taken back', () => {
    const voided = [...issued, entry('2', 'void', -2)];
    expect(couponState(replayCoupon(voided), null, today)).toBe('void');
    expect(couponState(replayCoupon([...voided, entry('3', 'reverse', 2, '2')]), null, today)).toBe('open');
    expect(couponState(replayCoupon([...issued, entry('2', 'reverse', -2, '1')]), null, today)).toBe('void');
  });
  it('counts on its last day, and not on the next; on its weekdays alone', () => {
    expect(couponState(replayCoupon(issued), today, today)).toBe('open');
    expect(couponState(replayCoupon(issued), localDate('2026-11-20'), today)).toBe('expired');
    const coupon = { ...replayCoupon(issued), terms: { ...plainTerms, weekdays: [1, 2] }, fromOn: null, expiresOn: null };
    expect(weekdayOf(today)).toBe(6);
    expect(couponObstacle(coupon, today)).toBe('not_today');
    expect(couponObstacle(coupon, localDate('2026-11-23'))).toBeNull();
    expect(couponObstacle({ ...coupon, fromOn: localDate('2026-11-24') }, localDate('2026-11-23'))).toBe('not_yet');
  });
  it('lapses on whichever limit comes first', () => {
    expect(lastDayOfCoupon({ validDays: 30, validUntil: null }, today)).toBe('2026-12-21');
    expect(lastDayOfCoupon({ validDays: 30, validUntil: localDate('2026-12-01') }, today)).toBe('2026-12-01');
    expect(lastDayOfCoupon({ validDays: null, validUntil: null }, today)).toBeNull();
  });
});

describe('numbers and codes', () => {
  test.prop([fc.uuid(), fc.nat(9), fc.integer({ min: 1, max: 9 })])('one wrong digit is found', (id, place, change) => {
    const number = couponNumberOf(id);
    expect(isCouponNumber(number)).toBe(true);
    const wrong = [...number].map((digit, index) => (index === place ? String((Number(digit) + change) % 10) : digit)).join('');
    expect(isCouponNumber(wrong)).toBe(false);
  });
  it('are read as they are typed; a code is never a number', () => {
    expect(couponText(' vip-８８ ')).toBe('VIP88');
    expect(isDiscountCode('VIP88')).toBe(true);
    expect(isDiscountCode('8888888888')).toBe(false);
    expect(isDiscountCode('A')).toBe(false);
  });
});
