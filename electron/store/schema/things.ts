import type { ThingEvent } from '../../../shared/contract/things.ts';
import type { ExpiringKind } from '../../../shared/domain/things/expiring.ts';
import type { Retirement, ThingType } from '../../../shared/domain/things/types.ts';
import type { CustomerId, ExpiringFactId, ExpiringPeriodId, ImportId, StaffId, ThingId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface ThingsTable {
  id: ThingId;
  customer_id: CustomerId;
  type: ThingType;
  name: string;
  /** The car's, in its one stored form: what it is found by. */
  plate: string | null;
  /** JSON array of { name, value }. */
  fields: string;
  birth_calendar: 'solar' | 'lunar' | null;
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  birth_is_leap_month: 0 | 1;
  note: string | null;
  retired_on: LocalDate | null;
  retired_because: Retirement | null;
  import_id: ImportId | null;
  created_at: Instant;
  changed_at: Instant;
  removed_at: Instant | null;
}

/** `valid_until` is that of the latest period not undone. */
interface ExpiringFactsTable {
  id: ExpiringFactId;
  /** Of a thing's fact always the owner of the thing: `changeOwner` changes both. */
  customer_id: CustomerId;
  thing_id: ThingId | null;
  kind: ExpiringKind;
  label: string;
  valid_until: LocalDate;
  lead_days: number | null;
  note: string | null;
  import_id: ImportId | null;
  created_at: Instant;
  changed_at: Instant;
  removed_at: Instant | null;
}

interface ExpiringPeriodsTable {
  id: ExpiringPeriodId;
  fact_id: ExpiringFactId;
  at: Instant;
  renewed_on: LocalDate;
  valid_until: LocalDate;
  staff_id: StaffId | null;
  undone_at: Instant | null;
}

interface ThingEventsTable {
  id: string;
  customer_id: CustomerId;
  thing_id: ThingId | null;
  fact_id: ExpiringFactId | null;
  at: Instant;
  business_date: LocalDate;
  event: ThingEvent['event'];
  /** JSON: the rest of the event, and under `before` what an edit replaced. */
  params: string;
  staff_id: StaffId | null;
}

export interface ThingsTables {
  things: ThingsTable;
  expiring_facts: ExpiringFactsTable;
  expiring_periods: ExpiringPeriodsTable;
  thing_events: ThingEventsTable;
}
