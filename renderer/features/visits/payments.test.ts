import { describe, expect, test } from 'vitest';
import { cents, points } from '../../../shared/types/amounts.ts';
import { payingOf } from './payments.ts';

const rule = { pointsPerMoneyUnit: 10, pointsShareLimit: 100 };
const total = cents(80_00);
const none = cents(0);

describe('how a visit is paid', () => {
  test('points first, the rest as it was said; nothing said of the rest lists nothing', () => {
    expect(payingOf({ pointsPaid: '30', method: 'wechat' }, total, none, points(500), rule)).toMatchObject({
      mostCents: 50_00,
      pointsSpent: 300,
      dueCents: 50_00,
      payments: [
        { method: 'points', cents: 30_00 },
        { method: 'wechat', cents: 50_00 },
      ],
    });
    expect(payingOf({ pointsPaid: '', method: null }, total, none, points(500), rule).payments).toEqual([]);
    expect(payingOf({ pointsPaid: '80', method: 'cash' }, total, none, points(5000), rule).payments).toEqual([
      { method: 'points', cents: 80_00 },
    ]);
  });

  test('what was paid when it was booked is not paid again', () => {
    expect(payingOf({ pointsPaid: '', method: 'cash' }, total, cents(50_00), points(5000), rule)).toMatchObject({
      mostCents: 30_00,
      dueCents: 30_00,
      payments: [{ method: 'cash', cents: 30_00 }],
    });
  });

  test('more than points may pay, and what is no amount, are faults; a walk-in and a shop without the rule have no such field', () => {
    expect(payingOf({ pointsPaid: '50.01', method: null }, total, none, points(500), rule)).toMatchObject({
      isFaulty: true,
      payments: [],
    });
    expect(payingOf({ pointsPaid: 'abc', method: null }, total, none, points(500), rule).isFaulty).toBe(true);
    expect(payingOf({ pointsPaid: '5', method: null }, total, none, null, rule)).toMatchObject({
      isFaulty: false,
      mostCents: 0,
      payments: [],
    });
    expect(
      payingOf({ pointsPaid: '5', method: null }, total, none, points(9), { ...rule, pointsPerMoneyUnit: 0 }).mostCents,
    ).toBe(0);
  });
});
