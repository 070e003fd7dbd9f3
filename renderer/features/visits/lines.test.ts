import { describe, expect, it } from 'vitest';
import { cents, quantity } from '../../../shared/types/amounts.ts';
import { thingId } from '../../../shared/types/ids.ts';
import { instant } from '../../../shared/types/time.ts';
import { billOf, draftOf, faultsOf, isRunning, lineOf, stopped } from './lines.ts';

const NOW = instant(Date.UTC(2026, 10, 22, 6));
const MINUTE = 60_000;
const haircut = draftOf('1', { productId: null, name: '剪发', price: cents(6800), cost: null, quantity: quantity(1000) }, NOW);
const tea = draftOf('2', { productId: null, name: '茶', price: cents(36000), cost: cents(20050), quantity: quantity(250) }, NOW);
const room = draftOf(
  '3',
  { productId: null, name: '包间', price: cents(6000), cost: null, quantity: quantity(1000), isTimed: true },
  NOW,
);
const [dog, cat] = [thingId('01890000-0000-7000-8000-000000000001'), thingId('01890000-0000-7000-8000-000000000002')];
const totalOf = (lines: Parameters<typeof billOf>[0]['lines'], discount = '') => billOf({ lines, discount }).totalCents;

describe('the lines of a visit', () => {
  it('adds up exactly what stands in the fields', () => {
    expect(billOf({ lines: [tea], discount: '' }).lines.get('2')?.amountCents).toBe(9000);
    expect(totalOf([haircut, tea])).toBe(15800);
  });
  it('says what is sent', () => {
    expect(lineOf(tea, null)).toEqual({
      productId: null,
      name: '茶',
      quantity: 250,
      unitPriceCents: 36000,
      unitCostCents: 20050,
      discount: null,
      thingId: null,
      cardId: null,
      staff: [],
      serialNumber: '',
      specification: '',
      startedAt: null,
      stoppedAt: null,
    });
    expect(lineOf(haircut, null)).toMatchObject({ unitCostCents: null });
  });
  it("sends the whole visit's thing with a line that has none of its own, and its own with one that has (X20)", () => {
    expect(lineOf(haircut, dog)?.thingId).toBe(dog);
    expect(lineOf({ ...haircut, thingId: cat }, dog)?.thingId).toBe(cat);
    expect(lineOf({ ...haircut, thingId: null }, dog)?.thingId).toBeNull();
  });
  it('costs nothing where a count card pays for it, whatever else was to be taken off (R069)', () => {
    const lines = [{ ...haircut, discount: '5' }, tea];
    const { totalCents, lines: priced } = billOf({ lines, discount: '' }, new Map([[haircut.key, 'card']]));
    expect(totalCents).toBe(9000);
    expect(priced.get(haircut.key)).toMatchObject({ amountCents: 0 });
    expect(priced.get(haircut.key)?.discountCents).toBe(priced.get(haircut.key)?.listCents);
  });
  it('names the fields that are not right', () => {
    expect(faultsOf({ ...haircut, name: ' ', price: '' })).toEqual(['name', 'price']);
    expect(faultsOf({ ...haircut, quantity: '0', cost: 'x' })).toEqual(['quantity', 'cost']);
    expect(lineOf({ ...haircut, price: '6.888' }, null)).toBeNull();
  });
  it('refuses an amount beyond what a line may hold', () => {
    expect(faultsOf({ ...haircut, price: '99999999', quantity: '2' })).toEqual(['price']);
  });
  it('leaves a line out of the total while its price is being typed', () => {
    expect(totalOf([{ ...haircut, price: '' }, tea])).toBe(9000);
  });
  it('takes discounts off a line and off the whole, and says which cannot be', () => {
    const cheaper = { ...haircut, discount: '8折' };
    expect(totalOf([cheaper, tea])).toBe(5440 + 9000);
    const bill = billOf({ lines: [cheaper, tea], discount: '10%' });
    expect([bill.subtotalCents, bill.discountCents, bill.totalCents]).toEqual([14440, 1444, 12996]);
    expect(lineOf(cheaper, null)?.discount).toEqual({ kind: 'percent', basisPoints: 2000 });
    expect(faultsOf({ ...haircut, discount: '68.01' })).toEqual(['discount']);
    expect(faultsOf({ ...haircut, discount: '打折' })).toEqual(['discount']);
    expect(billOf({ lines: [haircut], discount: '68.01' })).toMatchObject({ isDiscountFaulty: true, totalCents: 6800 });
    expect(billOf({ lines: [haircut], discount: '很多' })).toMatchObject({ isDiscountFaulty: true, totalCents: 6800 });
  });
  it('runs a watch until it is stopped, and charges the hours in whole steps (X30)', () => {
    expect(isRunning(room)).toBe(true);
    expect(faultsOf(room)).toEqual([]);
    expect(totalOf([room])).toBe(0);
    const over = stopped(room, instant(NOW + 61 * MINUTE), 15);
    expect(isRunning(over)).toBe(false);
    expect(totalOf([over])).toBe(7500);
    expect(stopped(over, instant(NOW + 200 * MINUTE), 15)).toEqual(over);
    expect(stopped(haircut, NOW, 15)).toEqual(haircut);
  });
});
