import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { receiptRows, receiptTitle } from '../../../shared/domain/printing/receipt.ts';
import { slipDocument } from '../../../shared/domain/printing/slip.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { wallClock } from '../../../shared/types/time.ts';
import type { Instant } from '../../../shared/types/time.ts';
import { findCustomerById } from '../../store/customers.ts';
import { findSummary } from '../../store/customerFacts.ts';
import type { StoreContext } from '../context.ts';
import { findById } from '../visits/read.ts';

/** The day and time of the shop's own clock, to the minute. */
export const clockText = ({ settings }: Pick<StoreContext, 'settings'>, at: Instant): { date: string; time: string } => {
  const { date, hour, minute } = wallClock(at, settings().timeZone);
  return { date, time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
};

const customerOf = ({ database }: StoreContext, id: CustomerId | null) => {
  const row = id === null ? undefined : findCustomerById(database, id);
  return row === undefined
    ? null
    : { name: row.name, number: row.number, pointsBalance: findSummary(database, row.id).pointsBalance };
};

/** The receipt of a visit for the roll (R053). */
export const makeReceipt = (
  context: StoreContext,
  { visitId, paper }: HandlerInput<'printing.receipt'>,
): OutputOf<'printing.receipt'> => {
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
    isReturn,
    isUndone: visit.undoneAt !== null,
    lines: visit.lines.map((line) => ({ ...line, discountCents: cents(line.discountCents + line.shareCents) })),
    totalCents: visit.totalCents,
    pointsEarned: visit.pointsEarned,
  });
  return { ...slipDocument(title, language, paper, rows), name: `${title} ${visit.receiptNumber ?? date}` };
};
