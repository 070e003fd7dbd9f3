import { expiryTerms } from '../../../shared/domain/loyalty/expiry.ts';
import type { ExpiryPolicy, ExpiryTerms } from '../../../shared/domain/loyalty/expiry.ts';
import { isBalanceInRange } from '../../../shared/domain/loyalty/points.ts';
import { AppError } from '../../../shared/errors.ts';
import type { PointsEntryId } from '../../../shared/types/ids.ts';
import { pointsEntryId } from '../../../shared/types/ids.ts';
import { instant } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { appendPointsEntry, findLedger } from '../../store/loyalty.ts';
import type { NewPointsEntry } from '../../store/loyalty.ts';
import type { BaseContext, StoreContext } from '../context.ts';

type Wanted = Pick<NewPointsEntry, 'customerId' | 'kind' | 'points' | 'reason'> &
  Partial<Pick<NewPointsEntry, 'visitId' | 'reversesId' | 'concernsId' | 'businessDate'>> & {
    /** The shop gives it on an occasion: nobody at the desk did. */
    readonly isByItself?: boolean;
    /** They lapse with this day, if not sooner by the shop's own terms. */
    readonly lastOn?: LocalDate;
  };

/** When the shop lets points lapse. */
const expiryPolicyOf = (context: BaseContext): ExpiryPolicy => {
  const { pointsExpiry, pointsExpiryMonths: months, pointsExpiryYears: years } = context.settings();
  switch (pointsExpiry) {
    case 'none':
      return { kind: 'none' };
    case 'months':
    case 'idle':
      return { kind: pointsExpiry, months };
    case 'year_end':
      return { kind: 'year_end', years };
  }
};

/** Points that come in have the terms of that day; what goes back where it came from keeps those it had. */
const termsOf = (context: BaseContext, { kind, points, lastOn, businessDate = context.today() }: Wanted): ExpiryTerms => {
  if (points <= 0 || (kind !== 'earn' && kind !== 'adjust')) return { expiresOn: null, idleMonths: null };
  const terms = expiryTerms(expiryPolicyOf(context), businessDate);
  if (lastOn === undefined) return terms;
  return { expiresOn: terms.expiresOn !== null && terms.expiresOn < lastOn ? terms.expiresOn : lastOn, idleMonths: null };
};

/**
 * Appends one row to the ledger, by whoever is at the desk, now; with a clock that went back, right after the last row, because their order is
 * what the lots follow from. Refuses a balance that no screen could hold with conflict (points_out_of_range). The caller refreshes the summary.
 */
export const appendToLedger = (context: StoreContext, { isByItself = false, lastOn, ...wanted }: Wanted): PointsEntryId => {
  const { balance, lastAt } = findLedger(context.database, wanted.customerId);
  if (!isBalanceInRange(balance + wanted.points)) throw new AppError('conflict', { reason: 'points_out_of_range' });
  const id = pointsEntryId(context.newId());
  const now = context.now();
  appendPointsEntry(context.database, {
    visitId: null,
    reversesId: null,
    concernsId: null,
    businessDate: context.today(),
    ...wanted,
    ...termsOf(context, { ...wanted, ...(lastOn !== undefined && { lastOn }) }),
    id,
    at: lastAt !== null && lastAt > now ? instant(lastAt + 1) : now,
    staffId: isByItself ? null : context.actor.staffId,
    importId: null,
  });
  return id;
};
