import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { covers, emptyPurse } from '../../../shared/domain/storedValue/purse.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findCreditLedger } from '../../store/credit.ts';
import { findStoredValueLedger } from '../../store/storedValue.ts';
import { findCustomerById } from '../../store/customers.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { reopenPair } from '../../store/duplicates.ts';
import type { Merge } from '../../store/mergeMoves.ts';
import { undoMoves } from '../../store/mergeUndo.ts';
import { beginMoving, endMoving, findBlockingMerge, findMerge, markMergeUndone, touchCustomers } from '../../store/merges.ts';
import type { MergeRecord } from '../../store/merges.ts';
import type { StoreContext } from '../context.ts';
import { formFields } from '../customers/card.ts';
import { changedFields } from '../customers/fields.ts';
import type { Fields } from '../customers/fields.ts';
import { factsMoved } from '../facts.ts';
import { endReferralLoop } from '../referrals/merging.ts';
import { hasLapsed } from './lapse.ts';
import { noteSides } from './merge.ts';

/** Both sides of a merge that can be undone now; else says why it cannot. */
const requireUndoable = (context: StoreContext, merge: MergeRecord | undefined): Merge => {
  const { database } = context;
  if (!merge) throw new AppError('not_found', { what: 'merge' });
  if (merge.undone_at !== null) throw new AppError('already_undone', {});
  const { survivor_id: survivorId, other_id: otherId } = merge;
  if (survivorId === null || otherId === null) throw new AppError('conflict', { reason: 'merge_side_erased' });
  if (hasLapsed(context, merge)) throw new AppError('conflict', { reason: 'merge_expired' });
  const blocking = findBlockingMerge(database, merge);
  if (blocking) throw new AppError('conflict', { reason: 'merged_since', mergeId: blocking.id, name: blocking.name });
  return { mergeId: merge.id, survivorId, otherId };
};

const requireRow = ({ database }: StoreContext, id: CustomerId): CustomerRecord => {
  const row = findCustomerById(database, id);
  if (!row) throw new AppError('conflict', { reason: 'merge_side_erased' });
  return row;
};

/** Stored value is never below nothing: what both had and was spent together since must be there on each side. */
const requireStoredValueParts = ({ database }: StoreContext, { survivorId, otherId }: Merge): void => {
  for (const customerId of [survivorId, otherId])
    if (!covers(findStoredValueLedger(database, customerId).balance, emptyPurse))
      throw new AppError('conflict', { reason: 'merge_stored_value_spent' });
};

/** Nobody has repaid more than they owe: what was repaid together since must be owed on each side. */
const requireDebtParts = ({ database }: StoreContext, { survivorId, otherId }: Merge): void => {
  for (const customerId of [survivorId, otherId])
    if (findCreditLedger(database, customerId).owedCents < 0) throw new AppError('conflict', { reason: 'merge_credit_repaid' });
};

/** The column of a customer's row as the form calls it: card_no is cardNo. */
const fieldOf = (column: string): string => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const fieldsNow = (context: StoreContext, id: CustomerId): Fields => formFields(context, requireRow(context, id));

/**
 * Parts two customers again, within 30 days of the merge and latest merge first. Visits, ledger and contacts go back to whose they were;
 * what was recorded since stays with the survivor, but for reversals of what goes back; fields go back unless edited since. Either
 * balance may come out below zero when merged points were spent. Errors: not_found, already_undone, conflict (merged_since with the
 * later merge and its survivor's name, merge_expired, merge_side_erased, merge_stored_value_spent, merge_credit_repaid).
 */
export const undo = (context: StoreContext, input: HandlerInput<'merges.undo'>): OutputOf<'merges.undo'> => {
  const { database } = context;
  const merge = requireUndoable(context, findMerge(database, input.mergeId));
  const { survivorId, otherId } = merge;
  const before = fieldsNow(context, survivorId);
  beginMoving(database, merge.mergeId);
  const left = undoMoves(database, merge, () => context.newId());
  endMoving(database, merge.mergeId);
  for (const side of [survivorId, otherId]) endReferralLoop(context, side);
  requireStoredValueParts(context, merge);
  requireDebtParts(context, merge);
  const at = context.now();
  markMergeUndone(database, merge.mergeId, at);
  touchCustomers(database, [survivorId, otherId], at);
  reopenPair(database, merge);
  const changed = changedFields(before, fieldsNow(context, survivorId));
  noteSides(context, merge, 'merge_undone', Object.keys(changed.before), changed.before);
  const topics = ['merges', 'visits', 'points', 'storedValue', 'valueCards', 'credit'] as const;
  return {
    survivorId,
    otherId,
    survivorBalance: factsMoved(context, survivorId, topics).pointsBalance,
    otherBalance: factsMoved(context, otherId, topics).pointsBalance,
    keptFields: left.keptColumns.map(fieldOf),
    copiedRows: [...left.copied].map(([what, rows]) => ({ what, rows })),
  };
};
