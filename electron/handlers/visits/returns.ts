import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { giveBack, pointsOfLinesBack, pointsToTakeBack } from '../../../shared/domain/visits/returns.ts';
import type { GivenBack } from '../../../shared/domain/visits/returns.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents, points, quantity, sumCents } from '../../../shared/types/amounts.ts';
import type { Cents, Points } from '../../../shared/types/amounts.ts';
import { visitId as toVisitId, visitLineId } from '../../../shared/types/ids.ts';
import { pointsTakenBackOf, returnedOfVisit } from '../../store/visitReturns.ts';
import { insertPayments } from '../../store/visitPayments.ts';
import { insertVisit, listLinesOfVisit } from '../../store/visits.ts';
import type { StoredVisitLine } from '../../store/visits.ts';
import { insertHelpers } from '../../store/visitStaff.ts';
import type { StoreContext } from '../context.ts';
import { refundOfCards, returnToCards } from '../countCards/atReturn.ts';
import { settleCards } from '../countCards/atVisit.ts';
import { requirePresentCustomer, requireStaff } from '../references.ts';
import { earnerOfSale, sharedEarningOfVisit, takeFromOther } from '../sharers/earning.ts';
import { purseOfSale } from '../sharers/purse.ts';
import { creditBack } from '../credit/visits.ts';
import { requireNoProofForExchange } from '../spendingPins/proof.ts';
import { giveStoredBack, moneyStored, purseBack, storeMoney, unearningGift, withMoneyStored } from '../storedValue/visits.ts';
import { pendingOfVisit } from '../loyalty/pending.ts';
import { stampsOfVisit } from '../stamps/visits.ts';
import { giveCouponsBack } from '../coupons/visit.ts';
import { cardMoneyOf, cardsBack, giveCardMoneyBack } from '../valueCards/returns.ts';
import { cardPayment } from '../valueCards/visits.ts';
import { nothingEarned, prepareEffects } from './effects.ts';
import { priced, requireNamed, storedLines } from './lines.ts';
import { requirePublic } from './early.ts';
import { pointsBack, returnPoints } from './payments.ts';
import { nextReceipt } from './record.ts';
import { requireVisit } from './undo.ts';
import { partsReturned } from './parts.ts';
import { refuseField } from '../refuseField.ts';

type Input = HandlerInput<'visits.returnLines'>;

interface ComingBack extends GivenBack {
  readonly sold: StoredVisitLine;
  /** What had come back of it before. */
  readonly before: { readonly amountCents: Cents; readonly takenBack: Points };
}

const nothingBefore = { amountCents: cents(0), takenBack: points(0) };

/** What each line gives back; throws not_found for a line of another visit, bad_input (more_than_sold) for more than is still out. */
const comingBack = (context: StoreContext, { visitId, lines }: Input): ComingBack[] => {
  const sold = new Map(listLinesOfVisit(context.database, visitId).map((line) => [line.id, line]));
  const before = returnedOfVisit(context.database, visitId);
  return lines.map(({ lineId, quantity: wanted }, index) => {
    const line = sold.get(lineId);
    if (!line) throw new AppError('not_found', { what: 'visit_line' });
    const path = `lines.${index}.quantity`;
    const returned = before.get(line.position) ?? null;
    const back = giveBack({ ...line, returned }, wanted);
    if (back === null) return refuseField(path, 'more_than_sold');
    const ofCards = refundOfCards(context, { visitId, position: line.position, quantity: wanted, path });
    return { sold: line, before: returned ?? nothingBefore, ...back, amountCents: ofCards ?? back.amountCents };
  });
};

const linesBack = (back: readonly ComingBack[]) =>
  back.map(({ sold, before, amountCents: givenBackCents }) => ({
    position: sold.position,
    amountCents: sold.amountCents,
    returnedCents: before.amountCents,
    givenBackCents,
  }));

