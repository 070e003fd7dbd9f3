import { AppError } from '../../../shared/errors.ts';
import { MAX_CENTS } from '../../../shared/types/amounts.ts';
import { creditEntryId } from '../../../shared/types/ids.ts';
import type { CreditEntryId } from '../../../shared/types/ids.ts';
import { rightAfter } from '../../../shared/types/time.ts';
import { appendCreditEntry, findCreditLedger } from '../../store/credit.ts';
import type { NewCreditEntry } from '../../store/credit.ts';
import type { StoreContext } from '../context.ts';

type Wanted = Pick<NewCreditEntry, 'customerId' | 'kind' | 'cents'> &
  Partial<Pick<NewCreditEntry, 'method' | 'reason' | 'visitId' | 'reversesId' | 'concernsId' | 'businessDate' | 'dueOn'>>;

/**
 * Appends one row to the ledger of what is owed, by whoever is at the desk, now; with a clock that went back, right after the last row. The
 * debt never falls below nothing, so no repayment is ever left without anything that it paid for: throws conflict (credit_repaid), and
 * credit_out_of_range for a debt that no screen could hold. The caller refreshes the summary.
 */
export const appendCredit = (context: StoreContext, wanted: Wanted): CreditEntryId => {
  const { owedCents, lastAt } = findCreditLedger(context.database, wanted.customerId);
  const after = owedCents + wanted.cents;
  if (after < 0) throw new AppError('conflict', { reason: 'credit_repaid' });
  if (after > MAX_CENTS) throw new AppError('conflict', { reason: 'credit_out_of_range' });
  const id = creditEntryId(context.newId());
  appendCreditEntry(context.database, {
    method: null,
    reason: null,
    visitId: null,
    reversesId: null,
    concernsId: null,
    dueOn: null,
    businessDate: context.today(),
    ...wanted,
    id,
    at: rightAfter(lastAt, context.now()),
    staffId: context.actor.staffId,
  });
  return id;
};
