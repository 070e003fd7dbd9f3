import { MAX_CENTS, cents, priceTimesQuantity, quantity, sumCents } from '../../types/amounts.ts';
import type { Cents, Quantity } from '../../types/amounts.ts';

/** One hundredth of a per cent: 2,000 off is 八折, "20 % off". */
export const WHOLE_IN_BASIS_POINTS = 10_000;

/** What is taken off a price: a share of it in basis points (1 to 10,000), or an amount. */
export type Discount =
  { readonly kind: 'percent'; readonly basisPoints: number } | { readonly kind: 'amount'; readonly cents: Cents };

/** A line as typed. Cost is null when the shop does not know it (R007). */
export interface LineToPrice {
  readonly quantity: Quantity;
  readonly unitPriceCents: Cents;
  readonly unitCostCents: Cents | null;
  readonly discount: Discount | null;
}

export interface PricedLine<Line> {
  readonly line: Line;
  /** Price x quantity, before anything is taken off. */
  readonly listCents: Cents;
  /** What the line's own discount takes off. */
  readonly discountCents: Cents;
  /** The line's share of what is taken off the whole visit. */
  readonly shareCents: Cents;
  /** What is paid for it: list - discount - share, never below nothing. */
  readonly amountCents: Cents;
  readonly costCents: Cents | null;
}

/** What a visit comes to. `costCents` is the sum of the known costs, null when none is known. */
export interface PricedVisit<Line> {
  readonly lines: readonly PricedLine<Line>[];
  /** The lines after their own discounts. */
  readonly subtotalCents: Cents;
  readonly discountCents: Cents;
  readonly totalCents: Cents;
  readonly costCents: Cents | null;
  readonly itemQuantity: Quantity;
}

/** The field that asks for more than an amount can hold (MAX_CENTS), or takes more off than there is, in the form the error names it. */
export interface PricingFault {
  readonly path: string;
  readonly message: 'amount_too_large' | 'total_too_large' | 'discount_too_large';
}

/** What a discount takes off an amount, a share of it rounded half up to whole cents; null when that is more than the amount. */
const takenOff = (amount: Cents, discount: Discount | null): Cents | null => {
  if (discount === null) return cents(0);
  if (discount.kind === 'amount') return discount.cents > amount ? null : discount.cents;
  const product = BigInt(amount) * BigInt(discount.basisPoints);
  return cents(Number((product + BigInt(WHOLE_IN_BASIS_POINTS / 2)) / BigInt(WHOLE_IN_BASIS_POINTS)));
};

/**
 * Parts a whole among amounts in proportion, to the cent: the parts add up to the whole, each within one cent of its due and none above
 * its amount. `whole` must be 0 to the sum of the amounts.
 */
export const partInProportion = (whole: Cents, amounts: readonly Cents[]): Cents[] => {
  const sum = BigInt(sumCents(amounts));
  let before = 0n;
  let given = 0n;
  return amounts.map((amount) => {
    before += BigInt(amount);
    const due = sum === 0n ? 0n : (BigInt(whole) * before) / sum;
    const part = due - given;
    given = due;
    return cents(Number(part));
  });
};

interface NetLine<Line> {
  readonly line: Line;
  readonly listCents: Cents;
  readonly discountCents: Cents;
  readonly netCents: Cents;
  readonly costCents: Cents | null;
}

/** A line after its own discount, or what is at fault with it. */
const netLine = <Line extends LineToPrice>(line: Line, index: number): NetLine<Line> | PricingFault => {
  const listCents = priceTimesQuantity(line.unitPriceCents, line.quantity);
  if (listCents > MAX_CENTS) return { path: `lines.${index}.unitPriceCents`, message: 'amount_too_large' };
  const costCents = line.unitCostCents === null ? null : priceTimesQuantity(line.unitCostCents, line.quantity);
  if (costCents !== null && costCents > MAX_CENTS) return { path: `lines.${index}.unitCostCents`, message: 'amount_too_large' };
  const discountCents = takenOff(listCents, line.discount);
  if (discountCents === null) return { path: `lines.${index}.discount`, message: 'discount_too_large' };
  return { line, listCents, discountCents, netCents: cents(listCents - discountCents), costCents };
};

/**
 * Amounts of the lines and their sums: price x quantity, rounded half up, less the line's own discount, less its share of the whole
 * visit's discount. Every total is the sum of its lines to the cent. Or which field is at fault.
 */
export const priceVisit = <Line extends LineToPrice>(
  lines: readonly Line[],
  discount: Discount | null = null,
): PricedVisit<Line> | PricingFault => {
  const found: NetLine<Line>[] = [];
  for (const [index, line] of lines.entries()) {
    const net = netLine(line, index);
    if ('message' in net) return net;
    found.push(net);
  }
  const subtotalCents = sumCents(found.map(({ netCents }) => netCents));
  if (subtotalCents > MAX_CENTS) return { path: 'lines', message: 'total_too_large' };
  const discountCents = takenOff(subtotalCents, discount);
  if (discountCents === null) return { path: 'discount', message: 'discount_too_large' };
  const shares = partInProportion(
    discountCents,
    found.map(({ netCents }) => netCents),
  );
  const priced = found.map(({ netCents, ...rest }, index) => {
    const shareCents = shares[index] ?? cents(0);
    return { ...rest, shareCents, amountCents: cents(netCents - shareCents) };
  });
  const costs = priced.flatMap(({ costCents }) => costCents ?? []);
  return {
    lines: priced,
    subtotalCents,
    discountCents,
    totalCents: sumCents(priced.map(({ amountCents }) => amountCents)),
    costCents: costs.length === 0 ? null : sumCents(costs),
    itemQuantity: quantity(lines.reduce((sum, line) => sum + line.quantity, 0)),
  };
};
