import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { printingHandlers } from '../../electron/handlers/printing.ts';
import { customersInteractions } from '../../electron/handlers/interactions.ts';
import { plainRows } from '../../electron/store/database.ts';
import { orderHistoryQueries } from '../../electron/store/orderHistory.ts';
import { orderQueries } from '../../electron/store/orders.ts';
import { contract } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { instant, localDate } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { ordersAt } from '../helpers/orders.ts';
import type { OrdersDesk } from '../helpers/orders.ts';
import { thingsAt } from '../helpers/things.ts';

let desk: MergeDesk;
let orders: OrdersDesk;
let customerId: CustomerId;
beforeEach(() => {
  desk = openMergeDesk();
  orders = ordersAt(desk);
  customerId = desk.create({ name: '王芳', phone: '13800138000' });
});
afterEach(() => {
  desk.close();
});
/** What must be there. */
const found = <Value>(value: Value | null): Value => value ?? expect.fail('nothing there');
const later = (days = 0): void => {
  desk.clock.now = instant(desk.clock.now + 60_000 + days * 86_400_000);
};
const dress = item(300_00, 1, '连衣裙');
const place = (more: Partial<Parameters<OrdersDesk['save']>[0]> = {}) =>
  orders.save({ customerId, kind: 'special', lines: [dress], ...more });
const wholeState = (): unknown => ({
  orders: plainRows(desk.database, 'SELECT * FROM orders ORDER BY id'),
  payments: plainRows(desk.database, 'SELECT * FROM order_payments ORDER BY id'),
  visits: plainRows(desk.database, 'SELECT * FROM visits ORDER BY id'),
});

