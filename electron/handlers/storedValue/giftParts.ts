import { giftParts } from '../../../shared/domain/storedValue/giftParts.ts';
import { negated, purse, purseTotal } from '../../../shared/domain/storedValue/purse.ts';
import type { Purse } from '../../../shared/domain/storedValue/purse.ts';
import { MAX_CENTS } from '../../../shared/types/amounts.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { giftPartId } from '../../../shared/types/ids.ts';
import type { CustomerId, StoredValueEntryId } from '../../../shared/types/ids.ts';
import {
  insertGiftPart,
  listDueGiftParts,
  listGivenOfTopUp,
  markGiftPartGiven,
  resumeGiftParts,
  stopAllGiftParts,
  stopGiftPartsOf,
} from '../../store/giftParts.ts';
import { findStoredValueEntry, findStoredValueLedger } from '../../store/storedValue.ts';
import type { StoredValueRow } from '../../store/storedValue.ts';
import type { StoredRule } from '../../store/storedValueRules.ts';
import { recordAudit } from '../audit/record.ts';
import { isClockBehind } from '../clock.ts';
import type { StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { appendStoredValue } from './ledger.ts';

// The gift of a top-up in monthly parts (X58): the first comes with the top-up, the others when they are due, by nobody's hand.

/** So many parts at a time: nobody at the desk waits for all that is due on the first of a month. */
const AT_A_TIME = 50;

/** What of a gift comes at once, and how to write down the rest once the top-up stands. */
export const spreadGift = (context: StoreContext, customerId: CustomerId, giftCents: Cents, rule: StoredRule | null) => {
  const [first, later] = giftParts(giftCents, rule?.months ?? 1, context.today());
  return {
    first,
    keep: (topUpId: StoredValueEntryId): void => {
      for (const [index, part] of later.entries()) {
        const reason = `${rule?.name ?? ''} ${index + 2}/${later.length + 1}`;
        insertGiftPart(context.database, { ...part, id: giftPartId(context.newId()), customerId, topUpId, reason });
      }
    },
  };
};

/**
 * Gives the parts that are due, some at a time; not while the clock is behind the last entry (R7). Whoever has as much as a purse can hold waits
 * for theirs. Returns whether more is waiting.
 */
export const giveDueParts = (context: StoreContext): { readonly isMore: boolean } => {
  if (isClockBehind(context)) return { isMore: false };
  const { database } = context;
  const given: CustomerId[] = [];
  let sum = 0;
  const due = listDueGiftParts(database, context.today(), AT_A_TIME);
  for (const { id, customerId, topUpId, cents: part, reason } of due) {
    if (purseTotal(findStoredValueLedger(database, customerId).balance) + part > MAX_CENTS) continue;
    const entry = { ...purse(0, part), customerId, kind: 'adjust', reason, concernsId: topUpId, isByItself: true } as const;
    markGiftPartGiven(database, id, appendStoredValue(context, entry));
    given.push(customerId);
    sum += part;
  }
  if (given.length === 0) return { isMore: false };
  const customerIds = [...new Set(given)];
  for (const customerId of customerIds) factRecorded(context, customerId, ['storedValue']);
  recordAudit(context, { operation: 'storedValue.giveParts', kind: 'value', customerIds, details: { movedCents: sum } });
  return { isMore: due.length === AT_A_TIME };
};

/** Takes back what parts of a top-up's gift brought, before the top-up itself is. Throws conflict (stored_value_spent). */
export const takePartsOfTopUpBack = (context: StoreContext, { id, kind }: StoredValueRow, reason: string): void => {
  if (kind !== 'top_up') return;
  for (const reversesId of listGivenOfTopUp(context.database, id)) {
    const entry = findStoredValueEntry(context.database, reversesId);
    if (!entry) continue;
    const moved = negated(purse(entry.principal_cents, entry.gift_cents));
    appendStoredValue(context, { ...moved, customerId: entry.customer_id, kind: 'reverse', reason, reversesId });
  }
};

/** A reversal stops what of a top-up was still to come, and lets go on what the entry it takes back had stopped. */
export const partsReversed = (context: StoreContext, { id, kind }: StoredValueRow, reversal: StoredValueEntryId): void => {
  if (kind === 'top_up') stopGiftPartsOf(context.database, id, reversal);
  else resumeGiftParts(context.database, id);
};

/** Where principal goes out for good, no part of a gift comes after it. */
export const principalGone = (
  context: StoreContext,
  customerId: CustomerId,
  { principalCents }: Purse,
  entryId: StoredValueEntryId,
): void => {
  if (principalCents < 0) stopAllGiftParts(context.database, customerId, entryId);
};
