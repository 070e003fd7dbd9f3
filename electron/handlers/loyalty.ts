import { mayAdjust, mayRedeem, reversalObstacle, reversalOf } from '../../shared/domain/loyalty/points.ts';
import { AppError } from '../../shared/errors.ts';
import { points } from '../../shared/types/amounts.ts';
import type { Points } from '../../shared/types/amounts.ts';
import type { CustomerId, PointsEntryId } from '../../shared/types/ids.ts';
import { findLedger, findPointsEntry, listLedger } from '../store/loyalty.ts';
import { isOfRedemption } from '../store/redemptions.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { factRecorded } from './facts.ts';
import { accountOf } from './loyalty/account.ts';
import { checkIn, checkInState, takeCheckInBack } from './loyalty/checkIn.ts';
import { takeConvertedValueBack, toStoredValue } from './loyalty/convert.ts';
import { quote } from './loyalty/earn.ts';
import { appendToLedger } from './loyalty/ledger.ts';
import { owed, worthOf } from './loyalty/owed.ts';
import { pendingOf } from './loyalty/pending.ts';
import { scoreHandlers } from './loyalty/score.ts';
import { unusual } from './loyalty/unusual.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { provenAway } from './spendingPins/proof.ts';

const requireAdjustable = (context: StoreContext, customerId: CustomerId, change: Points): void => {
  const { balance } = findLedger(context.database, customerId);
  if (!mayAdjust(balance, change, context.settings()))
    throw new AppError('not_enough_points', { balance, wanted: points(0 - change) });
};

const written = (context: StoreContext, customerId: CustomerId, entryId: PointsEntryId) => ({
  entryId,
  pointsBalance: factRecorded(context, customerId, ['points']).pointsBalance,
});

export const loyaltyHandlers: HandlersOf<'loyalty'> = {
  'loyalty.owed': owed,
  ...scoreHandlers,
  'loyalty.pending': pendingOf,
  'loyalty.toStoredValue': toStoredValue,
  'loyalty.quote': quote,
  'loyalty.unusual': unusual,
  'loyalty.checkInState': checkInState,
  'loyalty.checkIn': checkIn,
  'loyalty.takeCheckInBack': takeCheckInBack,
  'loyalty.account': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    return accountOf(context, customerId);
  },

  'loyalty.entries': (context, input) => {
    requireKnownCustomer(context, input.customerId);
    const { total, rows } = listLedger(context.database, input);
    return {
      total,
      rows: rows.map((row) => ({
        id: row.id,
        at: row.at,
        businessDate: row.business_date,
        kind: row.kind,
        points: row.points,
        balanceAfter: row.balanceAfter,
        reason: row.reason,
        visitId: row.visit_id,
        reversesId: row.reverses_id,
        expiresOn: row.expires_on,
        idleMonths: row.idle_months,
        isReversed: row.is_reversed === 1,
        staffName: row.staff_name,
      })),
    };
  },

  'loyalty.redeem': (context, { customerId, points: wanted, reason, proof }) => {
    const cover = provenAway(context, 'redeem', { customerId, proof });
    requirePresentCustomer(context, customerId);
    const { balance } = findLedger(context.database, customerId);
    if (!mayRedeem(balance, wanted)) throw new AppError('not_enough_points', { balance, wanted });
    cover(worthOf(context, wanted));
    const entry = { customerId, kind: 'redeem', points: points(0 - wanted), reason } as const;
    context.audited({ points: entry.points });
    return written(context, customerId, appendToLedger(context, entry));
  },

  'loyalty.adjust': (context, { customerId, points: change, reason }) => {
    requirePresentCustomer(context, customerId);
    requireAdjustable(context, customerId, change);
    context.audited({ points: change });
    return written(context, customerId, appendToLedger(context, { customerId, kind: 'adjust', points: change, reason }));
  },

  'loyalty.reverse': (context, { entryId, reason }) => {
    const entry = findPointsEntry(context.database, entryId);
    if (!entry) throw new AppError('not_found', { what: 'points_entry' });
    const obstacle = reversalObstacle({
      kind: entry.kind,
      belongsToVisit: entry.visit_id !== null,
      belongsToReward: isOfRedemption(context.database, entryId),
      isReversed: entry.is_reversed === 1,
    });
    if (obstacle === 'already_reversed') throw new AppError('already_undone', {});
    if (obstacle !== null) throw new AppError('conflict', { reason: obstacle });
    const customerId = entry.customer_id;
    requirePresentCustomer(context, customerId);
    const change = reversalOf(entry.points);
    requireAdjustable(context, customerId, change);
    takeConvertedValueBack(context, entryId, reason);
    context.audited({ points: change }, { customerIds: [customerId] });
    const reversal = { customerId, kind: 'reverse', points: change, reason, reversesId: entryId } as const;
    return written(context, customerId, appendToLedger(context, reversal));
  },
};
