/**
 * Privacy (R190, R193): the history of consents, one row for each purpose each time something was said; who was erased, by id alone; what
 * the shop took in from people who are gone, as sums of a month; who has read the training. What the card said of consent before becomes
 * the first entries of the history.
 */
export const privacySchema = `
CREATE TABLE consents (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL CHECK (purpose IN ('records', 'phone', 'wechat', 'sms', 'post', 'photos', 'health')),
  state TEXT NOT NULL CHECK (state IN ('given', 'withdrawn')),
  on_date TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('in_person', 'on_paper', 'facing_window', 'message', 'card', 'import')),
  wording_version INTEGER NOT NULL,
  note TEXT,
  at INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  before TEXT CHECK (json_valid(before)),
  undone_at INTEGER
) STRICT;
CREATE INDEX consents_by_customer ON consents (customer_id, purpose, on_date, at, id);
CREATE INDEX consents_withdrawn ON consents (purpose, customer_id, on_date, at, id)
  WHERE state = 'withdrawn' AND undone_at IS NULL;
CREATE TRIGGER consents_are_append_only BEFORE UPDATE ON consents
WHEN NEW.id IS NOT OLD.id OR NEW.purpose IS NOT OLD.purpose OR NEW.state IS NOT OLD.state OR NEW.on_date IS NOT OLD.on_date
  OR NEW.way IS NOT OLD.way OR NEW.wording_version IS NOT OLD.wording_version OR NEW.note IS NOT OLD.note OR NEW.at IS NOT OLD.at
  OR NEW.staff_id IS NOT OLD.staff_id OR NEW.before IS NOT OLD.before OR OLD.undone_at IS NOT NULL AND NEW.undone_at IS NOT OLD.undone_at
BEGIN SELECT raise(ABORT, 'the history of consents is append-only'); END;

INSERT INTO consents (id, customer_id, purpose, state, on_date, way, wording_version, note, at)
  SELECT substr(id, 1, 14) || '7' || substr(lower(hex(randomblob(2))), 1, 3) || '-8' || substr(lower(hex(randomblob(2))), 1, 3) || '-'
      || lower(hex(randomblob(6))),
    id, 'records', 'given', consent_on, CASE WHEN import_id IS NULL THEN 'card' ELSE 'import' END, 0, consent_source, created_at
  FROM customers WHERE consent_on IS NOT NULL;
INSERT INTO consents (id, customer_id, purpose, state, on_date, way, wording_version, at)
  SELECT substr(id, 1, 14) || '7' || substr(lower(hex(randomblob(2))), 1, 3) || '-8' || substr(lower(hex(randomblob(2))), 1, 3) || '-'
      || lower(hex(randomblob(6))),
    id, 'records', 'withdrawn', consent_withdrawn_on, CASE WHEN import_id IS NULL THEN 'card' ELSE 'import' END, 0, changed_at
  FROM customers WHERE consent_withdrawn_on IS NOT NULL;

CREATE TABLE erasures (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  staff_id TEXT REFERENCES staff (id)
) STRICT;
CREATE INDEX erasures_by_time ON erasures (at);
CREATE TABLE erased_customers (
  customer_id TEXT PRIMARY KEY,
  erasure_id TEXT REFERENCES erasures (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE anonymous_sums (
  month TEXT PRIMARY KEY,
  visit_count INTEGER NOT NULL,
  spend_cents INTEGER NOT NULL,
  cost_cents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE training_acknowledgements (
  id TEXT PRIMARY KEY,
  staff_id TEXT REFERENCES staff (id),
  version INTEGER NOT NULL,
  on_date TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX training_acknowledgements_by_staff ON training_acknowledgements (staff_id, at);

CREATE TABLE exports_new (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('customers', 'purchases', 'labels', 'person', 'statement')),
  format TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  file_name TEXT NOT NULL,
  staff_id TEXT REFERENCES staff (id)
) STRICT;
INSERT INTO exports_new (id, at, kind, format, row_count, columns, file_name, staff_id)
  SELECT id, at, kind, format, row_count, columns, file_name, staff_id FROM exports;
DROP TABLE exports;
ALTER TABLE exports_new RENAME TO exports;
CREATE INDEX exports_by_time ON exports (at);
`;
