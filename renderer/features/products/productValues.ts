import type { TFunction } from 'i18next';
import type { FormErrors } from '@mantine/form';
import type { CallInput } from '../../../shared/contract.ts';
import type { Product } from '../../../shared/contract/products.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';

/** A product as the form holds it: amounts as typed. */
export interface ProductValues {
  name: string;
  kind: 'service' | 'product';
  category: string;
  price: string;
  cost: string;
  barcode: string;
  /** Days that a patch test holds, as typed; empty needs none. */
  patchTestDays: string;
  isFavourite: boolean;
  chargedBy: Product['chargedBy'];
  /** Days as the date fields hold them; null is at once. */
  publicFrom: string | null;
  earlyFrom: string | null;
}

export const blankProduct: ProductValues = {
  name: '',
  kind: 'service',
  category: '',
  price: '',
  cost: '',
  barcode: '',
  patchTestDays: '',
  isFavourite: false,
  chargedBy: 'unit',
  publicFrom: null,
  earlyFrom: null,
};

export const productValuesOf = (product: Product): ProductValues => ({
  name: product.name,
  kind: product.isService ? 'service' : 'product',
  category: product.category ?? '',
  price: moneyInputText(product.priceCents),
  cost: product.costCents === null ? '' : moneyInputText(product.costCents),
  barcode: product.barcode ?? '',
  patchTestDays: product.patchTestDays === null ? '' : String(product.patchTestDays),
  isFavourite: product.isFavourite,
  chargedBy: product.chargedBy,
  publicFrom: product.publicFrom,
  earlyFrom: product.earlyFrom,
});

/** Whole days from 1 to ten years; null for nothing typed, undefined for what is no such number. */
const daysOf = (text: string): number | null | undefined => {
  const typed = text.trim();
  if (typed === '') return null;
  const days = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  return days >= 1 && days <= 3650 ? days : undefined;
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the contract is given; null while an amount cannot be read. */
export const productInputOf = (values: ProductValues): CallInput<'products.create'> | null => {
  const priceCents = parseMoney(values.price);
  const costCents = values.cost.trim() === '' ? null : parseMoney(values.cost);
  const patchTestDays = daysOf(values.patchTestDays);
  if (patchTestDays === undefined) return null;
  if (priceCents === null || (costCents === null && values.cost.trim() !== '')) return null;
  return {
    name: values.name.trim(),
    isService: values.kind === 'service',
    category: orNull(values.category),
    priceCents,
    costCents,
    barcode: orNull(values.barcode),
    patchTestDays,
    isFavourite: values.isFavourite,
    chargedBy: values.chargedBy,
    publicFrom: values.publicFrom,
    earlyFrom: values.publicFrom === null ? null : values.earlyFrom,
  };
};

/** What is wrong with the fields, worded. */
export const productErrors = (t: TFunction, values: ProductValues): FormErrors => ({
  ...(values.name.trim() === '' ? { name: t('errors.issue.required') } : {}),
  ...(parseMoney(values.price) === null ? { price: t('products.priceWrong') } : {}),
  ...(values.cost.trim() !== '' && parseMoney(values.cost) === null ? { cost: t('products.priceWrong') } : {}),
  ...(daysOf(values.patchTestDays) === undefined ? { patchTestDays: t('products.patchTestWrong') } : {}),
});
