import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { printingHandlers } from '../../electron/handlers/printing.ts';
import { plainRows } from '../../electron/store/database.ts';
import { keptDepositQueries } from '../../electron/store/keptDeposits.ts';
import { daySheet } from '../../shared/domain/printing/sheets.ts';
import type { DaySheet } from '../../shared/domain/printing/sheets.ts';
import { appointmentStatuses } from '../../shared/domain/appointments/statuses.ts';
import { AppError } from '../../shared/errors.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { AppointmentChangeId, AppointmentId, CustomerId, OrderId, OrderPaymentId } from '../../shared/types/ids.ts';
import { addDays, instant, localDate } from '../../shared/types/time.ts';
import { diaryAt } from '../helpers/appointments.ts';
import type { Diary } from '../helpers/appointments.ts';
import { item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { ordersAt } from '../helpers/orders.ts';
import type { OrdersDesk } from '../helpers/orders.ts';
import { salesOf } from '../helpers/sales.ts';
import { TEST_TODAY } from '../helpers/store.ts';

let desk: Desk;
let orders: OrdersDesk;
let diary: Diary;
let sales: ReturnType<typeof salesOf>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  orders = ordersAt(desk);
  diary = diaryAt(desk);
  sales = salesOf(desk);
  customerId = desk.addCustomer();
});
afterEach(() => {
  desk.close();
});
const goOn = (days: number): void => {
  desk.clock.now = instant(desk.clock.now + days * 86_400_000 + 60_000);
  desk.clock.today = addDays(desk.clock.today, days);
};
const tomorrow = addDays(TEST_TODAY, 1);
const order = (deposit = 100_00): OrderId =>
  orders.save({
    customerId,
    kind: 'special',
    lines: [item(300_00, 1, '连衣裙')],
    deposit: { cents: deposit, method: 'cash' },
  }).orderId;
const booking = (paidCents = 50_00): AppointmentId => {
  const { appointmentIds } = diary.book({ customerId, service: '护理', on: TEST_TODAY, startMinute: 60, lengthMinutes: 60 });
  const appointmentId = appointmentIds[0] ?? expect.fail('not booked');
  diary.saveDeposit({ appointmentId, dueCents: 50_00, paidCents });
  return appointmentId;
};
const kept = (on: string) => sales.ofDay(on).kept.map((one) => [one.orderNumber ?? one.service, one.cents]);

describe('a deposit that stays with the shop', () => {
  test('of a cancelled order is income of that day, no visit; giving it back takes it off', () => {
    const orderId = order();
    goOn(1);
    orders.cancel(orderId);
    expect(sales.ofDay(tomorrow)).toMatchObject({
      visits: 0,
      totalCents: 0,
      keptCents: 100_00,
      kept: [{ orderId, orderNumber: 'D20261121-001', customerId, name: '王芳', cents: 100_00 }],
    });
    expect(desk.summary(customerId)).toMatchObject({ visit_count: 0, spend_cents: 0 });
    orders.refund({ orderId, cents: 40_00, method: 'cash', reason: '退一些' });
    expect(kept(tomorrow)).toEqual([['D20261121-001', 60_00]]);
    goOn(1);
    const { paymentId } = orders.refund({ orderId, cents: 60_00, method: 'cash', reason: '都退' });
    expect(kept(tomorrow)).toEqual([['D20261121-001', 60_00]]);
    expect(kept(desk.clock.today)).toEqual([['D20261121-001', -60_00]]);
    orders.reversePayment({ orderId, paymentId });
    expect(kept(desk.clock.today)).toEqual([]);
  });

  test('of somebody who did not come, or cancelled too late; not of one who cancelled in time', () => {
    const missed = booking();
    const { changeId } = diary.setStatus({ appointmentIds: [missed], status: 'no_show' });
    expect(kept(TEST_TODAY)).toEqual([['护理', 50_00]]);
    expect(sales.ofDay(TEST_TODAY).kept).toMatchObject([{ appointmentId: missed, bookedFor: TEST_TODAY, name: '王芳' }]);
    diary.undo({ changeId });
    expect(kept(TEST_TODAY)).toEqual([]);
    diary.setStatus({ appointmentIds: [missed], status: 'late_cancelled' });
    expect(kept(TEST_TODAY)).toEqual([['护理', 50_00]]);
    diary.saveDeposit({ appointmentId: missed, dueCents: 50_00, paidCents: 0 });
    expect(kept(TEST_TODAY)).toEqual([]);
    diary.saveDeposit({ appointmentId: missed, dueCents: 50_00, paidCents: 50_00 });
    diary.setStatus({ appointmentIds: [missed], status: 'cancelled' });
    expect(kept(TEST_TODAY)).toEqual([]);
  });

  test('is told of a booking as money alone to whoever may not see the diary', () => {
    diary.setStatus({ appointmentIds: [booking()], status: 'no_show' });
    const permissions = desk.context.actor.permissions.filter((one) => one !== 'appointments.read');
    const clerk = salesOf({ ...desk, context: { ...desk.context, actor: { ...desk.context.actor, permissions } } });
    expect(clerk.ofDay(TEST_TODAY)).toMatchObject({
      keptCents: 50_00,
      kept: [{ appointmentId: null, customerId: null, name: null, service: null, bookedFor: null, cents: 50_00 }],
    });
  });

  test('stands on the sheet of the day, which says what the day brought in all', () => {
    desk.record({ customerId, lines: [item(80_00)] });
    orders.cancel(order());
    diary.setStatus({ appointmentIds: [booking()], status: 'no_show' });
    const { html } = printingHandlers['printing.sheet'](desk.context, { sheet: { kind: 'day', on: TEST_TODAY } });
    for (const text of ['到店 1 次，¥80.00', '留下的定金，¥150.00', '订单 D20261121-001', '预约 2026-11-21 护理', '合计 ¥230.00'])
      expect(html).toContain(text);
  });

  test('is read by the day and by what it was of, on an index', () => {
    for (const text of Object.values(keptDepositQueries)) {
      const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, {
        day: '',
        orderId: '',
        appointmentId: '',
      });
      expect(plan.filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([]);
    }
  });
});

