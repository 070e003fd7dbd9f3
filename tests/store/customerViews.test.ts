import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customerViewsHandlers } from '../../electron/handlers/customerViews.ts';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { recentsHandlers } from '../../electron/handlers/recents.ts';
import { plainRun } from '../../electron/store/database.ts';
import { filterOptionQueries } from '../../electron/store/filterOptions.ts';
import { recentQueries } from '../../electron/store/recents.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import { customerColumns, customerSorts } from '../../shared/contract/customerViews.ts';
import { customerId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => {
  store.close();
});

type View = OutputOf<'customerViews.list'>['views'][number];
const list = (): View[] =>
  contract.customerViews.list.output.parse(customerViewsHandlers['customerViews.list'](store.context, {})).views;
const save = (input: CallInput<'customerViews.save'>): OutputOf<'customerViews.save'> =>
  store.command(() => customerViewsHandlers['customerViews.save'](store.context, contract.customerViews.save.input.parse(input)));
const plain = { filter: {}, columns: [], sort: 'last_visit' as const, direction: 'descending' as const };

const viewArbitrary = fc.record({
  name: fc.uuid().map((text) => text.slice(0, 30)),
  filter: fc.record(
    {
      statuses: fc.subarray(['prospect', 'customer', 'lost'] as const, { minLength: 1 }),
      daysSinceVisit: fc.record({ min: fc.nat(99) }),
      isVip: fc.boolean(),
      regions: fc.subarray(['杭州', ''], { minLength: 1 }),
    },
    { requiredKeys: [] },
  ),
  columns: fc.shuffledSubarray([...customerColumns]),
  sort: fc.constantFrom(...customerSorts),
  direction: fc.constantFrom('ascending', 'descending'),
  widths: fc
    .dictionary(fc.constantFrom(...customerColumns), fc.constantFrom('narrow', 'wide'), { maxKeys: 3 })
    .map((widths) => ({ ...widths })),
});

