import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { presetTemplates } from '../../shared/domain/tasks/templates.ts';
import { contract } from '../../shared/contract.ts';
import { addDays } from '../../shared/types/time.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_TODAY } from '../helpers/store.ts';
import { tasksAt } from '../helpers/tasks.ts';

let desk: Desk;
let tasks: ReturnType<typeof tasksAt>;
beforeEach(() => {
  desk = openDesk();
  tasks = tasksAt(desk);
});
afterEach(() => {
  desk.close();
});
const told = () => tasks.list().rows.map(({ title, dueOn }) => [dueOn, title]);
const steps = [
  { title: '寄样布', afterDays: 0 },
  { title: '约试衣', afterDays: 7 },
];

describe('templates of tasks (R055)', () => {
  test('every shop is offered some, in its language; one that is changed becomes its own, with the others still on offer', () => {
    const offered = tasks.templates();
    expect(offered.map(({ name, isOwn }) => [name, isOwn])).toEqual(presetTemplates('zh-CN').map(({ name }) => [name, false]));
    const [first] = offered;
    const { before } = tasks.saveTemplate({ templateId: first?.id ?? null, name: '迎新', steps });
    expect(before).toEqual({ name: first?.name, steps: first?.steps });
    expect(tasks.templates().map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['迎新', true],
      ...offered.slice(1).map(({ name }) => [name, false]),
    ]);
    tasks.saveTemplate({ templateId: first?.id ?? null, ...before, name: before?.name ?? '', steps: before?.steps ?? [] });
    expect(tasks.templates()[0]).toMatchObject({ name: first?.name, steps: first?.steps });
  });

  test('is written down in one go for a customer, counted from the day; and taken back in one go', () => {
    const customerId = desk.addCustomer();
    const { templateId } = tasks.saveTemplate({ name: '订制', steps });
    const { taskIds } = tasks.applyTemplate({ templateId, customerId, from: '2026-12-01' });
    expect(tasks.list({ customerId }).rows.map(({ title, dueOn }) => [dueOn, title])).toEqual([
      ['2026-12-01', '寄样布'],
      ['2026-12-08', '约试衣'],
    ]);
    tasks.takeBackTemplate({ taskIds });
    expect(tasks.list().total).toBe(0);
    expect(failureOf(() => tasks.takeBackTemplate({ taskIds })).code).toBe('already_undone');
  });

  test('changing it, putting it away and deleting it leave alone what was written down by it', () => {
    const { templateId } = tasks.saveTemplate({ name: '订制', steps });
    tasks.applyTemplate({ templateId });
    const before = told();
    tasks.saveTemplate({ templateId, name: '订制', steps: [{ title: '量体', afterDays: 1 }] });
    tasks.archiveTemplate({ templateId, isArchived: true });
    expect(tasks.templates().some(({ id }) => id === templateId)).toBe(false);
    expect(tasks.templates(true).find(({ id }) => id === templateId)?.isArchived).toBe(true);
    tasks.removeTemplate({ templateId });
    expect(told()).toEqual(before);
    expect(failureOf(() => tasks.applyTemplate({ templateId }))).toMatchObject({ code: 'not_found' });
  });

  test('what was done already is not taken back with the rest; a name is there once; a removed customer gets none', () => {
    const { templateId } = tasks.saveTemplate({ name: '订制', steps });
    const { taskIds } = tasks.applyTemplate({ templateId });
    tasks.settle({ taskId: taskIds[0] ?? '', as: 'done' });
    expect(failureOf(() => tasks.takeBackTemplate({ taskIds }))).toMatchObject({ details: { reason: 'task_settled' } });
    expect(tasks.list().total).toBe(1);
    expect(failureOf(() => tasks.saveTemplate({ name: '订制', steps }))).toMatchObject({ details: { reason: 'template_taken' } });
    const [preset] = tasks.templates().filter(({ isOwn }) => !isOwn);
    expect(failureOf(() => tasks.removeTemplate({ templateId: preset?.id ?? '' })).code).toBe('not_found');
  });

  test('no tasks, too many, days before the first one, half a day: refused by the contract', () => {
    const accepts = (input: unknown) => contract.tasks.saveTemplate.input.safeParse(input).success;
    expect(accepts({ name: '甲', steps })).toBe(true);
    expect(accepts({ name: '甲', steps: [] })).toBe(false);
    expect(accepts({ name: '甲', steps: Array.from({ length: 21 }, () => ({ title: '乙', afterDays: 0 })) })).toBe(false);
    for (const afterDays of [-1, 0.5, 731]) expect(accepts({ name: '甲', steps: [{ title: '乙', afterDays }] })).toBe(false);
    expect(accepts({ name: ' ', steps })).toBe(false);
  });

  property.prop([fc.array(fc.nat({ max: 730 }), { minLength: 1, maxLength: 20 }), fc.integer({ min: -400, max: 400 })], {
    numRuns: 30,
  })('each task is due as many days after the first day as its step says, and taking it back leaves nothing', (days, offset) => {
    const { templateId } = tasks.saveTemplate({
      name: `序 ${desk.context.newId()}`,
      steps: days.map((afterDays, index) => ({ title: `第 ${index} 件`, afterDays })),
    });
    const from = addDays(TEST_TODAY, offset);
    const { taskIds } = tasks.applyTemplate({ templateId, from });
    const due = new Map(tasks.list({ limit: 200 }).rows.map(({ id, dueOn }) => [id, dueOn]));
    expect(taskIds.map((id) => due.get(id))).toEqual(days.map((afterDays) => addDays(from, afterDays)));
    tasks.takeBackTemplate({ taskIds });
    expect(tasks.list().total).toBe(0);
  });
});
