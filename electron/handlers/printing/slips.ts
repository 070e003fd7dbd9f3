import { valueCardSlipRows } from '../../../shared/domain/printing/receiptValueCards.ts';
import type { ValueCardId } from '../../../shared/types/ids.ts';
import { requireValueCard } from '../valueCards/ledger.ts';
import { seesCode } from '../valueCards/read.ts';
import { paysForOf } from '../paysFor.ts';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { timeOfDay } from '../../../shared/domain/appointments/timeOfDay.ts';
import { standingKept } from '../../../shared/domain/keptGoods/ledger.ts';
import { keptRows, keptTitle } from '../../../shared/domain/printing/keptSlip.ts';
import { orderRows, orderTitle } from '../../../shared/domain/printing/orderSlip.ts';
import { receiptRows, receiptTitle } from '../../../shared/domain/printing/receipt.ts';
import { slipDocument } from '../../../shared/domain/printing/slip.ts';
import type { SlipRow } from '../../../shared/domain/printing/slip.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { CustomerId, KeptGoodId, OrderId, VisitId } from '../../../shared/types/ids.ts';
import { wallClock } from '../../../shared/types/time.ts';
import type { Instant } from '../../../shared/types/time.ts';
import { findCustomerById } from '../../store/customers.ts';
import { findSummary } from '../../store/customerFacts.ts';
import { findCreditLedger } from '../../store/credit.ts';
import { findStoredValue } from '../../store/storedValueBalances.ts';
import type { StoreContext } from '../context.ts';
import { movementsOf, requireKept } from '../keptGoods.ts';
import { findOrderById } from '../orders/read.ts';
import { findById } from '../visits/read.ts';

/** What stands on a strip, before it is drawn. */
interface DrawnSlip {
  readonly title: string;
  readonly rows: readonly SlipRow[];
  /** What a file of it is called. */
  readonly name: string;
}

/** The day and time of the shop's own clock, to the minute. */
export const clockText = ({ settings }: Pick<StoreContext, 'settings'>, at: Instant): { date: string; time: string } => {
  const { date, hour, minute } = wallClock(at, settings().timeZone);
  return { date, time: timeOfDay(hour * 60 + minute) };
};

const customerOf = ({ database }: StoreContext, id: CustomerId | null) => {
  const row = id === null ? undefined : findCustomerById(database, id);
  return row === undefined
    ? null
    : {
        name: row.name,
        number: row.number,
        pointsBalance: findSummary(database, row.id).pointsBalance,
        stored: findStoredValue(database, row.id),
        owedCents: findCreditLedger(database, row.id).owedCents,
      };
};

/** The receipt of a visit. */
const receipt = (context: StoreContext, visitId: VisitId): DrawnSlip => {
  const visit = findById(context, visitId);
  const { language, currency, shopName, receiptFooter } = context.settings();
  const { date, time } = clockText(context, visit.at);
  const isReturn = visit.returnsVisitId !== null;
  const title = receiptTitle({ language, isReturn });
  const rows = receiptRows({
    language,
    currency,
    shopName,
    footer: receiptFooter,
    number: visit.receiptNumber,
    at: `${date} ${time}`,
    staffName: visit.staffName,
    customer: customerOf(context, visit.customerId),
    orderNumber: visit.order?.number ?? null,
    isReturn,
    isUndone: visit.undoneAt !== null,
    lines: visit.lines.map((line) => ({ ...line, discountCents: cents(line.discountCents + line.shareCents) })),
    totalCents: visit.totalCents,
    coupons: visit.coupons,
    referral: visit.referral,
    valueCards: visit.valueCards,
    stamps: visit.stamps,
    pending: visit.pending,
    issuedCoupons: visit.issuedCoupons,
    payments: visit.payments,
    pointsEarned: visit.pointsEarned,
  });
  return { title, rows, name: `${title} ${visit.receiptNumber ?? date}` };
};

/** What was agreed on an order, what was paid and what is still to pay. */
const order = (context: StoreContext, orderId: OrderId): DrawnSlip => {
  const found = findOrderById(context, orderId);
  const { language, currency, shopName, receiptFooter } = context.settings();
  const title = orderTitle(found.kind, language);
  const rows = orderRows({
    ...found,
    language,
    currency,
    shopName,
    footer: receiptFooter,
    customer: customerOf(context, found.customerId),
    staffName: found.staff?.name ?? null,
    lines: found.lines.map(({ line, ...amounts }) => ({ ...line, ...amounts })),
  });
  return { title, rows, name: `${title} ${found.number}` };
};

/** What is kept for a customer, and what they took of it. */
const kept = (context: StoreContext, keptId: KeptGoodId): DrawnSlip => {
  const good = requireKept(context, keptId);
  const { language, shopName, receiptFooter } = context.settings();
  const title = keptTitle(language);
  const customer = findCustomerById(context.database, good.customerId);
  const rows = keptRows({
    ...good,
    language,
    shopName,
    footer: receiptFooter,
    customer: customer ? { name: customer.name, number: customer.number } : null,
    movements: standingKept(movementsOf(context, keptId)),
    printedOn: context.today(),
  });
  return { title, rows, name: `${title} ${good.name}` };
};

/** A card with money on it, to be given out: with its code where whoever prints may know it. */
const valueCard = (context: StoreContext, cardId: ValueCardId): DrawnSlip => {
  const card = requireValueCard(context, cardId);
  const { language, currency, shopName, receiptFooter } = context.settings();
  const rows = valueCardSlipRows({
    ...card,
    code: seesCode(context, card) ? card.code : null,
    paysFor: paysForOf(context, card.scope),
    language,
    currency,
    shopName,
    footer: receiptFooter,
  });
  return { title: card.name, rows, name: [card.name, card.codeEnd].filter((part) => part !== null).join(' ') };
};

const drawn = (context: StoreContext, slip: HandlerInput<'printing.slip'>['slip']): DrawnSlip => {
  switch (slip.kind) {
    case 'receipt':
      return receipt(context, slip.visitId);
    case 'order':
      return order(context, slip.orderId);
    case 'kept':
      return kept(context, slip.keptId);
    case 'valueCard':
      return valueCard(context, slip.cardId);
  }
};

/** A strip for the roll (R053). */
export const makeSlip = (context: StoreContext, { slip, paper }: HandlerInput<'printing.slip'>): OutputOf<'printing.slip'> => {
  const { title, rows, name } = drawn(context, slip);
  return { ...slipDocument(title, context.settings().language, paper, rows), name };
};
