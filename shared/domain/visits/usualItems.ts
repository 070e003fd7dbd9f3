import { UNIT_QUANTITY, cents } from '../../types/amounts.ts';
import type { Cents, Quantity } from '../../types/amounts.ts';

/** A line of an earlier visit. Where it names a product that is still sold, the product's present name, price and cost are given. */
export interface EarlierLine<ProductId> {
  readonly name: string;
  readonly quantity: Quantity;
  readonly unitPriceCents: Cents | null;
  readonly costCents: Cents | null;
  readonly productId: ProductId | null;
  readonly product: { readonly name: string; readonly priceCents: Cents; readonly costCents: Cents | null } | null;
}

export interface UsualItem<ProductId> {
  readonly productId: ProductId | null;
  readonly name: string;
  readonly unitPriceCents: Cents | null;
  readonly unitCostCents: Cents | null;
  /** On how many of the lines it stood. */
  readonly times: number;
}

const unitCostOf = (costCents: Cents | null, amount: Quantity): Cents | null =>
  costCents === null || amount <= 0 ? null : cents(Math.round((costCents * UNIT_QUANTITY) / amount));

/**
 * What a customer usually takes, most frequent first, then most recent. `lines` come newest first. Products are offered at
 * their present price and cost, free text at its last; a product no longer sold is not offered.
 */
export const usualItemsOf = <ProductId extends string>(
  lines: readonly EarlierLine<ProductId>[],
  most: number,
): UsualItem<ProductId>[] => {
  const items = new Map<string, UsualItem<ProductId>>();
  for (const line of lines) {
    if (line.name === '' || (line.productId !== null && line.product === null)) continue;
    const key = line.productId ?? `text:${line.name}`;
    const known = items.get(key);
    items.set(key, {
      productId: line.productId,
      name: known?.name ?? line.product?.name ?? line.name,
      unitPriceCents: known ? known.unitPriceCents : (line.product?.priceCents ?? line.unitPriceCents),
      unitCostCents: known
        ? known.unitCostCents
        : line.product
          ? line.product.costCents
          : unitCostOf(line.costCents, line.quantity),
      times: (known?.times ?? 0) + 1,
    });
  }
  // A Map keeps the order of first sight and the sort is stable: among equals the most recent leads.
  return [...items.values()].sort((left, right) => right.times - left.times).slice(0, most);
};
