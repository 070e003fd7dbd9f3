import { cents, sumCents } from '../../types/amounts.ts';
import type { Quantity } from '../../types/amounts.ts';
import type { ProductId } from '../../types/ids.ts';
import type { PricedVisit } from '../visits/pricing.ts';
import { takeOff } from './takeOff.ts';
import type { BillLine, CouponAtDesk, TakenOff } from './takeOff.ts';

interface SoldLine {
  readonly productId: ProductId | null;
  readonly quantity: Quantity;
}

/** The lines of a priced visit as coupons see them. */
export const billLines = ({ lines }: Pick<PricedVisit<SoldLine>, 'lines'>): BillLine[] =>
  lines.map(({ line, discountCents, shareCents, amountCents }) => ({
    productId: line.productId,
    quantity: line.quantity,
    amountCents,
    // What a card pays for comes to nothing: that is no discount.
    isDiscounted: amountCents > 0 && discountCents + shareCents > 0,
  }));

/** A visit less its coupons: each line bears its share of what they take off, so that a return gives back what was paid for it. */
export const withCoupons = <Line extends SoldLine>(
  sale: PricedVisit<Line>,
  coupons: readonly CouponAtDesk[],
): { readonly priced: PricedVisit<Line>; readonly taken: readonly TakenOff[] } => {
  const taken = takeOff(billLines(sale), coupons);
  const lines = sale.lines.map((line, place) => {
    const off = sumCents(taken.map(({ shares }) => shares[place] ?? cents(0)));
    return { ...line, shareCents: cents(line.shareCents + off), amountCents: cents(line.amountCents - off) };
  });
  return { priced: { ...sale, lines, totalCents: sumCents(lines.map(({ amountCents }) => amountCents)) }, taken };
};
