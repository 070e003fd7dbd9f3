import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptGoodsHandlers } from '../../electron/handlers/keptGoods.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { printingHandlers } from '../../electron/handlers/printing.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';

let desk: Desk;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  customerId = desk.addCustomer();
});
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const { keptGoods } = contract;
const keep = (input: Partial<CallInput<'keptGoods.keep'>> = {}) =>
  desk.command(() =>
    keptGoodsHandlers['keptGoods.keep'](
      desk.context,
      keptGoods.keep.input.parse({ customerId, name: '红酒', isBought: true, quantity: 6000, ...input }),
    ),
  );
const take = (keptId: string, quantity: number) =>
  desk.command(() => keptGoodsHandlers['keptGoods.take'](desk.context, keptGoods.take.input.parse({ keptId, quantity })));
const reverse = (entryId: string) =>
  desk.command(() =>
    keptGoodsHandlers['keptGoods.reverse'](desk.context, keptGoods.reverse.input.parse({ entryId, reason: '错了' })),
  );
const change = (input: CallInput<'keptGoods.change'>) =>
  desk.command(() => keptGoodsHandlers['keptGoods.change'](desk.context, keptGoods.change.input.parse(input)));
const kept = (whose = customerId) =>
  keptGoods.ofCustomer.output.parse(keptGoodsHandlers['keptGoods.ofCustomer'](desk.context, { customerId: whose })).goods;
const inShop = () =>
  keptGoods.inShop.output.parse(keptGoodsHandlers['keptGoods.inShop'](desk.context, keptGoods.inShop.input.parse({})));
const told = () =>
  desk
    .timeline({ customerId, limit: 50 })
    .entries.flatMap(({ keptGood }) => (keptGood ? [[keptGood.entryKind, keptGood.quantity, keptGood.canTakeBack]] : []));
const reasonOf = (work: () => unknown): unknown => {
  const { code, details } = failureOf(work);
  return code === 'bad_input' ? details['issues'] : (details['reason'] ?? code);
};

describe('what customers leave with the shop and take out in parts (X51)', () => {
  it('are told by the audit where another quantity is left than the movements say', () => {
    keep();
    plainRun(desk.database, 'UPDATE kept_goods SET left_quantity = left_quantity + 1');
    expect(auditProblems(desk.database)).toEqual([expect.stringContaining('kept goods')]);
    plainRun(desk.database, 'UPDATE kept_goods SET left_quantity = left_quantity - 1');
  });

  it('is handed out in parts of a thousandth, never more than there is, and stands on the timeline', () => {
    const { keptId } = keep();
    expect(take(keptId, 1500).leftQuantity).toBe(4500);
    expect(reasonOf(() => take(keptId, 4501))).toEqual([{ path: 'quantity', message: 'more_than_kept' }]);
    expect(() => take(keptId, 0)).toThrow();
    expect(() => take(keptId, -1)).toThrow();
    expect(() => keep({ quantity: 0.5 })).toThrow();
    expect(take(keptId, 4500).leftQuantity).toBe(0);
    expect(inShop().total).toBe(0);
    expect(told()).toEqual([
      ['take', -4500, true],
      ['take', -1500, true],
      ['keep', 6000, false],
    ]);
  });

  it('a movement is taken back once; what was handed out since cannot never have come in, and a mistake is told nowhere', () => {
    const { keptId, entryId } = keep();
    const out = take(keptId, 2000);
    expect(reasonOf(() => reverse(entryId))).toBe('kept_taken');
    const back = reverse(out.entryId);
    expect(back.leftQuantity).toBe(6000);
    expect(failureOf(() => reverse(out.entryId)).code).toBe('already_undone');
    expect(reasonOf(() => reverse(back.entryId))).toBe('kept_is_reversal');
    reverse(entryId);
    expect([kept(), told(), inShop().total]).toEqual([[], [], 0]);
    expect(failureOf(() => reverse('00000000-0000-7000-8000-00000000abcd')).code).toBe('not_found');
  });

  it('stays in order when the clock goes back', () => {
    const { keptId } = keep();
    const [at] = kept()[0]?.movements.map((one) => one.at) ?? [];
    desk.clock.now = instant(1_000_000);
    take(keptId, 1000);
    expect(kept()[0]?.movements.map(({ kind }) => kind)).toEqual(['keep', 'take']);
    expect(kept()[0]?.movements[1]?.at).toBeGreaterThan(at ?? 0);
  });

  it('what expires first stands first in the shop, what is past its day says so, and what is said of it can be corrected', () => {
    const said = { name: '面膜', isBought: false };
    keep({ name: '没有日期' });
    keep({ ...said, expiresOn: '2027-05-01' });
    const { keptId } = keep({ name: '红酒', expiresOn: '2027-06-01' });
    change({ keptId, name: '白酒', isBought: true, place: '酒柜', expiresOn: '2026-11-01' });
    expect(inShop().rows.map(({ name, place, isExpired }) => [name, place, isExpired])).toEqual([
      ['白酒', '酒柜', true],
      ['面膜', null, false],
      ['没有日期', null, false],
    ]);
    expect(kept().map(({ isBought }) => isBought)).toContain(false);
  });

  it('is printed on a slip with what stands of its movements', () => {
    const { keptId } = keep({ place: '酒柜', note: '开过一瓶' });
    take(keptId, 1000);
    reverse(take(keptId, 2000).entryId);
    const slip = contract.printing.slip.input.parse({ slip: { kind: 'kept', keptId }, paper: '58mm' });
    const { html, name } = printingHandlers['printing.slip'](desk.context, slip);
    expect(name).toBe('寄存单 红酒');
    for (const text of ['酒柜', '开过一瓶', '存入</span><span>6<', '支取</span><span>1<', '还存着</span><span>5<'])
      expect(html).toContain(text);
    expect(html).not.toContain('<span>2<');
  });

  it('goes over with a merge, and what was handed out since goes back with the thing', () => {
    const other = desk.addCustomer();
    const { keptId } = keep({ customerId: other });
    const input = contract.merges.merge.input.parse({ survivorId: customerId, otherId: other });
    const { mergeId } = desk.command(() => mergesHandlers['merges.merge'](desk.context, input));
    take(keptId, 1000);
    expect(kept()[0]?.leftQuantity).toBe(5000);
    desk.command(() => mergesHandlers['merges.undo'](desk.context, contract.merges.undo.input.parse({ mergeId })));
    expect(kept()).toEqual([]);
    expect(kept(other)).toMatchObject([{ leftQuantity: 5000, movements: [{ kind: 'keep' }, { kind: 'take' }] }]);
  });
});
