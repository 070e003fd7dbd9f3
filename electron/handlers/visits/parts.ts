import { reversalOf } from '../../../shared/domain/loyalty/points.ts';
import { points } from '../../../shared/types/amounts.ts';
import { endAlertsWithVisit, reviveAlertsOfVisit } from '../../store/arrivalAlerts.ts';
import { closeDeferredByVisit, reopenDeferredOfVisit } from '../../store/deferrals.ts';
import { findStandingEntriesOfVisit } from '../../store/loyalty.ts';
import { insertVisitWarnings } from '../../store/visitWarnings.ts';
import { takeCardsBack } from '../countCards/atVisit.ts';
import { creditPart } from '../credit/visits.ts';
import { issueForNextVisit, takeIssuedBack } from '../coupons/occasions.ts';
import { convertOnPurchase, takeConversionBack } from '../customers/conversion.ts';
import { makeActiveOnVisit, takeActiveBack } from '../inactive.ts';
import { growth } from '../loyalty/growth.ts';
import { appendToLedger } from '../loyalty/ledger.ts';
import { earnAtVisit, takePendingBack } from '../loyalty/pending.ts';
import { referralRewards } from '../referrals/rewards.ts';
import { earnForOther, takeOtherBack } from '../sharers/earning.ts';
import { stampsPart } from '../stamps/visits.ts';
import { takeStoredBack } from '../storedValue/reverse.ts';
import { spendStored } from '../storedValue/visits.ts';
import { riseAgain, riseByVisit, takeTierBack } from '../tiers/climb.ts';
import type { EndedVisit, ReturningVisit, StandingVisit, VisitEffects, VisitPart } from './part.ts';
import type { StoreContext } from '../context.ts';

export const productsOf = ({ lines }: VisitEffects) => lines.flatMap(({ productId }) => productId ?? []);

/** The prospect is a customer. */
const conversion: VisitPart = {
  apply: (context, { customerId, visitId, lines }) => {
    if (lines.length > 0) convertOnPurchase(context, customerId, visitId);
  },
  takeBack: (context, { customerId, visitId }) => takeConversionBack(context, customerId, visitId),
};

/** Whoever had been put to rest is active again. */
const activity: VisitPart = {
  apply: (context, { customerId, visitId, businessDate }) => makeActiveOnVisit(context, customerId, visitId, businessDate),
  takeBack: (context, { customerId, visitId }) => takeActiveBack(context, customerId, visitId),
};

/** A tier follows from the ledgers, and is taken back after them; the undo of a return brings it again. */
const tiers: VisitPart = {
  takeBack: (context, { customerId }) => {
    takeTierBack(context, customerId);
    riseAgain(context, customerId);
  },
};

/** The tier rises by what the visit brought, once all of it stands, and falls by what came back. */
const tierRise: VisitPart = {
  apply: (context, { customerId, visitId }) => riseByVisit(context, customerId, visitId),
  returned: (context, { customerId }) => {
    if (context.settings().tierDropsAtReturn) takeTierBack(context, customerId);
  },
};

const warnings: VisitPart = {
  apply: (context, visit) => insertVisitWarnings(context.database, visit.visitId, visit.warnings, context.actor.staffId),
};

const arrivalAlerts: VisitPart = {
  apply: ({ database }, { customerId, visitId, businessDate }) => endAlertsWithVisit(database, customerId, visitId, businessDate),
  takeBack: ({ database }, { visitId }) => reviveAlertsOfVisit(database, visitId),
};

/** What they had put off and have bought now. */
const deferrals: VisitPart = {
  apply: (context, visit) => {
    const { customerId, visitId } = visit;
    closeDeferredByVisit(context.database, { customerId, visitId, productIds: productsOf(visit), at: context.now() });
  },
  takeBack: ({ database }, { visitId }) => reopenDeferredOfVisit(database, visitId),
};

/** Uses are taken and cards sold line by line as the visit is written. */
const countCards: VisitPart = {
  takeBack: (context, { visitId }) => takeCardsBack(context, visitId),
};

const storedValue: VisitPart = {
  apply: (context, visit) => spendStored(context, visit, visit.storedSpent),
  takeBack: (context, { customerId, visitId }) => takeStoredBack(context, customerId, visitId),
};

const pointsLedger: VisitPart = {
  apply: (context, { customerId, earnerId, visitId, businessDate, pointsSpent, pointsEarned }) => {
    const entry = { customerId, reason: null, visitId, businessDate };
    if (pointsSpent > 0) appendToLedger(context, { ...entry, kind: 'redeem', points: points(0 - pointsSpent) });
    if (pointsEarned === 0) return;
    const earned = { visitId, businessDate, points: pointsEarned };
    if (earnerId === customerId) earnAtVisit(context, { ...earned, customerId });
    else earnForOther(context, { ...earned, earnerId });
  },
  takeBack: (context, { customerId, visitId }) => {
    takeOtherBack(context, visitId);
    takePendingBack(context, visitId);
    // The last first: what it earned leaves its own lot before what it spent comes back.
    for (const { id: reversesId, points: moved } of findStandingEntriesOfVisit(context.database, visitId).reverse())
      appendToLedger(context, { customerId, kind: 'reverse', points: reversalOf(moved), reason: null, visitId, reversesId });
  },
};

/** What a purchase brings for the next one; an exchange is none. */
const nextVisitCoupons: VisitPart = {
  apply: (context, { customerId, visitId, lines, returnsVisitId }) => {
    if (lines.length > 0 && returnsVisitId === null) issueForNextVisit(context, customerId, visitId);
  },
  takeBack: (context, { customerId, visitId }) => takeIssuedBack(context, customerId, visitId),
};

/** In the order in which they are brought about; they are taken back in the opposite one. */
const parts: readonly VisitPart[] = [
  conversion,
  activity,
  tiers,
  warnings,
  arrivalAlerts,
  deferrals,
  countCards,
  storedValue,
  creditPart,
  pointsLedger,
  growth,
  nextVisitCoupons,
  stampsPart,
  referralRewards,
  tierRise,
];

export const applyParts = (context: StoreContext, visit: StandingVisit): void => {
  for (const { apply } of parts) apply?.(context, visit);
};

export const takePartsBack = (context: StoreContext, visit: EndedVisit): void => {
  for (const { takeBack } of parts.toReversed()) takeBack?.(context, visit);
};

export const partsReturned = (context: StoreContext, visit: ReturningVisit): void => {
  for (const { returned } of parts) returned?.(context, visit);
};
