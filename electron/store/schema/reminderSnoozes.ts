import type { ReminderRule, SnoozeUntil } from '../../../shared/domain/reminders/types.ts';
import type { CustomerId, ReminderSnoozeId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface ReminderSnoozesTable {
  id: ReminderSnoozeId;
  customer_id: CustomerId;
  rule: ReminderRule;
  until: SnoozeUntil;
  until_on: LocalDate | null;
  note: string | null;
  at: Instant;
  business_date: LocalDate;
  staff_id: StaffId | null;
  ended_at: Instant | null;
}

export interface ReminderSnoozesTables {
  reminder_snoozes: ReminderSnoozesTable;
}
