import { describe, expect, it } from 'vitest';
import { cents, quantity } from '../../../shared/types/amounts.ts';
import { amountOf, draftOf, faultsOf, lineOf, totalOf } from './lines.ts';

const haircut = draftOf('1', { productId: null, name: '剪发', price: cents(6800), cost: null, quantity: quantity(1000) });
const tea = draftOf('2', { productId: null, name: '茶', price: cents(36000), cost: cents(20050), quantity: quantity(250) });

describe('the lines of a visit', () => {
  it('adds up exactly what stands in the fields', () => {
    expect(amountOf(tea)).toBe(9000);
    expect(totalOf([haircut, tea])).toBe(15800);
  });
  it('says what is sent', () => {
    expect(lineOf(tea, null)).toEqual({
      productId: null,
      name: '茶',
      quantity: 250,
      unitPriceCents: 36000,
      unitCostCents: 20050,
      thingId: null,
    });
    expect(lineOf(haircut, null)).toMatchObject({ unitCostCents: null });
  });
  it("sends the whole visit's thing with a line that has none of its own, and its own with one that has (X20)", () => {
    expect(lineOf(haircut, 'dog')?.thingId).toBe('dog');
    expect(lineOf({ ...haircut, thingId: 'cat' }, 'dog')?.thingId).toBe('cat');
    expect(lineOf({ ...haircut, thingId: null }, 'dog')?.thingId).toBeNull();
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
});
