/**
 * What was done for a customer or one of their things (R067), by types of record that the shop may define itself (X24). A record holds the
 * words of its fields beside their values, so that a type changed later leaves it as it was written.
 */
export const serviceRecordsSchema = `
CREATE TABLE record_types (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1)),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE service_records (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  type_id TEXT NOT NULL REFERENCES record_types (id),
  type_name TEXT NOT NULL,
  thing_id TEXT REFERENCES things (id) ON DELETE SET NULL,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  entries TEXT NOT NULL CHECK (json_valid(entries)),
  note TEXT,
  staff_id TEXT REFERENCES staff (id),
  written_by TEXT REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX service_records_by_customer ON service_records (customer_id, at, id);
CREATE INDEX service_records_by_type ON service_records (customer_id, type_id, at, id);
CREATE INDEX service_records_of_type ON service_records (type_id);
CREATE INDEX service_records_by_thing ON service_records (thing_id, at, id) WHERE thing_id IS NOT NULL;
CREATE INDEX service_records_by_visit ON service_records (visit_id) WHERE visit_id IS NOT NULL;
`;