describe('saved views', () => {
  property.prop({ views: fc.uniqueArray(viewArbitrary, { maxLength: 5, selector: ({ name }) => name }) }, { numRuns: 40 })(
    'come back as they were saved, in their order; removed and saved again under its id, a view is there again',
    ({ views }) => {
      store.close();
      store = openTestStore();
      const ids = views.map((view) => save(view).viewId);
      const saved = views.map((view, index) => ({ ...view, id: ids[index], isDefault: false }));
      expect(list()).toEqual(saved);
      const [first] = ids;
      if (first === undefined) return;
      const { before } = store.command(() => customerViewsHandlers['customerViews.remove'](store.context, { viewId: first }));
      expect(list().map(({ id }) => id)).toEqual(ids.slice(1));
      const { id, ...fields } = before;
      save({ viewId: id, ...fields });
      store.command(() => customerViewsHandlers['customerViews.arrange'](store.context, { viewIds: ids }));
      expect(list()).toEqual(saved);
    },
  );

  test('one of them can be what the list opens with: another takes its place, and removed and saved again it is that again', () => {
    const [one, other] = ['久未到店', '本月生日'].map((name) => save({ name, ...plain }).viewId);
    if (one === undefined || other === undefined) throw new Error('no views');
    const setDefault = (viewId: typeof one | null) =>
      store.command(() => customerViewsHandlers['customerViews.setDefault'](store.context, { viewId }));
    const usual = () => list().flatMap(({ id, isDefault }) => (isDefault ? [id] : []));
    expect(setDefault(one)).toEqual({ before: null });
    expect(setDefault(other)).toEqual({ before: one });
    expect(usual()).toEqual([other]);
    const { before } = store.command(() => customerViewsHandlers['customerViews.remove'](store.context, { viewId: other }));
    expect(usual()).toEqual([]);
    const { id, ...fields } = before;
    save({ viewId: id, ...fields });
    expect(usual()).toEqual([other]);
    save({ viewId: one, name: '久未到店', ...plain });
    expect(usual()).toEqual([other]);
    expect(setDefault(null)).toEqual({ before: other });
    expect(usual()).toEqual([]);
    store.command(() => customerViewsHandlers['customerViews.remove'](store.context, { viewId: one }));
    expect(() => setDefault(one)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  test('are told apart by name: a second one of the same name is refused, changing its own is not', () => {
    const { viewId } = save({ name: '久未到店', ...plain });
    expect(() => save({ name: '久未到店', ...plain })).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(save({ viewId, name: '久未到店', ...plain, sort: 'spend' }).before).toMatchObject({ sort: 'last_visit' });
    expect(list()).toEqual([expect.objectContaining({ id: viewId, sort: 'spend' })]);
  });
});

const create = (input: CallInput<'customers.create'>): CustomerId =>
  customerId(customersHandlers['customers.create'](store.context, contract.customers.create.input.parse(input)).customerId);

describe('the people opened last', () => {
  const opened = (customerIdOpened: CustomerId): void => {
    store.clock.now = instant(store.clock.now + 1);
    store.command(() => recentsHandlers['recents.noteOpened'](store.context, { customerId: customerIdOpened }));
  };
  const names = (): string[] => recentsHandlers['recents.list'](store.context, {}).customers.map(({ name }) => name);

  test('come latest first, each once, eight at most', () => {
    const ids = Array.from({ length: 30 }, (_, index) => create({ name: `顾客${index}` }));
    ids.forEach(opened);
    const [first] = ids;
    if (first) opened(first);
    expect(names()).toEqual(['顾客0', '顾客29', '顾客28', '顾客27', '顾客26', '顾客25', '顾客24', '顾客23']);
  });

  test('are without whoever is in the bin, and forget whoever is erased', () => {
    const [one, two] = ['甲', '乙'].map((name) => create({ name }));
    if (!one || !two) throw new Error('nobody');
    [one, two].forEach(opened);
    store.command(() => customersHandlers['customers.remove'](store.context, { customerId: one }));
    expect(names()).toEqual(['乙']);
    plainRun(store.database, 'DELETE FROM customers WHERE id = @two', { two });
    expect(names()).toEqual([]);
  });
});

describe('R020 a code that a device types', () => {
  const find = (code: string): CustomerId | null => customersHandlers['customers.findByCode'](store.context, { code }).customerId;

  test('finds the holder of the card, the number, or the phone', () => {
    const one = create({ name: '甲', cardNo: 'A-7788', phone: '138 0013 8000' });
    const number = customersHandlers['customers.findById'](store.context, { customerId: one }).number;
    expect([find('A-7788'), find(number), find('13800138000'), find('+8613800138000')]).toEqual([one, one, one, one]);
    expect(find('7788')).toBeNull();
  });

  test('finds nobody by a shared phone, nor whoever is in the bin', () => {
    create({ name: '甲', phone: '13800138000' });
    const other = create({ name: '乙', phone: '13800138000', cardNo: '99001' });
    expect(find('13800138000')).toBeNull();
    store.command(() => customersHandlers['customers.remove'](store.context, { customerId: other }));
    expect(find('99001')).toBeNull();
    expect(find('13800138000')).not.toBeNull();
  });
});

describe('P5 what a list can be narrowed by', () => {
  test('R003 regions and sources in use come from indexes, the frequent ones first', () => {
    for (const region of ['杭州', '宁波', '宁波']) create({ name: '甲', region, source: '路过' });
    expect(customersHandlers['customers.filterOptions'](store.context, {})).toMatchObject({
      regions: ['宁波', '杭州'],
      sources: ['路过'],
    });
  });

  test.each([...Object.entries(filterOptionQueries), ...Object.entries(recentQueries)])('%s has no unplanned scan', (_, sql) => {
    const steps = store.database.connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
    const scans = steps
      .map(({ detail }) => detail)
      .filter((step) => step.startsWith('SCAN') && !/USING (COVERING )?INDEX/.test(step));
    expect(scans).toEqual([]);
  });
});
