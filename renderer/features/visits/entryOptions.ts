import type { Product } from '../../../shared/contract/products.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { UNIT_QUANTITY, quantity } from '../../../shared/types/amounts.ts';
import type { LineSource } from './lines.ts';
import { parseLineText } from './lineText.ts';

export type UsualItem = OutputOf<'visits.usualItems'>['items'][number];

/** One thing that Enter could put on the bill. */
export interface EntryOption {
  readonly key: string;
  readonly source: LineSource;
  readonly isFreeText: boolean;
}

/** A usual item as a line; its usual price, which a return may have made negative, is then asked for. */
export const usualSource = ({ productId, name, unitPriceCents, unitCostCents }: UsualItem): LineSource => ({
  productId,
  name,
  price: unitPriceCents !== null && unitPriceCents >= 0 ? unitPriceCents : null,
  cost: unitCostCents !== null && unitCostCents >= 0 ? unitCostCents : null,
  quantity: quantity(UNIT_QUANTITY),
});

/**
 * What the text in the entry field could mean, the likeliest first: a scanned code its product; a bare amount an unnamed
 * purchase; a name the products that match, at the typed price if there is one; and always the text itself.
 */
export const entryOptions = (text: string, products: readonly Product[], plainName: string): readonly EntryOption[] => {
  const wanted = text.trim();
  if (wanted === '') return [];
  const typed = parseLineText(wanted);
  const ofProduct = (product: Product): EntryOption => ({
    key: product.id,
    isFreeText: false,
    source: {
      productId: product.id,
      name: product.name,
      price: product.barcode === wanted ? product.priceCents : (typed.price ?? product.priceCents),
      cost: product.costCents,
      quantity: typed.quantity,
      // Hours typed with it are over already.
      isTimed: product.chargedBy === 'hour' && typed.quantity === UNIT_QUANTITY,
    },
  });
  const free: EntryOption = {
    key: 'free',
    isFreeText: true,
    source: {
      productId: null,
      name: typed.name === '' ? plainName : typed.name,
      price: typed.price,
      cost: null,
      quantity: typed.quantity,
    },
  };
  const scanned = products.find(({ barcode }) => barcode === wanted);
  if (scanned !== undefined) return [ofProduct(scanned)];
  if (typed.name === '') return [free];
  // The very name first, whatever the search found it worth.
  const exact = products.filter(({ name }) => name === typed.name);
  const others = products.filter(({ name }) => name !== typed.name);
  return [...[...exact, ...others].map(ofProduct), ...(exact.length > 0 ? [] : [free])];
};

/** What to ask the product search for: the name without its amount, or a code as it was scanned. */
export const productSearchText = (text: string): string => {
  const { name } = parseLineText(text);
  return name === '' ? text.trim() : name;
};
