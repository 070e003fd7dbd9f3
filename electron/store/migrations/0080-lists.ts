/**
 * Saved views, people opened last, bulk edits with what they replaced; and the indexes of the list's filters. Two of them hold whole
 * rows of few, narrow columns: a filter reads them from end to end instead of the cards.
 */
export const listsSchema = `
CREATE TABLE customer_views (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  filter TEXT NOT NULL CHECK (json_valid(filter)),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  sort TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('ascending', 'descending')),
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE recent_customers (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  opened_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX recent_customers_by_time ON recent_customers (opened_at);

CREATE TABLE bulk_edits (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  action TEXT NOT NULL CHECK (json_valid(action)),
  changed_count INTEGER NOT NULL DEFAULT 0,
  staff_id TEXT REFERENCES staff (id),
  finished_at INTEGER,
  undone_at INTEGER,
  left_count INTEGER
) STRICT;
CREATE INDEX bulk_edits_by_time ON bulk_edits (at, id);

CREATE TABLE bulk_edit_rows (
  bulk_edit_id TEXT NOT NULL REFERENCES bulk_edits (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  before TEXT NOT NULL CHECK (json_valid(before)),
  PRIMARY KEY (bulk_edit_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bulk_edit_rows_by_customer ON bulk_edit_rows (customer_id);

CREATE INDEX customers_for_filters
  ON customers (id, status, gender, owner_id, region, source, is_vip, do_not_contact, consent_on, created_at, is_inactive)
  WHERE removed_at IS NULL;
CREATE INDEX customers_in_region_order ON customers (region, id) WHERE removed_at IS NULL;
CREATE INDEX customers_by_source ON customers (source) WHERE removed_at IS NULL;
CREATE INDEX contact_methods_reaching ON contact_methods (customer_id)
  WHERE type IN ('mobile', 'landline') AND is_valid = 1;
CREATE INDEX important_dates_by_birthday
  ON important_dates (calendar, coalesce(month, 0) * 64 + coalesce(day, 0) * 2 + is_leap_month, customer_id)
  WHERE kind = 'birthday';
`;
