import type { OutputOf } from '../../../shared/contract.ts';
import { lastDayOf } from '../../../shared/domain/loyalty/expiry.ts';
import { replayPoints } from '../../../shared/domain/loyalty/replay.ts';
import { sumsOf } from '../../../shared/domain/loyalty/sums.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findSummary } from '../../store/customerFacts.ts';
import { listEntriesInOrder } from '../../store/loyalty.ts';
import type { StoreContext } from '../context.ts';
import { worthOf } from './owed.ts';

/** So many lots are told one by one, in the order in which they are spent. */
const LOTS_TOLD = 50;

/** Why a customer has the points they have: what they came from, which lots are left, and when each of them lapses. */
export const accountOf = (
  context: Pick<StoreContext, 'database' | 'settings'>,
  customerId: CustomerId,
): OutputOf<'loyalty.account'> => {
  const entries = listEntriesInOrder(context.database, customerId);
  const { balance, lots, owed } = replayPoints(entries);
  const { lastPurchaseOn } = findSummary(context.database, customerId);
  return {
    balance,
    owed,
    worthCents: worthOf(context, balance),
    sums: sumsOf(entries),
    moreLots: Math.max(0, lots.length - LOTS_TOLD),
    lots: lots.slice(0, LOTS_TOLD).map(({ expiresOn, idleMonths, ...lot }) => ({
      ...lot,
      lastDay: lastDayOf({ expiresOn, idleMonths, earnedOn: lot.earnedOn }, lastPurchaseOn),
    })),
  };
};
