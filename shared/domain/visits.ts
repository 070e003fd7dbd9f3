import { MAX_CENTS, UNIT_QUANTITY, cents, priceTimesQuantity, quantity, sumCents } from '../types/amounts.ts';
import type { Cents, Quantity } from '../types/amounts.ts';

/** A line as typed. Cost is null when the shop does not know it (R007). */
export interface LineToPrice {
  readonly quantity: Quantity;
  readonly unitPriceCents: Cents;
  readonly unitCostCents: Cents | null;
}

export interface PricedLine<Line> {
  readonly line: Line;
  readonly amountCents: Cents;
  readonly costCents: Cents | null;
}

/** What a visit comes to. `costCents` is the sum of the known costs, null when none is known. */
export interface PricedVisit<Line> {
  readonly lines: readonly PricedLine<Line>[];
  readonly totalCents: Cents;
  readonly costCents: Cents | null;
  readonly itemQuantity: Quantity;
}

/** The field that asks for more than an amount can hold (MAX_CENTS), in the form the error names it. */
export interface AmountTooLarge {
  readonly path: string;
  readonly message: 'amount_too_large' | 'total_too_large';
}

/** Amounts of the lines (price x quantity, rounded half up) and their sums; or which field is too large. */
export const priceVisit = <Line extends LineToPrice>(lines: readonly Line[]): PricedVisit<Line> | AmountTooLarge => {
  const priced: PricedLine<Line>[] = [];
  for (const [index, line] of lines.entries()) {
    const amountCents = priceTimesQuantity(line.unitPriceCents, line.quantity);
    const costCents = line.unitCostCents === null ? null : priceTimesQuantity(line.unitCostCents, line.quantity);
    if (amountCents > MAX_CENTS) return { path: `lines.${index}.unitPriceCents`, message: 'amount_too_large' };
    if (costCents !== null && costCents > MAX_CENTS) return { path: `lines.${index}.unitCostCents`, message: 'amount_too_large' };
    priced.push({ line, amountCents, costCents });
  }
  const totalCents = sumCents(priced.map((line) => line.amountCents));
  if (totalCents > MAX_CENTS) return { path: 'lines', message: 'total_too_large' };
  const costs = priced.flatMap((line) => line.costCents ?? []);
  return {
    lines: priced,
    totalCents,
    costCents: costs.length === 0 ? null : sumCents(costs),
    itemQuantity: quantity(lines.reduce((sum, line) => sum + line.quantity, 0)),
  };
};

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
