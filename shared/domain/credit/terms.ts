import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';

/** How much a customer may owe, and for how many days. */
export interface CreditTerms {
  readonly limitCents: Cents;
  readonly termDays: number;
}

/** What is set for one customer; null takes what the shop gives everyone. */
export interface OwnCreditTerms {
  readonly limitCents: Cents | null;
  readonly termDays: number | null;
}

export const creditTermsOf = (own: OwnCreditTerms, shop: CreditTerms): CreditTerms => ({
  limitCents: own.limitCents ?? shop.limitCents,
  termDays: own.termDays ?? shop.termDays,
});

/** How much more may be put on account: never below nothing, also where more is owed than the limit by now. */
export const creditLeft = (owedCents: Cents, limitCents: Cents): Cents => cents(Math.max(0, limitCents - owedCents));

/**
 * What a return takes off the debt of the visit it is of: first of all what would be given back in money, and never more than is still open of
 * that visit. What is taken in exchange stays owed.
 */
export const goesOffDebt = (openCents: Cents, moneyBackCents: Cents): Cents =>
  cents(Math.max(0, Math.min(openCents, moneyBackCents)));
