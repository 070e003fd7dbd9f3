/**
 * Duplicates, merges and the bin. A merged-away customer keeps its row (removed, with the survivor's id), so that its number and
 * card still lead to the person. The points ledger stays append-only but for one thing: the owner of an entry, changed by the very
 * merge that is under way between the two. Deleting a customer deletes what a merge remembers of them.
 */
export const mergesSchema = `
ALTER TABLE customers ADD COLUMN merged_into_id TEXT REFERENCES customers (id) ON DELETE CASCADE;
ALTER TABLE customers ADD COLUMN is_inactive INTEGER NOT NULL DEFAULT 0 CHECK (is_inactive IN (0, 1));
CREATE INDEX customers_by_merged_into ON customers (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX customers_in_bin ON customers (removed_at, id) WHERE removed_at IS NOT NULL AND merged_into_id IS NULL;
CREATE INDEX customers_inactive ON customers (id) WHERE is_inactive = 1;
CREATE INDEX contact_methods_by_account ON contact_methods (type, lower(value)) WHERE e164 IS NULL;
CREATE INDEX important_dates_birthdays ON important_dates (month, day, calendar) WHERE kind = 'birthday';

CREATE TABLE merges (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  survivor_id TEXT REFERENCES customers (id) ON DELETE SET NULL,
  other_id TEXT REFERENCES customers (id) ON DELETE SET NULL,
  choices TEXT NOT NULL CHECK (json_valid(choices)),
  staff_id TEXT REFERENCES staff (id),
  is_moving INTEGER NOT NULL DEFAULT 0 CHECK (is_moving IN (0, 1)),
  undone_at INTEGER,
  forgotten_at INTEGER
) STRICT;
CREATE INDEX merges_by_time ON merges (at, id);
CREATE INDEX merges_by_survivor ON merges (survivor_id, at) WHERE survivor_id IS NOT NULL;
CREATE INDEX merges_by_other ON merges (other_id, at) WHERE other_id IS NOT NULL;
CREATE INDEX merges_moving ON merges (id) WHERE is_moving = 1;
CREATE INDEX merges_to_forget ON merges (at) WHERE forgotten_at IS NULL;

CREATE TABLE merge_moves (
  merge_id TEXT NOT NULL REFERENCES merges (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL CHECK (json_valid(row_key)),
  column_name TEXT NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  whole_row TEXT CHECK (json_valid(whole_row)),
  PRIMARY KEY (merge_id, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER merge_moves_go_with_the_customer BEFORE DELETE ON customers
BEGIN
  DELETE FROM merge_moves WHERE merge_id IN (SELECT id FROM merges WHERE survivor_id = OLD.id);
  DELETE FROM merge_moves WHERE merge_id IN (SELECT id FROM merges WHERE other_id = OLD.id);
END;

CREATE TABLE duplicate_pairs (
  one_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  found_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'not_duplicate', 'merged')),
  fingerprint TEXT NOT NULL,
  decided_at INTEGER,
  staff_id TEXT REFERENCES staff (id),
  PRIMARY KEY (one_id, other_id),
  CHECK (one_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicate_pairs_open ON duplicate_pairs (score DESC, one_id, other_id) WHERE state = 'open';
CREATE INDEX duplicate_pairs_by_other ON duplicate_pairs (other_id);

CREATE TABLE duplicate_scans (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  customers INTEGER NOT NULL,
  pairs INTEGER NOT NULL,
  crowded INTEGER NOT NULL
) STRICT;
CREATE INDEX duplicate_scans_by_time ON duplicate_scans (at);

DROP TRIGGER points_entries_are_append_only;
CREATE TRIGGER points_entries_are_append_only BEFORE UPDATE ON points_entries
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.kind IS NOT OLD.kind
  OR NEW.points IS NOT OLD.points OR NEW.reason IS NOT OLD.reason OR NEW.visit_id IS NOT OLD.visit_id
  OR NEW.reverses_id IS NOT OLD.reverses_id OR NEW.staff_id IS NOT OLD.staff_id OR NEW.import_id IS NOT OLD.import_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'the points ledger is append-only'); END;
`;
