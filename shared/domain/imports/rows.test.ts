import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents, priceTimesQuantity, quantity } from '../../types/amounts.ts';
import { localDate } from '../../types/time.ts';
import { customerReader } from './customers.ts';
import type { Mapping } from './fields.ts';
import { exactUnitPrice, purchaseReader } from './purchases.ts';

const today = localDate('2026-11-21');
const log: Mapping = ['customerNumber', 'date', 'quantity', 'amount'];
const readPurchase = purchaseReader(log, today);
const reject = (cells: readonly string[]) => {
  const parsed = readPurchase(cells);
  return parsed.ok ? null : [parsed.rejection.code, parsed.rejection.field, parsed.rejection.value];
};

describe('a purchase row (R189)', () => {
  it('keeps the leading zeros of a number and the exact amount', () => {
    expect(readPurchase(['00001', '19970101', '2', '23.54'])).toMatchObject({
      ok: true,
      value: { number: '00001', on: '1997-01-01', quantity: 2000, amountCents: 2354, unitPriceCents: 1177 },
    });
  });
  it('takes a zero amount for a real purchase', () => {
    expect(readPurchase(['1', '20240501', '1', '0.00'])).toMatchObject({
      ok: true,
      value: { amountCents: 0, unitPriceCents: 0 },
    });
  });
  it.each([
    [
      ['1', '20240501', '1'],
      ['row_too_short', null, '1 20240501 1'],
    ],
    [
      ['1', '20240501', '1', '5', 'x'],
      ['row_too_long', null, '1 20240501 1 5 x'],
    ],
    [
      ['', '20240501', '1', '5'],
      ['field_missing', 'customerNumber', ''],
    ],
    [
      ['1', '', '1', '5'],
      ['field_missing', 'date', ''],
    ],
    [
      ['1', '20240231', '1', '5'],
      ['date_invalid', 'date', '20240231'],
    ],
    [
      ['1', '20261122', '1', '5'],
      ['date_in_future', 'date', '20261122'],
    ],
    [
      ['1', '20240501', '1', ''],
      ['field_missing', 'amount', ''],
    ],
    [
      ['1', '20240501', '1', '12.345'],
      ['amount_invalid', 'amount', '12.345'],
    ],
    [
      ['1', '20240501', 'two', '5'],
      ['quantity_invalid', 'quantity', 'two'],
    ],
    [
      ['x'.repeat(41), '20240501', '1', '5'],
      ['text_too_long', 'customerNumber', 'x'.repeat(41)],
    ],
  ])('%j is refused with field and value', (cells, expected) => {
    expect(reject(cells)).toEqual(expected);
  });
  it('allows empty cells beyond the last column', () => {
    expect(readPurchase(['1', '20240501', '1', '5', '', ' '])).toMatchObject({ ok: true });
  });
  it('today is not yet the future', () => {
    expect(readPurchase(['1', '20261121', '1', '5'])).toMatchObject({ ok: true });
  });
  law.prop([fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 50_000 })])(
    'a unit price is given exactly when it multiplies back to the amount',
    (amount, units) => {
      const price = exactUnitPrice(cents(amount), quantity(units));
      expect(price === null).toBe((amount * 1000) % units !== 0);
      if (price !== null) expect(priceTimesQuantity(price, quantity(units))).toBe(amount);
    },
  );
});

describe('a customer row (R189)', () => {
  const list: Mapping = ['number', 'name', 'phone', 'gender', 'birthday', 'birthdayCalendar', 'points', 'createdOn'];
  const read = customerReader(list, today);
  it('reads a person whole', () => {
    expect(read(["'0007", '王芳', '13800000001', '女', '1990-8-15', '农历', '120', '2024/1/5'])).toMatchObject({
      ok: true,
      value: {
        number: '0007',
        name: '王芳',
        gender: 'female',
        points: 120,
        createdOn: '2024-01-05',
        phone: { e164: '+8613800000001', type: 'mobile' },
        birthday: { calendar: 'lunar', month: 8, day: 15 },
      },
    });
  });
  it.each([
    [['7', '王芳', '1.38E+10', '', '', '', '', ''], 'number_rounded', 'phone'],
    [['7', '王芳', '', 'x', '', '', '', ''], 'gender_invalid', 'gender'],
    [['7', '王芳', '', '', '1990-13-40', '', '', ''], 'birthday_invalid', 'birthday'],
    [['7', '王芳', '', '', '', '', '1.5', ''], 'points_invalid', 'points'],
    [['7', '王芳', '', '', '', '', '', '2027-01-01'], 'date_in_future', 'createdOn'],
    [['', '', '', '', '', '', '', ''], 'field_missing', 'name'],
  ])('%j is refused: %s', (cells, code, field) => {
    expect(read(cells)).toMatchObject({ ok: false, rejection: { code, field } });
  });
  it('takes the zero dates of old programs for no birthday', () => {
    expect(read(['7', '王芳', '', '', '0000-00-00', '', '', ''])).toMatchObject({ ok: true, value: { birthday: null } });
    expect(read(['7', '王芳', '', '', '1900-01-01', '', '', ''])).toMatchObject({ ok: true, value: { birthday: null } });
  });
});
