import { expect, test } from 'vitest';
import { blankProduct, productInputOf, productValuesOf } from './productValues.ts';
import { productId } from '../../../shared/types/ids.ts';
import { cents } from '../../../shared/types/amounts.ts';

test('amounts are read exactly, and an unknown cost stays unknown', () => {
  expect(productInputOf({ ...blankProduct, name: ' 剪发 ', price: '68.5' })).toEqual({
    name: '剪发',
    isService: true,
    category: null,
    priceCents: 6850,
    costCents: null,
    barcode: null,
    patchTestDays: null,
    isFavourite: false,
    chargedBy: 'unit',
    publicFrom: null,
    earlyFrom: null,
  });
});

test('an amount that cannot be read is not saved as something else', () => {
  expect(productInputOf({ ...blankProduct, name: '剪发', price: '六十八' })).toBeNull();
  expect(productInputOf({ ...blankProduct, name: '剪发', price: '68', cost: 'x' })).toBeNull();
  expect(productInputOf({ ...blankProduct, name: '剪发', price: '68', patchTestDays: '0' })).toBeNull();
});

test('opening a product and saving it untouched changes nothing', () => {
  const product = {
    id: productId('00000000-0000-7000-8000-000000000001'),
    name: '护发素',
    category: '洗护',
    priceCents: cents(8800),
    costCents: cents(3150),
    barcode: '6901234567892',
    isService: false,
    patchTestDays: 180,
    isFavourite: true,
    chargedBy: 'hour' as const,
    publicFrom: null,
    earlyFrom: null,
    isActive: true,
  };
  const { id: _id, isActive: _isActive, ...fields } = product;
  expect(productInputOf(productValuesOf(product))).toEqual(fields);
});
