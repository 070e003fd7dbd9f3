import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { readyOn, takeFromPending } from '../../../shared/domain/loyalty/pending.ts';
import { isBalanceInRange } from '../../../shared/domain/loyalty/points.ts';
import { points } from '../../../shared/types/amounts.ts';
import type { Points } from '../../../shared/types/amounts.ts';
import { pendingPointsId } from '../../../shared/types/ids.ts';
import type { CustomerId, PendingPointsId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { findLedger } from '../../store/loyalty.ts';
import {
  appendPendingPoints,
  listPendingOf,
  listPendingOfVisit,
  listPendingReturns,
  listReadyPending,
} from '../../store/pendingPoints.ts';
import type { NewPendingEntry, OpenPendingLot } from '../../store/pendingPoints.ts';
import { recordAudit } from '../audit/record.ts';
import { isClockBehind } from '../clock.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requireKnownCustomer } from '../references.ts';
import { appendToLedger } from './ledger.ts';

// Points of a visit that wait until what was bought can no longer come back (X62).

type Wanted = Pick<NewPendingEntry, 'customerId' | 'businessDate' | 'kind' | 'points'> &
  Partial<Pick<NewPendingEntry, 'lotId' | 'readyOn' | 'visitId' | 'reversesId' | 'pointsEntryId' | 'staffId'>>;

const append = (context: StoreContext, wanted: Wanted): void => {
  const id = pendingPointsId(context.newId());
  appendPendingPoints(context.database, {
    lotId: id,
    readyOn: null,
    visitId: null,
    reversesId: null,
    pointsEntryId: null,
    staffId: context.actor.staffId,
    ...wanted,
    id,
    at: context.now(),
  });
};

interface Earned {
  readonly customerId: CustomerId;
  readonly visitId: VisitId;
  readonly businessDate: LocalDate;
  readonly points: Points;
}

/** Writes down what a visit earned: pending where the shop waits, spendable at once where it does not. */
export const earnAtVisit = (context: StoreContext, earned: Earned): void => {
  const day = readyOn(earned.businessDate, context.settings().pointsPendingDays, context.today());
  if (day === null) appendToLedger(context, { ...earned, kind: 'earn', reason: null });
  else append(context, { ...earned, kind: 'earn', readyOn: day });
};

/** Takes back what of a visit is pending, and what a return took out of it. */
export const takePendingBack = (context: StoreContext, visitId: VisitId): void => {
  for (const { id: lotId, customerId, businessDate, remaining } of listPendingOfVisit(context.database, visitId))
    append(context, { lotId, customerId, businessDate, kind: 'end', points: points(0 - remaining), visitId });
  for (const { id: reversesId, lotId, customerId, businessDate, points: taken } of listPendingReturns(context.database, visitId))
    append(context, { lotId, customerId, businessDate, kind: 'reverse', points: points(0 - taken), visitId, reversesId });
};

/** What a return takes back comes out of what is pending first; answers what is to be taken from the balance. */
export const returnFromPending = (
  context: StoreContext,
  { saleId, visitId, customerId }: { readonly saleId: VisitId; readonly visitId: VisitId; readonly customerId: CustomerId },
  wanted: Points,
): Points => {
  const lots = listPendingOfVisit(context.database, saleId);
  const { parts, rest } = takeFromPending<PendingPointsId>(lots, wanted);
  for (const { id: lotId, points: part } of parts)
    append(context, { lotId, customerId, businessDate: context.today(), kind: 'return', points: points(0 - part), visitId });
  return rest;
};

/** So many lots at a time: nobody at the desk waits for a whole season's points. */
const AT_A_TIME = 50;

const release = (context: StoreContext, lot: OpenPendingLot): boolean => {
  const { id: lotId, customerId, businessDate, visitId, remaining } = lot;
  // A balance that no screen could hold waits until something of it is spent.
  if (!isBalanceInRange(findLedger(context.database, customerId).balance + remaining)) return false;
  const earned = { customerId, kind: 'earn', points: remaining, reason: null, visitId, businessDate, isByItself: true } as const;
  const pointsEntryId = appendToLedger(context, earned);
  const gone = points(0 - remaining);
  append(context, { lotId, customerId, businessDate, kind: 'release', points: gone, pointsEntryId, staffId: null });
  factRecorded(context, customerId, ['points']);
  return true;
};

/**
 * Makes pending points spendable whose day has come, some at a time, as if they had been earned on the day of the visit. Not while the clock is
 * behind the last entry (R7). Returns whether more is waiting.
 */
export const releasePoints = (context: StoreContext): { readonly isMore: boolean } => {
  if (isClockBehind(context)) return { isMore: false };
  const ready = listReadyPending(context.database, context.today(), AT_A_TIME);
  const released = ready.filter((lot) => release(context, lot));
  if (released.length === 0) return { isMore: false };
  recordAudit(context, {
    operation: 'loyalty.release',
    kind: 'value',
    customerIds: [...new Set(released.map(({ customerId }) => customerId))],
    details: { points: released.reduce((sum, { remaining }) => sum + remaining, 0) },
  });
  return { isMore: ready.length === AT_A_TIME };
};

const sumOf = (lots: readonly OpenPendingLot[]): Points => points(lots.reduce((sum, { remaining }) => sum + remaining, 0));

/** What somebody has pending, and from when on each part is spendable. */
export const pendingOf = (
  context: StoreContext,
  { customerId }: HandlerInput<'loyalty.pending'>,
): OutputOf<'loyalty.pending'> => {
  requireKnownCustomer(context, customerId);
  const lots = listPendingOf(context.database, customerId);
  const days = [...new Set(lots.map((lot) => lot.readyOn))];
  return {
    points: sumOf(lots),
    days: days.map((on) => ({ on, points: sumOf(lots.filter((lot) => lot.readyOn === on)) })),
  };
};

/** What of a visit is pending, for its notice and its receipt; null for nothing. */
export const pendingOfVisit = (context: BaseContext, visitId: VisitId): OutputOf<'visits.findById'>['pending'] => {
  const lots = listPendingOfVisit(context.database, visitId);
  const [first] = lots;
  return first === undefined ? null : { points: sumOf(lots), readyOn: first.readyOn };
};