/** The returned lines as they stand in the books, each with the points it takes back where that is known. */
const takenBack = (
  context: StoreContext,
  visitId: StoredVisitLine['visitId'],
  back: readonly ComingBack[],
  pointsBack: readonly Points[] | null,
): StoredVisitLine[] =>
  back.map(({ sold, quantity: many, amountCents, costCents }, position) => ({
    ...sold,
    id: visitLineId(context.newId()),
    visitId,
    position,
    quantity: quantity(0 - many),
    discountCents: cents(0),
    shareCents: cents(0),
    amountCents: cents(0 - amountCents),
    costCents: costCents === null ? null : cents(0 - costCents),
    returnsPosition: sold.position,
    startedAt: null,
    stoppedAt: null,
    pointsEarned: pointsBack === null ? null : points(0 - (pointsBack[position] ?? 0)),
  }));

/**
 * Lines of an earlier visit come back (R068): a visit of its own, with their prorated amounts taken off, the points they earned taken
 * back, and whatever is taken in exchange at its price. Belongs to whom the visit belongs to now, also after a merge. Throws conflict: visit_is_return for
 * the return of a return; already_undone.
 */
export const returnLines = (context: StoreContext, input: Input): OutputOf<'visits.returnLines'> => {
  const { database } = context;
  const sale = requireVisit(context, input.visitId);
  if (sale.undone_at !== null) throw new AppError('already_undone', {});
  if (sale.returns_visit_id !== null) throw new AppError('conflict', { reason: 'visit_is_return' });
  const customerId = sale.customer_id;
  if (customerId !== null) requirePresentCustomer(context, customerId);
  const staffId = input.staffId ?? context.actor.staffId;
  requireStaff(context, [staffId]);
  requireNamed(context, customerId, input.exchange);
  const back = comingBack(context, input);
  const businessDate = context.today();
  requirePublic(context, { customerId, lines: input.exchange, on: businessDate, path: 'exchange' });
  requireNoProofForExchange(context, input.exchange);
  const cards = settleCards(context, { customerId, lines: input.exchange, businessDate, path: 'exchange' });
  const exchange = priced(cards.lines, null, 'exchange');
  const givenBackCents = sumCents(back.map(({ amountCents }) => amountCents));
  const returnedCents = sumCents([...returnedOfVisit(database, input.visitId).values()].map(({ amountCents }) => amountCents));
  const ofLines = pointsOfLinesBack(
    back.map(({ sold, before, amountCents }) => ({
      pointsEarned: sold.pointsEarned,
      amountCents: sold.amountCents,
      returnedCents: before.amountCents,
      takenBack: before.takenBack,
      givenBackCents: amountCents,
    })),
  );
  const earnedBack =
    ofLines === null
      ? pointsToTakeBack(
          {
            pointsEarned: sale.points_earned,
            totalCents: sale.total_cents,
            returnedCents,
            takenBack: pointsTakenBackOf(database, input.visitId),
          },
          givenBackCents,
        )
      : points(ofLines.reduce((sum, taken) => sum + taken, 0));
  // What it earned somebody else is theirs to give back.
  const pointsTakenBack = sale.points_earned === 0 ? points(0) : earnedBack;
  const exchanged = exchange.lines.map(({ line, amountCents }) => ({ amountCents, productId: line.productId }));
  const toCards = cardsBack(context, sale.id, linesBack(back), exchanged, businessDate);
  // The cards have their part line by line; the rest of the sale is shared by all else that paid for it.
  const byCards = cardMoneyOf(context, sale.id);
  const rest = { ...sale, total_cents: cents(sale.total_cents - byCards.paidCents) };
  const restBefore = cents(returnedCents - byCards.backCents);
  const restBack = cents(givenBackCents - toCards.backCents);
  const restExchange = cents(exchange.totalCents - toCards.exchange.cents);
  const inPoints = customerId === null ? null : pointsBack(context, rest, restBefore, restBack);
  const fromPurse = purseBack(context, rest, {
    returnedCents: restBefore,
    givenBackCents: restBack,
    exchangeCents: restExchange,
    inPoints,
  });
  const beforeDebt = restBack - restExchange - (inPoints?.cents ?? 0) + sumCents(fromPurse.payments.map((row) => row.cents));
  const offDebt = creditBack(context, sale, beforeDebt);
  const stored = moneyStored(context, input, customerId, beforeDebt + sumCents(offDebt.map((row) => row.cents)));
  const visitId = toVisitId(context.newId());
  const storedFrom = customerId === null ? null : purseOfSale(context, sale.id, customerId);
  const effects =
    customerId === null || storedFrom === null
      ? null
      : prepareEffects(context, {
          visitId,
          customerId,
          businessDate,
          lines: exchanged,
          notEarningCents: cents(unearningGift(context, fromPurse.paysExchange) + toCards.exchange.unearningCents),
          pointsSpent: points(0),
          storedSpent: fromPurse.paysExchange,
          storedFrom,
          earnerId: earnerOfSale(context, sale.id, customerId),
          acknowledged: input.acknowledged,
          returnsVisitId: sale.id,
        });
  const { earned, ownPoints } = effects ?? { earned: nothingEarned, ownPoints: nothingEarned.points };
  const costs = [...back.flatMap(({ costCents }) => (costCents === null ? [] : cents(0 - costCents))), exchange.costCents].filter(
    (cost): cost is Cents => cost !== null,
  );
  const totalCents = cents(exchange.totalCents - givenBackCents);
  const receiptNumber = nextReceipt(context, businessDate);
  const taken = takenBack(context, visitId, back, ofLines);
  const written = storedLines(context, visitId, exchange.lines, earned.lines, taken.length);
  insertVisit(
    database,
    {
      id: visitId,
      customerId,
      at: context.now(),
      businessDate,
      receiptNumber,
      staffId,
      note: input.reason,
      isPurchase: input.exchange.length > 0 ? 1 : 0,
      totalCents,
      costCents: costs.length === 0 ? null : sumCents(costs),
      itemQuantity: quantity(exchange.itemQuantity - back.reduce((sum, { quantity: many }) => sum + many, 0)),
      discountCents: exchange.discountCents,
      discountReason: null,
      pointsEarned: points(ownPoints - pointsTakenBack),
      returnsVisitId: input.visitId,
      orderId: null,
    },
    [...taken, ...written.lines],
  );
  insertHelpers(database, written.helpers);
  returnToCards(
    context,
    sale.id,
    back.map(({ sold, quantity: many }, linePosition) => ({ position: sold.position, quantity: many, linePosition })),
    { visitId, reason: input.reason },
  );
  cards.apply(visitId, exchange.lines, taken.length);
  giveCouponsBack(context, sale.id, visitId);
  giveCardMoneyBack(context, { visitId, customerId, businessDate, reason: input.reason }, toCards, taken.length);
  context.audited({ totalCents, givenBackCents, pointsTakenBack }, { customerIds: customerId === null ? [] : [customerId] });
  if (inPoints !== null)
    insertPayments(database, visitId, [
      { method: 'points', cents: cents(0 - inPoints.cents), points: points(0 - inPoints.points), giftCents: null },
    ]);
  insertPayments(database, visitId, cardPayment(cents(toCards.exchange.cents - toCards.backCents)));
  insertPayments(database, visitId, withMoneyStored([...fromPurse.payments, ...offDebt], stored));
  const pointsGivenBack = inPoints?.points ?? points(0);
  if (customerId !== null && storedFrom !== null) {
    const returning = { saleId: sale.id, visitId, customerId, reason: input.reason };
    giveStoredBack(context, { ...returning, storedFrom }, fromPurse.back);
    storeMoney(context, returning, stored);
    returnPoints(context, returning, pointsGivenBack, pointsTakenBack);
    takeFromOther(context, { ...returning, points: earnedBack });
    partsReturned(context, returning);
  }
  const pointsBalance = effects?.apply() ?? null;
  if (effects === null) context.changed(['visits']);
  return {
    visitId,
    receiptNumber,
    totalCents,
    givenBackCents,
    givenBackInPointsCents: inPoints?.cents ?? cents(0),
    pointsEarned: ownPoints,
    sharedEarning: sharedEarningOfVisit(context, visitId),
    pointsSpent: points(0),
    pointsTakenBack,
    pointsGivenBack,
    offDebtCents: cents(0 - sumCents(offDebt.map((row) => row.cents))),
    storedGivenBack: fromPurse.back,
    storedSpent: fromPurse.paysExchange,
    cardsGivenBackCents: toCards.backCents,
    moneyStoredCents: stored,
    pointsBalance,
    referral: null,
    stamps: stampsOfVisit(context, visitId),
    pending: pendingOfVisit(context, visitId),
  };
};
