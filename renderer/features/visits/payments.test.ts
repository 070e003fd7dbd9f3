import { describe, expect, test } from 'vitest';
import { purse, type Purse } from '../../../shared/domain/storedValue/purse.ts';
import { cents, points } from '../../../shared/types/amounts.ts';
import { payingOf } from './payments.ts';

const rule = {
  pointsPerMoneyUnit: 10,
  pointsShareLimit: 100,
  pointsMostPerVisit: 0,
  storedSpendOrder: 'proportion',
  giftEarnsPoints: false,
  creditEarnsPoints: true,
} as const;
const draft = { pointsPaid: '', storedPaid: '', accountPaid: '', method: null };
const having = (many: number | null, stored: Purse | null = null) => ({
  points: many === null ? null : points(many),
  stored,
  credit: null,
});
const total = cents(80_00);
const none = cents(0);

describe('how a visit is paid', () => {
  test('points first, the rest as it was said; nothing said of the rest lists nothing', () => {
    expect(payingOf({ ...draft, pointsPaid: '30', method: 'wechat' }, total, none, having(500), rule)).toMatchObject({
      mostCents: 50_00,
      pointsSpent: 300,
      dueCents: 50_00,
      payments: [
        { method: 'points', cents: 30_00 },
        { method: 'wechat', cents: 50_00 },
      ],
    });
    expect(payingOf({ ...draft, pointsPaid: '', method: null }, total, none, having(500), rule).payments).toEqual([]);
    expect(payingOf({ ...draft, pointsPaid: '80', method: 'cash' }, total, none, having(5000), rule).payments).toEqual([
      { method: 'points', cents: 80_00 },
    ]);
  });

  test('what was paid when it was booked is not paid again', () => {
    expect(payingOf({ ...draft, pointsPaid: '', method: 'cash' }, total, cents(50_00), having(5000), rule)).toMatchObject({
      mostCents: 30_00,
      dueCents: 30_00,
      payments: [{ method: 'cash', cents: 30_00 }],
    });
  });

  test('more than points may pay, and what is no amount, are faults; a walk-in and a shop without the rule have no such field', () => {
    expect(payingOf({ ...draft, pointsPaid: '50.01', method: null }, total, none, having(500), rule)).toMatchObject({
      isFaulty: true,
      payments: [],
    });
    expect(payingOf({ ...draft, pointsPaid: 'abc', method: null }, total, none, having(500), rule).isFaulty).toBe(true);
    expect(payingOf({ ...draft, pointsPaid: '5', method: null }, total, none, having(null), rule)).toMatchObject({
      isFaulty: false,
      mostCents: 0,
      payments: [],
    });
    expect(
      payingOf({ ...draft, pointsPaid: '5', method: null }, total, none, having(9), { ...rule, pointsPerMoneyUnit: 0 }).mostCents,
    ).toBe(0);
  });

  test('stored value pays what points leave, in its split; what the gift pays earns nothing', () => {
    const stored = purse(100_00, 10_00);
    expect(
      payingOf({ ...draft, pointsPaid: '30', storedPaid: '22', method: 'cash' }, total, none, having(500, stored), rule),
    ).toMatchObject({
      mostStoredCents: 50_00,
      storedSpent: purse(20_00, 2_00),
      unearningCents: 2_00,
      dueCents: 28_00,
      payments: [
        { method: 'points', cents: 30_00 },
        { method: 'stored', cents: 22_00 },
        { method: 'cash', cents: 28_00 },
      ],
    });
    const typed = (storedPaid: string, pointsPaid = '') =>
      payingOf({ ...draft, storedPaid, pointsPaid }, total, none, having(800, stored), rule);
    expect(typed('80')).toMatchObject({ isStoredFaulty: false, dueCents: 0 });
    for (const faulty of [typed('80.01'), typed('abc'), typed('1', '80')]) expect(faulty).toMatchObject({ isStoredFaulty: true });
    expect(payingOf({ ...draft, storedPaid: '5' }, total, none, having(null), rule)).toMatchObject({
      isStoredFaulty: false,
      payments: [],
    });
  });

  test('what those leave can be put on account, up to the limit; beyond it only by whoever may', () => {
    const means = (leftCents: number, mayExceed = false) => ({
      ...having(0),
      credit: { leftCents: cents(leftCents), mayExceed },
    });
    const typed = (accountPaid: string, leftCents: number, mayExceed = false, more = {}) =>
      payingOf({ ...draft, accountPaid, method: 'cash' }, total, none, means(leftCents, mayExceed), { ...rule, ...more });
    expect(typed('30', 50_00)).toMatchObject({
      mostOnAccountCents: 50_00,
      onAccountCents: 30_00,
      unearningCents: 0,
      dueCents: 50_00,
      payments: [
        { method: 'account', cents: 30_00 },
        { method: 'cash', cents: 50_00 },
      ],
    });
    expect(typed('30', 50_00, false, { creditEarnsPoints: false }).unearningCents).toBe(30_00);
    for (const faulty of [typed('50.01', 50_00), typed('abc', 50_00), typed('1', 0), typed('80.01', 50_00, true)])
      expect(faulty).toMatchObject({ isAccountFaulty: true, payments: [{ method: 'cash', cents: 80_00 }] });
    expect(typed('80', 50_00, true)).toMatchObject({ isAccountFaulty: false, withinLimitCents: 50_00, dueCents: 0 });
    expect(payingOf({ ...draft, accountPaid: '5' }, total, none, having(null), rule)).toMatchObject({
      isAccountFaulty: false,
      payments: [],
    });
  });
});
