import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { negated, purse } from '../../../shared/domain/storedValue/purse.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import { findStandingStoredOfVisit, findStoredValueEntry, findStoredValueLedger } from '../../store/storedValue.ts';
import type { StoredValueRow } from '../../store/storedValue.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requirePresentCustomer } from '../references.ts';
import { listTransferOf } from '../../store/storedValueTransfers.ts';
import { giveConvertedPointsBack } from '../loyalty/convert.ts';
import { partsReversed, takePartsOfTopUpBack } from './giftParts.ts';
import { sharedTakenBack } from '../sharers/purse.ts';
import { appendStoredValue } from './ledger.ts';
import { takeTransferBack } from './transfer.ts';

const RIGHT = 'loyalty.adjust';

/** What stands in the way of taking an entry back by itself, or null. */
const obstacleOf = ({ kind, visit_id: visitId, is_reversed: isReversed }: StoredValueRow) => {
  if (kind === 'reverse') return 'stored_is_reversal';
  if (kind === 'import') return 'stored_belongs_to_import';
  if (visitId !== null || kind === 'spend' || kind === 'return') return 'stored_belongs_to_visit';
  return isReversed === 1 ? 'already_reversed' : null;
};

/** Whoever topped up may take that back on the same day; all else is a correction. */
const mayTakeBack = (context: BaseContext, { kind, staff_id: staffId, business_date: businessDate }: StoredValueRow): boolean =>
  context.actor.permissions.includes(RIGHT) ||
  (kind === 'top_up' && staffId === context.actor.staffId && businessDate === context.today());

/** Whether whoever asks may take the entry back as it stands. */
export const canReverse = (context: BaseContext, row: StoredValueRow): boolean =>
  obstacleOf(row) === null && context.actor.permissions.includes('loyalty.write') && mayTakeBack(context, row);

const partsOf = ({ principal_cents: principal, gift_cents: gift }: Pick<StoredValueRow, 'principal_cents' | 'gift_cents'>) =>
  purse(principal, gift);

export const reverse = (context: StoreContext, input: HandlerInput<'storedValue.reverse'>): OutputOf<'storedValue.reverse'> => {
  const row = findStoredValueEntry(context.database, input.entryId);
  if (!row) throw new AppError('not_found', { what: 'stored_value_entry' });
  const obstacle = obstacleOf(row);
  if (obstacle === 'already_reversed') throw new AppError('already_undone', {});
  if (obstacle !== null) throw new AppError('conflict', { reason: obstacle });
  if (!mayTakeBack(context, row)) throw new AppError('not_permitted', { permission: RIGHT });
  const customerId = row.customer_id;
  requirePresentCustomer(context, customerId);
  const change = negated(partsOf(row));
  // What changed hands goes back on both sides.
  const transferred = listTransferOf(context.database, row.id);
  takePartsOfTopUpBack(context, row, input.reason);
  const entryId =
    transferred.length > 0
      ? takeTransferBack(context, transferred, row.id, input.reason)
      : appendStoredValue(context, {
          ...change,
          customerId,
          kind: 'reverse',
          reason: input.reason,
          reversesId: row.id,
          method: row.method,
        });
  giveConvertedPointsBack(context, row.id, input.reason);
  partsReversed(context, row, entryId);
  context.audited(
    { ...change, movedCents: Math.abs(change.principalCents + change.giftCents) },
    {
      customerIds: [customerId, ...transferred.map((entry) => entry.customerId)],
    },
  );
  for (const one of new Set([customerId, ...transferred.map((entry) => entry.customerId)]))
    factRecorded(context, one, ['storedValue']);
  return { entryId, balance: findStoredValueLedger(context.database, customerId).balance };
};

/** Takes back what a visit moved in the ledger, the last first. Throws conflict (stored_value_spent) where what came back by it is gone. */
export const takeStoredBack = (context: StoreContext, customerId: CustomerId, visitId: VisitId): void => {
  const entries = findStandingStoredOfVisit(context.database, visitId).reverse();
  for (const { id: reversesId, customer_id: ownerId, ...entry } of entries)
    appendStoredValue(context, { ...negated(partsOf(entry)), customerId: ownerId, kind: 'reverse', visitId, reversesId });
  sharedTakenBack(context, { customerId, visitId }, entries);
};
