import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { productsHandlers } from '../../electron/handlers/products.ts';
import { settingsHandlers } from '../../electron/handlers/settings.ts';
import { staffHandlers } from '../../electron/handlers/staff.ts';
import { execute, sqlite, transaction } from '../../electron/store/database.ts';
import { openStore, closeStore } from '../../electron/store/open.ts';
import { readSettings, writeSettings } from '../../electron/store/settings.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import { defaultSettings } from '../../shared/contract/settings.ts';
import { AppError } from '../../shared/errors.ts';
import { productId, staffId } from '../../shared/types/ids.ts';
import { addMonths, addDays } from '../../shared/types/time.ts';
import { TEST_TODAY, openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore({ onDisk: true });
});
afterEach(() => {
  store.close();
});

const failureOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.details };
    throw error;
  }
  return 'no failure';
};

describe('products', () => {
  const { products } = contract;
  const create = (input: CallInput<'products.create'>): OutputOf<'products.create'> =>
    store.command(() => productsHandlers['products.create'](store.context, products.create.input.parse(input)));
  const update = (input: CallInput<'products.update'>): unknown =>
    store.command(() => productsHandlers['products.update'](store.context, products.update.input.parse(input)));
  const names = (input: CallInput<'products.list'> = {}): string[] =>
    productsHandlers['products.list'](store.context, products.list.input.parse(input)).rows.map(({ name }) => name);

  test('are found by name, pinyin, initials, category and barcode, in the order of their pinyin', () => {
    create({ name: '洗发水', priceCents: 4990, category: '护发' });
    create({ name: '剪发', priceCents: 6800, isService: true });
    create({ name: '护发素 500ml', priceCents: 5990, barcode: '6901234567892' });
    expect(names()).toEqual(['护发素 500ml', '剪发', '洗发水']);
    expect(names({ text: '发' })).toHaveLength(3);
    expect([names({ text: 'xifa' }), names({ text: 'XFS' }), names({ text: '护发' })]).toEqual([
      ['洗发水'],
      ['洗发水'],
      ['护发素 500ml', '洗发水'],
    ]);
    expect([names({ text: '6901234567892' }), names({ text: '69' }), names({ text: '%' })]).toEqual([['护发素 500ml'], [], []]);
    expect(names({ limit: 1, offset: 1 })).toEqual(['剪发']);
  });

  test('keep their place when they change, and leave the list when out of use', () => {
    const { productId: id } = create({ name: '剪发', priceCents: 6800, barcode: '1' });
    update({ productId: id, changes: { name: '精剪', priceCents: 8800, costCents: 100 } });
    const [row] = productsHandlers['products.list'](store.context, products.list.input.parse({ text: 'jj' })).rows;
    expect(row).toMatchObject({ id, name: '精剪', priceCents: 8800, costCents: 100, barcode: '1', isActive: true });
    update({ productId: id, changes: { isActive: false } });
    expect([names(), names({ includeInactive: true })]).toEqual([[], ['精剪']]);
  });

  test('share no barcode, and an unknown one is not found', () => {
    const { productId: first } = create({ name: '一', priceCents: 1, barcode: '1' });
    const { productId: second } = create({ name: '二', priceCents: 1, barcode: '' });
    const taken = { code: 'conflict', reason: 'barcode_taken', productId: first };
    expect(failureOf(() => create({ name: '三', priceCents: 1, barcode: '1' }))).toEqual(taken);
    expect(failureOf(() => update({ productId: second, changes: { barcode: '1' } }))).toEqual(taken);
    expect(update({ productId: first, changes: { barcode: '1' } })).toEqual({});
    const ghost = productId('00000000-0000-7000-8000-00000000ffff');
    expect(failureOf(() => update({ productId: ghost, changes: {} }))).toEqual({ code: 'not_found', what: 'product' });
  });
});

describe('staff', () => {
  test('who left stay on record but off the list', () => {
    const add = (name: string) =>
      store.command(() => staffHandlers['staff.create'](store.context, { name, role: 'clerk' })).staffId;
    const [first] = [add('张丽'), add('王芳')];
    store.command(() => staffHandlers['staff.update'](store.context, { staffId: first, name: '张莉', isActive: false }));
    const list = (includeInactive: boolean) =>
      staffHandlers['staff.list'](store.context, { includeInactive }).staff.map(({ name }) => name);
    expect([list(false), list(true)]).toEqual([['王芳'], ['王芳', '张莉']]);
    const ghost = staffId('00000000-0000-7000-8000-00000000ffff');
    expect(failureOf(() => staffHandlers['staff.update'](store.context, { staffId: ghost, name: '一' }))).toEqual({
      code: 'not_found',
      what: 'staff',
    });
  });
});

