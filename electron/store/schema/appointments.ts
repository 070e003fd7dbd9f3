import type { Resource } from '../../../shared/contract/appointments.ts';
import type { QueueEntry } from '../../../shared/contract/queue.ts';
import type { WaitlistEntry } from '../../../shared/contract/waitlist.ts';
import type { RepeatUnit } from '../../../shared/domain/appointments/repeats.ts';
import type { AppointmentEvent, AppointmentStatus } from '../../../shared/domain/appointments/statuses.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type {
  AppointmentChangeId,
  AppointmentId,
  AppointmentSeriesId,
  CustomerId,
  ProductId,
  QueueEntryId,
  ResourceId,
  StaffId,
  ThingId,
  WaitlistEntryId,
} from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import type { Flag } from '../schema.ts';

interface ResourcesTable {
  id: ResourceId;
  name: string;
  kind: Resource['kind'];
  is_active: Flag;
  created_at: Instant;
}

interface AppointmentSeriesTable {
  id: AppointmentSeriesId;
  unit: RepeatUnit;
  every: number;
  until_on: LocalDate | null;
  times: number | null;
  created_at: Instant;
}

/** Without a customer `name` is who comes; with one it is empty, for the card has it. */
export interface AppointmentsTable {
  id: AppointmentId;
  customer_id: CustomerId | null;
  name: string;
  contact: string | null;
  thing_id: ThingId | null;
  product_id: ProductId | null;
  service: string;
  staff_id: StaffId | null;
  resource_id: ResourceId | null;
  starts_on: LocalDate;
  start_minute: number;
  length_minutes: number;
  status: AppointmentStatus;
  note: string | null;
  deposit_due_cents: Cents;
  deposit_paid_cents: Cents;
  series_id: AppointmentSeriesId | null;
  /** When it was last changed, and on which business day that was. */
  at: Instant;
  business_date: LocalDate;
  booked_by: StaffId | null;
  removed_at: Instant | null;
}

interface AppointmentEventsTable {
  id: string;
  appointment_id: AppointmentId;
  change_id: AppointmentChangeId;
  at: Instant;
  event: AppointmentEvent;
  /** JSON: what the event replaced, and what it put there. */
  before: string | null;
  after: string | null;
  reason: string | null;
  staff_id: StaffId | null;
  undone_at: Instant | null;
}

interface RosterHoursTable {
  staff_id: StaffId;
  weekday: number;
  from_minute: number;
  to_minute: number;
}

interface RosterDaysTable {
  staff_id: StaffId;
  on_date: LocalDate;
  /** JSON array of { fromMinute, toMinute }; empty is a day off. */
  shifts: string;
  note: string | null;
}

interface QueueEntriesTable {
  id: QueueEntryId;
  business_date: LocalDate;
  arrived_at: Instant;
  customer_id: CustomerId | null;
  name: string;
  contact: string | null;
  product_id: ProductId | null;
  service: string;
  requested_staff_id: StaffId | null;
  state: QueueEntry['state'];
  staff_id: StaffId | null;
  taken_at: Instant | null;
}

interface WaitlistEntriesTable {
  id: WaitlistEntryId;
  customer_id: CustomerId | null;
  name: string;
  contact: string | null;
  product_id: ProductId | null;
  service: string;
  staff_id: StaffId | null;
  from_on: LocalDate;
  until_on: LocalDate;
  from_minute: number;
  until_minute: number;
  length_minutes: number;
  note: string | null;
  state: WaitlistEntry['state'];
  created_at: Instant;
}

/** The diary (R049, X34). */
export interface AppointmentTables {
  resources: ResourcesTable;
  appointment_series: AppointmentSeriesTable;
  appointments: AppointmentsTable;
  appointment_events: AppointmentEventsTable;
  roster_hours: RosterHoursTable;
  roster_days: RosterDaysTable;
  queue_entries: QueueEntriesTable;
  waitlist_entries: WaitlistEntriesTable;
}
