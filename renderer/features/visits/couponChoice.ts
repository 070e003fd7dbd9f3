import type { CouponOffer } from '../../../shared/contract/coupons.ts';
import { billLines } from '../../../shared/domain/coupons/bill.ts';
import { sumTaken, takeOff, type BillLine, type CouponAtDesk, type CouponFault } from '../../../shared/domain/coupons/takeOff.ts';
import { cents, sumCents, type Cents } from '../../../shared/types/amounts.ts';
import type { VisitDraft } from './useVisitForm.ts';
import type { Bill } from './lines.ts';

export type CouponWhyNot = NonNullable<CouponOffer['obstacle']> | CouponFault;

/** A coupon at the desk as it stands with this bill. */
export interface CouponLine {
  readonly text: string;
  readonly name: string;
  readonly expiresOn: CouponOffer['expiresOn'];
  readonly isChosen: boolean;
  /** What it takes off: chosen, together with the others; else were it taken alone. */
  readonly offCents: Cents;
  readonly whyNot: CouponWhyNot | null;
  readonly missingCents: Cents;
}

export interface CouponChoice {
  /** Those that are chosen first, then what saves most; those that do not fit last. */
  readonly lines: readonly CouponLine[];
  /** What the chosen ones take off together. */
  readonly offCents: Cents;
  /** What is left to pay, in all and of each line by its key. */
  readonly totalCents: Cents;
  readonly amounts: ReadonlyMap<string, Cents>;
}

/** The bill as coupons see it; none where it cannot be read. */
export const billLinesOf = (draft: Pick<VisitDraft, 'lines'>, bill: Bill): BillLine[] => {
  const productOf = new Map(draft.lines.map(({ key, productId }) => [key, productId]));
  return billLines({
    lines: [...bill.lines.values()].map((priced) => ({
      ...priced,
      line: { ...priced.line, productId: productOf.get(priced.line.key) ?? null },
    })),
  });
};

export const deskOf = (offer: CouponOffer): CouponAtDesk[] =>
  offer.terms === null || offer.obstacle !== null
    ? []
    : [{ key: offer.text, terms: offer.terms, forProducts: offer.forProducts, mainProducts: offer.mainProducts }];

/** What the coupons that are offered take off this bill: computed here as in the books, so that the desk says what will be. */
export const couponChoiceOf = (
  draft: Pick<VisitDraft, 'lines' | 'coupons'>,
  bill: Bill,
  offers: readonly CouponOffer[],
): CouponChoice => {
  const lines = billLinesOf(draft, bill);
  const chosen = draft.coupons.flatMap((text) => offers.find((offer) => offer.text === text) ?? []);
  const together = takeOff(lines, chosen.flatMap(deskOf));
  const offCents = sumTaken(together);
  const lineOf = (offer: CouponOffer): CouponLine => {
    const isChosen = chosen.includes(offer);
    const taken = isChosen
      ? together.find(({ key }) => key === offer.text)
      : takeOff(lines, deskOf(offer)).find(({ key }) => key === offer.text);
    return {
      text: offer.text,
      name: offer.name,
      expiresOn: offer.expiresOn,
      isChosen,
      offCents: taken?.cents ?? cents(0),
      whyNot: offer.obstacle ?? taken?.fault ?? null,
      missingCents: taken?.missingCents ?? cents(0),
    };
  };
  const order = (line: CouponLine): number => (line.isChosen ? 0 : line.whyNot === null ? 1 : 2);
  return {
    lines: offers.map(lineOf).sort((one, other) => order(one) - order(other) || other.offCents - one.offCents),
    offCents,
    totalCents: cents(bill.totalCents - offCents),
    amounts: new Map(
      [...bill.lines].map(([key, { amountCents }], place) => [
        key,
        cents(amountCents - sumCents(together.map(({ shares }) => shares[place] ?? cents(0)))),
      ]),
    ),
  };
};
