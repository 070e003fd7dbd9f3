import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { beganOn, usesWorth } from './cardWorth.ts';
import type { CardState, CardTerms } from './countCards.ts';

/** What somebody gets of another person's card (X54). */
export interface GivenCard {
  readonly terms: CardTerms;
  /** What of the price goes with it: what both cards are worth together stays what the one was worth. */
  readonly priceCents: Cents;
  /** Days by which the end of the card had been moved. */
  readonly movedDays: number;
}

/**
 * The card on which so many uses of another one go on (null: all of a time card): as old as that one, until the same day. Of a card that has
 * begun the days go on from where they began; whoever gets it does not begin anew. Freezing goes on with what is left of the year's days.
 */
export const givenCard = (
  card: CardTerms & { readonly priceCents: Cents },
  state: CardState,
  uses: number | null,
  freezeDays: number,
): GivenCard => {
  const { priceCents, uses: whole, validity } = card;
  const left = state.left ?? 0;
  return {
    terms: {
      uses,
      issuedOn: beganOn(card, state),
      validity: validity === null || state.lastDay === null ? validity : { ...validity, from: 'issue' },
      gapDays: card.gapDays,
      freezeDays,
    },
    priceCents:
      whole === null || uses === null
        ? priceCents
        : cents(usesWorth(priceCents, left, whole) - usesWorth(priceCents, left - uses, whole)),
    movedDays: state.movedDays,
  };
};
