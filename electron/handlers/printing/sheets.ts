import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { isOccupying } from '../../../shared/domain/appointments/statuses.ts';
import { spanText } from '../../../shared/domain/appointments/timeOfDay.ts';
import { replayCredit } from '../../../shared/domain/credit/replay.ts';
import { printedCalls } from '../../../shared/domain/printing/callSheet.ts';
import { printedCommissions } from '../../../shared/domain/printing/commissionSheet.ts';
import { certificatePage } from '../../../shared/domain/printing/certificate.ts';
import { creditStatement, repaidSection } from '../../../shared/domain/printing/creditSheet.ts';
import { printedDocument } from '../../../shared/domain/printing/document.ts';
import type { PrintedDocument } from '../../../shared/domain/printing/document.ts';
import { rewardSection } from '../../../shared/domain/printing/moneySection.ts';
import { daySheet, purchaseStatement } from '../../../shared/domain/printing/sheets.ts';
import type { DaySheet } from '../../../shared/domain/printing/sheets.ts';
import { storedValueStatement, tillSection } from '../../../shared/domain/printing/storedValueSheet.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { findAdvocate } from '../../store/advocates.ts';
import { listAppointments } from '../../store/appointments.ts';
import { listCreditInOrder, listRepaidOfDay, readCreditBetween } from '../../store/credit.ts';
import { findCustomerById } from '../../store/customers.ts';
import { readExportedPurchases } from '../../store/exports.ts';
import { listRewardTill } from '../../store/redemptions.ts';
import { listTillOfDay, readStoredValueBetween } from '../../store/storedValue.ts';
import { listVisitsOfDay } from '../../store/visitLists.ts';
import { appointmentOf } from '../appointments/known.ts';
import { today } from '../callbacks/today.ts';
import { sheetOfMonth } from '../commissions/sheet.ts';
import type { StoreContext } from '../context.ts';
import { refuseField } from '../refuseField.ts';
import { keptOfDay } from '../visits/kept.ts';
import { rowOf } from '../visits/read.ts';
import { clockText } from './slips.ts';

type SheetOf<Kind> = Extract<HandlerInput<'printing.sheet'>['sheet'], { readonly kind: Kind }>;

/** To SQLite: however many there are. */
const ALL = -1;

const headOf = (context: StoreContext) => {
  const { language, currency, shopName } = context.settings();
  return { language, currency, shopName, printedOn: context.today() };
};

/** Whose sheet it is. Throws bad_input for days the wrong way round, not_found for nobody. */
const requirePeriodOf = (
  { database }: StoreContext,
  { customerId, from, to }: Pick<SheetOf<'statement'>, 'customerId' | 'from' | 'to'>,
) => {
  if (to < from) refuseField('sheet.to', 'ends_before_it_begins');
  const customer = findCustomerById(database, customerId);
  if (!customer) throw new AppError('not_found', { what: 'customer' });
  return customer;
};

const storedValue = (context: StoreContext, { customerId, from, to }: SheetOf<'storedValue'>): PrintedDocument => {
  const { name, number } = requirePeriodOf(context, { customerId, from, to });
  const { before, rows } = readStoredValueBetween(context.database, { customerId, from, to });
  return storedValueStatement({
    ...headOf(context),
    customerName: name,
    customerNumber: number,
    from,
    to,
    before,
    entries: rows.map((row) => ({
      on: row.business_date,
      kind: row.kind,
      method: row.method,
      reason: row.reason,
      principalCents: row.principal_cents,
      giftCents: row.gift_cents,
    })),
  });
};

const credit = (context: StoreContext, { customerId, from, to }: SheetOf<'credit'>): PrintedDocument => {
  const { name, number } = requirePeriodOf(context, { customerId, from, to });
  const { beforeCents, rows } = readCreditBetween(context.database, { customerId, from, to });
  return creditStatement({
    ...headOf(context),
    customerName: name,
    customerNumber: number,
    from,
    to,
    beforeCents,
    entries: rows.map((row) => ({ ...row, on: row.business_date, receiptNumber: row.receipt_number })),
    charges: replayCredit(listCreditInOrder(context.database, customerId)).charges,
  });
};

const statement = (context: StoreContext, { customerId, from, to }: SheetOf<'statement'>): PrintedDocument => {
  const customer = requirePeriodOf(context, { customerId, from, to });
  const lines = readExportedPurchases(context.database, [customerId], { from, to });
  return purchaseStatement({
    ...headOf(context),
    customerName: customer.name,
    customerNumber: customer.number,
    from,
    to,
    lines: lines.map((line) => ({
      on: line.business_date,
      name: line.product,
      quantity: line.quantity,
      amountCents: line.amount_cents,
      staffName: line.staff,
    })),
    totalCents: cents(lines.reduce((sum, line) => sum + (line.amount_cents ?? 0), 0)),
  });
};