const step = fc.record({
  what: fc.constantFrom(
    'order',
    'cancel',
    'reopen',
    'refund',
    'reverse',
    'collect',
    'book',
    'status',
    'paid',
    'undo',
    'remove',
    'restore',
    'day',
  ),
  which: fc.nat({ max: 5 }),
  amount: fc.integer({ min: 1, max: 100_00 }),
  status: fc.constantFrom(...appointmentStatuses),
});

describe('the law of kept deposits', () => {
  property.prop([fc.array(step, { maxLength: 40, size: 'max' })], { numRuns: 60 })(
    'whatever happens, the days together hold what is kept now, and each day is the sum of its lines',
    (steps) => {
      const made = openDesk();
      desk.close();
      desk = made;
      orders = ordersAt(desk);
      diary = diaryAt(desk);
      sales = salesOf(desk);
      customerId = desk.addCustomer();
      const placed: OrderId[] = [];
      const booked: AppointmentId[] = [];
      const paid: { orderId: OrderId; paymentId: OrderPaymentId }[] = [];
      const changes: AppointmentChangeId[] = [];
      const pick = <T>(from: readonly T[], which: number): T | undefined => from[which % Math.max(1, from.length)];
      const run = ({ what, which, amount, status }: (typeof steps)[number]): void => {
        const orderId = pick(placed, which);
        const appointmentId = pick(booked, which);
        if (what === 'day') goOn(1);
        else if (what === 'order') placed.push(order(amount));
        else if (what === 'book') booked.push(booking(amount));
        else if (what === 'undo') {
          const changeId = pick(changes, which);
          if (changeId !== undefined) diary.undo({ changeId });
        } else if (what === 'reverse') {
          const entry = pick(paid, which);
          if (entry !== undefined) orders.reversePayment(entry);
        } else if (orderId !== undefined && what === 'cancel') orders.cancel(orderId);
        else if (orderId !== undefined && what === 'reopen') orders.reopen(orderId);
        else if (orderId !== undefined && what === 'collect') orders.collect({ orderId });
        else if (orderId !== undefined && what === 'refund')
          paid.push({ orderId, paymentId: orders.refund({ orderId, cents: amount, method: 'cash', reason: '退' }).paymentId });
        else if (appointmentId !== undefined && what === 'status')
          changes.push(diary.setStatus({ appointmentIds: [appointmentId], status }).changeId);
        else if (appointmentId !== undefined && what === 'paid')
          diary.saveDeposit({ appointmentId, dueCents: 50_00, paidCents: amount });
        else if (appointmentId !== undefined && (what === 'remove' || what === 'restore'))
          diary[what]({ appointmentIds: [appointmentId] });
      };
      for (const one of steps)
        try {
          run(one);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      const days = Array.from({ length: 45 }, (_, index) => sales.ofDay(addDays(TEST_TODAY, index)));
      for (const { kept: lines, keptCents } of days) expect(lines.reduce((sum, one) => sum + one.cents, 0)).toBe(keptCents);
      const [now] = plainRows<{ cents: number }>(
        desk.database,
        `SELECT ifnull((SELECT sum(paid_cents) FROM orders WHERE status = 'cancelled' AND removed_at IS NULL), 0)
           + ifnull((SELECT sum(deposit_paid_cents) FROM appointments
             WHERE status IN ('no_show', 'late_cancelled') AND removed_at IS NULL), 0) AS cents`,
      );
      expect(days.reduce((sum, { keptCents }) => sum + keptCents, 0)).toBe(now?.cents);
    },
  );

  const figure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents);
  property.prop([fc.array(figure, { maxLength: 8 }), fc.array(figure, { minLength: 1, maxLength: 8 })])(
    'the sheet of a day says the sums of its own lines',
    (visits, deposits) => {
      const sum = (amounts: readonly number[]) => cents(amounts.reduce((total, one) => total + one, 0));
      const sheet: DaySheet = {
        language: 'en',
        currency: 'CNY',
        shopName: '',
        printedOn: TEST_TODAY,
        on: TEST_TODAY,
        bookings: null,
        visits: visits.map((totalCents) => ({ at: '', receiptNumber: null, name: null, items: [], staffName: null, totalCents })),
        visitsTotalCents: sum(visits),
        kept: deposits.map((one) => ({
          at: '',
          name: null,
          orderNumber: null,
          service: null,
          bookedFor: localDate('2026-11-21'),
          cents: one,
        })),
        keptTotalCents: sum(deposits),
      };
      const { intro, sections } = daySheet(sheet);
      const figureIn = (text: string): number =>
        Math.round(Number(text.replaceAll(/^.*[:,] (?=[-−]?¥)|[¥,]/g, '').replace('−', '-')) * 100);
      const lines = sections.map(({ table }) =>
        (table?.rows ?? []).reduce((total, row) => {
          const last = row.at(-1);
          return total + (typeof last === 'object' ? figureIn(last.figure) : 0);
        }, 0),
      );
      expect(sections.map(({ title }) => figureIn(title))).toEqual(lines);
      expect(figureIn(intro.at(-1) ?? '')).toBe(sum(lines));
    },
  );
});
