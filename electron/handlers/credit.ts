import { replayCredit } from '../../shared/domain/credit/replay.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CreditEntryId, CustomerId } from '../../shared/types/ids.ts';
import { findCreditLedger, listCreditInOrder, listCreditLedger } from '../store/credit.ts';
import { findOwnTerms, putOwnTerms } from '../store/creditDebts.ts';
import { creditAccountOf } from './credit/account.ts';
import { appendCredit } from './credit/ledger.ts';
import { creditOwedHandlers } from './credit/owed.ts';
import { canReverseCredit, reverseCredit } from './credit/reverse.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { factRecorded } from './facts.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { refuseField } from './refuseField.ts';

const written = (context: StoreContext, customerId: CustomerId, entryId: CreditEntryId, movedCents: Cents) => {
  context.audited({ movedCents });
  factRecorded(context, customerId, ['credit']);
  return { entryId, owedCents: findCreditLedger(context.database, customerId).owedCents };
};

/** Throws bad_input (more_than_owed): nobody pays for what they do not owe. */
const requireOwed = (context: StoreContext, customerId: CustomerId, amount: Cents): void => {
  requirePresentCustomer(context, customerId);
  if (amount > findCreditLedger(context.database, customerId).owedCents) refuseField('cents', 'more_than_owed');
};

export const creditHandlers: HandlersOf<'credit'> = {
  ...creditOwedHandlers,

  'credit.account': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    return creditAccountOf(context, customerId);
  },

  'credit.entries': (context, input) => {
    const { database } = context;
    requireKnownCustomer(context, input.customerId);
    const entries = listCreditInOrder(database, input.customerId);
    const { links } = replayCredit(entries);
    let owed = 0;
    const after = new Map(entries.map((entry) => [entry.id, (owed += entry.cents)]));
    return {
      total: entries.length,
      rows: listCreditLedger(database, input).map((row) => ({
        id: row.id,
        at: row.at,
        businessDate: row.business_date,
        kind: row.kind,
        cents: row.cents,
        owedAfterCents: cents(after.get(row.id) ?? 0),
        dueOn: row.due_on,
        method: row.method,
        reason: row.reason,
        visitId: row.visit_id,
        paysFor: links
          .filter(({ byId }) => byId === row.id)
          .map(({ chargedOn, cents: part }) => ({ chargedOn, cents: part }))
          .slice(0, 50),
        isReversed: row.is_reversed === 1,
        canReverse: canReverseCredit(context, row),
        staffName: row.staff_name,
      })),
    };
  },

  'credit.repay': (context, { customerId, cents: amount, method, note }) => {
    requireOwed(context, customerId, amount);
    const change = { customerId, kind: 'repay', cents: cents(0 - amount), method, reason: note === '' ? null : note } as const;
    return written(context, customerId, appendCredit(context, change), amount);
  },

  'credit.writeOff': (context, { customerId, cents: amount, reason }) => {
    requireOwed(context, customerId, amount);
    const change = { customerId, kind: 'write_off', cents: cents(0 - amount), reason } as const;
    return written(context, customerId, appendCredit(context, change), amount);
  },

  'credit.reverse': reverseCredit,

  'credit.setTerms': (context, { customerId, ...terms }) => {
    requirePresentCustomer(context, customerId);
    const before = findOwnTerms(context.database, customerId);
    putOwnTerms(context.database, customerId, terms);
    context.audited({ before: { ...before }, after: { ...terms } });
    context.changed(['credit', 'customers'], [customerId]);
    return { before };
  },
};
