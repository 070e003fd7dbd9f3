import { bestGift } from '../../shared/domain/storedValue/gifts.ts';
import { negated, purse, purseTotal } from '../../shared/domain/storedValue/purse.ts';
import type { Purse } from '../../shared/domain/storedValue/purse.ts';
import { refundOf } from '../../shared/domain/storedValue/spending.ts';
import { AppError } from '../../shared/errors.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, StoredValueEntryId } from '../../shared/types/ids.ts';
import { findStoredValueLedger, listStoredValueLedger } from '../store/storedValue.ts';
import { listStoredRules } from '../store/storedValueRules.ts';
import type { StoredRule } from '../store/storedValueRules.ts';
import type { BaseContext, HandlersOf, StoreContext } from './context.ts';
import { factRecorded } from './facts.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { provenAway } from './spendingPins/proof.ts';
import { storedAccountOf } from './storedValue/account.ts';
import { principalGone, spreadGift } from './storedValue/giftParts.ts';
import { appendStoredValue } from './storedValue/ledger.ts';
import { canReverse, reverse } from './storedValue/reverse.ts';
import { storedOwedHandlers } from './storedValue/owed.ts';
import { namesOfSharedEntries } from '../store/sharers.ts';
import { othersOfTransfers } from '../store/storedValueTransfers.ts';
import { transfer } from './storedValue/transfer.ts';
import { storedRuleHandlers } from './storedValue/rules.ts';

const written = (context: StoreContext, customerId: CustomerId, entryId: StoredValueEntryId, change: Purse) => {
  context.audited({
    principalCents: change.principalCents,
    giftCents: change.giftCents,
    movedCents: Math.abs(change.principalCents + change.giftCents),
  });
  factRecorded(context, customerId, ['storedValue']);
  return { entryId, balance: findStoredValueLedger(context.database, customerId).balance };
};

/**
 * The rule by which a gift is given; null for one that somebody chose. Throws not_permitted for that, unless whoever gives it may correct
 * balances.
 */
const ruleOfGift = (context: BaseContext, principalCents: Cents, giftCents: Cents): StoredRule | null => {
  const rules = listStoredRules(context.database).filter(({ isArchived }) => !isArchived);
  const best = bestGift(rules, principalCents);
  if (giftCents === (best?.giftCents ?? 0)) return best?.rule ?? null;
  if (!context.actor.permissions.includes('loyalty.adjust'))
    throw new AppError('not_permitted', { permission: 'loyalty.adjust' });
  return null;
};

export const storedValueHandlers: HandlersOf<'storedValue'> = {
  ...storedRuleHandlers,
  ...storedOwedHandlers,

  'storedValue.account': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    return storedAccountOf(context, customerId);
  },

  'storedValue.entries': (context, input) => {
    requireKnownCustomer(context, input.customerId);
    const { total, rows } = listStoredValueLedger(context.database, input);
    const ids = rows.map(({ id }) => id);
    const others = new Map([...othersOfTransfers(context.database, ids), ...namesOfSharedEntries(context.database, ids)]);
    return {
      total,
      rows: rows.map((row) => ({
        id: row.id,
        at: row.at,
        businessDate: row.business_date,
        kind: row.kind,
        principalCents: row.principal_cents,
        giftCents: row.gift_cents,
        balanceAfter: row.balanceAfter,
        method: row.method,
        reason: row.reason,
        visitId: row.visit_id,
        isReversed: row.is_reversed === 1,
        canReverse: canReverse(context, row),
        otherName: others.get(row.id) ?? null,
        staffName: row.staff_name,
      })),
    };
  },

  'storedValue.topUp': (context, { customerId, principalCents, giftCents, method, note }) => {
    requirePresentCustomer(context, customerId);
    const gift = spreadGift(context, customerId, giftCents, ruleOfGift(context, principalCents, giftCents));
    const change = { principalCents, giftCents: gift.first };
    const reason = note === '' ? null : note;
    const entryId = appendStoredValue(context, { ...change, customerId, kind: 'top_up', method, reason });
    gift.keep(entryId);
    return written(context, customerId, entryId, change);
  },

  'storedValue.refund': (context, { customerId, principalCents, giftCents, method, reason, proof }) => {
    const cover = provenAway(context, 'refund', { customerId, proof });
    requirePresentCustomer(context, customerId);
    const { balance } = findStoredValueLedger(context.database, customerId);
    if (principalCents > balance.principalCents)
      throw new AppError('conflict', { reason: 'not_enough_stored_value', ...balance });
    const taken = refundOf(balance, principalCents);
    // What was shown before it was done is what is done.
    if (taken.giftCents !== giftCents) throw new AppError('conflict', { reason: 'stored_value_changed' });
    cover(purseTotal(taken));
    const change = negated(taken);
    const entryId = appendStoredValue(context, { ...change, customerId, kind: 'refund', method, reason });
    principalGone(context, customerId, change, entryId);
    return written(context, customerId, entryId, change);
  },

  'storedValue.void': (context, { customerId, principalCents, giftCents, reason }) => {
    requirePresentCustomer(context, customerId);
    const change = negated(purse(principalCents, giftCents));
    const entryId = appendStoredValue(context, { ...change, customerId, kind: 'void', reason });
    principalGone(context, customerId, change, entryId);
    return written(context, customerId, entryId, change);
  },

  'storedValue.adjust': (context, { customerId, principalCents, giftCents, reason }) => {
    requirePresentCustomer(context, customerId);
    const change = purse(principalCents, giftCents);
    return written(context, customerId, appendStoredValue(context, { ...change, customerId, kind: 'adjust', reason }), change);
  },

  'storedValue.transfer': transfer,
  'storedValue.reverse': reverse,
};
