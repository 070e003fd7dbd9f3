/**
 * Points come in as lots that may lapse (R074): an entry says until when its points count, which lot an expiry ends, and which entry a return
 * takes back from or gives back to. What a visit was paid with, and of the lots that lapse what is left of each, so that the daily look at
 * them reads an index instead of every ledger.
 */
export const pointsSchema = `
CREATE TABLE points_entries_rebuilt (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('earn', 'redeem', 'adjust', 'reverse', 'return', 'expire', 'import')),
  points INTEGER NOT NULL,
  reason TEXT,
  visit_id TEXT REFERENCES visits (id),
  reverses_id TEXT UNIQUE REFERENCES points_entries (id),
  concerns_id TEXT REFERENCES points_entries (id),
  expires_on TEXT,
  idle_months INTEGER CHECK (idle_months > 0),
  staff_id TEXT REFERENCES staff (id),
  import_id TEXT REFERENCES imports (id)
) STRICT, WITHOUT ROWID;
INSERT INTO points_entries_rebuilt
    (id, customer_id, at, business_date, kind, points, reason, visit_id, reverses_id, staff_id, import_id)
  SELECT id, customer_id, at, business_date, kind, points, reason, visit_id, reverses_id, staff_id, import_id FROM points_entries;
DROP TABLE points_entries;
ALTER TABLE points_entries_rebuilt RENAME TO points_entries;
CREATE INDEX points_entries_by_customer ON points_entries (customer_id, at, id, points);
CREATE INDEX points_entries_by_hand ON points_entries (customer_id, at, id) WHERE visit_id IS NULL;
CREATE INDEX points_entries_by_visit ON points_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX points_entries_by_import ON points_entries (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX points_entries_by_concerned ON points_entries (concerns_id) WHERE concerns_id IS NOT NULL;
CREATE INDEX points_entries_that_lapse ON points_entries (customer_id) WHERE expires_on IS NOT NULL OR idle_months IS NOT NULL;
CREATE TRIGGER points_entries_are_append_only BEFORE UPDATE ON points_entries
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.kind IS NOT OLD.kind
  OR NEW.points IS NOT OLD.points OR NEW.reason IS NOT OLD.reason OR NEW.visit_id IS NOT OLD.visit_id
  OR NEW.reverses_id IS NOT OLD.reverses_id OR NEW.concerns_id IS NOT OLD.concerns_id OR NEW.expires_on IS NOT OLD.expires_on
  OR NEW.idle_months IS NOT OLD.idle_months OR NEW.staff_id IS NOT OLD.staff_id OR NEW.import_id IS NOT OLD.import_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'the points ledger is append-only'); END;

CREATE TABLE lapsing_points (
  entry_id TEXT PRIMARY KEY REFERENCES points_entries (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  remaining INTEGER NOT NULL CHECK (remaining > 0),
  last_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX lapsing_points_by_day ON lapsing_points (last_day, customer_id);
CREATE INDEX lapsing_points_by_customer ON lapsing_points (customer_id, last_day);

CREATE TABLE visit_payments (
  visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  method TEXT NOT NULL CHECK (method IN ('points', 'cash', 'card', 'wechat', 'alipay', 'transfer', 'other')),
  -- Negative where a return gives something back.
  cents INTEGER NOT NULL,
  points INTEGER,
  PRIMARY KEY (visit_id, method),
  CHECK ((method = 'points') = (points IS NOT NULL))
) STRICT, WITHOUT ROWID;
`;
