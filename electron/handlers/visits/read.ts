import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract.ts';
import { giveBack, stillReturnable } from '../../../shared/domain/visits/returns.ts';
import { cents, quantity, sumCents } from '../../../shared/types/amounts.ts';
import type { VisitId } from '../../../shared/types/ids.ts';
import { listReturnsOf, returnedOfVisit } from '../../store/visitReturns.ts';
import { listLinesOfVisit, orderOfVisit } from '../../store/visits.ts';
import { listPaymentsOfVisit, pointsGivenBackOf } from '../../store/visitPayments.ts';
import type { ListedVisit } from '../../store/visitLists.ts';
import { listStaffOfLines } from '../../store/visitStaff.ts';
import type { StoreContext } from '../context.ts';
import { cardsOfVisit } from '../countCards/ofVisit.ts';
import { cardsBack } from '../countCards/atReturn.ts';
import { creditOfVisit } from '../credit/visits.ts';
import { storedOfVisit } from '../storedValue/visits.ts';
import { couponsOfVisit } from '../coupons/visit.ts';
import { referralOfVisit } from '../referrals/told.ts';
import { pendingOfVisit } from '../loyalty/pending.ts';
import { sharedEarningOfVisit } from '../sharers/earning.ts';
import { valueCardsOfVisit } from '../valueCards/visits.ts';
import { stampsOfVisit } from '../stamps/visits.ts';
import { issuedBy } from '../coupons/occasions.ts';
import { requireVisit } from './undo.ts';

const linesOf = (context: StoreContext, visitId: VisitId): OutputOf<'visits.findById'>['lines'] => {
  const { database } = context;
  const returned = returnedOfVisit(database, visitId);
  const staff = listStaffOfLines(database, visitId);
  const cards = cardsOfVisit(context, visitId);
  return listLinesOfVisit(database, visitId).map((line) => {
    const sold = { ...line, returned: returned.get(line.position) ?? null };
    const inCards = cardsBack(context, visitId, line.position);
    return {
      id: line.id,
      productId: line.productId,
      name: line.name,
      quantity: line.quantity,
      unitPriceCents: line.unitPriceCents,
      discountCents: line.discountCents,
      shareCents: line.shareCents,
      amountCents: line.amountCents,
      costCents: line.costCents,
      staff: staff
        .filter(({ position }) => position === line.position)
        .map((one) => ({
          staffId: one.staff_id,
          name: one.name,
          isRequested: one.is_requested === null ? null : one.is_requested === 1,
        })),
      thingId: line.thingId,
      serialNumber: line.serialNumber,
      specification: line.specification,
      startedAt: line.startedAt,
      stoppedAt: line.stoppedAt,
      returnedQuantity: sold.returned?.quantity ?? quantity(0),
      returnableCents: inCards === null ? (giveBack(sold, stillReturnable(sold))?.amountCents ?? cents(0)) : sumCents(inCards),
      cardsBack: inCards,
      cards: cards.get(line.position) ?? [],
    };
  });
};

/** A visit with its lines, what has come back of it and what still can. */
export const findById = (context: StoreContext, visitId: VisitId): OutputOf<'visits.findById'> => {
  const visit = requireVisit(context, visitId);
  return {
    id: visit.id,
    customerId: visit.customer_id,
    at: visit.at,
    businessDate: visit.business_date,
    receiptNumber: visit.receipt_number,
    staffName: visit.staff_name,
    note: visit.note,
    totalCents: visit.total_cents,
    discountCents: visit.discount_cents,
    discountReason: visit.discount_reason,
    pointsEarned: visit.points_earned,
    returnsVisitId: visit.returns_visit_id,
    order: orderOfVisit(visit),
    payments: listPaymentsOfVisit(context.database, visitId),
    coupons: couponsOfVisit(context, visitId),
    referral: referralOfVisit(context, visitId),
    stamps: stampsOfVisit(context, visitId),
    pending: pendingOfVisit(context, visitId),
    sharedEarning: sharedEarningOfVisit(context, visitId),
    issuedCoupons: issuedBy(context, visitId),
    givenBackInPoints: pointsGivenBackOf(context.database, visitId),
    stored: storedOfVisit(context, visit),
    credit: creditOfVisit(context, visit),
    valueCards: valueCardsOfVisit(context, visitId),
    claimedAt: visit.claimed_at,
    returns: listReturnsOf(context.database, visitId).map(({ id, at, total_cents: totalCents }) => ({
      visitId: id,
      at,
      totalCents,
    })),
    lines: linesOf(context, visitId),
    undoneAt: visit.undone_at,
  };
};

const names = z.array(z.string());

/** A visit as a row of a list. */
export const rowOf = (visit: ListedVisit): OutputOf<'visits.find'>['visits'][number] => ({
  id: visit.id,
  customerId: visit.customer_id,
  customerName: visit.customer_name,
  at: visit.at,
  businessDate: visit.business_date,
  receiptNumber: visit.receipt_number,
  staffName: visit.staff_name,
  note: visit.note,
  totalCents: visit.total_cents,
  pointsEarned: visit.points_earned,
  returnsVisitId: visit.returns_visit_id,
  undoneAt: visit.undone_at,
  items: names.parse(JSON.parse(visit.items)),
});
