/**
 * What must not go wrong with a customer (X22): allergies, contraindications, past history, patch tests; what was warned at a
 * visit and who went on. Alerts on arrival and do-not-serve (X23). Photos and files (X25), whose bytes lie in the store and so in
 * the backup: once for each content, counted in one row, and gone with the last attachment that shows them.
 */
export const safetyAndAttachments = `
ALTER TABLE products ADD COLUMN patch_test_days INTEGER CHECK (patch_test_days > 0);

CREATE TABLE safety_facts (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('allergy', 'contraindication', 'history')),
  what TEXT NOT NULL,
  severity TEXT CHECK (severity IN ('mild', 'moderate', 'severe')),
  since_on TEXT,
  ended_on TEXT,
  source TEXT,
  note TEXT,
  staff_id TEXT REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX safety_facts_by_customer ON safety_facts (customer_id, removed_at);

CREATE TABLE patch_tests (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  product_id TEXT REFERENCES products (id),
  what TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('pending', 'pass', 'fail')),
  done_on TEXT NOT NULL,
  valid_days INTEGER CHECK (valid_days > 0),
  reading_due_on TEXT,
  note TEXT,
  staff_id TEXT REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX patch_tests_by_customer ON patch_tests (customer_id, removed_at);
CREATE INDEX patch_tests_by_product ON patch_tests (product_id) WHERE product_id IS NOT NULL;

CREATE TABLE arrival_alerts (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  alert TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT,
  ends_with_visit INTEGER NOT NULL DEFAULT 0 CHECK (ends_with_visit IN (0, 1)),
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  staff_id TEXT REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  dismissed_at INTEGER
) STRICT;
CREATE INDEX arrival_alerts_by_customer ON arrival_alerts (customer_id, dismissed_at);
CREATE INDEX arrival_alerts_by_visit ON arrival_alerts (visit_id) WHERE visit_id IS NOT NULL;

CREATE TABLE customer_blocks (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  blocked_on TEXT NOT NULL,
  blocked_at INTEGER NOT NULL,
  blocked_by TEXT REFERENCES staff (id),
  lifted_at INTEGER,
  lifted_by TEXT REFERENCES staff (id)
) STRICT;
CREATE INDEX customer_blocks_by_customer ON customer_blocks (customer_id, lifted_at);

CREATE TABLE visit_warnings (
  visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL CHECK (code IN ('blocked', 'allergy', 'contraindication',
    'patch_test_missing', 'patch_test_failed', 'patch_test_pending', 'patch_test_expired')),
  subject TEXT NOT NULL,
  acknowledged_by TEXT REFERENCES staff (id),
  PRIMARY KEY (visit_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment_blobs (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes = length(content)),
  content BLOB NOT NULL
) STRICT;

CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  thing_id TEXT REFERENCES things (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES attachment_blobs (sha256),
  thumbnail_sha256 TEXT REFERENCES attachment_blobs (sha256),
  width INTEGER,
  height INTEGER,
  taken_on TEXT NOT NULL,
  consent TEXT CHECK (consent IN ('unasked', 'record', 'show')),
  note TEXT,
  staff_id TEXT REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX attachments_by_customer ON attachments (customer_id, taken_on, id);
CREATE INDEX attachments_by_visit ON attachments (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX attachments_by_thing ON attachments (thing_id) WHERE thing_id IS NOT NULL;
CREATE INDEX attachments_by_content ON attachments (sha256);
CREATE INDEX attachments_by_thumbnail ON attachments (thumbnail_sha256) WHERE thumbnail_sha256 IS NOT NULL;
CREATE INDEX attachments_in_bin ON attachments (removed_at) WHERE removed_at IS NOT NULL;

CREATE TABLE attachment_pairs (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  before_id TEXT NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
  after_id TEXT NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  CHECK (before_id <> after_id),
  UNIQUE (before_id, after_id)
) STRICT;
CREATE INDEX attachment_pairs_by_customer ON attachment_pairs (customer_id);
CREATE INDEX attachment_pairs_by_after ON attachment_pairs (after_id);

CREATE TABLE attachment_usage (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT;
INSERT INTO attachment_usage (id, bytes) VALUES (1, 0);

CREATE TRIGGER attachment_blobs_are_counted AFTER INSERT ON attachment_blobs
BEGIN UPDATE attachment_usage SET bytes = bytes + NEW.bytes; END;
CREATE TRIGGER attachment_blobs_are_counted_out AFTER DELETE ON attachment_blobs
BEGIN UPDATE attachment_usage SET bytes = bytes - OLD.bytes; END;
CREATE TRIGGER attachment_blobs_never_change BEFORE UPDATE ON attachment_blobs
BEGIN SELECT raise(ABORT, 'the bytes of an attachment never change'); END;
CREATE TRIGGER attachments_take_their_bytes_along AFTER DELETE ON attachments
BEGIN
  DELETE FROM attachment_blobs WHERE sha256 IN (OLD.sha256, OLD.thumbnail_sha256)
    AND NOT EXISTS (SELECT 1 FROM attachments WHERE attachments.sha256 = attachment_blobs.sha256)
    AND NOT EXISTS (SELECT 1 FROM attachments WHERE attachments.thumbnail_sha256 = attachment_blobs.sha256);
END;
`;
