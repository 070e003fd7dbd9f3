import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { MAX_CENTS, MAX_QUANTITY, cents, quantity } from '../../types/amounts.ts';
import { WHOLE_IN_BASIS_POINTS, partInProportion, priceVisit } from './pricing.ts';
import type { Discount } from './pricing.ts';

const line = (unitPrice: number, amount: number, unitCost: number | null = null, discount: Discount | null = null) => ({
  quantity: quantity(amount),
  unitPriceCents: cents(unitPrice),
  unitCostCents: unitCost === null ? null : cents(unitCost),
  discount,
});
const percent = (basisPoints: number): Discount => ({ kind: 'percent', basisPoints });
const amount = (value: number): Discount => ({ kind: 'amount', cents: cents(value) });

describe('amounts of a visit', () => {
  test('half a pound of tea is rounded half up to whole cents', () => {
    expect(priceVisit([line(1_01, 250)])).toMatchObject({ totalCents: 25 });
    expect(priceVisit([line(1_02, 250)])).toMatchObject({ totalCents: 26 });
  });

  test('no lines: a visit without a purchase, with unknown cost', () => {
    expect(priceVisit([])).toEqual({
      lines: [],
      subtotalCents: 0,
      discountCents: 0,
      totalCents: 0,
      costCents: null,
      itemQuantity: 0,
    });
  });

  test('the cost is the sum of what is known (R007)', () => {
    expect(priceVisit([line(10_00, 1000, 6_00), line(5_00, 2000)])).toMatchObject({ totalCents: 20_00, costCents: 6_00 });
  });

  test('八折 of a line, then ten off the whole: each line says what it took part in', () => {
    const visit = priceVisit([line(100_00, 1000, null, percent(2000)), line(20_00, 1000)], amount(10_00));
    expect(visit).toMatchObject({ subtotalCents: 100_00, discountCents: 10_00, totalCents: 90_00 });
    expect(visit).toMatchObject({
      lines: [
        { listCents: 100_00, discountCents: 20_00, shareCents: 8_00, amountCents: 72_00 },
        { listCents: 20_00, discountCents: 0, shareCents: 2_00, amountCents: 18_00 },
      ],
    });
  });

  test('what no field can hold, and more off than there is, is refused with the field named', () => {
    expect(priceVisit([line(1, 1000), line(MAX_CENTS, 2000)])).toEqual({
      path: 'lines.1.unitPriceCents',
      message: 'amount_too_large',
    });
    expect(priceVisit([line(1, 2000, MAX_CENTS)])).toEqual({ path: 'lines.0.unitCostCents', message: 'amount_too_large' });
    expect(priceVisit([line(MAX_CENTS, 1000), line(1, 1000)])).toEqual({ path: 'lines', message: 'total_too_large' });
    expect(priceVisit([line(5_00, 1000, null, amount(5_01))])).toEqual({
      path: 'lines.0.discount',
      message: 'discount_too_large',
    });
    expect(priceVisit([line(5_00, 1000)], amount(5_01))).toEqual({ path: 'discount', message: 'discount_too_large' });
  });

  const anyDiscount = fc.option(
    fc.oneof(fc.integer({ min: 1, max: WHOLE_IN_BASIS_POINTS }).map(percent), fc.integer({ min: 0, max: 100_000 }).map(amount)),
  );
  const anyLine = fc
    .tuple(
      fc.oneof(fc.integer({ min: 0, max: MAX_CENTS }), fc.integer({ min: 0, max: 100_000 })),
      fc.oneof(fc.integer({ min: 1, max: MAX_QUANTITY }), fc.constant(1000)),
      fc.option(fc.integer({ min: 0, max: MAX_CENTS })),
      anyDiscount,
    )
    .map(([price, many, cost, discount]) => line(price, many, cost, discount));

  test.prop([fc.array(anyLine, { maxLength: 100 }), anyDiscount])(
    'every total is the sum of its lines to the cent under any discounts, and no line goes below nothing',
    (lines, discount) => {
      const priced = priceVisit(lines, discount);
      if ('message' in priced) return;
      expect(priced.lines).toHaveLength(lines.length);
      let total = 0n;
      for (const one of priced.lines) {
        expect(one.amountCents).toBe(one.listCents - one.discountCents - one.shareCents);
        for (const part of [one.amountCents, one.discountCents, one.shareCents]) expect(part).toBeGreaterThanOrEqual(0);
        total += BigInt(one.amountCents);
      }
      expect(BigInt(priced.totalCents)).toBe(total);
      expect(priced.totalCents).toBe(priced.subtotalCents - priced.discountCents);
    },
  );

  test.prop([fc.array(anyLine, { maxLength: 40 })])('without discounts every price is exact', (lines) => {
    const priced = priceVisit(lines.map((one) => ({ ...one, discount: null })));
    if ('message' in priced) return;
    const exact = lines.reduce((sum, one) => sum + (BigInt(one.unitPriceCents) * BigInt(one.quantity) + 500n) / 1000n, 0n);
    expect(BigInt(priced.totalCents)).toBe(exact);
  });

  test.prop([
    fc.array(fc.integer({ min: 0, max: MAX_CENTS }), { minLength: 1, maxLength: 50 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ])('parts add up to the whole, each within a cent of its due', (amounts, share) => {
    const sum = amounts.reduce((all, one) => all + one, 0);
    const whole = Math.floor(sum * share);
    const parts = partInProportion(cents(whole), amounts.map(cents));
    expect(parts.reduce((all, one) => all + one, 0)).toBe(sum === 0 ? 0 : whole);
    parts.forEach((part, index) => {
      const of = amounts[index] ?? 0;
      expect(part).toBeLessThanOrEqual(of);
      if (sum > 0) expect(Math.abs(part - (whole * of) / sum)).toBeLessThanOrEqual(1.001);
    });
  });
});
