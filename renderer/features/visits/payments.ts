import type { CallInput } from '../../../shared/contract.ts';
import { mostPaidWithPoints, pointsToPay, type PayingRule } from '../../../shared/domain/loyalty/paying.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { cents, points, type Cents, type Points } from '../../../shared/types/amounts.ts';
import type { VisitDraft } from './useVisitForm.ts';

export type VisitPayments = NonNullable<CallInput<'visits.record'>['payments']>;

/** How what a visit comes to is paid, as far as it was typed. */
export interface Paying {
  /** The most that points may pay of it now; 0 where they do not pay at all. */
  readonly mostCents: Cents;
  readonly pointsCents: Cents;
  readonly pointsSpent: Points;
  /** What is left to pay in money. */
  readonly dueCents: Cents;
  /** What stands in the field of points is no amount, or more than they may pay. */
  readonly isFaulty: boolean;
  readonly payments: VisitPayments;
}

/** Reads the fields of the payment. `paidBefore` is the deposit of the booking; `balance` is null for a walk-in, who has no points. */
export const payingOf = (
  draft: Pick<VisitDraft, 'pointsPaid' | 'method'>,
  totalCents: Cents,
  paidBefore: Cents,
  balance: Points | null,
  rule: PayingRule,
): Paying => {
  const openCents = cents(Math.max(0, totalCents - paidBefore));
  const mostCents = balance === null ? cents(0) : cents(Math.min(openCents, mostPaidWithPoints(totalCents, balance, rule)));
  const isEmpty = draft.pointsPaid.trim() === '' || mostCents === 0;
  const typed = isEmpty ? cents(0) : parseMoney(draft.pointsPaid);
  const isFaulty = typed === null || typed > mostCents;
  const pointsCents = isFaulty ? cents(0) : typed;
  const dueCents = cents(openCents - pointsCents);
  return {
    mostCents,
    pointsCents,
    pointsSpent: pointsCents === 0 ? points(0) : pointsToPay(pointsCents, rule),
    dueCents,
    isFaulty,
    payments: [
      ...(pointsCents > 0 ? [{ method: 'points' as const, cents: pointsCents }] : []),
      ...(draft.method !== null && dueCents > 0 ? [{ method: draft.method, cents: dueCents }] : []),
    ],
  };
};

/** What stands in the field when points pay as much as they may. */
export const mostText = ({ mostCents }: Pick<Paying, 'mostCents'>): string => moneyInputText(mostCents);
