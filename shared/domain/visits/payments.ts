import type { Cents } from '../../types/amounts.ts';
import { sumCents } from '../../types/amounts.ts';
import { paymentMethods } from '../orders/money.ts';

/** How whoever writes a visit says it is paid: money in one form or another, points (R074), stored value, and on account (X50). */
export const saidPaymentMethods = ['points', 'stored', 'account', ...paymentMethods] as const;

/** What a visit can be paid with: those, and cards with money on them, which are named one by one (X59, X60). */
export const visitPaymentMethods = ['value_card', ...saidPaymentMethods] as const;
export type VisitPaymentMethod = (typeof visitPaymentMethods)[number];

/** A part of what a visit comes to, and what it was paid with. The rest was paid in money that nobody said more of. */
export interface VisitPayment {
  readonly method: VisitPaymentMethod;
  readonly cents: Cents;
}

/** Where payments ask for more than there is to pay, as an error names it; null when they fit. */
export const paymentFault = (
  payments: readonly VisitPayment[],
  total: Cents,
): { readonly path: string; readonly message: string } | null => {
  const paid = sumCents(payments.map(({ cents }) => cents));
  return paid > total ? { path: `payments.${payments.length - 1}.cents`, message: 'more_than_total' } : null;
};
