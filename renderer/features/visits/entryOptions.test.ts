import { describe, expect, it } from 'vitest';
import { productSchema } from '../../../shared/contract/products.ts';
import { entryOptions, productSearchText } from './entryOptions.ts';

const product = (index: number, name: string, priceCents: number, barcode: string | null = null) =>
  productSchema.parse({
    id: `01890000-0000-7000-8000-00000000000${index}`,
    name,
    category: null,
    priceCents,
    costCents: null,
    barcode,
    isService: true,
    patchTestDays: null,
    isFavourite: false,
    chargedBy: 'unit',
    publicFrom: null,
    earlyFrom: null,
    isActive: true,
  });
const care = product(1, '护理套餐', 32000);
const cut = product(2, '剪发', 6800);
const shampoo = product(3, '洗发水', 4500, '69012345');

const first = (text: string, ...products: Parameters<typeof entryOptions>[1]) => entryOptions(text, products, '消费')[0]?.source;

describe('what the entry field could mean', () => {
  it('takes a bare amount as an unnamed purchase, whatever products hold that figure', () => {
    expect(first('88', product(4, '88 套餐', 100))).toMatchObject({ name: '消费', price: 8800, productId: null });
  });
  it('takes a scanned code as its product, never as an amount', () => {
    expect(first('69012345', shampoo)).toMatchObject({ productId: shampoo.id, price: 4500 });
  });
  it('takes a name as the product, at the typed price if there is one', () => {
    expect(first('剪', cut)).toMatchObject({ productId: cut.id, price: 6800 });
    expect(first('剪发 88', cut)).toMatchObject({ productId: cut.id, name: '剪发', price: 8800 });
  });
  it('puts the very name before longer ones', () => {
    expect(first('剪发', product(5, '剪发套餐', 20000), cut)).toMatchObject({ productId: cut.id });
  });
  it('always leaves the way of free text', () => {
    expect(entryOptions('护理 120', [care], '消费').at(-1)?.source).toMatchObject({
      productId: null,
      name: '护理',
      price: 12000,
    });
    expect(first('修眉 30')).toMatchObject({ productId: null, name: '修眉', price: 3000 });
  });
  it('searches products by the name without its amount', () => {
    expect(productSearchText('剪发 88')).toBe('剪发');
    expect(productSearchText('69012345')).toBe('69012345');
  });
});
