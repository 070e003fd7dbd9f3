import type { OutputOf } from '../../../shared/contract.ts';
import { replayCredit } from '../../../shared/domain/credit/replay.ts';
import { creditLeft, goesOffDebt } from '../../../shared/domain/credit/terms.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import { addDays } from '../../../shared/types/time.ts';
import { findCreditLedger, findStandingCreditOfVisit, listCreditInOrder } from '../../store/credit.ts';
import { listPaymentsOfVisit } from '../../store/visitPayments.ts';
import type { PaymentRow } from '../../store/visitPayments.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { refuseField } from '../refuseField.ts';
import type { VisitPart } from '../visits/part.ts';
import { termsFor } from './account.ts';
import { appendCredit } from './ledger.ts';

// On account at the visit (X50): the visit is the sale and the income of its day, what is put on account is owed until it is repaid.

/**
 * Whether so much of a visit may be put on account. Over the limit only whoever may correct balances goes on. Throws bad_input:
 * account_is_off, walk_in_has_no_account, over_account_limit.
 */
export const requireCredit = (context: BaseContext, customerId: CustomerId | null, amount: Cents, path: string): void => {
  if (!context.settings().isOnAccount) refuseField(path, 'account_is_off');
  if (customerId === null) return refuseField(path, 'walk_in_has_no_account');
  const { owedCents } = findCreditLedger(context.database, customerId);
  const left = creditLeft(owedCents, termsFor(context, customerId).limitCents);
  if (amount > left && !context.actor.permissions.includes('loyalty.adjust')) refuseField(path, 'over_account_limit');
};

/** How much of what is put on account earns no points: nothing, unless the shop waits with them for the money. */
export const unearningCredit = (context: BaseContext, rows: readonly PaymentRow[]): Cents => {
  const onAccount = rows.find(({ method }) => method === 'account')?.cents ?? cents(0);
  return context.settings().creditEarnsPoints ? cents(0) : onAccount;
};

const chargeOf = ({ database }: Pick<BaseContext, 'database'>, visitId: VisitId) =>
  findStandingCreditOfVisit(database, visitId).find(({ kind }) => kind === 'charge');

/** What of a visit was put on account, and what of that is still owed; null for nothing. */
export const creditOfVisit = (
  { database }: Pick<BaseContext, 'database'>,
  visit: { readonly id: VisitId; readonly customer_id: CustomerId | null },
): OutputOf<'visits.findById'>['credit'] => {
  const charge = visit.customer_id === null ? undefined : chargeOf({ database }, visit.id);
  if (charge === undefined || visit.customer_id === null) return null;
  const { charges } = replayCredit(listCreditInOrder(database, visit.customer_id));
  const open = charges.find(({ entryId }) => entryId === charge.id);
  return { chargedCents: charge.cents, openCents: open?.openCents ?? cents(0) };
};

/** What a return takes off the debt of its visit before any money is given back, as the row that says so. */
export const creditBack = (
  { database }: Pick<BaseContext, 'database'>,
  sale: { readonly id: VisitId; readonly customer_id: CustomerId | null },
  moneyBackCents: number,
): readonly PaymentRow[] => {
  const back = goesOffDebt(creditOfVisit({ database }, sale)?.openCents ?? cents(0), cents(moneyBackCents));
  return back === 0 ? [] : [{ method: 'account', cents: cents(0 - back), points: null, giftCents: null }];
};

const onAccountOf = (context: StoreContext, visitId: VisitId): Cents =>
  listPaymentsOfVisit(context.database, visitId).find(({ method }) => method === 'account')?.cents ?? cents(0);

/** What the rows of a visit say was put on account is owed from now on; of a return, is owed no more. */
export const creditPart: VisitPart = {
  apply: (context, { customerId, visitId, businessDate }) => {
    const charged = onAccountOf(context, visitId);
    if (charged <= 0) return;
    const dueOn = addDays(businessDate, termsFor(context, customerId).termDays);
    appendCredit(context, { customerId, visitId, businessDate, kind: 'charge', cents: charged, dueOn });
  },
  takeBack: (context, { customerId, visitId }) => {
    for (const { id, cents: moved } of findStandingCreditOfVisit(context.database, visitId).toReversed())
      appendCredit(context, { customerId, kind: 'reverse', cents: cents(0 - moved), visitId, reversesId: id });
  },
  returned: (context, { saleId, visitId, customerId, reason }) => {
    const back = onAccountOf(context, visitId);
    const charge = chargeOf(context, saleId);
    if (back < 0 && charge)
      appendCredit(context, { customerId, visitId, kind: 'return', cents: back, reason, concernsId: charge.id });
  },
};
