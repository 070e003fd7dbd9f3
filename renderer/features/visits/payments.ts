import type { CallInput } from '../../../shared/contract.ts';
import { mostPaidWithPoints, pointsToPay, type PayingRule } from '../../../shared/domain/loyalty/paying.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { emptyPurse, purseTotal, type Purse } from '../../../shared/domain/storedValue/purse.ts';
import { mostPaidFromPurse, splitSpend, type StoredSpendOrder } from '../../../shared/domain/storedValue/spending.ts';
import { cents, points, type Cents, type Points } from '../../../shared/types/amounts.ts';
import type { VisitDraft } from './useVisitForm.ts';

export type VisitPayments = NonNullable<CallInput<'visits.record'>['payments']>;

/** The settings by which points and stored value pay. */
export interface PaymentRule extends PayingRule {
  readonly storedSpendOrder: StoredSpendOrder;
  readonly giftEarnsPoints: boolean;
  readonly creditEarnsPoints: boolean;
}

/** What the customer can pay with beside money; null for a walk-in, who has neither. */
interface Means {
  readonly points: Points | null;
  readonly stored: Purse | null;
  /** The most of it, where it is somebody else's who set a limit (X55). */
  readonly mostStoredCents?: Cents | null;
  /** What may still be put on account, and whether whoever is at the desk may go on beyond it (X50); null where nothing may. */
  readonly credit: { readonly leftCents: Cents; readonly mayExceed: boolean } | null;
}

/** How what a visit comes to is paid, as far as it was typed. */
export interface Paying {
  /** The most that points may pay of it now; 0 where they do not pay at all. */
  readonly mostCents: Cents;
  readonly pointsCents: Cents;
  readonly pointsSpent: Points;
  /** The most that stored value pays of what points leave. */
  readonly mostStoredCents: Cents;
  readonly storedSpent: Purse;
  /** The most that can be put on account of what those two leave; what of it stays within the limit. */
  readonly mostOnAccountCents: Cents;
  readonly withinLimitCents: Cents;
  readonly onAccountCents: Cents;
  readonly isAccountFaulty: boolean;
  /** What the gift pays and what waits on account, and earns no points. */
  readonly unearningCents: Cents;
  /** What is left to pay in money. */
  readonly dueCents: Cents;
  /** What stands in the field of points is no amount, or more than they may pay. */
  readonly isFaulty: boolean;
  /** The same of stored value. */
  readonly isStoredFaulty: boolean;
  readonly payments: VisitPayments;
}

/** What is typed into a field of which at most so much can be taken; null for what cannot be taken. */
const typedUpTo = (text: string, most: Cents): Cents | null => {
  if (text.trim() === '' || most === 0) return cents(0);
  const typed = parseMoney(text);
  return typed === null || typed > most ? null : typed;
};

/** Reads the fields of the payment. `paidBefore` is the deposit of the booking. */
export const payingOf = (
  draft: Pick<VisitDraft, 'pointsPaid' | 'storedPaid' | 'accountPaid' | 'method'>,
  totalCents: Cents,
  paidBefore: Cents,
  means: Means,
  rule: PaymentRule,
): Paying => {
  const openCents = cents(Math.max(0, totalCents - paidBefore));
  const mostCents =
    means.points === null ? cents(0) : cents(Math.min(openCents, mostPaidWithPoints(totalCents, means.points, rule)));
  const withPoints = typedUpTo(draft.pointsPaid, mostCents);
  const pointsCents = withPoints ?? cents(0);
  const stored = means.stored ?? emptyPurse;
  const coveredCents = mostPaidFromPurse(cents(openCents - pointsCents), stored);
  const mostStoredCents = cents(Math.min(coveredCents, means.mostStoredCents ?? coveredCents));
  // A purse with something in it that the points leave nothing to pay for: what is typed there is too much.
  const fromPurse = mostStoredCents === 0 && parseMoney(draft.storedPaid) ? null : typedUpTo(draft.storedPaid, mostStoredCents);
  const isStoredFaulty = fromPurse === null && purseTotal(stored) > 0;
  const storedCents = fromPurse ?? cents(0);
  const storedSpent = splitSpend(storedCents, stored, rule.storedSpendOrder);
  const restCents = cents(openCents - pointsCents - storedCents);
  const withinLimitCents = cents(Math.min(restCents, means.credit?.leftCents ?? 0));
  const mostOnAccountCents = means.credit?.mayExceed === true ? restCents : withinLimitCents;
  const charged =
    mostOnAccountCents === 0 && parseMoney(draft.accountPaid) ? null : typedUpTo(draft.accountPaid, mostOnAccountCents);
  const isAccountFaulty = charged === null && means.credit !== null;
  const onAccountCents = charged ?? cents(0);
  const dueCents = cents(restCents - onAccountCents);
  return {
    mostCents,
    pointsCents,
    pointsSpent: pointsCents === 0 ? points(0) : pointsToPay(pointsCents, rule),
    mostStoredCents,
    storedSpent,
    mostOnAccountCents,
    withinLimitCents,
    onAccountCents,
    isAccountFaulty,
    unearningCents: cents((rule.giftEarnsPoints ? 0 : storedSpent.giftCents) + (rule.creditEarnsPoints ? 0 : onAccountCents)),
    dueCents,
    isFaulty: withPoints === null,
    isStoredFaulty,
    payments: [
      ...(pointsCents > 0 ? [{ method: 'points' as const, cents: pointsCents }] : []),
      ...(storedCents > 0 ? [{ method: 'stored' as const, cents: storedCents }] : []),
      ...(onAccountCents > 0 ? [{ method: 'account' as const, cents: onAccountCents }] : []),
      ...(draft.method !== null && dueCents > 0 ? [{ method: draft.method, cents: dueCents }] : []),
    ],
  };
};

/** What stands in the field when points pay as much as they may. */
export const mostText = ({ mostCents }: Pick<Paying, 'mostCents'>): string => moneyInputText(mostCents);
