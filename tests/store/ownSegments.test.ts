import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownSegmentStudies, ownSegmentsHandlers } from '../../electron/handlers/ownSegments.ts';
import { filterBasis, listIdsByFilter } from '../../electron/store/customerFilter.ts';
import { execute, sqlite } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { SegmentCondition, SegmentNode } from '../../shared/domain/segments/conditions.ts';
import type { CustomerId, ProductId } from '../../shared/types/ids.ts';
import { addDays, daysBetween, localDate } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openEngineDesk } from '../helpers/engine.ts';

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

const openShop = () => {
  const desk = openEngineDesk({ today: TODAY });
  const { context, command, database, study } = desk;
  return {
    desk,
    list: (includeArchived = false) =>
      contract.ownSegments.list.output.parse(ownSegmentsHandlers['ownSegments.list'](context, { includeArchived })).segments,
    save: (input: CallInput<'ownSegments.save'>) =>
      command(() => ownSegmentsHandlers['ownSegments.save'](context, contract.ownSegments.save.input.parse(input))),
    freeze: (input: CallInput<'ownSegments.freeze'>) =>
      command(() => ownSegmentsHandlers['ownSegments.freeze'](context, contract.ownSegments.freeze.input.parse(input))),
    archive: (input: CallInput<'ownSegments.archive'>) =>
      command(() => ownSegmentsHandlers['ownSegments.archive'](context, contract.ownSegments.archive.input.parse(input))),
    remove: (input: CallInput<'ownSegments.remove'>) =>
      command(() => ownSegmentsHandlers['ownSegments.remove'](context, contract.ownSegments.remove.input.parse(input))),
    restore: (input: CallInput<'ownSegments.restore'>) =>
      command(() => ownSegmentsHandlers['ownSegments.restore'](context, contract.ownSegments.restore.input.parse(input))),
    people: async (source: CallInput<'ownSegments.people'>['source'], page: { offset?: number; limit?: number } = {}) =>
      contract.ownSegments.people.output.parse(
        await ownSegmentStudies['ownSegments.people'](
          study.context,
          contract.ownSegments.people.input.parse({ source, ...page }),
        ),
      ),
    counts: async () => (await ownSegmentStudies['ownSegments.counts'](study.context, {})).counts,
    explain: (input: CallInput<'ownSegments.explain'>) =>
      contract.ownSegments.explain.output.parse(
        ownSegmentsHandlers['ownSegments.explain'](context, contract.ownSegments.explain.input.parse(input)),
      ),
    filtered: (ownSegment: string) =>
      listIdsByFilter(
        database,
        contract.customers.listByFilter.input.parse({ filter: { ownSegment } }).filter,
        filterBasis(context),
      ),
  };
};
let shop: ReturnType<typeof openShop>;
beforeEach(() => {
  shop = openShop();
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

/** What a shop knows of somebody, kept beside the store: the other half of the comparison. */
interface Known {
  id: CustomerId;
  visits: { ago: number; yuan: number; productId: ProductId | null }[];
  isVip: boolean;
  gender: 'female' | 'male' | 'unknown';
  source: string | null;
  isDoNotContact: boolean;
}

const personArbitrary = fc.record({
  visits: fc.array(fc.record({ ago: fc.nat(400), yuan: fc.integer({ min: 1, max: 2000 }), product: fc.nat(2) }), {
    maxLength: 5,
  }),
  isVip: fc.boolean(),
  gender: fc.constantFrom('female', 'male', 'unknown'),
  source: fc.constantFrom('美团', '朋友', null),
  isDoNotContact: fc.boolean(),
});
const bounds = (most: number) =>
  fc
    .tuple(fc.option(fc.nat(most)), fc.option(fc.nat(most)))
    .filter(([min, max]) => (min !== null || max !== null) && (min === null || max === null || min <= max))
    .map(([min, max]) => ({ min, max }));
const conditionArbitrary = (products: readonly ProductId[]) =>
  fc.oneof(
    bounds(6).map((range) => ({ test: 'figure' as const, figure: 'visits' as const, ...range })),
    bounds(4000_00).map((range) => ({ test: 'figure' as const, figure: 'spend' as const, ...range })),
    bounds(4000_00).map((range) => ({ test: 'figure' as const, figure: 'year_spend' as const, ...range })),
    bounds(4000_00).map((range) => ({ test: 'figure' as const, figure: 'average_spend' as const, ...range })),
    bounds(400).map((range) => ({ test: 'figure' as const, figure: 'days_since_visit' as const, ...range })),
    bounds(400).map((range) => ({ test: 'figure' as const, figure: 'days_since_first_visit' as const, ...range })),
    fc.record({
      test: fc.constant('one_of' as const),
      attribute: fc.constant('gender' as const),
      values: fc.subarray(['female', 'male', 'unknown'], { minLength: 1 }),
      is: fc.boolean(),
    }),
    fc.record({
      test: fc.constant('one_of' as const),
      attribute: fc.constant('source' as const),
      values: fc.subarray(['美团', '朋友', 'none'], { minLength: 1 }),
      is: fc.boolean(),
    }),
    fc.record({
      test: fc.constant('flag' as const),
      flag: fc.constantFrom('vip' as const, 'do_not_contact' as const),
      is: fc.boolean(),
    }),
    fc.record({
      test: fc.constant('bought' as const),
      productId: fc.constantFrom(...products, null),
      lastDays: fc.option(fc.integer({ min: 1, max: 400 })),
      is: fc.boolean(),
    }),
  );

/** By the sentence of each condition, without the store. */
const holdsOf = (node: SegmentNode, person: Known): boolean => {
  if (node.test === 'group') {
    const held = node.items.filter((each) => holdsOf(each, person)).length;
    return node.match === 'all' ? held === node.items.length : node.match === 'any' ? held > 0 : held === 0;
  }
  return conditionHolds(node, person);
};
const conditionHolds = (condition: SegmentCondition, person: Known): boolean => {
  const days = person.visits.map(({ ago }) => ago);
  const spend = person.visits.reduce((sum, { yuan }) => sum + yuan * 100, 0);
  const yearAgo = daysBetween(localDate('2025-11-21'), TODAY);
  switch (condition.test) {
    case 'figure': {
      const figures: Record<string, number | null> = {
        visits: days.length,
        spend,
        year_spend: person.visits.reduce((sum, { yuan, ago }) => (ago <= yearAgo ? sum + yuan * 100 : sum), 0),
        average_spend: days.length === 0 ? null : Math.floor(spend / new Set(days).size),
        days_since_visit: days.length === 0 ? null : Math.min(...days),
        days_since_first_visit: days.length === 0 ? null : Math.max(...days),
      };
      const value = figures[condition.figure] ?? null;
      return (
        value !== null && (condition.min === null || value >= condition.min) && (condition.max === null || value <= condition.max)
      );
    }
    case 'one_of': {
      const value = condition.attribute === 'gender' ? person.gender : (person.source ?? 'none');
      return condition.values.includes(value) === condition.is;
    }
    case 'flag':
      return (condition.flag === 'vip' ? person.isVip : person.isDoNotContact) === condition.is;
    case 'bought': {
      const isBought = person.visits.some(
        ({ ago, productId }) =>
          (condition.productId === null || productId === condition.productId) &&
          (condition.lastDays === null || ago <= condition.lastDays),
      );
      return isBought === condition.is;
    }
    case 'custom':
    case 'segment':
      throw new Error('not drawn here');
  }
};

property.prop([fc.array(personArbitrary, { minLength: 1, maxLength: 8 }), fc.nat(1_000_000)], { numRuns: 30 })(
  "a segment's count is its list, is what each member's sentence says, and is what the filter of the list lets through (law)",
  async (drawn, seed) => {
    const local = openShop();
    shop.desk.closeAll();
    shop = local;
    const { desk } = local;
    const products = [desk.addProduct('护发素', 10_00, null), desk.addProduct('奶粉', 20_00, null)] as const;
    const people: Known[] = drawn.map(({ visits, ...person }) => {
      const id = desk.addCustomer();
      const known = {
        ...person,
        id,
        visits: visits.map(({ product, ...each }) => ({ ...each, productId: products[product] ?? null })),
      };
      for (const { ago, yuan, productId } of known.visits)
        desk.record({
          customerId: id,
          businessDate: addDays(TODAY, -ago),
          lines: [{ ...item(yuan * 100), ...(productId !== null && { productId }) }],
        });
      desk.command(() =>
        execute(
          desk.database,
          sqlite
            .updateTable('customers')
            .set({
              gender: person.gender,
              source: person.source,
              is_vip: person.isVip ? 1 : 0,
              do_not_contact: person.isDoNotContact ? 1 : 0,
            })
            .where('id', '=', id),
        ),
      );
      return known;
    });
    await desk.refresh(true);
    const leaf = conditionArbitrary(products);
    const nested = fc.record({
      test: fc.constant('group' as const),
      match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
      items: fc.array(leaf, { minLength: 1, maxLength: 3 }),
    });
    const root = fc.record({
      test: fc.constant('group' as const),
      match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
      items: fc.array(fc.oneof(leaf, nested), { minLength: 1, maxLength: 4 }),
    });
    for (const tree of fc.sample(root, { numRuns: 20, seed })) {
      const parsed = contract.ownSegments.save.input.parse({ name: '随便', tree }).tree;
      const expected = people.filter((person) => holdsOf(parsed, person)).map(({ id }) => id);
      const { total, rows } = await local.people({ tree });
      expect([total, rows.map(({ id }) => id).sort()]).toEqual([expected.length, expected.toSorted()]);
      const { segmentId } = local.save({ name: `随便 ${local.list().length}`, tree });
      expect([...local.filtered(segmentId)].sort()).toEqual(expected.toSorted());
      const named = group('none', { test: 'segment', segmentId });
      expect((await local.people({ tree: named })).total).toBe(people.length - expected.length);
      for (const { id } of people)
        expect([id, local.explain({ customerId: id, source: { segmentId } }).isIn]).toEqual([id, expected.includes(id)]);
    }
  },
  120_000,
);
