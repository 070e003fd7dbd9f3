import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bulkEditsInternal, bulkEditsStudies } from '../../electron/handlers/bulkEdits.ts';
import { callbacksHandlers } from '../../electron/handlers/callbacks.ts';
import { pageByFilter } from '../../electron/handlers/customers/byFilter.ts';
import { customersFind } from '../../electron/handlers/customers/find.ts';
import { duplicatesHandlers, duplicatesInternal, duplicatesStudies } from '../../electron/handlers/duplicates.ts';
import { inactiveHandlers } from '../../electron/handlers/inactive.ts';
import { segmentsHandlers } from '../../electron/handlers/segments.ts';
import { inactiveQuery } from '../../electron/store/inactive.ts';
import { orderQueries } from '../../electron/store/customerOrder.ts';
import { customerQueries } from '../../electron/store/customers.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import { bulkEditIdSchema } from '../../shared/contract/values.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { dumpStore } from '../helpers/dump.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { TEST_TODAY, openTestStudy } from '../helpers/store.ts';

let desk: MergeDesk;
beforeEach(() => {
  desk = openMergeDesk({ onDisk: true });
});
afterEach(() => {
  desk.close();
});

const set = (customerId: CustomerId, inactive: CallInput<'inactive.set'>['inactive']) =>
  desk.command(() => inactiveHandlers['inactive.set'](desk.context, contract.inactive.set.input.parse({ customerId, inactive })));
const namesOf = ({ total, rows }: OutputOf<'customers.list'>) => ({ total, names: rows.map(({ name }) => name).sort() });
const list = (input: CallInput<'customers.list'> = {}) =>
  namesOf(customersFind['customers.list'](desk.context, contract.customers.list.input.parse(input)));
const listBy = (filter: CallInput<'customers.listByFilter'>['filter']) =>
  namesOf(pageByFilter(desk.context, contract.customers.listByFilter.input.parse({ filter })));
const find = (text: string, withInactive = false) => {
  const { hits, inactiveLeftOut } = customersFind['customers.search'](desk.context, { text, limit: 10, withInactive });
  return { names: hits.map(({ name, isInactive }) => (isInactive ? `(${name})` : name)), inactiveLeftOut };
};
const called = (): string[] =>
  callbacksHandlers['callbacks.today'](desk.context, contract.callbacks.today.input.parse({})).rows.map(({ name }) => name);
const changesOf = (customerId: CustomerId) =>
  desk.timeline({ customerId, kinds: ['change'] }).entries.map(({ change }) => [change?.action, change?.reason]);
