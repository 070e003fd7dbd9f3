/**
 * The contact card's own data: social accounts and labels of contact methods, when each field was last verified, the age a
 * person told instead of a birth date, consent with its source and its end, needs and habits, dates of one time and with a
 * lead time of their own, handovers from one owner to another, and a prospect's first purchase as a change of its own.
 */
export const cardSchema = `
ALTER TABLE customers ADD COLUMN needs TEXT;
ALTER TABLE customers ADD COLUMN usage_habits TEXT;
ALTER TABLE customers ADD COLUMN consent_source TEXT;
ALTER TABLE customers ADD COLUMN consent_withdrawn_on TEXT;
ALTER TABLE customers ADD COLUMN stated_age INTEGER CHECK (stated_age BETWEEN 0 AND 130);
ALTER TABLE customers ADD COLUMN stated_age_on TEXT;
CREATE INDEX customers_by_region ON customers (region, removed_at) WHERE region IS NOT NULL AND removed_at IS NULL;
CREATE INDEX customers_by_owner ON customers (owner_id, id) WHERE removed_at IS NULL;

CREATE TABLE contact_methods_new (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('mobile', 'landline', 'wechat', 'qq', 'email', 'social', 'other')),
  label TEXT,
  value TEXT NOT NULL,
  e164 TEXT,
  is_primary INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
  is_valid INTEGER NOT NULL DEFAULT 1 CHECK (is_valid IN (0, 1)),
  verified_on TEXT,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO contact_methods_new (id, customer_id, type, value, e164, is_primary, is_valid, verified_on, created_at)
  SELECT id, customer_id, type, value, e164, is_primary, is_valid, verified_on, created_at FROM contact_methods;
DROP TABLE contact_methods;
ALTER TABLE contact_methods_new RENAME TO contact_methods;
CREATE INDEX contact_methods_by_customer ON contact_methods (customer_id);
CREATE INDEX contact_methods_invalid ON contact_methods (customer_id) WHERE is_valid = 0;
CREATE INDEX contact_methods_by_e164 ON contact_methods (e164) WHERE e164 IS NOT NULL;

ALTER TABLE important_dates ADD COLUMN lead_days INTEGER CHECK (lead_days BETWEEN 0 AND 60);

CREATE TABLE customer_changes_new (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('created', 'imported', 'edited', 'removed', 'restored', 'converted')),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  before TEXT NOT NULL CHECK (json_valid(before)),
  import_id TEXT REFERENCES imports (id),
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
INSERT INTO customer_changes_new (id, customer_id, at, business_date, action, fields, before, import_id, staff_id)
  SELECT id, customer_id, at, business_date, action, fields, before, import_id, staff_id FROM customer_changes;
DROP TABLE customer_changes;
ALTER TABLE customer_changes_new RENAME TO customer_changes;
CREATE INDEX customer_changes_by_customer ON customer_changes (customer_id, at);
CREATE INDEX customer_changes_by_import ON customer_changes (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE field_verifications (
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  verified_on TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('confirmed', 'edited')),
  PRIMARY KEY (customer_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE handovers (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  from_staff_id TEXT REFERENCES staff (id),
  to_staff_id TEXT REFERENCES staff (id),
  note TEXT,
  staff_id TEXT REFERENCES staff (id),
  undone_at INTEGER
) STRICT;
CREATE TABLE handover_customers (
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  handover_id TEXT NOT NULL REFERENCES handovers (id),
  read_at INTEGER,
  PRIMARY KEY (customer_id, at, handover_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX handover_customers_by_handover ON handover_customers (handover_id, customer_id);
`;