describe('settings', () => {
  const { settings } = contract;
  const update = (changes: CallInput<'settings.update'>['changes']): OutputOf<'settings.update'> =>
    store.command(() => settingsHandlers['settings.update'](store.context, settings.update.input.parse({ changes })));

  test('begin as the defaults, and an update is undone by what it says was before', () => {
    expect(settingsHandlers['settings.get'](store.context, {})).toEqual(defaultSettings);
    const { settings: changed, before } = update({ shopName: '熟客美发', valueHighCents: 500_000, dayTurnHour: 4 });
    expect(changed).toEqual({ ...defaultSettings, shopName: '熟客美发', valueHighCents: 500_000 });
    expect(before).toEqual({ shopName: '', valueHighCents: null });
    expect(update(before).settings).toEqual(defaultSettings);
    expect(store.events.at(-1)).toMatchObject({ customerIds: null });
  });

  test.each([
    [{ activeMonths: 6 }, 'changes.activeMonths', 'active_before_semi_active'],
    [{ semiActiveMonths: 3 }, 'changes.semiActiveMonths', 'active_before_semi_active'],
    [{ dormantMonths: 24 }, 'changes.dormantMonths', 'dormant_before_give_up'],
    [{ valueHighCents: 100, valueMiddleCents: 200 }, 'changes.valueMiddleCents', 'middle_below_high'],
  ])('%o contradicts the others: refused with the field named, nothing changed', (changes, path, message) => {
    expect(failureOf(() => update({ shopName: '新', ...changes }))).toEqual({ code: 'bad_input', issues: [{ path, message }] });
    expect(readSettings(store.database)).toEqual(defaultSettings);
  });

  test('are remembered, but never beyond a rollback', () => {
    expect(readSettings(store.database)).toBe(readSettings(store.database));
    const undone = (): void => {
      transaction(store.database, () => {
        writeSettings(store.database, { shopName: '新' }, store.clock.now);
        expect(readSettings(store.database).shopName).toBe('新');
        throw new Error('rolled back');
      });
    };
    expect(undone).toThrow('rolled back');
    expect(readSettings(store.database).shopName).toBe('');
  });

  test('of the writer are seen by the reading connection', () => {
    const reader = openStore(store.path, { isReadonly: true });
    expect(readSettings(reader).shopName).toBe('');
    update({ shopName: '熟客' });
    expect(readSettings(reader).shopName).toBe('熟客');
    closeStore(reader);
  });

  test('that no longer parse fall back to their default, the others stay', () => {
    update({ shopName: '熟客', dailyCapacity: 5 });
    execute(store.database, sqlite.updateTable('settings').set({ value: '"many"' }).where('name', '=', 'dailyCapacity'));
    const reader = openStore(store.path, { isReadonly: true });
    expect(readSettings(reader)).toEqual({ ...defaultSettings, shopName: '熟客' });
    closeStore(reader);
  });

  test('R022 R029 a preview counts who would be where, everyone in one activity class', () => {
    const add = (name: string, contactOn: string | null, boughtOn: string | null): void => {
      const { customerId: id } = store.command(() =>
        customersHandlers['customers.create'](store.context, contract.customers.create.input.parse({ name })),
      );
      store.database.connection
        .prepare('UPDATE customer_summaries SET last_interaction_on = ?, last_purchase_on = ? WHERE customer_id = ?')
        .run(contactOn, boughtOn, id);
    };
    const limit = (months: number): [string, string] => [
      addMonths(TEST_TODAY, -months),
      addDays(addMonths(TEST_TODAY, -months), -1),
    ];
    const [[threeIn, threeOut], [sixIn, sixOut]] = [limit(3), limit(6)];
    add('one', threeIn, sixIn);
    add('two', threeOut, sixOut);
    add('three', sixIn, null);
    add('four', sixOut, null);
    add('five', null, null);
    const preview = settingsHandlers['settings.previewThresholds'](store.context, {
      activeMonths: 3,
      semiActiveMonths: 6,
      dormantMonths: 6,
    });
    expect(preview).toEqual({ active: 1, semiActive: 2, inactive: 2, dormant: 1 });
  });
});