const plan = (sql: string): string =>
  plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${sql}`, {
    ids: '[]',
    limit: 1,
    offset: 0,
  })
    .map(({ detail }) => detail)
    .join('\n');

/** Somebody who should be called: the birthday is in three days. */
const birthdayChild = (name: string): CustomerId => {
  const day = addDays(TEST_TODAY, 3);
  const birthday = { calendar: 'solar' as const, month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
  const id = desk.create({ name, phone: '13800000001', birthday });
  desk.record({ customerId: id, lines: [item(20_000)] });
  return id;
};

describe('an inactive customer (X37)', () => {
  it('is out of the list, its counts and the search box until asked for, and then said to be so', () => {
    const one = birthdayChild('王芳');
    desk.create({ name: '王芳芳' });
    expect(list()).toEqual({ total: 2, names: ['王芳', '王芳芳'] });
    set(one, { reason: '搬走了' });
    for (const sort of ['last_visit', 'name', 'created', 'region', 'spend'] as const)
      expect(list({ sort })).toEqual({ total: 1, names: ['王芳芳'] });
    expect(list({ text: '王芳' })).toEqual({ total: 1, names: ['王芳芳'] });
    expect(listBy({ isVip: false })).toEqual({ total: 1, names: ['王芳芳'] });
    expect(listBy({ inactive: 'only' })).toEqual({ total: 1, names: ['王芳'] });
    expect(listBy({ inactive: 'only', text: '王' })).toEqual({ total: 1, names: ['王芳'] });
    expect(listBy({ inactive: 'also' })).toEqual({ total: 2, names: ['王芳', '王芳芳'] });
    expect(find('王芳')).toEqual({ names: ['王芳芳'], inactiveLeftOut: 1 });
    expect(find('王芳', true)).toEqual({ names: ['王芳芳', '(王芳)'], inactiveLeftOut: 0 });
    set(one, null);
    expect(find('王芳')).toEqual({ names: ['王芳', '王芳芳'], inactiveLeftOut: 0 });
    expect(list().total).toBe(2);
  });

  it('is not called: the open call is taken off the list, and stands there again when active again', () => {
    const one = birthdayChild('王芳');
    expect(called()).toEqual(['王芳']);
    set(one, {});
    expect(called()).toEqual([]);
    expect(plainRows(desk.database, 'SELECT 1 FROM reminders UNION ALL SELECT 1 FROM callback_queue')).toEqual([]);
    expect(desk.card(one)).toMatchObject({ openReasons: [], inactive: { on: TEST_TODAY, reason: null } });
    set(one, null);
    expect(called()).toEqual(['王芳']);
  });

  it('counts in no segment', () => {
    const [one, two] = [birthdayChild('王芳'), birthdayChild('李强')];
    const people = () => segmentsHandlers['segments.overview'](desk.context, {}).customers;
    set(two, {});
    const [before] = [people()];
    set(one, {});
    expect(before - people()).toBe(1);
  });

  it('is no duplicate to be asked about, yet whoever types the same phone is told', async () => {
    const one = desk.create({ name: '王芳', phone: '13800001111' });
    const two = desk.create({ name: '王芳', phone: '13800001111' });
    const study = openTestStudy(desk, duplicatesInternal);
    const pairs = () => duplicatesHandlers['duplicates.list'](desk.context, contract.duplicates.list.input.parse({})).total;
    await duplicatesStudies['duplicates.scan'](study.context, {});
    expect(pairs()).toBe(1);
    set(two, {});
    expect(pairs()).toBe(0);
    expect(await duplicatesStudies['duplicates.scan'](study.context, {})).toMatchObject({ customers: 1, pairs: 0 });
    study.close();
    const { matches } = customersFind['customers.findDuplicates'](
      desk.context,
      contract.customers.findDuplicates.input.parse({ phone: '13800001111', exceptId: one }),
    );
    expect(matches.map(({ customer }) => [customer.id, customer.isInactive])).toEqual([[two, true]]);
  });

  it('is opened by card and number all the same', () => {
    const one = desk.create({ name: '王芳', cardNo: 'A100' });
    set(one, {});
    expect(customersFind['customers.findByCode'](desk.context, { code: 'A100' }).customerId).toBe(one);
    expect(desk.byNumber(desk.card(one).number).id).toBe(one);
  });

  it('is noted on the timeline with the reason, and undone to the day and the reason', () => {
    const one = desk.create({ name: '王芳' });
    set(one, { reason: '搬走了' });
    desk.clock.today = addDays(TEST_TODAY, 9);
    const { before } = set(one, null);
    expect(before).toEqual({ on: TEST_TODAY, reason: '搬走了' });
    expect(set(one, before)).toEqual({ before: null });
    expect(desk.card(one).inactive).toEqual(before);
    expect(changesOf(one)).toEqual([
      ['made_inactive', '搬走了'],
      ['made_active', null],
      ['made_inactive', '搬走了'],
      ['created', null],
    ]);
    const noted = changesOf(one).length;
    set(one, before);
    expect(changesOf(one)).toHaveLength(noted);
  });

  it('is active again from the visit on that brings them back, and inactive as before when that visit is undone', () => {
    const one = desk.create({ name: '王芳' });
    set(one, { reason: '搬走了' });
    const before = desk.card(one).inactive;
    const { visitId } = desk.record({ customerId: one, lines: [item(100)] });
    expect(desk.card(one).inactive).toBeNull();
    expect(list().total).toBe(1);
    desk.undo({ visitId });
    expect(desk.card(one).inactive).toEqual(before);
  });

  it('stays inactive when a visit of before is entered late, and active when somebody has said so since', () => {
    const one = desk.create({ name: '王芳' });
    set(one, {});
    desk.record({ customerId: one, lines: [item(100)], businessDate: addDays(TEST_TODAY, -1) });
    expect(desk.card(one).inactive).not.toBeNull();
    const { visitId } = desk.record({ customerId: one, lines: [item(100)] });
    set(one, { reason: '再停' });
    set(one, null);
    desk.undo({ visitId });
    expect(desk.card(one).inactive).toEqual({ on: TEST_TODAY, reason: null });
  });

  it('is refused for who is not there or in the bin', () => {
    const one = desk.create({ name: '王芳' });
    desk.remove(one);
    expect(failureOf(() => set(one, {})).details).toEqual({ reason: 'customer_removed' });
    expect(failureOf(() => set(desk.context.newId() as CustomerId, {})).code).toBe('not_found');
  });

  it('makes one active card when merged with an active one, and parts as both were', () => {
    const [one, two] = [desk.create({ name: '王芳' }), desk.create({ name: '王芳' })];
    set(one, { reason: '搬走了' });
    const { mergeId } = desk.merge({ survivorId: one, otherId: two });
    expect(desk.card(one).inactive).toBeNull();
    desk.undoMerge({ mergeId });
    expect(desk.card(one).inactive).toEqual({ on: TEST_TODAY, reason: '搬走了' });
    expect(desk.card(two).inactive).toBeNull();
  });

  it('is looked up without reading everyone', () => {
    expect(plan(inactiveQuery)).not.toMatch(/SCAN customers/);
    expect(plan(customerQueries.countInactive)).toMatch(/COVERING INDEX customers_inactive/);
    for (const sort of ['last_visit', 'name', 'created'] as const) {
      const text = plan(orderQueries.everyone({ sort, direction: 'descending' }));
      expect(text).toMatch(/SCAN customers USING COVERING INDEX customers_inactive/);
      expect(text).not.toMatch(/TEMP B-TREE/);
    }
  });
});

const bulk = () => {
  const study = openTestStudy(desk, bulkEditsInternal);
  const action = (isInactive: boolean, reason: string | null) => ({ kind: 'set_inactive' as const, isInactive, reason });
  const selection = { filter: { inactive: 'also' as const }, exceptIds: [] };
  return {
    close: study.close,
    preview: (isInactive: boolean) =>
      bulkEditsStudies['bulkEdits.preview'](study.context, { selection, action: action(isInactive, null) }),
    apply: (isInactive: boolean, reason: string | null = null) =>
      bulkEditsStudies['bulkEdits.apply'](study.context, { selection, action: action(isInactive, reason) }),
    undo: (bulkEditId: NonNullable<Awaited<ReturnType<(typeof bulkEditsStudies)['bulkEdits.apply']>>['bulkEditId']>) =>
      bulkEditsStudies['bulkEdits.undo'](study.context, { bulkEditId }),
  };
};

describe('making many inactive at once (X36, X37)', () => {
  it('is seen before, leaves alone who is so already, and leaves who was made active since', async () => {
    const [one, two, three] = [desk.create({ name: '王芳' }), desk.create({ name: '李强' }), desk.create({ name: '陈晨' })];
    const people = [one, two, three];
    set(one, { reason: '搬走了' });
    const edits = bulk();
    expect(await edits.preview(true)).toMatchObject({
      selected: 3,
      changing: 2,
      alreadySo: 1,
      sample: [{ before: 'false', after: 'true' }, {}],
    });
    const { bulkEditId } = await edits.apply(true, '关店清理');
    expect(list().total).toBe(0);
    expect(people.map((id) => desk.card(id).inactive?.reason)).toEqual(['搬走了', '关店清理', '关店清理']);
    set(two, null);
    expect(await edits.undo(bulkEditIdSchema.parse(bulkEditId))).toEqual({ restored: 1, left: 1 });
    expect(people.map((id) => desk.card(id).inactive?.reason ?? null)).toEqual(['搬走了', null, null]);
    edits.close();
  });

  property.prop(
    [
      fc.array(fc.record({ isInactive: fc.boolean(), reason: fc.constantFrom(null, '搬走了') }), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
    ],
    {
      numRuns: 15,
    },
  )('and undone, everyone is as before', async (people, isInactive) => {
    for (const person of people) {
      const id = desk.create({ name: '王芳' });
      if (person.isInactive) set(id, { reason: person.reason });
    }
    const facts = () =>
      dumpStore(desk.database, {
        withoutTables: ['bulk_edits', 'bulk_edit_rows', 'customer_changes', 'engine_runs'],
        withoutColumns: ['revision', 'changed_at', 'as_of'],
      });
    const before = facts();
    const edits = bulk();
    const { bulkEditId } = await edits.apply(isInactive, '一起');
    if (bulkEditId !== null) await edits.undo(bulkEditId);
    expect(facts()).toEqual(before);
    edits.close();
  });
});
