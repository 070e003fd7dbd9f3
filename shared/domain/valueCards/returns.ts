import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';

/** What one card paid of a line, and what of that has come back to it. */
export interface CardPaid {
  readonly paidCents: Cents;
  readonly backCents: Cents;
}

/** A line that comes back: what it came to, what was given back of it before and is now. */
export interface LineBack {
  readonly amountCents: Cents;
  readonly returnedCents: Cents;
  readonly givenBackCents: Cents;
}

const floorPart = (part: number, of: number, whole: number): number => Number((BigInt(part) * BigInt(of)) / BigInt(whole));

/**
 * What goes back to each card of what it paid of a line, in proportion to what comes back of it; the broken cent goes to the cards. Together
 * never more than is given back, and all of it once the whole line is back.
 */
export const goesBackToCards = (line: LineBack, cards: readonly CardPaid[]): Cents[] => {
  const open = line.amountCents - line.returnedCents;
  const out = cards.map(({ paidCents, backCents }) => Math.max(0, paidCents - backCents));
  const given = Math.min(line.givenBackCents, open);
  let outLeft = out.reduce((sum, one) => sum + one, 0);
  if (open <= 0 || given <= 0) return cards.map(() => cents(0));
  let back = outLeft - floorPart(outLeft, open - given, open);
  return out.map((one) => {
    const part = outLeft === 0 ? 0 : one === outLeft ? back : floorPart(back, one, outLeft);
    back -= part;
    outLeft -= one;
    return cents(part);
  });
};
