/**
 * Things a customer brings to be served (X20), what of them or of the customer runs out (X21), what a customer looked at (R018) and
 * wants made (R019). What of a thing runs out names the thing's owner too, so that everything of one customer is read at once.
 */
export const thingsAndInterests = `
CREATE TABLE things (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('pet', 'car', 'glasses', 'appliance', 'bicycle', 'other')),
  name TEXT NOT NULL,
  plate TEXT,
  fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(fields)),
  birth_calendar TEXT CHECK (birth_calendar IN ('solar', 'lunar')),
  birth_year INTEGER,
  birth_month INTEGER,
  birth_day INTEGER,
  birth_is_leap_month INTEGER NOT NULL DEFAULT 0 CHECK (birth_is_leap_month IN (0, 1)),
  note TEXT,
  retired_on TEXT,
  retired_because TEXT CHECK (retired_because IN ('died', 'sold', 'broken', 'lost', 'other')),
  import_id TEXT REFERENCES imports (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER,
  CHECK ((retired_on IS NULL) = (retired_because IS NULL))
) STRICT;
CREATE INDEX things_by_customer ON things (customer_id, id, name, plate, removed_at);
CREATE INDEX things_by_plate ON things (plate) WHERE plate IS NOT NULL AND removed_at IS NULL;
CREATE INDEX things_by_import ON things (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE expiring_facts (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  thing_id TEXT REFERENCES things (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN
    ('vaccine', 'deworming', 'inspection', 'insurance', 'vehicle_tax', 'maintenance', 'eye_recheck', 'warranty', 'other')),
  label TEXT NOT NULL DEFAULT '',
  valid_until TEXT NOT NULL,
  lead_days INTEGER CHECK (lead_days BETWEEN 0 AND 365),
  note TEXT,
  import_id TEXT REFERENCES imports (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX expiring_facts_by_customer ON expiring_facts (customer_id, id);
CREATE INDEX expiring_facts_by_thing ON expiring_facts (thing_id) WHERE thing_id IS NOT NULL;
CREATE INDEX expiring_facts_by_day ON expiring_facts (valid_until, id) WHERE removed_at IS NULL;
CREATE INDEX expiring_facts_by_import ON expiring_facts (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE expiring_periods (
  id TEXT PRIMARY KEY,
  fact_id TEXT NOT NULL REFERENCES expiring_facts (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  renewed_on TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  undone_at INTEGER
) STRICT;
CREATE INDEX expiring_periods_by_fact ON expiring_periods (fact_id, at, id);

CREATE TABLE thing_events (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  thing_id TEXT REFERENCES things (id) ON DELETE CASCADE,
  fact_id TEXT REFERENCES expiring_facts (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  event TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX thing_events_by_customer ON thing_events (customer_id, at, id);
CREATE INDEX thing_events_by_thing ON thing_events (thing_id, at, id) WHERE thing_id IS NOT NULL;
CREATE INDEX thing_events_by_fact ON thing_events (fact_id) WHERE fact_id IS NOT NULL;

ALTER TABLE visit_lines ADD COLUMN thing_id TEXT REFERENCES things (id) ON DELETE SET NULL;
CREATE INDEX visit_lines_by_thing ON visit_lines (thing_id, visit_id) WHERE thing_id IS NOT NULL;

CREATE TABLE interests (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('viewed', 'tried', 'asked', 'wanted')),
  product_id TEXT REFERENCES products (id),
  name TEXT NOT NULL,
  note TEXT,
  requirements TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(requirements)),
  wanted_by TEXT,
  state TEXT CHECK (state IN ('open', 'fulfilled', 'closed')),
  settled_on TEXT,
  staff_id TEXT REFERENCES staff (id),
  import_id TEXT REFERENCES imports (id),
  removed_at INTEGER,
  CHECK ((kind = 'wanted') = (state IS NOT NULL))
) STRICT;
CREATE INDEX interests_by_customer ON interests (customer_id, at, id);
CREATE INDEX interests_open ON interests (customer_id, at, id) WHERE state = 'open' AND removed_at IS NULL;
CREATE INDEX interests_by_product ON interests (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX interests_by_import ON interests (import_id) WHERE import_id IS NOT NULL;
`;
