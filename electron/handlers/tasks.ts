import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { nextDue } from '../../shared/domain/tasks/repeat.ts';
import { AppError } from '../../shared/errors.ts';
import { taskId as toTaskId } from '../../shared/types/ids.ts';
import type { CustomerId, TaskId } from '../../shared/types/ids.ts';
import { dateParts } from '../../shared/types/time.ts';
import {
  countTasks,
  deleteTask,
  findFollowingTask,
  findTask,
  insertTask,
  listTasks,
  markTaskRemoved,
  repeatOf,
  setTaskSettled,
  taskOf,
  updateTask,
} from '../store/tasks.ts';
import type { TaskRow } from '../store/tasks.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { requireKnownCustomer, requirePresentCustomer, requireStaff } from './references.ts';
import { templateHandlers } from './tasks/templates.ts';

const changed = (context: StoreContext, customerId: CustomerId | null): Record<never, never> => {
  context.changed(['tasks'], customerId === null ? [] : [customerId]);
  return {};
};

/** One as it must stand: open or settled, there or taken away. Throws not_found, already_undone. */
const requireTask = (context: StoreContext, taskId: TaskId, must: { isSettled: boolean; isRemoved: boolean }): TaskRow => {
  const task = findTask(context.database, taskId);
  if (!task) throw new AppError('not_found', { what: 'task' });
  if ((task.settled !== null) !== must.isSettled || (task.removed_at !== null) !== must.isRemoved)
    throw new AppError('already_undone');
  if (task.customer_id !== null) requirePresentCustomer(context, task.customer_id);
  return task;
};
const OPEN = { isSettled: false, isRemoved: false };

const save = (context: StoreContext, input: HandlerInput<'tasks.save'>): OutputOf<'tasks.save'> => {
  const { customerId, staffId, title, note, dueOn } = input;
  const before = input.taskId === null ? null : requireTask(context, input.taskId, OPEN);
  if (customerId !== null) requirePresentCustomer(context, customerId);
  requireStaff(context, [staffId, context.actor.staffId]);
  // One for the 31st that stands on the 30th of a short month is for the 31st still, unless its day was changed.
  const day = (before?.due_on === dueOn ? before.repeat_day : null) ?? dateParts(dueOn).day;
  const values = {
    customerId,
    staffId,
    title,
    note: note === '' ? null : note,
    dueOn,
    repeat: input.repeat && { ...input.repeat, day },
    writtenBy: context.actor.staffId,
  };
  const taskId = before?.id ?? toTaskId(context.newId());
  if (before === null) insertTask(context.database, { ...values, id: taskId, followsId: null }, context.now());
  else updateTask(context.database, taskId, values, context.now());
  changed(context, customerId);
  return { taskId };
};

const settle = (context: StoreContext, { taskId, as }: HandlerInput<'tasks.settle'>): OutputOf<'tasks.settle'> => {
  const task = requireTask(context, taskId, OPEN);
  const today = context.today();
  setTaskSettled(context.database, taskId, { as, on: today, by: context.actor.staffId });
  const repeat = repeatOf(task);
  const nextDueOn = repeat && nextDue(repeat, task.due_on, today);
  if (nextDueOn !== null)
    insertTask(
      context.database,
      {
        id: toTaskId(context.newId()),
        followsId: taskId,
        customerId: task.customer_id,
        staffId: task.staff_id,
        title: task.title,
        note: task.note,
        dueOn: nextDueOn,
        repeat,
        writtenBy: task.written_by,
      },
      context.now(),
    );
  changed(context, task.customer_id);
  return { nextDueOn };
};

const reopen = (context: StoreContext, { taskId }: HandlerInput<'tasks.reopen'>): Record<never, never> => {
  const task = requireTask(context, taskId, { isSettled: true, isRemoved: false });
  const next = findFollowingTask(context.database, taskId);
  if (next !== undefined && next.settled !== null) throw new AppError('conflict', { reason: 'next_settled' });
  if (next !== undefined) deleteTask(context.database, next.id);
  setTaskSettled(context.database, taskId, null);
  return changed(context, task.customer_id);
};

const setRemoved = (context: StoreContext, taskId: TaskId, isRemoved: boolean): Record<never, never> => {
  const task = requireTask(context, taskId, { isSettled: false, isRemoved: !isRemoved });
  markTaskRemoved(context.database, taskId, isRemoved ? context.now() : null);
  return changed(context, task.customer_id);
};

/** What is to be done, and what comes again (R055). */
export const tasksHandlers: HandlersOf<'tasks'> = {
  ...templateHandlers,
  'tasks.list': (context, { customerId, staffId, ...page }) => {
    if (customerId !== null) requireKnownCustomer(context, customerId);
    const filter = { customerId, staffId };
    return { total: countTasks(context.database, filter), rows: listTasks(context.database, filter, page).map(taskOf) };
  },
  'tasks.save': save,
  'tasks.settle': settle,
  'tasks.reopen': reopen,
  'tasks.remove': (context, { taskId }) => setRemoved(context, taskId, true),
  'tasks.restore': (context, { taskId }) => setRemoved(context, taskId, false),
};
