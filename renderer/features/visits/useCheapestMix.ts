import { useState } from 'react';
import { parseQuantity } from '../../../shared/domain/quantity.ts';
import { cheapestMix } from '../../../shared/domain/visits/cheapestMix.ts';
import { cents, type Cents } from '../../../shared/types/amounts.ts';
import { billLinesOf, deskOf } from './couponChoice.ts';
import { billOf, type LineDraft } from './lines.ts';
import type { useTierPrice } from './useTierPrice.ts';
import type { VisitCoupons } from './useVisitCoupons.ts';
import type { VisitForm } from './useVisitForm.ts';

const WITHOUT_TIER = 'without_tier';

/** What the cheapest mix is made of, for the words beside it (X65). */
export interface CheapestMix {
  readonly totalCents: Cents;
  /** How much less that is than what the visit comes to as it stands. */
  readonly savesCents: Cents;
  /** Lines that cards pay for. */
  readonly cards: number;
  readonly coupons: readonly string[];
  /** The discount of the tier is left off: a coupon that does not go with discounts is worth more. */
  readonly isWithoutTier: boolean;
}

type Kept = Pick<LineDraft, 'cardId' | 'discount'>;
interface Before {
  readonly coupons: readonly string[];
  readonly lines: ReadonlyMap<string, Kept>;
}

/** A line as it was: the choice of a card is left to the program again where it was. */
const asBefore = ({ cardId: _cardId, ...line }: LineDraft, kept: Kept | undefined): LineDraft => ({
  ...line,
  discount: kept?.discount ?? line.discount,
  ...(kept?.cardId !== undefined && { cardId: kept.cardId }),
});

/** Proposes which cards pay, which coupons are used and whether the tier's discount stands, so that least is left to pay (X65). */
export const useCheapestMix = (form: VisitForm, coupons: VisitCoupons, tier: ReturnType<typeof useTierPrice>) => {
  const { draft, cards, change } = form;
  const [before, setBefore] = useState<Before | null>(null);
  const bare = tier.without(draft);
  const hasTier = bare.lines.some((line, place) => line.discount !== draft.lines[place]?.discount);
  const prices = [{ key: 'as_is', priced: draft }, ...(hasTier ? [{ key: WITHOUT_TIER, priced: bare }] : [])];
  const mix = cheapestMix(
    draft.lines.map((line) => ({ ...line, quantity: parseQuantity(line.quantity) })),
    cards.usable,
    prices.map(({ key, priced }) => ({ key, bill: (byLine) => billLinesOf(priced, billOf(priced, byLine)) })),
    coupons.offers.flatMap(deskOf),
  );
  const savesCents = cents(coupons.totalCents - mix.totalCents);
  const isWithoutTier = mix.price === WITHOUT_TIER;
  const proposal: CheapestMix | null =
    savesCents <= 0
      ? null
      : {
          totalCents: mix.totalCents,
          savesCents,
          cards: mix.byLine.size,
          coupons: coupons.offers.flatMap(({ text, name }) => (mix.coupons.includes(text) ? [name] : [])),
          isWithoutTier,
        };
  const giveBack = ({ coupons: texts, lines }: Before): void => {
    setBefore(null);
    change({ coupons: [...texts], lines: draft.lines.map((line) => asBefore(line, lines.get(line.key))) });
  };
  return {
    proposal,
    isTaken: before !== null && proposal === null,
    /** Takes the mix; once more puts back what stood there before. */
    take: (): void => {
      if (proposal === null) {
        if (before !== null) giveBack(before);
        return;
      }
      const kept = draft.lines.map(({ key, cardId, discount }) => [key, { cardId, discount }] as const);
      setBefore({ coupons: draft.coupons, lines: new Map(kept) });
      const { lines } = isWithoutTier ? bare : draft;
      change({
        coupons: [...mix.coupons],
        lines: lines.map((line) => {
          const cardId = mix.byLine.get(line.key)?.id ?? null;
          // What the program chooses by itself stays its own choice.
          return cardId === (cards.byLine.get(line.key)?.id ?? null) ? line : { ...line, cardId };
        }),
      });
    },
  };
};

export type VisitMix = ReturnType<typeof useCheapestMix>;
