import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customFieldsHandlers } from '../../electron/handlers/customFields.ts';
import { contract } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, localDate } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openSegmentShop } from '../helpers/ownSegments.ts';
import type { SegmentShop } from '../helpers/ownSegments.ts';

const TODAY = localDate('2026-11-21');
type Tree = CallInput<'ownSegments.save'>['tree'];
type Item = Tree['items'][number];
type Leaf = Exclude<Item, { readonly test: 'group' }>;
const group = (match: 'all' | 'any' | 'none', ...items: Item[]): Tree => ({ test: 'group', match, items });
const within = (match: 'all' | 'any' | 'none', ...items: Leaf[]) => ({ test: 'group' as const, match, items });
const figure = (
  name: 'visits' | 'spend' | 'days_since_visit' | 'age' | 'points',
  min: number | null,
  max: number | null = null,
) => ({ test: 'figure', figure: name, min, max }) as const;

let shop: SegmentShop;
beforeEach(() => {
  shop = openSegmentShop(TODAY);
});
afterEach(() => {
  shop.desk.closeAll();
});
const visit = (customerId: CustomerId, ago: number, yuan: number) =>
  shop.desk.record({ customerId, businessDate: addDays(TODAY, -ago), lines: [item(yuan * 100)] });

describe("the shop's own segments (R031, R037)", () => {
  test('are counted live, explained with the figures, and used as a filter of the list', async () => {
    const { desk } = shop;
    const [often, once, never] = [desk.addCustomer(), desk.addCustomer(), desk.addCustomer()];
    for (const ago of [3, 20, 40]) visit(often, ago, 200);
    visit(once, 100, 900);
    const tree = group('all', figure('visits', 2), within('none', figure('days_since_visit', 30)));
    const { segmentId } = shop.save({ name: '常来的', tree });
    expect(await shop.people({ segmentId })).toMatchObject({ total: 1, rows: [{ id: often }] });
    expect(await shop.people({ tree: group('any', figure('visits', 2), figure('spend', 500_00)) })).toMatchObject({
      total: 2,
      rows: [{ id: once }, { id: often }],
    });
    expect(shop.filtered(segmentId)).toEqual([often]);
    expect(shop.explain({ customerId: often, source: { segmentId } })).toMatchObject({
      isIn: true,
      conditions: [
        { path: '0', holds: true, figure: 3 },
        { path: '1.0', holds: false, figure: 3 },
      ],
    });
    expect(shop.explain({ customerId: never, source: { segmentId } })).toMatchObject({
      isIn: false,
      conditions: [
        { holds: false, figure: 0 },
        { holds: false, figure: null },
      ],
    });
    // Counted anew the next day, without anybody doing anything.
    desk.goTo(addDays(TODAY, 28));
    expect(await shop.people({ segmentId })).toMatchObject({ total: 0 });
  });

  test('a static one keeps the people of its day; those who are removed are not counted', async () => {
    const { desk } = shop;
    const people = Array.from({ length: 5 }, () => desk.addCustomer());
    for (const customerId of people) visit(customerId, 1, 100);
    const { segmentId } = shop.save({ name: '来过的', tree: group('all', figure('visits', 1)) });
    const frozen = shop.freeze({ segmentId, name: '双十一来过的' });
    expect(frozen.people).toBe(5);
    visit(desk.addCustomer(), 0, 100);
    expect((await shop.people({ segmentId })).total).toBe(6);
    expect((await shop.people({ segmentId: frozen.segmentId })).total).toBe(5);
    desk.setCustomer(people[0] ?? desk.addCustomer(), { removed_at: desk.clock.now });
    expect((await shop.people({ segmentId: frozen.segmentId })).total).toBe(4);
    expect(await shop.counts()).toEqual([
      { segmentId, count: 5 },
      { segmentId: frozen.segmentId, count: 4 },
    ]);
    expect(shop.list()).toMatchObject([
      { kind: 'live', frozenOn: null },
      { kind: 'static', frozenOn: TODAY },
    ]);
    expect(
      failureOf(() => shop.save({ segmentId: frozen.segmentId, name: '别的', tree: group('all', figure('visits', 9)) })).details,
    ).toEqual({ reason: 'segment_is_static' });
    shop.archive({ segmentId, isArchived: true });
    expect([shop.list().length, shop.list(true).length]).toEqual([1, 2]);
  });

  test('one that names itself, through however many others, is refused with the way around', () => {
    const inner = shop.save({ name: '里面', tree: group('all', figure('visits', 1)) }).segmentId;
    const naming = (segmentId: string): Tree => group('all', { test: 'segment', segmentId });
    const middle = shop.save({ name: '中间', tree: naming(inner) }).segmentId;
    const outer = shop.save({ name: '外面', tree: naming(middle) }).segmentId;
    expect(failureOf(() => shop.save({ segmentId: inner, name: '里面', tree: naming(outer) })).details).toEqual({
      reason: 'segment_names_itself',
      name: '外面 → 中间',
    });
    expect(failureOf(() => shop.save({ segmentId: inner, name: '里面', tree: naming(inner) })).details).toMatchObject({
      reason: 'segment_names_itself',
    });
    let last = outer;
    for (const name of ['四', '五', '六']) last = shop.save({ name, tree: naming(last) }).segmentId;
    expect(failureOf(() => shop.save({ name: '七', tree: naming(last) })).details).toEqual({
      reason: 'segments_too_deep',
      most: 5,
    });
    expect(failureOf(() => shop.remove({ segmentId: inner })).details).toEqual({ reason: 'own_segment_in_use', name: '中间' });
    shop.remove({ segmentId: last });
    expect(failureOf(() => shop.save({ segmentId: last, name: '六', tree: naming(outer) })).code).toBe('not_found');
    shop.restore({ segmentId: last });
    expect(failureOf(() => shop.restore({ segmentId: last })).code).toBe('already_undone');
  });

  test('restored, it is looked at anew: what it names may be gone since', () => {
    const inner = shop.save({ name: '里面', tree: group('all', figure('visits', 1)) }).segmentId;
    const outer = shop.save({ name: '外面', tree: group('all', { test: 'segment', segmentId: inner }) }).segmentId;
    shop.remove({ segmentId: outer });
    shop.remove({ segmentId: inner });
    expect(shop.filtered(inner)).toEqual([]);
    expect(failureOf(() => shop.restore({ segmentId: outer })).code).toBe('not_found');
    shop.restore({ segmentId: inner });
    shop.restore({ segmentId: outer });
    expect(shop.list()).toHaveLength(2);
  });

  test('by a private field nobody is told apart to whoever does not see it: live, fixed, named by another, or counted (X40)', async () => {
    const { desk } = shop;
    const customerId = desk.addCustomer();
    visit(customerId, 1, 100);
    const { fieldId } = desk.command(() =>
      customFieldsHandlers['customFields.create'](
        desk.context,
        contract.customFields.create.input.parse({ name: '过敏', type: 'text', privateGroup: 'health' }),
      ),
    );
    const tree = group('none', { test: 'custom', condition: { test: 'known', fieldId } });
    const live = shop.save({ name: '没写过敏的', tree }).segmentId;
    const fixed = shop.freeze({ segmentId: live, name: '那天没写的' }).segmentId;
    const outer = shop.save({ name: '外面', tree: group('all', { test: 'segment', segmentId: fixed }) }).segmentId;
    const open = shop.save({ name: '来过的', tree: group('all', figure('visits', 1)) }).segmentId;
    expect((await shop.counts()).map(({ count }) => count)).toEqual([1, 1, 1, 1]);
    shop.actAs(permissions.filter((held) => held !== 'private.health'));
    const refused = { code: 'not_permitted', details: { permission: 'private.health' } };
    for (const segmentId of [live, fixed, outer]) {
      expect(failureOf(() => shop.explain({ customerId, source: { segmentId } }))).toEqual(refused);
      expect(failureOf(() => shop.filtered(segmentId))).toEqual(refused);
      expect(failureOf(() => shop.freeze({ segmentId, name: '再记一份' }))).toEqual(refused);
      await expect(shop.people({ segmentId })).rejects.toMatchObject(refused);
    }
    await expect(shop.people({ tree })).rejects.toMatchObject(refused);
    expect(await shop.counts()).toEqual([{ segmentId: open, count: 1 }]);
    expect(shop.explain({ customerId, source: { segmentId: open } }).isIn).toBe(true);
  });

  test('bounds out of order and what nobody knows are refused with their place', () => {
    const refused = (tree: Tree) => failureOf(() => shop.save({ name: '试', tree }));
    expect(refused(group('all', figure('visits', 3, 1))).details).toEqual({
      issues: [{ path: 'tree.0', message: 'range_reversed' }],
    });
    expect(refused(group('all', figure('visits', 1), within('any', figure('spend', null)))).details).toEqual({
      issues: [{ path: 'tree.1.0', message: 'bound_missing' }],
    });
    const unknown = '0195b7a0-0000-7000-8000-000000000000';
    expect(refused(group('all', { test: 'bought', productId: unknown })).code).toBe('not_found');
    expect(refused(group('all', { test: 'segment', segmentId: unknown })).code).toBe('not_found');
    expect(
      contract.ownSegments.save.input.safeParse({ name: '空', tree: { test: 'group', match: 'all', items: [] } }).success,
    ).toBe(false);
    shop.save({ name: '试', tree: group('all', figure('visits', 1)) });
    expect(refused(group('all', figure('visits', 1))).details).toEqual({ reason: 'own_segment_taken' });
  });
});