describe('orders (R052, X31, X32)', () => {
  test('are placed with deposit and promise, go their steps, and are handed over as one visit that counts as spend once', () => {
    const { orderId, number } = place({ deposit: { cents: 100_00, method: 'wechat' }, promisedOn: '2026-11-25' });
    expect(number).toBe('D20261121-001');
    expect(orders.find(orderId)).toMatchObject({ status: 'ordered', totalCents: 300_00, paidCents: 100_00, dueCents: 200_00 });
    expect(desk.summary(customerId).spend_cents).toBe(0);
    later();
    orders.setStatus({ orderId, status: 'ready' });
    later();
    const done = orders.collect({ orderId, payment: { cents: 200_00, method: 'cash' } });
    expect(done).toMatchObject({ totalCents: 300_00, dueCents: 0, pointsEarned: 30 });
    expect(desk.summary(customerId)).toMatchObject({ spend_cents: 300_00, visit_count: 1, points_balance: 30 });
    const order = orders.find(orderId);
    expect(order).toMatchObject({
      status: 'collected',
      dueCents: 0,
      visit: { id: done.visitId, receiptNumber: done.receiptNumber },
    });
    expect(order.payments.map((entry) => [entry.kind, entry.cents, entry.method])).toEqual([
      ['payment', 200_00, 'cash'],
      ['deposit', 100_00, 'wechat'],
    ]);
    expect(order.events.map(({ event, status }) => [event, status])).toEqual([
      ['done', 'collected'],
      ['status', 'ready'],
      ['placed', 'ordered'],
    ]);
    expect(desk.findVisit({ visitId: done.visitId }).lines).toMatchObject([{ name: '连衣裙', amountCents: 300_00 }]);
    expect(place().number).toBe('D20261121-002');
  });

  test('collecting twice, or what was cancelled, is refused and leaves everything as it was', () => {
    const { orderId } = place();
    orders.collect({ orderId });
    let before = wholeState();
    expect(failureOf(() => orders.collect({ orderId }))).toEqual({ code: 'conflict', details: { reason: 'order_done' } });
    expect(wholeState()).toEqual(before);
    const other = place().orderId;
    orders.cancel(other);
    before = wholeState();
    expect(failureOf(() => orders.collect({ orderId: other })).details).toEqual({ reason: 'order_cancelled' });
    expect(failureOf(() => orders.setStatus({ orderId: other, status: 'ready' })).details).toEqual({ reason: 'order_cancelled' });
    expect(wholeState()).toEqual(before);
  });

  test('undoing the handing over undoes the visit, the points and the payment taken with it; undoing the visit opens the order', () => {
    const { orderId } = place({ deposit: { cents: 100_00, method: 'cash' } });
    orders.setStatus({ orderId, status: 'ready' });
    const undo = [
      () => {
        orders.undoCollect(orderId);
      },
      () => {
        desk.undo({ visitId: orders.find(orderId).visit?.id ?? '' });
      },
    ];
    for (const takeBack of undo) {
      later();
      orders.collect({ orderId, payment: { cents: 200_00, method: 'cash' } });
      later();
      takeBack();
      expect(orders.find(orderId)).toMatchObject({ status: 'ready', paidCents: 100_00, visit: null, readyOn: '2026-11-21' });
      expect(desk.summary(customerId)).toMatchObject({ spend_cents: 0, points_balance: 0, visit_count: 0 });
    }
    expect(failureOf(() => orders.undoCollect(orderId)).code).toBe('already_undone');
  });

  test('its visit names it, on the page, on the timeline and on the receipt; one that is no more is not named', () => {
    const { orderId, number } = place();
    later();
    const { visitId } = orders.collect({ orderId });
    const order = { id: orderId, number };
    const onTimeline = () => desk.timeline({ customerId, kinds: ['visit'] }).entries.map(({ visit }) => visit?.order);
    const slip = () =>
      printingHandlers['printing.slip'](desk.context, { slip: { kind: 'receipt', visitId }, paper: '80mm' }).html.includes(
        number,
      );
    expect(orders.find(orderId).visit?.id).toBe(visitId);
    expect(desk.findVisit({ visitId }).order).toEqual(order);
    expect(onTimeline()).toEqual([order]);
    expect(slip()).toBe(true);
    const other = desk.record({ customerId, lines: [dress] });
    expect(desk.findVisit({ visitId: other.visitId }).order).toBeNull();
    desk.undo({ visitId });
    expect(desk.findVisit({ visitId }).order).toEqual(order);
    orders.remove(orderId);
    expect(desk.findVisit({ visitId }).order).toBeNull();
    expect(onTimeline()).toEqual([null, null]);
    expect(slip()).toBe(false);
  });

  test('money received on an earlier day counts on that day; neither before the order nor on a day to come', () => {
    const { orderId } = place();
    const placedAt = desk.clock.now;
    later(3);
    desk.clock.today = localDate('2026-11-24');
    const pay = (on: string | null) => orders.pay({ orderId, cents: 10_00, method: 'cash', on });
    for (const on of ['2026-11-21', '2026-11-23', '2026-11-24', null]) pay(on);
    const { payments, paidCents } = orders.find(orderId);
    expect(paidCents).toBe(40_00);
    expect(payments.map(({ on }) => on)).toEqual(['2026-11-24', '2026-11-24', '2026-11-23', '2026-11-21']);
    expect(payments.every(({ at }) => at >= placedAt && at <= desk.clock.now)).toBe(true);
    const refused = (on: string) => failureOf(() => pay(on)).details;
    expect(refused('2026-11-20')).toEqual({ issues: [{ path: 'on', message: 'before_order' }] });
    expect(refused('2026-11-25')).toEqual({ issues: [{ path: 'on', message: 'date_in_future' }] });
    expect(orders.find(orderId).paidCents).toBe(40_00);
  });

  test('absurd quantities, prices and payments never get past the contract', () => {
    const base = { customerId, kind: 'special' } as const;
    for (const line of [
      item(-1),
      item(1, -1),
      item(1, 0),
      item(0.5),
      item(Number.NaN),
      item(9_000_000_000_000_000, 9),
      { ...dress, discount: { kind: 'percent', basisPoints: 10_001 } },
    ])
      expect(contract.orders.save.input.safeParse({ ...base, lines: [line] }).success).toBe(false);
    for (const paid of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 9_000_000_000_000_000]) {
      const money = { orderId: place().orderId, cents: paid, method: 'cash' };
      expect(contract.orders.pay.input.safeParse(money).success).toBe(false);
      expect(contract.orders.refund.input.safeParse({ ...money, reason: '退' }).success).toBe(false);
    }
  });

  test('money: no more than is due is taken, no more than was paid given back, and a mistake is reversed once', () => {
    const { orderId } = place({ kind: 'layaway' });
    expect(failureOf(() => orders.collect({ orderId, payment: { cents: 100_00, method: 'cash' } })).details).toEqual({
      reason: 'layaway_not_paid',
    });
    expect(orders.find(orderId).paidCents).toBe(0);
    const { paymentId } = orders.pay({ orderId, kind: 'deposit', cents: 250_00, method: 'card' });
    expect(failureOf(() => orders.pay({ orderId, cents: 50_01, method: 'card' })).details).toEqual({
      issues: [{ path: 'cents', message: 'more_than_due' }],
    });
    const refund = orders.refund({ orderId, cents: 200_00, method: 'card', reason: '先退一些' });
    expect(refund).toMatchObject({ paidCents: 50_00, dueCents: 250_00 });
    expect(failureOf(() => orders.refund({ orderId, cents: 50_01, method: 'card', reason: '多' })).details).toEqual({
      issues: [{ path: 'cents', message: 'more_than_paid' }],
    });
    expect(failureOf(() => orders.reversePayment({ orderId, paymentId })).details).toEqual({ reason: 'refund_stands' });
    expect(orders.reversePayment({ orderId, paymentId: refund.paymentId })).toEqual({ paidCents: 250_00, dueCents: 50_00 });
    expect(failureOf(() => orders.reversePayment({ orderId, paymentId: refund.paymentId })).code).toBe('already_undone');
    expect(failureOf(() => orders.save({ orderId, customerId, kind: 'layaway', lines: [item(200_00)] })).details).toEqual({
      issues: [{ path: 'lines', message: 'total_below_paid' }],
    });
    expect(orders.cancel(orderId)).toEqual({ paidCents: 250_00 });
    expect(failureOf(() => orders.pay({ orderId, cents: 1, method: 'cash' })).details).toEqual({ reason: 'order_cancelled' });
    expect(orders.refund({ orderId, cents: 250_00, method: 'card', reason: '取消' })).toEqual({
      paymentId: expect.any(String) as unknown,
      paidCents: 0,
      dueCents: 0,
    });
    expect(failureOf(() => orders.refund({ orderId, cents: 1, method: 'card', reason: '再退' })).code).toBe('bad_input');
    orders.reopen(orderId);
    expect(orders.find(orderId)).toMatchObject({ status: 'ordered', dueCents: 300_00, cancelReason: null });
  });

  test('the total is its lines to the cent, discounts taken off, also in the visit that it becomes', () => {
    const lines = [item(33_33, 3), { ...item(9_99, 7), discount: { kind: 'percent', basisPoints: 1_250 } as const }];
    const { orderId } = place({ lines, discount: { kind: 'amount', cents: 10_01 } });
    const order = orders.find(orderId);
    expect(order.totalCents).toBe(order.lines.reduce((sum, { amountCents }) => sum + amountCents, 0));
    expect(orders.collect({ orderId }).totalCents).toBe(order.totalCents);
    expect(orders.list({ view: 'owing' }).rows.map(({ id }) => id)).toEqual([orderId]);
    expect(orders.pay({ orderId, cents: order.totalCents, method: 'cash' }).dueCents).toBe(0);
    expect(orders.list({ view: 'owing' }).total).toBe(0);
  });

  test('a changed order can be put back as it was, one written by mistake goes with its deposit', () => {
    const { orderId } = place({ note: '红色', promisedOn: '2026-11-25' });
    const before = orders.find(orderId);
    const change = orders.save({ orderId, customerId, kind: 'special', lines: [dress, item(50_00)], note: '蓝色' });
    expect(orders.find(orderId)).toMatchObject({ totalCents: 350_00, note: '蓝色', promisedOn: null });
    orders.save(found(change.before));
    expect({ ...orders.find(orderId), events: [] }).toEqual({ ...before, events: [] });
    orders.pay({ orderId, cents: 10_00, method: 'cash' });
    orders.remove(orderId);
    expect(failureOf(() => orders.find(orderId)).code).toBe('not_found');
    expect(orders.list({ view: 'all' }).total).toBe(0);
    expect(plainRows(desk.database, 'SELECT sum(cents) AS cents FROM order_payments')).toEqual([{ cents: 0 }]);
  });

  test('a repair knows the item, its number and state, may have no price yet, and is found by that number', () => {
    const { orderId, number } = orders.save({
      customerId,
      kind: 'repair',
      lines: [],
      item: '欧米茄手表',
      serialNumber: 'om-88231',
      condition: '表镜有裂',
    });
    expect(orders.find(orderId)).toMatchObject({
      status: 'received',
      totalCents: 0,
      condition: '表镜有裂',
      items: ['欧米茄手表'],
    });
    for (const text of ['OM-88231', number, number.slice(-7)])
      expect(orders.list({ view: 'all', text }).rows.map(({ id }) => id)).toEqual([orderId]);
    expect(orders.list({ view: 'all', text: 'OM-88' }).total).toBe(0);
    orders.setStatus({ orderId, status: 'in_work' });
    orders.setStatus({ orderId, status: 'ready' });
    expect(failureOf(() => orders.setStatus({ orderId, status: 'sent' })).details).toEqual({
      issues: [{ path: 'status', message: 'order_step_foreign' }],
    });
    orders.collect({ orderId });
    expect(desk.summary(customerId)).toMatchObject({ visit_count: 1, purchase_day_count: 0 });
  });

  test('a delivery keeps who carries it and its number, by which it is found, and becomes delivered', () => {
    const { orderId } = place({ kind: 'delivery', deliverTo: '江边路 3 号' });
    const { before } = orders.setStatus({ orderId, status: 'sent', carrier: '顺丰', trackingNumber: 'SF1023' });
    expect(before).toBe('to_send');
    expect(orders.list({ text: 'sf1023' }).rows).toMatchObject([{ id: orderId, carrier: '顺丰', status: 'sent' }]);
    orders.setStatus({ orderId, status: 'to_send', carrier: '', trackingNumber: '' });
    expect(orders.find(orderId)).toMatchObject({ carrier: '', trackingNumber: '' });
    orders.collect({ orderId });
    expect(orders.find(orderId).status).toBe('delivered');
  });

  test('lists: to collect by how long they wait, open ones by their promise, late ones alone; counted the same', () => {
    const first = place({ promisedOn: '2026-11-22' }).orderId;
    later();
    const second = place({ promisedOn: '2026-11-21' }).orderId;
    later();
    const third = place().orderId;
    expect(orders.list().rows.map(({ id }) => id)).toEqual([second, first, third]);
    orders.setStatus({ orderId: third, status: 'ready' });
    desk.clock.today = localDate('2026-11-22');
    later(1);
    orders.setStatus({ orderId: first, status: 'ready' });
    expect(orders.list({ view: 'ready' }).rows).toMatchObject([
      { id: third, readyOn: '2026-11-21', phone: '13800138000', toldAt: null },
      { id: first, readyOn: '2026-11-22' },
    ]);
    expect(orders.list({ view: 'late' }).rows.map(({ id }) => id)).toEqual([second]);
    expect(orders.counts()).toEqual({ open: 3, ready: 2, late: 1, owing: 0 });
    expect(orders.list({ view: 'ready', kind: 'repair' }).total).toBe(0);
    expect(orders.list({ view: 'all', customerId: desk.create({ name: '李强' }) }).total).toBe(0);
  });

  test('telling the customer is a contact on their card; taken back there, nobody was told', () => {
    const { orderId } = place();
    orders.setStatus({ orderId, status: 'ready' });
    later();
    const { interactionId } = orders.tell({ orderId, channel: 'phone', note: '可以来取' });
    expect(orders.list({ view: 'ready' }).rows[0]?.toldAt).toBe(desk.clock.now);
    expect(desk.timeline({ customerId, kinds: ['contact'] }).entries[0]?.contact).toMatchObject({
      note: '可以来取',
      direction: 'out',
    });
    desk.command(() => customersInteractions['customers.undoInteraction'](desk.context, { interactionId }));
    expect(orders.find(orderId)).toMatchObject({ toldAt: null });
    expect(orders.find(orderId).events.map(({ event }) => event)).toEqual(['status', 'placed']);
  });

  test('stand on the timeline when they were placed, as they stand now', () => {
    const { orderId, number } = place();
    orders.setStatus({ orderId, status: 'ready' });
    expect(desk.timeline({ customerId, kinds: ['order'] }).entries).toMatchObject([
      { order: { id: orderId, number, status: 'ready', items: ['连衣裙'], dueCents: 300_00 } },
    ]);
  });

  test('a merge takes them along and its undo gives them back, with the visit they became meanwhile; the page opens all the time', () => {
    const other = desk.create({ name: '王方' });
    const { orderId } = orders.save({ customerId: other, kind: 'special', lines: [dress] });
    const { mergeId } = desk.merge({ survivorId: customerId, otherId: other });
    expect(orders.find(orderId)).toMatchObject({ customerId, customerName: '王芳' });
    orders.collect({ orderId });
    expect(desk.summary(customerId).spend_cents).toBe(300_00);
    desk.undoMerge({ mergeId });
    expect(orders.find(orderId)).toMatchObject({ customerId: other, status: 'collected' });
    expect([desk.summary(customerId).spend_cents, desk.summary(other).spend_cents]).toEqual([0, 300_00]);
  });

  test('a thing that has gone since does not keep the goods back', () => {
    const things = thingsAt(desk);
    const { thingId } = things.save({ customerId, type: 'car', name: '奥迪' });
    const { orderId } = place({ lines: [{ ...dress, thingId }] });
    things.transfer({ customerId, thingId, toCustomerId: desk.create({ name: '李强' }) });
    expect(orders.collect({ orderId }).totalCents).toBe(300_00);
  });

  test('absurd figures are refused with their field, and so is an order for nobody or nothing', () => {
    const issuesOf = (input: object): string[] =>
      (contract.orders.save.input.safeParse({ customerId, kind: 'special', lines: [dress], ...input }).error?.issues ?? []).map(
        ({ path }) => path.join('.'),
      );
    expect(issuesOf({ lines: [{ ...dress, quantity: -1 }] })).toEqual(['lines.0.quantity']);
    expect(issuesOf({ lines: [{ ...dress, quantity: 1e12 }] })).toContain('lines.0.quantity');
    expect(issuesOf({ lines: [{ ...dress, unitPriceCents: -5 }] })).toEqual(['lines.0.unitPriceCents']);
    expect(issuesOf({ lines: [{ ...dress, unitPriceCents: 10_000_000_000, quantity: 2_000 }] })).toEqual([
      'lines.0.unitPriceCents',
    ]);
    expect(issuesOf({ deposit: { cents: 0, method: 'cash' } })).toEqual(['deposit.cents']);
    expect(issuesOf({ customerId: null })).toEqual(['customerId']);
    const refusal = (more: Partial<Parameters<OrdersDesk['save']>[0]>) => failureOf(() => place(more)).details['issues'];
    expect(refusal({ lines: [] })).toEqual([{ path: 'lines', message: 'order_without_lines' }]);
    expect(refusal({ kind: 'repair', lines: [] })).toEqual([{ path: 'item', message: 'required' }]);
    expect(refusal({ promisedOn: '2026-11-20' })).toEqual([{ path: 'promisedOn', message: 'promise_in_past' }]);
    expect(refusal({ deposit: { cents: 300_01, method: 'cash' } })).toEqual([
      { path: 'deposit.cents', message: 'more_than_due' },
    ]);
    expect(wholeState()).toEqual({ orders: [], payments: [], visits: [] });
    const { orderId } = place();
    expect(refusal({ orderId, kind: 'delivery' })).toEqual([{ path: 'kind', message: 'order_kind_fixed' }]);
    desk.remove(customerId);
    expect(failureOf(() => orders.collect({ orderId })).details).toEqual({ reason: 'customer_removed' });
    expect(orders.find(orderId).customerName).toBe('王芳');
  });

  test('a page costs the same however many there are: every read goes by an index and none is sorted', () => {
    const values = { id: '', customerId: '', orderId: '', at: 0, limit: 1 };
    for (const [name, text] of Object.entries({ ...orderQueries, ...orderHistoryQueries })) {
      const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, values).map(({ detail }) => detail);
      expect(
        plan.filter((step) => step.startsWith('SCAN')),
        name,
      ).toEqual([]);
    }
  });
});
