import { listCustomerMarks } from '../store/customerBlocks.ts';
import { listCustomerRows } from '../store/customerRows.ts';
import { listTierNames } from '../store/tierNames.ts';
import { listRecentIds, noteRecent } from '../store/recents.ts';
import type { HandlersOf } from './context.ts';
import { requireKnownCustomer } from './references.ts';

export const recentsHandlers: HandlersOf<'recents'> = {
  'recents.list': ({ database, today }) => {
    const ids = listRecentIds(database);
    const tierNames = listTierNames(database, ids);
    const marks = listCustomerMarks(database, ids, today());
    return {
      customers: listCustomerRows(database, ids).map(({ id, number, name, isVip, isInactive, lastVisitOn, phone }) => ({
        id,
        number,
        name,
        isVip,
        isBlocked: marks.get(id)?.is_blocked === 1,
        isInactive,
        tierName: tierNames.get(id) ?? null,
        hasAlert: marks.get(id)?.has_alert === 1,
        lastVisitOn,
        phone,
      })),
    };
  },

  'recents.noteOpened': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    noteRecent(context.database, customerId, context.now());
    context.changed(['recents'], []);
    return {};
  },
};
