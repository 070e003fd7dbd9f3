import { MAX_CENTS, cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';

// What a shop gives on top of a top-up: 充500送50.

/** What is given from so much on: an amount, or a share of what is paid in, in basis points. */
export type GiftTerms =
  | {
      readonly kind: 'amount';
      readonly cents: Cents;
      /** Once for each time the threshold is reached: 每充500送50. */ readonly isRepeated: boolean;
    }
  | { readonly kind: 'percent'; readonly basisPoints: number };

export interface GiftRule {
  /** From so much paid in at once. */
  readonly fromCents: Cents;
  readonly gift: GiftTerms;
}

const WHOLE = 10_000n;

/** What a rule gives on a top-up; 0 where it does not reach the threshold. Fractions of a cent are dropped. */
export const giftBy = ({ fromCents, gift }: GiftRule, paidCents: Cents): Cents => {
  if (paidCents < fromCents || paidCents <= 0) return cents(0);
  const given =
    gift.kind === 'percent'
      ? Number((BigInt(paidCents) * BigInt(gift.basisPoints)) / WHOLE)
      : gift.cents * (gift.isRepeated && fromCents > 0 ? Math.floor(paidCents / fromCents) : 1);
  return cents(Math.min(MAX_CENTS, given));
};

/** The rule that gives most on a top-up, and what it gives; null where none gives anything. Of two that give the same the first. */
export const bestGift = <Rule extends GiftRule>(
  rules: readonly Rule[],
  paidCents: Cents,
): { readonly rule: Rule; readonly giftCents: Cents } | null => {
  let best: { readonly rule: Rule; readonly giftCents: Cents } | null = null;
  for (const rule of rules) {
    const giftCents = giftBy(rule, paidCents);
    if (giftCents > (best?.giftCents ?? 0)) best = { rule, giftCents };
  }
  return best;
};
