import type { OutputOf } from '../../../shared/contract.ts';
import { usesFor } from '../../../shared/domain/loyalty/cardFit.ts';
import type { Purse } from '../../../shared/domain/storedValue/purse.ts';
import { goesBackToPurse, paysExchange } from '../../../shared/domain/storedValue/spending.ts';
import { parseQuantity } from '../../../shared/domain/quantity.ts';
import {
  giveBack,
  goesBackInPoints,
  stillReturnable,
  type GivenBack,
  type InPoints,
  type SoldLine,
} from '../../../shared/domain/visits/returns.ts';
import { cents, sumCents, type Cents, type Quantity } from '../../../shared/types/amounts.ts';

type Line = OutputOf<'visits.findById'>['lines'][number];

/** What of each line is to come back, as typed, by the line's id; an empty text is nothing. */
export type BackDrafts = Readonly<Record<string, string>>;

/** A line as it was sold, with what has come back of it: what all of the rest gives says what was given before. */
const soldOf = (line: Line): SoldLine => ({
  quantity: line.quantity,
  amountCents: line.amountCents,
  costCents: null,
  returned: {
    quantity: line.returnedQuantity,
    amountCents: cents(line.amountCents - line.returnableCents),
    costCents: null,
  },
});

/** Count cards that were sold give back what is not yet used of each: the first so many of them. */
const cardsBackOf = ({ cardsBack }: Line, { quantity, ...back }: GivenBack): GivenBack | null => {
  if (cardsBack === null) return { quantity, ...back };
  const many = usesFor(quantity);
  return many === null || many > cardsBack.length ? null : { ...back, quantity, amountCents: sumCents(cardsBack.slice(0, many)) };
};

/** How much of a line can still come back. */
export const leftOf = (line: Line): Quantity => stillReturnable(soldOf(line));

/** What a line gives back for what is typed; undefined where nothing is typed, null where it is no quantity or more than was sold. */
export const backOf = (line: Line, typed: string): GivenBack | null | undefined => {
  if (typed.trim() === '') return undefined;
  const quantity = parseQuantity(typed);
  const back = quantity === null ? null : giveBack(soldOf(line), quantity);
  return back && cardsBackOf(line, back);
};

/** What all of it gives back, as far as it can be read; the store reckons the same. */
export const givenBack = (lines: readonly Line[], drafts: BackDrafts): Cents =>
  sumCents(lines.map((line) => backOf(line, drafts[line.id] ?? '')?.amountCents ?? cents(0)));

/** What cards with money on them paid of a sale, and what had gone back to them: all else shares the rest. */
export interface ByCards {
  readonly paidCents: Cents;
  readonly backBeforeCents: Cents;
}
export const noCards: ByCards = { paidCents: cents(0), backBeforeCents: cents(0) };

const restOf = (
  { totalCents, lines }: Pick<OutputOf<'visits.findById'>, 'totalCents' | 'lines'>,
  { paidCents, backBeforeCents }: ByCards,
): { readonly totalCents: Cents; readonly returnedCents: Cents } => {
  const returned = sumCents(lines.map(({ amountCents, returnableCents }) => cents(amountCents - returnableCents)));
  return { totalCents: cents(totalCents - paidCents), returnedCents: cents(returned - backBeforeCents) };
};

/** What of it goes back into the stored value it was paid with, and what of that pays for the exchange; the store reckons the same. */
export const backToPurse = (
  sale: OutputOf<'visits.findById'>,
  givenBackCents: Cents,
  exchangeCents: Cents,
  byCards: ByCards = noCards,
): { readonly back: Purse; readonly paysExchange: Purse } => {
  const { payments, givenBackInPoints, stored } = sale;
  const back = goesBackToPurse(
    {
      ...restOf(sale, byCards),
      pointsCents: payments.find(({ method }) => method === 'points')?.cents ?? cents(0),
      pointsBackBefore: givenBackInPoints.cents,
      pointsBackNow: backInPoints(sale, givenBackCents, byCards)?.cents ?? cents(0),
      stored: stored.paid,
      storedBefore: stored.givenBack,
    },
    givenBackCents,
  );
  return { back, paysExchange: paysExchange(back, givenBackCents, exchangeCents) };
};

/** What of it goes back in points; null where nothing was paid with them. */
export const backInPoints = (
  sale: OutputOf<'visits.findById'>,
  givenBackCents: Cents,
  byCards: ByCards = noCards,
): InPoints | null => {
  const { payments, givenBackInPoints } = sale;
  const paid = payments.find(({ method }) => method === 'points');
  if (paid?.points == null) return null;
  const whole = { cents: paid.cents, points: paid.points };
  return goesBackInPoints(whole, givenBackInPoints, restOf(sale, byCards), givenBackCents);
};
