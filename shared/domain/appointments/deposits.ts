import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';

/** After so many no-shows a deposit of so much is asked (X34); 0 no-shows switches it off. */
export interface DepositRule {
  readonly depositAfterNoShows: number;
  readonly depositCents: Cents;
}

/** The deposit to ask somebody for who did not come so often. */
export const depositFor = (noShows: number, { depositAfterNoShows, depositCents }: DepositRule): Cents =>
  depositAfterNoShows > 0 && noShows >= depositAfterNoShows ? depositCents : cents(0);
