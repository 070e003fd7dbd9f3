import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { settingsHandlers } from '../../electron/handlers/settings.ts';
import { staffHandlers } from '../../electron/handlers/staff.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { customerId, staffId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { execute, sqlite } from '../../electron/store/database.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => {
  store.close();
});

const { customers } = contract;
const create = (input: CallInput<'customers.create'>): OutputOf<'customers.create'> =>
  store.command(() => customersHandlers['customers.create'](store.context, customers.create.input.parse(input)));
const update = (input: CallInput<'customers.update'>): OutputOf<'customers.update'> =>
  store.command(() => customersHandlers['customers.update'](store.context, customers.update.input.parse(input)));
const card = (id: CustomerId): OutputOf<'customers.findById'> => {
  const found = customersHandlers['customers.findById'](store.context, { customerId: id });
  return customers.findById.output.parse(found);
};
const duplicates = (input: CallInput<'customers.findDuplicates'>): OutputOf<'customers.findDuplicates'>['matches'] =>
  customersHandlers['customers.findDuplicates'](store.context, customers.findDuplicates.input.parse(input)).matches;
const hits = (text: string): string[] =>
  customersHandlers['customers.search'](store.context, { text, limit: 10 }).hits.map(({ name }) => name);

/** Code and details of the failure. */
const failureOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.details };
    throw error;
  }
  return 'no failure';
};

const nobody = customerId('00000000-0000-7000-8000-00000000ffff');

describe('R001 R002 a new customer', () => {
  test('has a card with everything that was typed', () => {
    const { customerId: id, number } = create({
      name: '张小明',
      gender: 'male',
      birthday: { calendar: 'lunar', year: 1990, month: 8, day: 15 },
      phone: '138 0013 8000',
      wechat: 'zxm_88',
      email: '',
      isVip: true,
      vipReason: '老街坊',
      contactFromHour: 14,
      contactToHour: 18,
    });
    const found = card(id);
    expect(number).toBe('10001');
    expect(found).toMatchObject({ number: '10001', revision: 1, age: 36, removedAt: null });
    expect(found.fields).toMatchObject({ name: '张小明', phone: '138 0013 8000', wechat: 'zxm_88', email: null, isVip: true });
    expect(found.contactMethods[0]).toMatchObject({
      type: 'mobile',
      value: '138 0013 8000',
      e164: '+8613800138000',
      isValid: true,
    });
    expect(found.importantDates).toMatchObject([{ kind: 'birthday', nextOn: '2027-09-15' }]);
    expect(found.summary).toMatchObject({ visitCount: 0, pointsBalance: 0, lastVisitOn: null });
    expect(found.classes).toMatchObject({ rfm: 'no_purchase', lifecycle: 'prospect' });
    expect(hits('8000')).toEqual(['张小明']);
    expect(store.events.at(-1)).toMatchObject({ customerIds: [id] });
  });

  test('is found by the number on the card, and nobody by another', () => {
    const { number } = create({ name: '张小明' });
    const byNumber = (wanted: string): string =>
      customersHandlers['customers.findByNumber'](store.context, { number: wanted }).fields.name;
    expect(byNumber(number)).toBe('张小明');
    expect(failureOf(() => byNumber('1'))).toEqual({ code: 'not_found', what: 'customer' });
    expect(failureOf(() => card(nobody))).toEqual({ code: 'not_found', what: 'customer' });
  });

  test('gets the next free number, from the one that is set', () => {
    store.command(() => settingsHandlers['settings.update'](store.context, { changes: { firstCustomerNumber: 500 } }));
    expect([create({ name: '一' }).number, create({ name: '二' }).number]).toEqual(['500', '501']);
    const imported = ['0700', 'VIP900', '13800138000'];
    for (const number of imported) {
      const { customerId: id } = create({ name: number });
      execute(store.database, sqlite.updateTable('customers').set({ number }).where('id', '=', id));
    }
    expect(create({ name: '三' }).number).toBe('701');
  });

  test('may have the phone of another, but not the card', () => {
    const { customerId: first } = create({ name: '张小明', phone: '13800138000', cardNo: 'VIP1' });
    const { customerId: second } = create({ name: '张太太', phone: '138-0013-8000' });
    expect(failureOf(() => create({ name: '李雷', cardNo: 'VIP1' }))).toMatchObject({ code: 'conflict', reason: 'card_taken' });
    expect(hits('李雷')).toEqual([]);
    const found = duplicates({ phone: '+86 13800138000', cardNo: 'VIP1', exceptId: second });
    expect(found.map(({ customer, because }) => [customer.id, because])).toEqual([[first, 'same_phone']]);
    expect(found[0]?.reasons.map(({ code }) => code)).toEqual(['same_phone', 'same_card']);
    expect(duplicates({ phone: '13800138001' })).toEqual([]);
  });

  test('names only people who are there, and hours in their order', () => {
    const issue = (path: string, message: string): unknown => ({ code: 'bad_input', issues: [{ path, message }] });
    expect(failureOf(() => create({ name: '一', referrerId: nobody }))).toEqual(issue('referrerId', 'unknown_customer'));
    expect(failureOf(() => create({ name: '一', contactFromHour: 18, contactToHour: 9 }))).toEqual(
      issue('contactToHour', 'hours_order'),
    );
    const ghost = staffId('00000000-0000-7000-8000-00000000ffff');
    expect(failureOf(() => create({ name: '一', ownerId: ghost }))).toEqual({ code: 'not_found', what: 'staff' });
    const { customerId: id } = create({ name: '一' });
    expect(failureOf(() => update({ customerId: id, changes: { referrerId: id } }))).toEqual(
      issue('changes.referrerId', 'refers_to_self'),
    );
  });
});

