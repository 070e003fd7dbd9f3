import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { taskQueries } from '../../electron/store/tasks.ts';
import { failureOf } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { tasksAt } from '../helpers/tasks.ts';

// The desk's day is 2026-11-21.
let desk: MergeDesk;
let tasks: ReturnType<typeof tasksAt>;
beforeEach(() => {
  desk = openMergeDesk();
  tasks = tasksAt(desk);
});
afterEach(() => {
  desk.close();
});
const told = () => tasks.list().rows.map(({ title, dueOn }) => `${title} ${dueOn}`);
const monthly = { unit: 'month', every: 1 } as const;

describe('tasks (R055)', () => {
  test('with a customer or without, for somebody or anybody, what is due first', () => {
    const customerId = desk.create({ name: '王芳' });
    const [li, chen] = [desk.addStaff('小李'), desk.addStaff('小陈')];
    tasks.save({ title: '交电费', dueOn: '2026-11-30', repeat: monthly });
    tasks.save({ title: '送蛋糕', dueOn: '2026-11-22', customerId, staffId: li, note: '不要奶油' });
    tasks.save({ title: '盘点', dueOn: '2026-11-20', staffId: chen });
    expect(told()).toEqual(['盘点 2026-11-20', '送蛋糕 2026-11-22', '交电费 2026-11-30']);
    expect(tasks.list({ staffId: li }).rows.map(({ title }) => title)).toEqual(['送蛋糕', '交电费']);
    expect(tasks.list({ customerId })).toMatchObject({
      total: 1,
      rows: [{ customer: { name: '王芳' }, staff: { name: '小李' }, note: '不要奶油', repeat: null }],
    });
  });

  test('settling one that repeats makes the next, once, at the end of the month where it is meant for that', () => {
    const { taskId } = tasks.save({ title: '交租', dueOn: '2026-10-31', repeat: monthly });
    expect(tasks.settle({ taskId, as: 'done' })).toEqual({ nextDueOn: '2026-11-30' });
    expect(failureOf(() => tasks.settle({ taskId, as: 'done' })).code).toBe('already_undone');
    expect(told()).toEqual(['交租 2026-11-30']);
    const [second] = tasks.list().rows;
    // Its words changed, it is for the 31st still.
    tasks.save({ taskId: second?.id ?? '', title: '交房租', dueOn: '2026-11-30', repeat: monthly });
    expect(tasks.settle({ taskId: second?.id ?? '', as: 'skipped' })).toEqual({ nextDueOn: '2026-12-31' });
    expect(told()).toEqual(['交房租 2026-12-31']);
  });

  test('taken back, it is open again and the next is gone; unless that one is settled too', () => {
    const { taskId } = tasks.save({ title: '打扫', dueOn: '2026-11-21', repeat: { unit: 'week', every: 1 } });
    tasks.settle({ taskId, as: 'done' });
    tasks.reopen({ taskId });
    expect(told()).toEqual(['打扫 2026-11-21']);
    tasks.settle({ taskId, as: 'skipped' });
    const [next] = tasks.list().rows;
    tasks.settle({ taskId: next?.id ?? '', as: 'done' });
    expect(failureOf(() => tasks.reopen({ taskId })).details).toEqual({ reason: 'next_settled' });
    tasks.reopen({ taskId: next?.id ?? '' });
    tasks.reopen({ taskId });
    expect(told()).toEqual(['打扫 2026-11-21']);
    expect(failureOf(() => tasks.reopen({ taskId })).code).toBe('already_undone');
  });

  test('one without a rhythm is settled for good; one taken away can be brought back', () => {
    const { taskId } = tasks.save({ title: '修灯', dueOn: '2026-11-21' });
    tasks.remove({ taskId });
    expect(tasks.list().total).toBe(0);
    expect(failureOf(() => tasks.settle({ taskId, as: 'done' })).code).toBe('already_undone');
    tasks.restore({ taskId });
    expect(tasks.settle({ taskId, as: 'done' })).toEqual({ nextDueOn: null });
    expect(tasks.list().total).toBe(0);
  });

  test('go over with a merge and back with its undo', () => {
    const [customerId, other] = [desk.create({ name: '王芳' }), desk.create({ name: '王方' })];
    tasks.save({ title: '送蛋糕', dueOn: '2026-11-22', customerId: other });
    const { mergeId } = desk.merge({ survivorId: customerId, otherId: other });
    expect(tasks.list({ customerId }).total).toBe(1);
    desk.undoMerge({ mergeId });
    expect([tasks.list({ customerId }).total, tasks.list({ customerId: other }).total]).toEqual([0, 1]);
  });

  test('the page costs the same however many were done: by an index and not sorted', () => {
    const values = { id: '', customerId: null, staffId: null, offset: 0, limit: 1 };
    for (const [name, text] of Object.entries(taskQueries)) {
      const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, values).map(({ detail }) => detail);
      expect(
        plan.filter((step) => step.includes('TEMP B-TREE') || (step.startsWith('SCAN') && !step.includes('tasks_open'))),
        name,
      ).toEqual([]);
    }
  });
});
