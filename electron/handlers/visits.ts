import { usualItemsOf } from '../../shared/domain/visits/usualItems.ts';
import { cents } from '../../shared/types/amounts.ts';
import { listRepaidOfDay } from '../store/credit.ts';
import { cardsPaidOfDay, onAccountOfDay, storedPaidOfDay } from '../store/visitPayments.ts';
import { listCardsSoldOfDay } from '../store/valueCardEntries.ts';
import { findVisits, listVisitsOfDay } from '../store/visitLists.ts';
import { listTillOfDay } from '../store/storedValue.ts';
import { listLatestLines } from '../store/usualItems.ts';
import type { HandlersOf } from './context.ts';
import { requireKnownCustomer } from './references.ts';
import { claim, unclaim } from './visits/claim.ts';
import { keptOfDay } from './visits/kept.ts';
import { findById, rowOf } from './visits/read.ts';
import { record } from './visits/record.ts';
import { returnLines } from './visits/returns.ts';
import { undo } from './visits/undo.ts';

/** So many usual items fit on the visit form. */
const USUAL_ITEMS = 8;

export const visitsHandlers: HandlersOf<'visits'> = {
  'visits.record': record,
  'visits.undo': (context, { visitId }) => undo(context, visitId),
  'visits.returnLines': returnLines,
  'visits.claim': claim,
  'visits.unclaim': unclaim,
  'visits.findById': (context, { visitId }) => findById(context, visitId),
  'visits.find': ({ database }, { text }) => ({ visits: findVisits(database, text).map(rowOf) }),
  'visits.ofDay': (context, { businessDate, ...page }) => {
    const day = listVisitsOfDay(context.database, businessDate, page);
    return {
      total: day.total,
      visits: day.standing,
      totalCents: day.cents ?? cents(0),
      rows: day.rows.map(rowOf),
      ...keptOfDay(context, businessDate),
      till: listTillOfDay(context.database, businessDate),
      storedPaidCents: storedPaidOfDay(context.database, businessDate),
      onAccountCents: onAccountOfDay(context.database, businessDate),
      repaid: listRepaidOfDay(context.database, businessDate),
      cardsSold: listCardsSoldOfDay(context.database, businessDate),
      cardsPaidCents: cardsPaidOfDay(context.database, businessDate),
    };
  },
  'visits.usualItems': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    return { items: usualItemsOf(listLatestLines(context.database, customerId), USUAL_ITEMS) };
  },
};
