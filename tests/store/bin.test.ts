import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { binHandlers, tidyUp } from '../../electron/handlers/bin.ts';
import { auditProblems, foreignKeyProblems } from '../../electron/store/audit.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, instantAt } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { dumpStore } from '../helpers/dump.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { TEST_TODAY } from '../helpers/store.ts';

let desk: MergeDesk;
beforeEach(() => {
  desk = openMergeDesk();
});
afterEach(() => {
  desk.close();
});

const bin = () => binHandlers['bin.list'](desk.context, { offset: 0, limit: 100 });
const purge = (...customerIds: CustomerId[]) => desk.command(() => binHandlers['bin.purge'](desk.context, { customerIds }));
const tidy = () => desk.command(() => tidyUp(desk.context));
const goTo = (day: LocalDate): void => {
  desk.clock.today = day;
  desk.clock.now = instantAt(day, 10, 'Asia/Shanghai');
};
const present = () => plainRows<{ id: string }>(desk.database, 'SELECT id FROM customers').map(({ id }) => id);

/** Someone with a bit of everything. */
const regular = (name: string, phone: string): CustomerId => {
  const id = desk.create({ name, phone, wechat: `${phone}w`, birthday: { calendar: 'lunar', month: 8, day: 15 } });
  const { visitId } = desk.record({ customerId: id, lines: [item(26_000), item(500)] });
  desk.record({ customerId: id, lines: [item(10_000)] });
  desk.undo({ visitId });
  desk.adjust({ customerId: id, points: 5, reason: '补' });
  desk.contact({ customerId: id, channel: 'phone', direction: 'out', note: '' });
  desk.saveMember({ customerId: id, name: '朵朵' });
  return id;
};

describe('the bin (X37)', () => {
  it('shows who was removed and how many days are left, and not who was merged away', () => {
    const [one, two, three] = [regular('王芳', '13800000001'), regular('李强', '13800000002'), regular('王芳', '13800000003')];
    desk.remove(one);
    desk.merge({ survivorId: two, otherId: three });
    goTo(addDays(TEST_TODAY, 10));
    expect(bin()).toMatchObject({ total: 1, rows: [{ customer: { id: one, name: '王芳' }, daysLeft: 20 }] });
    desk.restore(one);
    expect(bin().total).toBe(0);
    expect(desk.card(one).summary.visitCount).toBe(1);
  });

  it('deletes for good everything that belongs to a person, and nothing of anybody else', () => {
    const other = regular('李强', '13800000002');
    const before = dumpStore(desk.database, {
      withoutTables: ['anonymous_sums', 'daily_numbers'],
      withoutColumns: ['revision', 'changed_at'],
    });
    const one = regular('王芳', '13800000001');
    plainRun(desk.database, 'UPDATE customers SET referrer_id = @one WHERE id = @other', { one, other });
    desk.remove(one);
    expect(purge(one)).toEqual({ purged: 1 });
    const after = dumpStore(desk.database, {
      withoutTables: ['anonymous_sums', 'daily_numbers'],
      withoutColumns: ['revision', 'changed_at'],
    });
    expect(after).toEqual(before);
    expect([...auditProblems(desk.database), ...foreignKeyProblems(desk.database)]).toEqual([]);
  });

  it('deletes with a person whoever was merged into them, also in a chain', () => {
    const people = [regular('王芳', '13800000001'), regular('王方', '13800000003'), regular('王房', '13800000004')] as const;
    desk.merge({ survivorId: people[1], otherId: people[0] });
    desk.merge({ survivorId: people[2], otherId: people[1] });
    desk.remove(people[2]);
    // The question before it says how many go along.
    const alone = regular('李强', '13800000005');
    desk.remove(alone);
    expect(new Map(bin().rows.map(({ customer, mergedCards }) => [customer.id, mergedCards]))).toEqual(
      new Map([
        [people[2], 2],
        [alone, 0],
      ]),
    );
    purge(people[2], alone);
    expect(present()).toEqual([]);
    expect(plainRows(desk.database, 'SELECT * FROM merge_moves')).toEqual([]);
    expect(desk.history().map(({ survivor, other }) => [survivor, other])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('purges nobody who is not in it', () => {
    const [one, two] = [regular('王芳', '13800000001'), regular('李强', '13800000002')];
    expect(failureOf(() => purge(one)).code).toBe('not_found');
    desk.merge({ survivorId: one, otherId: two });
    expect(failureOf(() => purge(two)).code).toBe('not_found');
    expect(present()).toHaveLength(2);
  });

  it('is emptied by the daily run after 30 days, not a day before', () => {
    const one = regular('王芳', '13800000001');
    desk.remove(one);
    goTo(addDays(TEST_TODAY, 30));
    tidy();
    expect(present()).toEqual([one]);
    goTo(addDays(TEST_TODAY, 31));
    expect(tidy()).toEqual({ isMore: false });
    expect(present()).toEqual([]);
  });

  it('is emptied a little at a time', () => {
    for (let index = 0; index < 25; index += 1) desk.remove(desk.create({ name: `顾客${index}` }));
    goTo(addDays(TEST_TODAY, 31));
    expect(tidy()).toEqual({ isMore: true });
    expect(present()).toHaveLength(5);
    expect(tidy()).toEqual({ isMore: false });
    expect(present()).toEqual([]);
  });

  it('forgets what merges moved after 30 days; the old number still leads to the person (R184)', () => {
    const [one, two] = [regular('王芳', '13800000001'), regular('王方', '13800000002')];
    const number = desk.card(two).number;
    desk.merge({ survivorId: one, otherId: two });
    const moves = () => plainRows(desk.database, 'SELECT 1 FROM merge_moves').length;
    goTo(addDays(TEST_TODAY, 30));
    tidy();
    expect(moves()).toBeGreaterThan(0);
    goTo(addDays(TEST_TODAY, 31));
    tidy();
    expect(moves()).toBe(0);
    expect(desk.byNumber(number).id).toBe(one);
    goTo(TEST_TODAY);
    expect(failureOf(() => desk.undoMerge({ mergeId: desk.history()[0]?.id ?? '' })).details).toEqual({
      reason: 'merge_expired',
    });
  });

  it('refuses to leave a row without its owner', () => {
    const one = regular('王芳', '13800000001');
    expect(() => {
      desk.command(() => plainRun(desk.database, 'DELETE FROM customers WHERE id = @one', { one }));
    }).toThrow();
  });
});
