import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { visitDraftSchema } from '../../shared/contract/parkedVisits.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { findParkedVisit } from '../../electron/store/parkedVisits.ts';
import { parkedVisitId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { salesOf } from '../helpers/sales.ts';

let desk: Desk;
let sales: ReturnType<typeof salesOf>;
beforeEach(() => {
  desk = openDesk();
  sales = salesOf(desk);
});
afterEach(() => {
  desk.close();
});

const line = (name: string, changes: object = {}) => ({
  key: name,
  productId: null,
  name,
  quantity: '1',
  price: '88',
  ...changes,
});
const draft = (lines: readonly object[]) => ({ lines, staffId: null, note: '', date: null });
const parse = (value: object) => visitDraftSchema.parse(value);

describe('a parked visit 挂单 (X30)', () => {
  it('is listed the longest waiting first, with whose it is and since when a timed service runs', () => {
    const customerId = desk.addCustomer();
    const since = desk.clock.now;
    sales.park({ parkedVisitId: v7(), customerId, draft: parse(draft([line('头疗', { startedAt: since })])) });
    desk.clock.now = instant(since + 60_000);
    sales.park({ parkedVisitId: v7(), customerId: null, label: '3 号位', draft: parse(draft([line('剪发')])) });
    expect(sales.parked()).toMatchObject([
      { customerName: '王芳', items: ['头疗'], runningSince: since },
      { customerName: null, label: '3 号位', items: ['剪发'], runningSince: null },
    ]);
  });

  it('is parked no more once it is written down, and comes back when it was thrown away by mistake', () => {
    const customerId = desk.addCustomer();
    const id = v7();
    sales.park({ parkedVisitId: id, customerId, draft: parse(draft([line('剪发')])) });
    const thrown = sales.discard(id);
    expect(sales.parked()).toEqual([]);
    sales.park({ parkedVisitId: id, ...thrown });
    desk.record({ customerId, lines: [item(88_00)], parkedVisitId: id });
    expect(sales.parked()).toEqual([]);
    expect(failureOf(() => sales.findParked(id))).toMatchObject({ code: 'not_found', details: { what: 'parked_visit' } });
  });

  it('no more than two hundred wait at once', () => {
    for (let index = 0; index < 200; index += 1) sales.park({ parkedVisitId: v7(), customerId: null, draft: parse(draft([])) });
    expect(failureOf(() => sales.park({ parkedVisitId: v7(), customerId: null, draft: parse(draft([])) }))).toMatchObject({
      details: { reason: 'too_many_parked', most: 200 },
    });
  });

  it('survives a restart', () => {
    const shop = openDesk({ onDisk: true });
    const id = v7();
    salesOf(shop).park({ parkedVisitId: id, customerId: null, label: '靠窗', draft: parse(draft([line('泡茶')])) });
    const again = openStore(shop.path, { isReadonly: true });
    expect(findParkedVisit(again, parkedVisitId(id))).toMatchObject({ label: '靠窗' });
    closeStore(again);
    shop.close();
  });

  const typed = fc.string({ maxLength: 30 });
  const anyLine = fc
    .record({ name: typed, quantity: typed, price: typed, cost: typed, discount: typed, specification: typed })
    .map((fields) => ({ key: v7(), productId: null, ...fields }));
  test.prop([fc.array(anyLine, { maxLength: 8 }), typed, typed], { numRuns: 100 })(
    'parking and resuming changes nothing, whatever was typed',
    (lines, note, discount) => {
      const id = v7();
      const typedDraft = parse({ lines, staffId: null, note, discount, date: null });
      sales.park({ parkedVisitId: id, customerId: null, draft: typedDraft });
      expect(sales.findParked(id).draft).toEqual(typedDraft);
      sales.discard(id);
    },
  );

  const seat = fc.constantFrom('', '靠窗', '3 号位');
  test.prop([fc.array(anyLine, { maxLength: 4 }), typed, seat, fc.constantFrom('named', 'walkIn', 'claimed'), fc.nat(3)], {
    numRuns: 60,
  })('park, resume, write down, undo: parked as before, whoever it is of and however often', (lines, note, label, who, more) => {
    const id = v7();
    const customerId = who === 'named' ? desk.addCustomer() : null;
    sales.park({ parkedVisitId: id, customerId, label, draft: parse({ lines, staffId: null, note, date: null }) });
    const before = { list: sales.parked(), one: sales.findParked(id) };
    for (let round = 0; round <= more; round += 1) {
      desk.clock.now = instant(desk.clock.now + 60_000);
      const { visitId } = desk.record({ customerId, lines: [item(88_00)], parkedVisitId: id });
      expect(sales.parked()).toEqual([]);
      if (who === 'claimed') sales.claim({ visitId, customerId: desk.addCustomer() });
      desk.undo({ visitId });
      expect({ list: sales.parked(), one: sales.findParked(id) }).toEqual(before);
    }
    sales.discard(id);
  });

  it('parked anew under the same number it stays what it is now, whatever is undone', () => {
    const customerId = desk.addCustomer();
    const id = v7();
    sales.park({ parkedVisitId: id, customerId, draft: parse(draft([line('剪发')])) });
    const { visitId } = desk.record({ customerId, lines: [item(88_00)], parkedVisitId: id });
    sales.park({ parkedVisitId: id, customerId, draft: parse(draft([line('烫发')])) });
    desk.undo({ visitId });
    expect(sales.parked()).toMatchObject([{ items: ['烫发'] }]);
  });
});

describe('not today (X33)', () => {
  it('is kept with reason and the day to ask again, and closed by the visit that buys it after all', () => {
    const customerId = desk.addCustomer();
    const productId = desk.addProduct('护理', 200_00, null);
    const first = desk.record({
      customerId,
      lines: [item(88_00)],
      deferred: [{ productId, name: '护理', reason: '赶时间', askAgainOn: '2026-12-21' }],
    });
    expect(sales.deferred(customerId)).toMatchObject([{ name: '护理', reason: '赶时间', askAgainOn: '2026-12-21' }]);
    const second = desk.record({ customerId, lines: [{ ...item(200_00, 1, '护理'), productId }] });
    expect(sales.deferred(customerId)).toEqual([]);
    expect(sales.deferred(customerId, true)).toMatchObject([{ isClosed: true }]);
    desk.undo({ visitId: second.visitId });
    expect(sales.deferred(customerId)).toHaveLength(1);
    desk.undo({ visitId: first.visitId });
    expect(sales.deferred(customerId, true)).toEqual([]);
  });

  it('a day that is past already is refused', () => {
    const customerId = desk.addCustomer();
    expect(
      failureOf(() => desk.record({ customerId, lines: [], deferred: [{ name: '护理', askAgainOn: '2026-11-20' }] })),
    ).toMatchObject({ code: 'bad_input', details: { issues: [{ path: 'askAgainOn', message: 'date_past' }] } });
  });
});
