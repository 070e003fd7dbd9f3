/**
 * The visit as a sale. A visit may be a walk-in's, whom nobody has named yet (X29); it has the number of its receipt (R053); lines have
 * discounts, a serial number, a specification (R019), the times of a timed service (X30) and who did them, asked for or not (X35). A return
 * is a visit that names the one it takes lines of back, and its points entry a kind of its own (R068). Parked visits (X30), what a
 * customer put off (X33), favourites on the visit page, and products charged by the hour.
 */
export const salesSchema = `
CREATE TABLE visits_rebuilt (
  id TEXT PRIMARY KEY,
  -- Whoever is deleted takes their visits along: none of them becomes a walk-in's.
  customer_id TEXT REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  receipt_number TEXT,
  staff_id TEXT REFERENCES staff (id),
  note TEXT,
  is_purchase INTEGER NOT NULL CHECK (is_purchase IN (0, 1)),
  total_cents INTEGER NOT NULL,
  cost_cents INTEGER,
  item_quantity INTEGER NOT NULL,
  discount_cents INTEGER NOT NULL DEFAULT 0,
  discount_reason TEXT,
  points_earned INTEGER NOT NULL DEFAULT 0,
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  returns_visit_id TEXT REFERENCES visits (id),
  claimed_at INTEGER,
  import_id TEXT REFERENCES imports (id),
  undone_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO visits_rebuilt (id, customer_id, at, business_date, staff_id, note, is_purchase, total_cents, cost_cents, item_quantity,
  points_earned, satisfaction, import_id, undone_at)
  SELECT id, customer_id, at, business_date, staff_id, note, is_purchase, total_cents, cost_cents, item_quantity,
    points_earned, satisfaction, import_id, undone_at FROM visits;
DROP TABLE visits;
ALTER TABLE visits_rebuilt RENAME TO visits;
CREATE INDEX visits_by_customer
  ON visits (customer_id, business_date, is_purchase, total_cents, cost_cents, item_quantity, undone_at) WHERE undone_at IS NULL;
CREATE INDEX visits_by_customer_time ON visits (customer_id, at);
CREATE INDEX visits_by_date ON visits (business_date) WHERE undone_at IS NULL;
CREATE INDEX visits_by_day_time ON visits (business_date, at, id);
CREATE INDEX visits_by_import ON visits (import_id) WHERE import_id IS NOT NULL;
CREATE UNIQUE INDEX visits_by_receipt ON visits (receipt_number) WHERE receipt_number IS NOT NULL;
CREATE INDEX visits_by_returned ON visits (returns_visit_id) WHERE returns_visit_id IS NOT NULL;

ALTER TABLE visit_lines ADD COLUMN discount_cents INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit_lines ADD COLUMN share_cents INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit_lines ADD COLUMN is_requested INTEGER CHECK (is_requested IN (0, 1));
ALTER TABLE visit_lines ADD COLUMN returns_position INTEGER;
ALTER TABLE visit_lines ADD COLUMN serial_number TEXT;
ALTER TABLE visit_lines ADD COLUMN specification TEXT;
ALTER TABLE visit_lines ADD COLUMN started_at INTEGER;
ALTER TABLE visit_lines ADD COLUMN stopped_at INTEGER;
CREATE INDEX visit_lines_by_serial ON visit_lines (serial_number COLLATE NOCASE, visit_id) WHERE serial_number IS NOT NULL;

CREATE TABLE visit_line_helpers (
  visit_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  place INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  is_requested INTEGER CHECK (is_requested IN (0, 1)),
  PRIMARY KEY (visit_id, position, place),
  FOREIGN KEY (visit_id, position) REFERENCES visit_lines (visit_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE points_entries_rebuilt (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('earn', 'redeem', 'adjust', 'reverse', 'return', 'import')),
  points INTEGER NOT NULL,
  reason TEXT,
  visit_id TEXT REFERENCES visits (id),
  reverses_id TEXT UNIQUE REFERENCES points_entries (id),
  staff_id TEXT REFERENCES staff (id),
  import_id TEXT REFERENCES imports (id)
) STRICT, WITHOUT ROWID;
INSERT INTO points_entries_rebuilt SELECT id, customer_id, at, business_date, kind, points, reason, visit_id, reverses_id, staff_id, import_id
  FROM points_entries;
DROP TABLE points_entries;
ALTER TABLE points_entries_rebuilt RENAME TO points_entries;
CREATE INDEX points_entries_by_customer ON points_entries (customer_id, at, id, points);
CREATE INDEX points_entries_by_hand ON points_entries (customer_id, at, id) WHERE visit_id IS NULL;
CREATE INDEX points_entries_by_visit ON points_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX points_entries_by_import ON points_entries (import_id) WHERE import_id IS NOT NULL;
CREATE TRIGGER points_entries_are_append_only BEFORE UPDATE ON points_entries
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.kind IS NOT OLD.kind
  OR NEW.points IS NOT OLD.points OR NEW.reason IS NOT OLD.reason OR NEW.visit_id IS NOT OLD.visit_id
  OR NEW.reverses_id IS NOT OLD.reverses_id OR NEW.staff_id IS NOT OLD.staff_id OR NEW.import_id IS NOT OLD.import_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'the points ledger is append-only'); END;

CREATE TABLE daily_numbers (
  kind TEXT NOT NULL,
  business_date TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (kind, business_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE parked_visits (
  id TEXT PRIMARY KEY,
  customer_id TEXT REFERENCES customers (id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  parked_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parked_visits_by_customer ON parked_visits (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX parked_visits_by_time ON parked_visits (parked_at, id);

CREATE TABLE deferred_items (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  business_date TEXT NOT NULL,
  product_id TEXT REFERENCES products (id),
  name TEXT NOT NULL,
  reason TEXT,
  ask_again_on TEXT,
  staff_id TEXT REFERENCES staff (id),
  closed_at INTEGER,
  closed_by_visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX deferred_items_open ON deferred_items (customer_id, ask_again_on) WHERE closed_at IS NULL;
CREATE INDEX deferred_items_by_customer ON deferred_items (customer_id);
CREATE INDEX deferred_items_by_visit ON deferred_items (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX deferred_items_by_closing_visit ON deferred_items (closed_by_visit_id) WHERE closed_by_visit_id IS NOT NULL;

ALTER TABLE products ADD COLUMN is_favourite INTEGER NOT NULL DEFAULT 0 CHECK (is_favourite IN (0, 1));
ALTER TABLE products ADD COLUMN charged_by TEXT NOT NULL DEFAULT 'unit' CHECK (charged_by IN ('unit', 'hour'));
CREATE INDEX products_favourite ON products (name_pinyin, id) WHERE is_favourite = 1 AND is_active = 1;
`;
