import type { OutputOf } from '../../../shared/contract.ts';
import { worthOfPoints } from '../../../shared/domain/loyalty/paying.ts';
import { points } from '../../../shared/types/amounts.ts';
import type { Cents, Points } from '../../../shared/types/amounts.ts';
import { addDays } from '../../../shared/types/time.ts';
import { sumPending } from '../../store/pendingPoints.ts';
import { findPointsLapsing, findPointsOwed } from '../../store/pointsOwed.ts';
import type { StoreContext } from '../context.ts';

/** Points that lapse within so many days are told apart: there is still time to say so to whom they belong. */
const SOON_DAYS = 30;

/** What points pay at the desk, whatever the bill; null when they do not pay. A debt pays nothing. */
export const worthOf = ({ settings }: Pick<StoreContext, 'settings'>, balance: Points): Cents | null => {
  const rule = settings();
  return rule.pointsPerMoneyUnit === 0 ? null : worthOfPoints(points(Math.max(0, balance)), rule);
};

/** What the shop owes all its customers in points, as points and as money. */
export const owed = (context: StoreContext): OutputOf<'loyalty.owed'> => {
  const held = findPointsOwed(context.database);
  return {
    ...held,
    worthCents: worthOf(context, held.points),
    soonDays: SOON_DAYS,
    pending: sumPending(context.database),
    soon: findPointsLapsing(context.database, addDays(context.today(), SOON_DAYS)),
  };
};
