import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { duplicatesHandlers } from '../../electron/handlers/duplicates.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { binQueries } from '../../electron/store/bin.ts';
import { comparableQueries } from '../../electron/store/comparables.ts';
import { plainRows } from '../../electron/store/database.ts';
import { duplicateQueries } from '../../electron/store/duplicates.ts';
import { lookalikeQueries } from '../../electron/store/lookalikes.ts';
import { mergeQueries } from '../../electron/store/merges.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';

let desk: MergeDesk;
beforeEach(() => {
  desk = openMergeDesk();
});
afterEach(() => {
  desk.close();
});

const { findDuplicates } = contract.customers;
const told = (input: CallInput<'customers.findDuplicates'>): [CustomerId, string][] =>
  findDuplicates.output
    .parse(customersHandlers['customers.findDuplicates'](desk.context, findDuplicates.input.parse(input)))
    .matches.map(({ customer, because }) => [customer.id, because]);
const dismiss = (oneId: CustomerId, otherId: CustomerId) =>
  desk.command(() => duplicatesHandlers['duplicates.dismiss'](desk.context, { oneId, otherId }));
const birthday = { calendar: 'solar', year: 1991, month: 5, day: 20 } as const;

describe('who a customer may already be is told while typing (R184)', () => {
  test('by WeChat and e-mail in whatever case', () => {
    const id = desk.create({ name: '王芳', wechat: 'WF_88', email: 'wf@example.com' });
    expect(told({ wechat: 'wf_88' })).toEqual([[id, 'same_wechat']]);
    expect(told({ email: 'WF@Example.com' })).toEqual([[id, 'same_email']]);
    expect(told({ wechat: 'wf_8' })).toEqual([]);
  });

  test('by a name that sounds alike and the same birthday, or a number with one slip, but never by a name or a day alone', () => {
    const id = desk.create({ name: '章薇', phone: '13812345678', birthday });
    expect(told({ name: '张薇', birthday })).toEqual([[id, 'likely']]);
    expect(told({ name: '章薇', phone: '13812345687' })).toEqual([[id, 'likely']]);
    expect(told({ name: '章薇' })).toEqual([]);
    expect(told({ name: '李强', birthday })).toEqual([]);
    expect(told({ name: '章薇', phone: '13900001111' })).toEqual([]);
    expect(told({ name: '章薇', birthday: { ...birthday, year: 1970 } })).toEqual([]);
  });

  test('the likeliest first, and nobody who was removed', () => {
    const family = desk.create({ name: '李强', phone: '13812345678' });
    const same = desk.create({ name: '王芳', phone: '13812345678' });
    const typed = { name: '王芳', phone: '138 1234 5678' };
    expect(told(typed)).toEqual([
      [same, 'same_phone'],
      [family, 'same_phone'],
    ]);
    desk.command(() => customersHandlers['customers.remove'](desk.context, { customerId: same }));
    expect(told(typed)).toEqual([[family, 'same_phone']]);
  });

  test('X38 two judged to be two are not told of again until something that counts is typed', () => {
    const one = desk.create({ name: '王芳', phone: '13812345678', wechat: 'wf' });
    const other = desk.create({ name: '王芳', phone: '13812345678' });
    const asStored = { name: '王芳', phone: '13812345678', exceptId: one };
    expect(told(asStored)).toEqual([[other, 'same_phone']]);
    dismiss(one, other);
    expect(told(asStored)).toEqual([]);
    expect(told({ ...asStored, exceptId: other })).toEqual([]);
    expect(told({ ...asStored, birthday })).toEqual([[other, 'same_phone']]);
    // Someone new was never compared with either.
    expect(told({ name: '王芳', phone: '13812345678' })).toHaveLength(2);
  });

  test('X38 a pair judged to be two stays so through a merge and its undo', () => {
    const one = desk.create({ name: '王芳', phone: '13812345678' });
    const other = desk.create({ name: '王芳', phone: '13812345678' });
    dismiss(one, other);
    const { mergeId } = desk.command(() =>
      mergesHandlers['merges.merge'](desk.context, contract.merges.merge.input.parse({ survivorId: one, otherId: other })),
    );
    desk.command(() => mergesHandlers['merges.undo'](desk.context, { mergeId }));
    expect(plainRows(desk.database, 'SELECT state FROM duplicate_pairs')).toEqual([{ state: 'not_duplicate' }]);
    expect(told({ name: '王芳', phone: '13812345678', exceptId: one })).toEqual([]);
  });
});

describe('comparing and merging cost the same in a shop of any size (P5, P13)', () => {
  const values = {
    type: '',
    value: '',
    calendar: '',
    year: 0,
    month: 0,
    day: 0,
    pinyin: '',
    ids: '[]',
    after: '',
    id: '',
    survivorId: '',
    limit: 1,
    offset: 0,
  };
  const planOf = (text: string): string[] =>
    plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, values).map(({ detail }) => detail);

  test.each(Object.entries({ ...lookalikeQueries, comparables: comparableQueries.some, bin: binQueries.page, ...mergeQueries }))(
    '%s walks through no table',
    (name, text) => {
      const plan = planOf(text);
      expect(plan.length).toBeGreaterThan(0);
      // The history of merges and the bin are read in the order of their index, a page at a time.
      const walks = plan.filter((step) => step.startsWith('SCAN') && !/^SCAN json_each|USING (COVERING )?INDEX/.test(step));
      expect({ name, walks }).toEqual({ name, walks: [] });
    },
  );
  test('the queue of duplicates is read in the order of its index', () => {
    expect(planOf(duplicateQueries.page).filter((step) => /^SCAN|TEMP B-TREE/.test(step))).toEqual([
      'SCAN duplicate_pairs USING INDEX duplicate_pairs_open',
    ]);
  });
});
