import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { receiptNumberOf } from '../../../shared/domain/visits/receipts.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { visitId as toVisitId } from '../../../shared/types/ids.ts';
import type { OrderId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { takeDailyNumber } from '../../store/dailyNumbers.ts';
import { insertPayments } from '../../store/visitPayments.ts';
import { insertVisit } from '../../store/visits.ts';
import { insertHelpers } from '../../store/visitStaff.ts';
import { settleCards } from '../countCards/atVisit.ts';
import { unearningCredit } from '../credit/visits.ts';
import { addDeferred } from '../deferrals.ts';
import type { StoreContext } from '../context.ts';
import { keepWithVisit } from '../../store/parkedVisits.ts';
import { timeOfFact } from '../factTime.ts';
import { referralOfVisit } from '../referrals/told.ts';
import { pendingOfVisit } from '../loyalty/pending.ts';
import { stampsOfVisit } from '../stamps/visits.ts';
import { requirePresentCustomer, requireStaff } from '../references.ts';
import { earnerAt, sharedEarningOfVisit } from '../sharers/earning.ts';
import { ownPurse, purseAtVisit } from '../sharers/purse.ts';
import { unearningGift } from '../storedValue/visits.ts';
import { provenSpending } from '../spendingPins/proof.ts';
import { nothingEarned, prepareEffects } from './effects.ts';
import { requirePublic } from './early.ts';
import { settlePayments } from './payments.ts';
import { cardPayment, settleValueCards, spendCards } from '../valueCards/visits.ts';
import { recordCoupons, settleCoupons } from '../coupons/visit.ts';
import { priced, requireNamed, storedLines } from './lines.ts';

/** The next receipt of that day. */
export const nextReceipt = (context: StoreContext, businessDate: LocalDate): string =>
  receiptNumberOf(businessDate, takeDailyNumber(context.database, 'receipt', businessDate));

/** Writes a visit into the books; `orderId` names the order that is handed over with it. */
export const recordVisit = (
  context: StoreContext,
  input: HandlerInput<'visits.record'>,
  orderId: OrderId | null,
): OutputOf<'visits.record'> => {
  const { database } = context;
  const { customerId, lines } = input;
  const proof = provenSpending(context, input);
  if (customerId !== null) requirePresentCustomer(context, customerId);
  const staffId = input.staffId ?? context.actor.staffId;
  requireStaff(context, [staffId]);
  requireNamed(context, customerId, lines);
  const time = timeOfFact(context, input.businessDate, 'businessDate');
  const { businessDate } = time;
  requirePublic(context, { customerId, lines, on: businessDate, path: 'lines' });
  const cards = settleCards(context, { customerId, lines, businessDate, path: 'lines' });
  const settled = settleCoupons(
    context,
    { customerId, businessDate, coupons: input.coupons },
    priced(cards.lines, input.discount),
  );
  const { sale } = settled;
  const paidLines = sale.lines.map(({ line, amountCents }) => ({ amountCents, productId: line.productId }));
  const byCards = settleValueCards(context, { customerId, businessDate, valueCards: input.valueCards }, paidLines);
  const storedFrom = purseAtVisit(context, input, businessDate);
  const { rows, paidWithPoints, paidFromPurse } = settlePayments(
    context,
    { ...input, storedFrom },
    sale.totalCents,
    byCards.cents,
  );
  const payments = [...cardPayment(byCards.cents), ...rows];
  const proven = proof.cover({ stored: paidFromPurse, pointsCents: paidWithPoints.cents, cardsCents: byCards.ownCents });
  const visitId = toVisitId(context.newId());
  const effects =
    customerId === null
      ? null
      : prepareEffects(context, {
          visitId,
          customerId,
          businessDate: time.businessDate,
          lines: paidLines,
          notEarningCents: cents(
            paidWithPoints.cents +
              unearningGift(context, paidFromPurse) +
              unearningCredit(context, payments) +
              byCards.unearningCents,
          ),
          pointsSpent: paidWithPoints.points,
          storedSpent: paidFromPurse,
          storedFrom: storedFrom ?? ownPurse(customerId),
          earnerId: earnerAt(context, customerId, storedFrom ?? ownPurse(customerId)),
          acknowledged: input.acknowledged,
          returnsVisitId: null,
        });
  const { earned, ownPoints } = effects ?? { earned: nothingEarned, ownPoints: nothingEarned.points };
  const receiptNumber = nextReceipt(context, time.businessDate);
  const stored = storedLines(context, visitId, sale.lines, earned.lines);
  insertVisit(
    database,
    {
      id: visitId,
      customerId,
      ...time,
      receiptNumber,
      staffId,
      note: input.note === '' ? null : input.note,
      isPurchase: lines.length > 0 ? 1 : 0,
      totalCents: sale.totalCents,
      costCents: sale.costCents,
      itemQuantity: sale.itemQuantity,
      discountCents: sale.discountCents,
      discountReason: input.discountReason === '' ? null : input.discountReason,
      pointsEarned: ownPoints,
      returnsVisitId: null,
      orderId,
    },
    stored.lines,
  );
  insertHelpers(database, stored.helpers);
  cards.apply(visitId, sale.lines);
  insertPayments(database, visitId, payments);
  spendCards(context, { visitId, customerId, businessDate }, byCards);
  proven.keep(visitId);
  recordCoupons(context, visitId, businessDate, settled.used);
  if (customerId !== null)
    for (const item of input.deferred) addDeferred(context, { ...item, customerId, visitId, businessDate: time.businessDate });
  if (input.parkedVisitId !== null && keepWithVisit(database, input.parkedVisitId, visitId)) context.changed(['parkedVisits']);
  const pointsBalance = effects?.apply() ?? null;
  if (effects === null) context.changed(['visits']);
  return {
    visitId,
    receiptNumber,
    totalCents: sale.totalCents,
    pointsEarned: ownPoints,
    sharedEarning: sharedEarningOfVisit(context, visitId),
    pointsSpent: paidWithPoints.points,
    storedSpent: paidFromPurse,
    pointsBalance,
    referral: referralOfVisit(context, visitId),
    stamps: stampsOfVisit(context, visitId),
    pending: pendingOfVisit(context, visitId),
  };
};

export const record = (context: StoreContext, input: HandlerInput<'visits.record'>): OutputOf<'visits.record'> =>
  recordVisit(context, input, null);
