import type { HandlerInput } from '../../../shared/contract.ts';
import { pointsToPay, shareLimit } from '../../../shared/domain/loyalty/paying.ts';
import { mayRedeem } from '../../../shared/domain/loyalty/points.ts';
import { emptyPurse, purse } from '../../../shared/domain/storedValue/purse.ts';
import type { Purse } from '../../../shared/domain/storedValue/purse.ts';
import { paymentFault } from '../../../shared/domain/visits/payments.ts';
import { goesBackInPoints } from '../../../shared/domain/visits/returns.ts';
import type { InPoints } from '../../../shared/domain/visits/returns.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents, points } from '../../../shared/types/amounts.ts';
import type { Cents, Points } from '../../../shared/types/amounts.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import { findLedger, findStandingEntriesOfVisit } from '../../store/loyalty.ts';
import { listPaymentsOfVisit, pointsGivenBackOf } from '../../store/visitPayments.ts';
import type { PaymentRow } from '../../store/visitPayments.ts';
import type { VisitRow } from '../../store/visits.ts';
import type { StoreContext } from '../context.ts';
import { appendToLedger } from '../loyalty/ledger.ts';
import { returnFromPending } from '../loyalty/pending.ts';
import { refuseField } from '../refuseField.ts';
import { requireCredit } from '../credit/visits.ts';
import type { PurseAtVisit } from '../sharers/purse.ts';
import { paidByPurse } from '../storedValue/visits.ts';

/** How a visit was paid, checked: nothing of it is written yet. */
export interface SettledPayments {
  readonly rows: readonly PaymentRow[];
  /** What was paid with points, and how many they were: both 0 when none was. */
  readonly paidWithPoints: InPoints;
  /** What is taken from the purse. */
  readonly paidFromPurse: Purse;
}

const paidByPoints = (
  context: StoreContext,
  customerId: CustomerId | null,
  amount: Cents,
  total: Cents,
  path: string,
): Points => {
  const rule = context.settings();
  if (rule.pointsPerMoneyUnit === 0) refuseField(path, 'points_do_not_pay');
  if (customerId === null) return refuseField(path, 'walk_in_has_no_points');
  if (amount > shareLimit(total, rule)) refuseField(path, 'over_points_share');
  const wanted = pointsToPay(amount, rule);
  const { balance } = findLedger(context.database, customerId);
  if (!mayRedeem(balance, wanted)) throw new AppError('not_enough_points', { balance, wanted });
  return wanted;
};

type Paid = Pick<HandlerInput<'visits.record'>, 'customerId' | 'payments'> & {
  /** Whose purse pays, when one does. */
  readonly storedFrom: PurseAtVisit | null;
};

/**
 * What a visit was paid with beside what cards with money on them pay of it. Throws bad_input for more than there is to pay, for points where they do not pay, of a walk-in or above the
 * share of a bill, for stored value of a walk-in or more than there is, for what may not be put on account; not_enough_points for more than the customer has.
 */
export const settlePayments = (
  context: StoreContext,
  { customerId, payments, storedFrom }: Paid,
  total: Cents,
  byCards: Cents,
): SettledPayments => {
  const fault = paymentFault(payments, cents(total - byCards));
  if (fault !== null) refuseField(fault.path, fault.message);
  for (const [index, { method, cents: amount }] of payments.entries())
    if (method === 'account') requireCredit(context, customerId, amount, `payments.${index}.cents`);
  const rows = payments.map(({ method, cents: amount }, index) => ({
    method,
    cents: amount,
    points: method === 'points' ? paidByPoints(context, customerId, amount, total, `payments.${index}.cents`) : null,
    giftCents:
      method === 'stored'
        ? paidByPurse(context, storedFrom?.customerId ?? null, amount, `payments.${index}.cents`).giftCents
        : null,
  }));
  const spent = rows.find(({ method }) => method === 'points');
  const stored = rows.find(({ method }) => method === 'stored');
  return {
    rows,
    paidWithPoints: { cents: spent?.cents ?? cents(0), points: spent?.points ?? points(0) },
    paidFromPurse: stored === undefined ? emptyPurse : purse(stored.cents - (stored.giftCents ?? 0), stored.giftCents ?? 0),
  };
};

/** What a return gives back in points of what was paid with them, in proportion to what comes back; null for none. */
export const pointsBack = (
  { database }: StoreContext,
  sale: Pick<VisitRow, 'id' | 'total_cents'>,
  returnedCents: Cents,
  givenBackCents: Cents,
): InPoints | null => {
  const paid = listPaymentsOfVisit(database, sale.id).find(({ method }) => method === 'points');
  if (paid?.points == null) return null;
  return goesBackInPoints(
    { cents: paid.cents, points: paid.points },
    pointsGivenBackOf(database, sale.id),
    { totalCents: sale.total_cents, returnedCents },
    givenBackCents,
  );
};

/** Both sides of a return in the ledger: spent points go back to their lots, earned ones are taken out of theirs. */
export const returnPoints = (
  context: StoreContext,
  from: { readonly saleId: VisitId; readonly visitId: VisitId; readonly customerId: CustomerId; readonly reason: string },
  back: Points,
  takenBack: Points,
): void => {
  const { saleId, visitId, customerId, reason } = from;
  const entries = findStandingEntriesOfVisit(context.database, saleId);
  const entryOf = (kind: 'earn' | 'redeem') => entries.find((entry) => entry.kind === kind)?.id ?? null;
  const base = { customerId, visitId, kind: 'return', reason } as const;
  if (back > 0) appendToLedger(context, { ...base, points: back, concernsId: entryOf('redeem') });
  const fromBalance = returnFromPending(context, from, takenBack);
  if (fromBalance > 0) appendToLedger(context, { ...base, points: points(0 - fromBalance), concernsId: entryOf('earn') });
};
