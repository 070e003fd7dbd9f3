import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { findCreditEntry, findCreditLedger } from '../../store/credit.ts';
import type { CreditRow } from '../../store/credit.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requirePresentCustomer } from '../references.ts';
import { appendCredit } from './ledger.ts';

const RIGHT = 'loyalty.adjust';

/** What stands in the way of taking an entry back by itself, or null. */
const obstacleOf = ({ kind, visit_id: visitId, is_reversed: isReversed }: CreditRow) => {
  if (kind === 'reverse') return 'credit_is_reversal';
  if (visitId !== null) return 'credit_belongs_to_visit';
  return isReversed === 1 ? 'already_reversed' : null;
};

/** Whoever took the money may take that back on the same day; all else is a correction. */
const mayTakeBack = (context: BaseContext, { kind, staff_id: staffId, business_date: businessDate }: CreditRow): boolean =>
  context.actor.permissions.includes(RIGHT) ||
  (kind === 'repay' && staffId === context.actor.staffId && businessDate === context.today());

/** Whether whoever asks may take the entry back as it stands. */
export const canReverseCredit = (context: BaseContext, row: CreditRow): boolean =>
  obstacleOf(row) === null && context.actor.permissions.includes('loyalty.write') && mayTakeBack(context, row);

export const reverseCredit = (context: StoreContext, input: HandlerInput<'credit.reverse'>): OutputOf<'credit.reverse'> => {
  const row = findCreditEntry(context.database, input.entryId);
  if (!row) throw new AppError('not_found', { what: 'credit_entry' });
  const obstacle = obstacleOf(row);
  if (obstacle === 'already_reversed') throw new AppError('already_undone', {});
  if (obstacle !== null) throw new AppError('conflict', { reason: obstacle });
  if (!mayTakeBack(context, row)) throw new AppError('not_permitted', { permission: RIGHT });
  const customerId = row.customer_id;
  requirePresentCustomer(context, customerId);
  const entryId = appendCredit(context, {
    customerId,
    kind: 'reverse',
    cents: cents(0 - row.cents),
    reason: input.reason,
    reversesId: row.id,
    method: row.method,
  });
  context.audited({ movedCents: Math.abs(row.cents) }, { customerIds: [customerId] });
  factRecorded(context, customerId, ['credit']);
  return { entryId, owedCents: findCreditLedger(context.database, customerId).owedCents };
};