describe('an edit', () => {
  test('made on a form that is out of date is refused and changes nothing', () => {
    const { customerId: id } = create({ name: '张小明' });
    expect(update({ customerId: id, revision: 1, changes: { likes: '绿茶' } })).toEqual({
      revision: 2,
      before: { likes: null },
      verifications: [],
    });
    expect(failureOf(() => update({ customerId: id, revision: 1, changes: { likes: '红茶' } }))).toEqual({
      code: 'conflict',
      reason: 'changed_meanwhile',
      revision: 2,
    });
    expect(card(id).fields.likes).toBe('绿茶');
    expect(update({ customerId: id, revision: null, changes: { likes: '红茶' } }).revision).toBe(3);
  });

  test('that changes nothing leaves no trace', () => {
    const { customerId: id } = create({
      name: '张小明',
      phone: '13800138000',
      birthday: { calendar: 'solar', month: 5, day: 12 },
    });
    const before = store.events.length;
    const changes = {
      name: '张小明',
      phone: '13800138000',
      email: '',
      birthday: { calendar: 'solar', month: 5, day: 12 },
    } as const;
    expect(update({ customerId: id, changes })).toEqual({ revision: 1, before: {}, verifications: [] });
    expect(store.events).toHaveLength(before);
  });

  test('stands on the timeline with the names of its fields', () => {
    const { customerId: id } = create({ name: '张小明' });
    store.clock.now = store.context.now();
    update({ customerId: id, changes: { name: '张晓明', phone: '13800138000' } });
    const { entries } = customersHandlers['customers.timeline'](
      store.context,
      customers.timeline.input.parse({ customerId: id, kinds: ['change'] }),
    );
    expect(entries.map(({ change }) => change)).toMatchObject([
      { action: 'edited', fields: ['name', 'phone'] },
      { action: 'created', fields: [] },
    ]);
    expect(hits('晓明')).toEqual(['张晓明']);
    expect(hits('小明')).toEqual([]);
  });

  const text = fc.option(fc.constantFrom('绿茶', '短发', 'a b'));
  const changesArbitrary = fc.record(
    {
      name: fc.constantFrom('张小明', '李雷', 'Anna'),
      gender: fc.constantFrom('female', 'male', 'unknown'),
      birthday: fc.option(
        fc.constantFrom({ calendar: 'solar', month: 5, day: 12 } as const, { calendar: 'lunar', year: 1990 } as const),
      ),
      phone: fc.option(fc.constantFrom('13800138000', '010-62345678转801', '12')),
      wechat: text,
      email: text,
      cardNo: fc.option(fc.constantFrom('A1', 'A2')),
      isVip: fc.boolean(),
      needType: fc.option(fc.constantFrom('function_led', 'service_first')),
      contactFromHour: fc.option(fc.integer({ min: 0, max: 9 })),
      contactToHour: fc.option(fc.integer({ min: 10, max: 24 })),
      doNotContact: fc.boolean(),
      likes: text,
      note: text,
      status: fc.constantFrom('prospect', 'customer', 'lost'),
    },
    { requiredKeys: [] },
  );

  property.prop({ first: changesArbitrary, edits: fc.array(changesArbitrary, { maxLength: 4 }) }, { numRuns: 25 })(
    'is undone by writing back what it says was there before',
    ({ first, edits }) => {
      store.close();
      store = openTestStore();
      const { customerId: id } = create({ ...first, name: first.name ?? '张小明' });
      const states = [card(id).fields];
      const undos: OutputOf<'customers.update'>['before'][] = [];
      for (const changes of edits) {
        undos.push(update({ customerId: id, changes }).before);
        states.push(card(id).fields);
      }
      for (const before of undos.toReversed()) {
        expect(card(id).fields).toEqual(states.pop());
        update({ customerId: id, changes: before });
      }
      expect(card(id).fields).toEqual(states.pop());
    },
  );
});

describe('removing', () => {
  const mark = (operation: 'customers.remove' | 'customers.restore', id: CustomerId): unknown =>
    store.command(() => customersHandlers[operation](store.context, { customerId: id }));

  test('takes a customer out of every list; restoring brings the same one back', () => {
    const { customerId: id } = create({ name: '张小明', phone: '13800138000', likes: '绿茶' });
    const before = card(id);
    const list = (): OutputOf<'customers.list'> =>
      customersHandlers['customers.list'](store.context, customers.list.input.parse({}));
    mark('customers.remove', id);
    mark('customers.remove', id);
    expect([hits('张'), list(), duplicates({ phone: '13800138000' })]).toEqual([[], { total: 0, rows: [] }, []]);
    expect(card(id).removedAt).toBe(store.clock.now);
    expect(failureOf(() => update({ customerId: id, changes: { likes: '红茶' } }))).toEqual({
      code: 'conflict',
      reason: 'customer_removed',
    });
    mark('customers.restore', id);
    expect([hits('张'), list().total]).toEqual([['张小明'], 1]);
    expect(card(id)).toEqual({ ...before, revision: 3 });
  });

  test('an unknown customer is not found', () => {
    expect(failureOf(() => mark('customers.remove', nobody))).toEqual({ code: 'not_found', what: 'customer' });
  });
});

test('an owner is shown by name', () => {
  const { staffId: owner } = store.command(() => staffHandlers['staff.create'](store.context, { name: '张丽', role: 'clerk' }));
  const { customerId: referrer } = create({ name: '王芳' });
  const { customerId: id } = create({ name: '李雷', ownerId: owner, referrerId: referrer });
  expect(card(id)).toMatchObject({ ownerName: '张丽', referrerName: '王芳' });
});
