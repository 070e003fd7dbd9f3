/**
 * The diary (R049, X34). An appointment is at a day and a minute of the shop's wall clock, so that a change of the clocks does not move it; `at`
 * is when it last changed, by which it stands on the timeline. It is of a customer, or of somebody with a name alone; so are places in the
 * queue and on the waitlist. A row without weekly hours in the rosters is somebody who counts as always there.
 */
export const appointmentsSchema = `
CREATE TABLE resources (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('room', 'bed', 'chair', 'other')),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX resources_by_name ON resources (name);

CREATE TABLE appointment_series (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL CHECK (unit IN ('day', 'week', 'month')),
  every INTEGER NOT NULL CHECK (every BETWEEN 1 AND 52),
  until_on TEXT,
  times INTEGER,
  created_at INTEGER NOT NULL,
  CHECK (until_on IS NOT NULL OR times IS NOT NULL)
) STRICT;

CREATE TABLE appointments (
  id TEXT PRIMARY KEY,
  customer_id TEXT REFERENCES customers (id) ON DELETE CASCADE,
  name TEXT NOT NULL DEFAULT '',
  contact TEXT,
  thing_id TEXT REFERENCES things (id) ON DELETE SET NULL,
  product_id TEXT REFERENCES products (id),
  service TEXT NOT NULL DEFAULT '',
  staff_id TEXT REFERENCES staff (id),
  resource_id TEXT REFERENCES resources (id),
  starts_on TEXT NOT NULL,
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  length_minutes INTEGER NOT NULL CHECK (length_minutes BETWEEN 5 AND 1440),
  status TEXT NOT NULL CHECK (status IN
    ('booked', 'confirmed', 'arrived', 'in_service', 'done', 'no_show', 'cancelled', 'late_cancelled')),
  note TEXT,
  deposit_due_cents INTEGER NOT NULL DEFAULT 0 CHECK (deposit_due_cents >= 0),
  deposit_paid_cents INTEGER NOT NULL DEFAULT 0 CHECK (deposit_paid_cents >= 0),
  series_id TEXT REFERENCES appointment_series (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  booked_by TEXT REFERENCES staff (id),
  removed_at INTEGER,
  CHECK (customer_id IS NOT NULL OR name <> '')
) STRICT;
CREATE INDEX appointments_by_day ON appointments (starts_on, start_minute, id) WHERE removed_at IS NULL;
CREATE INDEX appointments_by_staff ON appointments (staff_id, starts_on) WHERE staff_id IS NOT NULL AND removed_at IS NULL;
CREATE INDEX appointments_by_resource ON appointments (resource_id, starts_on) WHERE resource_id IS NOT NULL AND removed_at IS NULL;
CREATE INDEX appointments_by_customer ON appointments (customer_id, starts_on, start_minute) WHERE customer_id IS NOT NULL;
CREATE INDEX appointments_by_change ON appointments (customer_id, at, id) WHERE customer_id IS NOT NULL;
CREATE INDEX appointments_by_series ON appointments (series_id, starts_on) WHERE series_id IS NOT NULL;
CREATE INDEX appointments_by_thing ON appointments (thing_id) WHERE thing_id IS NOT NULL;

CREATE TABLE appointment_events (
  id TEXT PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointments (id) ON DELETE CASCADE,
  change_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('booked', 'moved', 'changed', 'status', 'deposit')),
  before TEXT CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after)),
  reason TEXT,
  staff_id TEXT REFERENCES staff (id),
  undone_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_events_by_appointment ON appointment_events (appointment_id, at, id);
CREATE INDEX appointment_events_by_change ON appointment_events (change_id);

CREATE TABLE roster_hours (
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1800),
  PRIMARY KEY (staff_id, weekday, from_minute)
) STRICT, WITHOUT ROWID;

CREATE TABLE roster_days (
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL,
  shifts TEXT NOT NULL CHECK (json_valid(shifts)),
  note TEXT,
  PRIMARY KEY (staff_id, on_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE queue_entries (
  id TEXT PRIMARY KEY,
  business_date TEXT NOT NULL,
  arrived_at INTEGER NOT NULL,
  customer_id TEXT REFERENCES customers (id) ON DELETE CASCADE,
  name TEXT NOT NULL DEFAULT '',
  contact TEXT,
  product_id TEXT REFERENCES products (id),
  service TEXT NOT NULL DEFAULT '',
  requested_staff_id TEXT REFERENCES staff (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'served', 'left')),
  staff_id TEXT REFERENCES staff (id),
  taken_at INTEGER,
  CHECK (customer_id IS NOT NULL OR name <> ''),
  CHECK ((state = 'served') = (taken_at IS NOT NULL))
) STRICT;
CREATE INDEX queue_entries_by_day ON queue_entries (business_date, arrived_at, id);
CREATE INDEX queue_entries_by_customer ON queue_entries (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE waitlist_entries (
  id TEXT PRIMARY KEY,
  customer_id TEXT REFERENCES customers (id) ON DELETE CASCADE,
  name TEXT NOT NULL DEFAULT '',
  contact TEXT,
  product_id TEXT REFERENCES products (id),
  service TEXT NOT NULL DEFAULT '',
  staff_id TEXT REFERENCES staff (id),
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  until_minute INTEGER NOT NULL CHECK (until_minute > from_minute AND until_minute <= 1440),
  length_minutes INTEGER NOT NULL CHECK (length_minutes BETWEEN 5 AND 1440),
  note TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'booked', 'closed')),
  created_at INTEGER NOT NULL,
  CHECK (customer_id IS NOT NULL OR name <> '')
) STRICT;
CREATE INDEX waitlist_entries_waiting ON waitlist_entries (until_on) WHERE state = 'waiting';
CREATE INDEX waitlist_entries_by_customer ON waitlist_entries (customer_id) WHERE customer_id IS NOT NULL;
`;
