import { sql } from 'kysely';
import type { Task } from '../../shared/contract/tasks.ts';
import type { Repeat } from '../../shared/domain/tasks/repeat.ts';
import type { CustomerId, StaffId, TaskId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What is to be done, once or again and again (R055).

export interface TaskValues {
  readonly customerId: CustomerId | null;
  readonly staffId: StaffId | null;
  readonly title: string;
  readonly note: string | null;
  readonly dueOn: LocalDate;
  readonly repeat: Repeat | null;
  readonly writtenBy: StaffId | null;
}

const columnsOf = (task: TaskValues) => ({
  customer_id: task.customerId,
  staff_id: task.staffId,
  title: task.title,
  note: task.note,
  due_on: task.dueOn,
  repeat_unit: task.repeat?.unit ?? null,
  repeat_every: task.repeat?.every ?? null,
  repeat_day: task.repeat?.day ?? null,
  written_by: task.writtenBy,
});

/** Adds a task; `followsId` is the one it comes after, which none else may follow. */
export const insertTask = (
  database: StoreDatabase,
  { id, followsId, ...task }: TaskValues & { readonly id: TaskId; readonly followsId: TaskId | null },
  at: Instant,
): void => {
  const row = { id, follows_id: followsId, ...columnsOf(task), created_at: at, changed_at: at };
  execute(database, sqlite.insertInto('tasks').values(row));
};
export const updateTask = (database: StoreDatabase, id: TaskId, task: TaskValues, at: Instant): void => {
  execute(
    database,
    sqlite
      .updateTable('tasks')
      .set({ ...columnsOf(task), changed_at: at })
      .where('id', '=', id),
  );
};
/** Done or skipped; null opens it again. */
export const setTaskSettled = (
  database: StoreDatabase,
  id: TaskId,
  settled: { readonly as: 'done' | 'skipped'; readonly on: LocalDate; readonly by: StaffId | null } | null,
): void => {
  const changes = { settled: settled?.as ?? null, settled_on: settled?.on ?? null, settled_by: settled?.by ?? null };
  execute(database, sqlite.updateTable('tasks').set(changes).where('id', '=', id));
};
export const deleteTask = (database: StoreDatabase, id: TaskId): void => {
  execute(database, sqlite.deleteFrom('tasks').where('id', '=', id));
};
/** Marks it as taken away; null brings it back. */
export const markTaskRemoved = (database: StoreDatabase, id: TaskId, removedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('tasks').set({ removed_at: removedAt }).where('id', '=', id));
};

const tasks = sqlite
  .selectFrom('tasks as task')
  .leftJoin('staff', 'staff.id', 'task.staff_id')
  .leftJoin('customers', 'customers.id', 'task.customer_id')
  .select(['task.id', 'task.customer_id', 'task.staff_id', 'task.title', 'task.note', 'task.due_on', 'task.settled'])
  .select(['task.repeat_unit', 'task.repeat_every', 'task.repeat_day', 'task.written_by', 'task.removed_at'])
  .select(['staff.name as staff_name', 'customers.name as customer_name']);
export type TaskRow = Awaited<ReturnType<typeof tasks.executeTakeFirstOrThrow>>;

/** How a stored task comes again, null for once. */
export const repeatOf = ({ repeat_unit: unit, repeat_every: every, repeat_day: day }: TaskRow): Repeat | null =>
  unit === null || every === null || day === null ? null : { unit, every, day };

/** A stored row as the contract tells it. */
export const taskOf = (row: TaskRow): Task => {
  const repeat = repeatOf(row);
  return {
    id: row.id,
    customer: row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
    staff: row.staff_id === null || row.staff_name === null ? null : { id: row.staff_id, name: row.staff_name },
    title: row.title,
    note: row.note,
    dueOn: row.due_on,
    repeat: repeat && { unit: repeat.unit, every: repeat.every },
  };
};

interface Filter {
  customerId: CustomerId | null;
  staffId: StaffId | null;
}
const isWanted = sql<boolean>`(${parameter('customerId')} IS NULL OR task.customer_id = ${parameter('customerId')})
  AND (${parameter('staffId')} IS NULL OR task.staff_id IS NULL OR task.staff_id = ${parameter('staffId')})
  AND NOT EXISTS (SELECT 1 FROM customers AS gone WHERE gone.id = task.customer_id AND gone.removed_at IS NOT NULL)`;

const byId = hotQuery<{ id: TaskId }, TaskRow>(tasks.where('task.id', '=', parameter<TaskId>('id')));
const following = hotQuery<{ id: TaskId }, TaskRow>(tasks.where('task.follows_id', '=', parameter<TaskId>('id')));
const page = hotQuery<Filter & { offset: number; limit: number }, TaskRow>(
  tasks
    .where('task.settled', 'is', null)
    .where('task.removed_at', 'is', null)
    .where(isWanted)
    .orderBy('task.due_on')
    .orderBy('task.id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const total = hotQuery<Filter, { total: number }>(
  sqlite
    .selectFrom('tasks as task')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where('task.settled', 'is', null)
    .where('task.removed_at', 'is', null)
    .where(isWanted),
);

export const findTask = (database: StoreDatabase, id: TaskId): TaskRow | undefined => byId.first(database, { id });
/** The one that came after it. */
export const findFollowingTask = (database: StoreDatabase, id: TaskId): TaskRow | undefined => following.first(database, { id });
/** Open tasks, what is due first; those of people in the bin are left out. */
export const listTasks = (
  database: StoreDatabase,
  filter: Filter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): TaskRow[] => page.rows(database, { ...filter, offset, limit });
export const countTasks = (database: StoreDatabase, filter: Filter): number => total.first(database, filter)?.total ?? 0;

/** The SQL of the reads above, so that their plans can be asserted. */
export const taskQueries = { byId: byId.sql, following: following.sql, page: page.sql };