const bookingsOf = ({ database, actor }: StoreContext, on: LocalDate): DaySheet['bookings'] => {
  if (!actor.permissions.includes('appointments.read')) return null;
  const { rows } = listAppointments(database, { from: on, to: on, staffId: null, offset: 0, limit: ALL });
  return rows
    .map(appointmentOf)
    .filter(({ status }) => isOccupying(status) || status === 'no_show')
    .map((one) => ({
      span: spanText(one),
      name: one.name,
      contact: one.contact,
      service: one.service,
      staffName: one.staffName,
      placeName: one.resourceName,
      status: one.status,
      note: one.note,
    }));
};

const keptOn = (context: StoreContext, on: LocalDate): Pick<DaySheet, 'kept' | 'keptTotalCents'> => {
  const { kept, keptCents } = keptOfDay(context, on);
  return {
    kept: kept.map((one) => ({
      at: clockText(context, one.at).time,
      name: one.name,
      orderNumber: one.orderNumber,
      service: one.service,
      bookedFor: one.bookedFor,
      cents: one.cents,
    })),
    keptTotalCents: keptCents,
  };
};

const day = (context: StoreContext, { on }: SheetOf<'day'>): PrintedDocument => {
  const visits = listVisitsOfDay(context.database, on, { offset: 0, limit: ALL })
    .rows.map(rowOf)
    .filter(({ undoneAt }) => undoneAt === null)
    .toReversed();
  const sheet = daySheet({
    ...headOf(context),
    on,
    bookings: bookingsOf(context, on),
    visits: visits.map((one) => ({
      at: clockText(context, one.at).time,
      receiptNumber: one.receiptNumber,
      name: one.customerName,
      items: one.items,
      staffName: one.staffName,
      totalCents: one.totalCents,
    })),
    ...keptOn(context, on),
    visitsTotalCents: cents(visits.reduce((sum, { totalCents }) => sum + totalCents, 0)),
  });
  const till = listTillOfDay(context.database, on).map((one) => ({ ...one, at: clockText(context, one.at).time }));
  const repaid = listRepaidOfDay(context.database, on).map((one) => ({ ...one, at: clockText(context, one.at).time }));
  const rewards = listRewardTill(context.database, on).map(({ at, kind, name, customer_name, cash_cents, method }) => ({
    at: clockText(context, at).time,
    kind,
    reward: name,
    name: customer_name,
    cents: cash_cents,
    method,
  }));
  const head = headOf(context);
  const money = [...tillSection({ ...head, till }), ...repaidSection(head, repaid), ...rewardSection(head, rewards)];
  return { ...sheet, sections: [...sheet.sections, ...money] };
};

/** What colleagues get is for whoever may read that sheet. Throws not_permitted. */
const commissions = (context: StoreContext, sheet: SheetOf<'commissions'>): PrintedDocument => {
  if (!context.actor.permissions.includes('loyalty.adjust'))
    throw new AppError('not_permitted', { permission: 'loyalty.adjust' });
  return printedCommissions({ ...headOf(context), ...sheetOfMonth(context, sheet) });
};

const certificate = (context: StoreContext, { advocateId }: SheetOf<'certificate'>): OutputOf<'printing.sheet'> => {
  const right = findAdvocate(context.database, advocateId);
  const customer = right && findCustomerById(context.database, right.customer_id);
  if (!customer) throw new AppError('not_found', { what: 'advocate' });
  const { kind, title, number, since_on: sinceOn } = right;
  return certificatePage({ ...headOf(context), kind, title, name: customer.name, number, sinceOn });
};

/** Whom to contact today, in the order of the list. */
const calls = (context: StoreContext): PrintedDocument => {
  const { date, rows, waiting } = today(context, null);
  return printedCalls({
    ...headOf(context),
    on: date,
    timeZone: context.settings().timeZone,
    rows: rows.map(({ name, customerNo, phone, safetyNote, reasons }) => ({
      name,
      number: customerNo,
      phone,
      safetyNote,
      reasons,
    })),
    waiting,
  });
};

const documentOf = (
  context: StoreContext,
  sheet: Exclude<HandlerInput<'printing.sheet'>['sheet'], SheetOf<'certificate'>>,
): PrintedDocument => {
  switch (sheet.kind) {
    case 'statement':
      return statement(context, sheet);
    case 'storedValue':
      return storedValue(context, sheet);
    case 'credit':
      return credit(context, sheet);
    case 'day':
      return day(context, sheet);
    case 'commissions':
      return commissions(context, sheet);
    case 'calls':
      return calls(context);
  }
};

/** A sheet of A4 (R053). */
export const makeSheet = (context: StoreContext, { sheet }: HandlerInput<'printing.sheet'>): OutputOf<'printing.sheet'> => {
  if (sheet.kind === 'certificate') return certificate(context, sheet);
  const document = documentOf(context, sheet);
  return { html: printedDocument(document), name: document.title };
};
