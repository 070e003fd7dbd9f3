import type { HandlerInput } from '../../../shared/contract.ts';
import { purseTotal } from '../../../shared/domain/storedValue/purse.ts';
import { mostShared, shareFault } from '../../../shared/domain/storedValue/sharing.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { CustomerId, StoredValueEntryId, VisitId } from '../../../shared/types/ids.ts';
import { monthEnd, monthStart } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import {
  findSharedSpending,
  findSharerOfPair,
  insertSharedSpending,
  listSharedWith,
  sharedUseBetween,
} from '../../store/sharers.ts';
import type { SharerRow } from '../../store/sharers.ts';
import { findStandingStoredOfVisit, findStoredValueLedger } from '../../store/storedValue.ts';
import type { StandingStoredEntry } from '../../store/storedValue.ts';
import { findVisitById } from '../../store/visits.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { refuseField } from '../refuseField.ts';

// Whose purse pays at a visit (X55): the customer's own, or that of somebody who named them.

export interface PurseAtVisit {
  readonly customerId: CustomerId;
  /** Whether it is somebody else's. */
  readonly isShared: boolean;
  /** The spending of the sale, of what comes back or is taken in exchange. */
  readonly concernsId: StoredValueEntryId | null;
}

export const ownPurse = (customerId: CustomerId): PurseAtVisit => ({ customerId, isShared: false, concernsId: null });

const limitsOf = ({ month_cents: monthCents, visit_cents: visitCents }: SharerRow) => ({ monthCents, visitCents });

/** What a sharer has spent in the month of that day. */
export const usedInMonthOf = (
  { database }: Pick<BaseContext, 'database'>,
  { customer_id: customerId, other_id: otherId }: Pick<SharerRow, 'customer_id' | 'other_id'>,
  day: LocalDate,
): Cents => sharedUseBetween(database, { customerId, otherId, from: monthStart(day), to: monthEnd(day) });

/** Out of which purses of others a customer may pay on that day. */
export const sharedPurses = (context: BaseContext, customerId: CustomerId, day: LocalDate) =>
  listSharedWith(context.database, customerId)
    .filter((row) => row.may_spend_stored === 1)
    .map((row) => {
      const { balance } = findStoredValueLedger(context.database, row.customer_id);
      const mostCents = mostShared(limitsOf(row), usedInMonthOf(context, row, day), purseTotal(balance));
      return { customerId: row.customer_id, name: row.owner_name, ...balance, mostCents };
    })
    .filter(({ mostCents }) => mostCents > 0);

/** Whose cards a customer may use beside their own, with their names. */
export const ownersOfCards = ({ database }: BaseContext, customerId: CustomerId) =>
  listSharedWith(database, customerId)
    .filter((row) => row.may_use_cards === 1)
    .map((row) => ({ customerId: row.customer_id, name: row.owner_name }));

export const mayUseCardOf = (context: BaseContext, customerId: CustomerId, ownerId: CustomerId): boolean =>
  ownerId === customerId || ownersOfCards(context, customerId).some((owner) => owner.customerId === ownerId);

/** What stands between the two; throws bad_input where nothing does: not_a_sharer, share_ended, share_owner_gone, share_without_stored. */
const requireShare = ({ database }: BaseContext, customerId: CustomerId, otherId: CustomerId): SharerRow => {
  const row = findSharerOfPair(database, { customerId, otherId });
  const path = 'storedFromId';
  if (row === undefined) return refuseField(path, 'not_a_sharer');
  if (row.owner_removed_at !== null) return refuseField(path, 'share_owner_gone');
  if (row.ended_on !== null) return refuseField(path, 'share_ended');
  return row.may_spend_stored === 1 ? row : refuseField(path, 'share_without_stored');
};

/**
 * Whose purse pays for a visit; null for a walk-in, who has none. Throws bad_input where it is somebody else's and they did not allow it (see
 * `requireShare`), or not so much: over_share_visit, over_share_month. That there is enough is looked at with every purse.
 */
export const purseAtVisit = (
  context: BaseContext,
  { customerId, storedFromId, payments }: Pick<HandlerInput<'visits.record'>, 'customerId' | 'storedFromId' | 'payments'>,
  businessDate: LocalDate,
): PurseAtVisit | null => {
  const index = payments.findIndex(({ method }) => method === 'stored');
  const paid = payments[index];
  if (customerId === null) return null;
  if (storedFromId === null || storedFromId === customerId || paid === undefined) return ownPurse(customerId);
  const row = requireShare(context, storedFromId, customerId);
  const fault = shareFault(limitsOf(row), usedInMonthOf(context, row, businessDate), paid.cents);
  if (fault !== null) refuseField(`payments.${index}.cents`, fault);
  return { customerId: storedFromId, isShared: true, concernsId: null };
};

/** Whose purse paid for a sale, and gets back what comes back of it. */
export const purseOfSale = ({ database }: BaseContext, saleId: VisitId, customerId: CustomerId): PurseAtVisit => {
  const spending = findStandingStoredOfVisit(database, saleId).find(({ kind }) => kind === 'spend');
  return {
    customerId: spending?.customer_id ?? customerId,
    // Also once the two were merged: parted again, what came back is the owner's.
    isShared: spending !== undefined && findSharedSpending(database, saleId) !== undefined,
    concernsId: spending?.id ?? null,
  };
};

/** What follows for whose purse it is, once a visit of somebody else has moved something in it. */
export const sharedMoved = (
  context: StoreContext,
  { customerId, isShared }: PurseAtVisit,
  visitId: VisitId,
  entryId: StoredValueEntryId,
): void => {
  if (!isShared) return;
  insertSharedSpending(context.database, visitId, entryId);
  context.audited({}, { customerIds: [customerId] });
  factRecorded(context, customerId, ['storedValue']);
};

/**
 * The same once a visit is taken back. Throws conflict (share_limit_used) where the return of something is taken back whose limit has been
 * used for something else since: more than the owner allowed is never spent.
 */
export const sharedTakenBack = (
  context: StoreContext,
  { customerId, visitId }: { readonly customerId: CustomerId; readonly visitId: VisitId },
  entries: readonly StandingStoredEntry[],
): void => {
  const shared = entries.filter((entry) => entry.customer_id !== customerId);
  const visit = shared.length === 0 ? undefined : findVisitById(context.database, visitId);
  const sale = visit?.returns_visit_id == null ? visit : findVisitById(context.database, visit.returns_visit_id);
  for (const ownerId of new Set(shared.map((entry) => entry.customer_id))) {
    const row = findSharerOfPair(context.database, { customerId: ownerId, otherId: customerId });
    const isSpentAgain = shared.some(({ kind }) => kind === 'return');
    if (isSpentAgain && sale !== undefined && row?.ended_on === null && row.month_cents !== null)
      if (usedInMonthOf(context, row, sale.business_date) > row.month_cents)
        throw new AppError('conflict', { reason: 'share_limit_used' });
    context.audited({}, { customerIds: [ownerId] });
    factRecorded(context, ownerId, ['storedValue']);
  }
};
