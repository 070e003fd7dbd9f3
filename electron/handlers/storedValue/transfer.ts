import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { addPurses, emptyPurse, negated, purse, purseTotal } from '../../../shared/domain/storedValue/purse.ts';
import { replayStoredValue } from '../../../shared/domain/storedValue/replay.ts';
import { partsTaken } from '../../../shared/domain/storedValue/transfer.ts';
import { AppError } from '../../../shared/errors.ts';
import { storedValueTransferId } from '../../../shared/types/ids.ts';
import type { CustomerId, StoredValueEntryId } from '../../../shared/types/ids.ts';
import { findStoredValueEntry, findStoredValueLedger, listStoredValueInOrder } from '../../store/storedValue.ts';
import { insertTransferEntries } from '../../store/storedValueTransfers.ts';
import type { TransferEntry } from '../../store/storedValueTransfers.ts';
import type { StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requirePresentCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { provenAway } from '../spendingPins/proof.ts';
import { appendStoredValue } from './ledger.ts';

const lotsOf = ({ database }: StoreContext, customerId: CustomerId) =>
  replayStoredValue(listStoredValueInOrder(database, customerId)).lots;

/** Gives stored value to somebody else: taken out of one ledger and written into the other, as old as it is (X54). */
export const transfer = (
  context: StoreContext,
  input: HandlerInput<'storedValue.transfer'>,
): OutputOf<'storedValue.transfer'> => {
  const { customerId, toCustomerId, reason } = input;
  const cover = provenAway(context, 'transfer', input);
  requirePresentCustomer(context, customerId);
  requirePresentCustomer(context, toCustomerId);
  if (customerId === toCustomerId) refuseField('toCustomerId', 'transfer_to_self');
  const given = purse(input.principalCents, input.giftCents);
  const parts = partsTaken(lotsOf(context, customerId), given);
  cover(purseTotal(given));
  const entry = { kind: 'transfer', reason } as const;
  const out = appendStoredValue(context, { ...entry, ...negated(given), customerId });
  const taken = parts.map((part) => appendStoredValue(context, { ...entry, ...part, customerId: toCustomerId }));
  insertTransferEntries(context.database, storedValueTransferId(context.newId()), [out, ...taken]);
  context.audited({ ...given, movedCents: purseTotal(given) });
  for (const one of [customerId, toCustomerId]) factRecorded(context, one, ['storedValue']);
  const balanceOf = (one: CustomerId) => findStoredValueLedger(context.database, one).balance;
  return { entryId: out, balance: balanceOf(customerId), toBalance: balanceOf(toCustomerId) };
};

/**
 * Takes a transfer back as a whole, both sides. Throws already_undone; conflict (stored_value_spent) where any of it has been spent since,
 * transfer_side_gone where one of the two was erased. Answers which entry took `entryId` back; the caller records the facts of both.
 */
export const takeTransferBack = (
  context: StoreContext,
  entries: readonly TransferEntry[],
  entryId: StoredValueEntryId,
  reason: string,
): StoredValueEntryId => {
  const { database } = context;
  const customerIds = [...new Set(entries.map(({ customerId }) => customerId))];
  for (const customerId of customerIds) requirePresentCustomer(context, customerId);
  if (purseTotal(entries.reduce(addPurses, emptyPurse)) !== 0) throw new AppError('conflict', { reason: 'transfer_side_gone' });
  if (entries.some(({ id }) => findStoredValueEntry(database, id)?.is_reversed === 1)) throw new AppError('already_undone', {});
  const lots = new Map(customerIds.flatMap((customerId) => lotsOf(context, customerId)).map((lot) => [lot.entryId, lot.left]));
  for (const { id, principalCents, giftCents } of entries.filter((entry) => purseTotal(entry) > 0)) {
    const left = lots.get(id);
    if (left?.principalCents !== principalCents || left.giftCents !== giftCents)
      throw new AppError('conflict', { reason: 'stored_value_spent' });
  }
  // What was taken in goes first, so that it is there to be given back.
  const reversals = new Map(
    [...entries]
      .reverse()
      .map(({ id, customerId, ...moved }): [StoredValueEntryId, StoredValueEntryId] => [
        id,
        appendStoredValue(context, { ...negated(moved), customerId, kind: 'reverse', reason, reversesId: id }),
      ]),
  );
  return reversals.get(entryId) ?? entryId;
};
