import type { RepeatUnit } from '../../../shared/domain/tasks/repeat.ts';
import type { CustomerId, StaffId, TaskId, TaskTemplateId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface TasksTable {
  id: TaskId;
  customer_id: CustomerId | null;
  /** Whose it is; null is anybody's. */
  staff_id: StaffId | null;
  title: string;
  note: string | null;
  due_on: LocalDate;
  repeat_unit: RepeatUnit | null;
  repeat_every: number | null;
  /** The day of the month it is meant for, also where a month has none such. */
  repeat_day: number | null;
  follows_id: TaskId | null;
  /** Null while it is open. */
  settled: 'done' | 'skipped' | null;
  settled_on: LocalDate | null;
  settled_by: StaffId | null;
  written_by: StaffId | null;
  created_at: Instant;
  changed_at: Instant;
  removed_at: Instant | null;
}

interface TaskTemplatesTable {
  id: TaskTemplateId;
  name: string;
  position: number;
  /** JSON array of { title, afterDays }. */
  steps: string;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}

export interface TasksTables {
  task_templates: TaskTemplatesTable;
  tasks: TasksTable;
}
