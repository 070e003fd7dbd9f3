import { points } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { listCustomersWithLapsed, listLapsing } from '../../store/lapsingPoints.ts';
import { recordAudit } from '../audit/record.ts';
import { isClockBehind } from '../clock.ts';
import type { StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { appendToLedger } from './ledger.ts';

/** So many lots at a time: nobody at the desk waits for a whole year's points. */
const AT_A_TIME = 50;

const expireOf = (context: StoreContext, customerId: CustomerId): number => {
  const lapsed = listLapsing(context.database, customerId).filter(({ last_day: lastDay }) => lastDay < context.today());
  for (const { entry_id: lotId, remaining } of lapsed)
    appendToLedger(context, { customerId, kind: 'expire', points: points(0 - remaining), reason: null, concernsId: lotId });
  factRecorded(context, customerId, ['points']);
  return lapsed.reduce((sum, { remaining }) => sum + remaining, 0);
};

/**
 * Ends what is left of points whose last day is past, some customers at a time (DOMAIN "Points": it runs when due). Not while the clock is
 * behind the last entry (R7). Returns whether more is waiting.
 */
export const expirePoints = (context: StoreContext): { readonly isMore: boolean } => {
  if (isClockBehind(context)) return { isMore: false };
  const customerIds = listCustomersWithLapsed(context.database, context.today(), AT_A_TIME);
  if (customerIds.length === 0) return { isMore: false };
  const expired = customerIds.reduce((sum, customerId) => sum + expireOf(context, customerId), 0);
  recordAudit(context, { operation: 'loyalty.expire', kind: 'value', customerIds, details: { points: -expired } });
  return { isMore: true };
};
