import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printingHandlers } from '../../electron/handlers/printing.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { addDays } from '../../shared/types/time.ts';
import { diaryAt } from '../helpers/appointments.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { ordersAt } from '../helpers/orders.ts';
import { TEST_TODAY } from '../helpers/store.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const sheet = (input: CallInput<'printing.sheet'>): string =>
  printingHandlers['printing.sheet'](desk.context, contract.printing.sheet.input.parse(input)).html;
const slip = (input: CallInput<'printing.slip'>) =>
  printingHandlers['printing.slip'](desk.context, contract.printing.slip.input.parse(input));

describe('what goes to paper (R053)', () => {
  it('is a receipt of what stands in the books, with the shop’s own foot', () => {
    desk.settings({ shopName: '小满造型', receiptFooter: '解放路 8 号' });
    const { visitId } = desk.record({ customerId: desk.addCustomer(), lines: [item(88_00), item(12_50, 2, '毛尖')] });
    const { html, name, widthMillimetres } = slip({ slip: { kind: 'receipt', visitId }, paper: '58mm' });
    for (const said of ['小满造型', '碧螺春', '¥113.00', '王芳', '解放路 8 号']) expect(html).toContain(said);
    expect(name).toMatch(/^小票 \d{8}-\d{4}$/);
    expect(widthMillimetres).toBe(58);
  });

  it('says of an undone visit that it is void, and of a walk-in no points', () => {
    const { visitId } = desk.record({ customerId: null, lines: [item(10_00)] });
    expect(slip({ slip: { kind: 'receipt', visitId }, paper: '80mm' }).html).not.toContain('积分');
    desk.undo({ visitId });
    expect(slip({ slip: { kind: 'receipt', visitId }, paper: '80mm' }).html).toContain('作废');
  });

  it('is an order’s slip: what was agreed, what was paid, what is still to pay', () => {
    const orders = ordersAt(desk);
    const customerId = desk.addCustomer();
    const deposit = { cents: 100_00, method: 'cash' } as const;
    const { orderId } = orders.save({ customerId, kind: 'layaway', lines: [item(300_00, 1, '连衣裙')], deposit });
    const { html, name } = slip({ slip: { kind: 'order', orderId }, paper: '58mm' });
    for (const said of ['留货单', '连衣裙', '已付', '¥100.00', '还要付', '¥200.00']) expect(html).toContain(said);
    expect(name).toMatch(/^留货单 D/);
    expect(failureOf(() => slip({ slip: { kind: 'order', orderId: customerId }, paper: '58mm' })).code).toBe('not_found');
  });

  it('is a statement of the days asked for: the first and the last count, undone visits do not', () => {
    const customerId = desk.addCustomer();
    const on = (ago: number, cents: number) =>
      desk.record({ customerId, lines: [item(cents)], businessDate: addDays(TEST_TODAY, -ago) });
    on(11, 1_00);
    on(10, 20_00);
    on(0, 300_00);
    desk.undo({ visitId: on(5, 4000_00).visitId });
    const html = sheet({ sheet: { kind: 'statement', customerId, from: addDays(TEST_TODAY, -10), to: TEST_TODAY } });
    expect(html).toContain('合计 ¥320.00');
    expect(html).not.toContain('4,000');
    const refused = failureOf(() =>
      sheet({ sheet: { kind: 'statement', customerId, from: TEST_TODAY, to: addDays(TEST_TODAY, -1) } }),
    );
    expect(refused).toMatchObject({ code: 'bad_input', details: { issues: [{ path: 'sheet.to' }] } });
  });

  it('is a day with its bookings: one until midnight ends at 24:00, a cancelled one is not on it', () => {
    const diary = diaryAt(desk);
    const slot = { on: TEST_TODAY, lengthMinutes: 60 } as const;
    diary.book({ ...slot, startMinute: 23 * 60, name: '赵姐', service: '护理' });
    diary.book({ ...slot, startMinute: 600, name: '钱小姐', service: '剪发' });
    const cancelled = diary.between(TEST_TODAY).rows.find(({ name }) => name === '钱小姐');
    diary.cancel({ appointmentId: cancelled?.id ?? '' });
    const html = sheet({ sheet: { kind: 'day', on: TEST_TODAY } });
    expect(html).toContain('23:00–24:00');
    expect(html).toContain('预约 1 个');
    expect(html).not.toContain('钱小姐');
  });

  it('is a day: who came, in order, and what it comes to; bookings only for whoever may read the diary', () => {
    desk.record({ customerId: desk.addCustomer(), lines: [item(88_00)] });
    desk.record({ customerId: null, lines: [item(12_00)] });
    const html = sheet({ sheet: { kind: 'day', on: TEST_TODAY } });
    expect(html).toContain('到店 2 次，¥100.00');
    expect(html).toContain('散客');
    expect(html).toContain('没有预约');
    const { actor } = desk.context;
    const permissions = actor.permissions.filter((one) => one !== 'appointments.read');
    const plain = printingHandlers['printing.sheet'](
      { ...desk.context, actor: { ...actor, permissions } },
      { sheet: { kind: 'day', on: TEST_TODAY } },
    ).html;
    expect(plain).not.toContain('没有预约');
  });
});
