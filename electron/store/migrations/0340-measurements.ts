/**
 * What the shop measures of a customer or one of their things (X26): one row for each occasion, one for each value, in thousandths of the
 * measure's unit. And what went wrong (X28): an incident stands open until somebody closes it.
 */
export const measurementsSchema = `
CREATE TABLE measures (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  unit TEXT NOT NULL,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 3),
  is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1)),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE measurements (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  thing_id TEXT REFERENCES things (id) ON DELETE SET NULL,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  note TEXT,
  staff_id TEXT REFERENCES staff (id),
  written_by TEXT REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX measurements_by_customer ON measurements (customer_id, at, id);
CREATE INDEX measurements_by_thing ON measurements (thing_id) WHERE thing_id IS NOT NULL;
CREATE INDEX measurements_by_visit ON measurements (visit_id) WHERE visit_id IS NOT NULL;

CREATE TABLE measurement_values (
  measurement_id TEXT NOT NULL REFERENCES measurements (id) ON DELETE CASCADE,
  measure_id TEXT NOT NULL REFERENCES measures (id),
  value INTEGER NOT NULL,
  PRIMARY KEY (measurement_id, measure_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX measurement_values_of_measure ON measurement_values (measure_id);

CREATE TABLE incidents (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  thing_id TEXT REFERENCES things (id) ON DELETE SET NULL,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  what TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('minor', 'serious', 'grave')),
  action TEXT,
  follow_up_on TEXT,
  is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1)),
  written_by TEXT REFERENCES staff (id),
  closed_on TEXT,
  closed_by TEXT REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX incidents_by_customer ON incidents (customer_id, at, id);
CREATE INDEX incidents_open ON incidents (customer_id) WHERE closed_on IS NULL AND removed_at IS NULL;
CREATE INDEX incidents_by_thing ON incidents (thing_id) WHERE thing_id IS NOT NULL;
CREATE INDEX incidents_by_visit ON incidents (visit_id) WHERE visit_id IS NOT NULL;

CREATE TABLE incident_staff (
  incident_id TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  PRIMARY KEY (incident_id, staff_id)
) STRICT, WITHOUT ROWID;
`;
