/**
 * Points that are not spendable yet (X62): earned by a visit, pending until what was bought can no longer come back. Append-only; every row belongs
 * to the lot that was earned. Of the lots with something left also how much and from when on, so that the daily look reads an index.
 */
export const pendingPointsSchema = `
CREATE TABLE pending_points_entries (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  -- What was earned together; of that row its own id.
  lot_id TEXT NOT NULL REFERENCES pending_points_entries (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('earn', 'return', 'release', 'end', 'reverse')),
  points INTEGER NOT NULL,
  ready_on TEXT,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  reverses_id TEXT UNIQUE REFERENCES pending_points_entries (id) ON DELETE CASCADE,
  -- What it became when it was released.
  points_entry_id TEXT REFERENCES points_entries (id) ON DELETE SET NULL,
  staff_id TEXT REFERENCES staff (id),
  CHECK ((kind = 'earn') = (ready_on IS NOT NULL)),
  CHECK ((kind = 'earn') = (lot_id = id)),
  CHECK ((kind = 'reverse') = (reverses_id IS NOT NULL)),
  CHECK ((kind IN ('earn', 'reverse')) = (points > 0))
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_points_by_customer ON pending_points_entries (customer_id, points);
CREATE INDEX pending_points_by_lot ON pending_points_entries (lot_id, points);
CREATE INDEX pending_points_by_visit ON pending_points_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX pending_points_by_points_entry ON pending_points_entries (points_entry_id) WHERE points_entry_id IS NOT NULL;
CREATE INDEX pending_points_by_staff ON pending_points_entries (staff_id) WHERE staff_id IS NOT NULL;
CREATE TRIGGER pending_points_are_append_only BEFORE UPDATE ON pending_points_entries
WHEN NEW.id IS NOT OLD.id OR NEW.lot_id IS NOT OLD.lot_id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date
  OR NEW.kind IS NOT OLD.kind OR NEW.points IS NOT OLD.points OR NEW.ready_on IS NOT OLD.ready_on
  OR NEW.reverses_id IS NOT OLD.reverses_id OR NEW.staff_id IS NOT OLD.staff_id
  OR (NEW.visit_id IS NOT OLD.visit_id AND NEW.visit_id IS NOT NULL)
  OR (NEW.points_entry_id IS NOT OLD.points_entry_id AND NEW.points_entry_id IS NOT NULL)
  OR (NEW.customer_id IS NOT OLD.customer_id AND NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id))))
BEGIN SELECT raise(ABORT, 'the ledger of pending points is append-only'); END;

CREATE TABLE open_pending_points (
  lot_id TEXT PRIMARY KEY REFERENCES pending_points_entries (id) ON DELETE CASCADE,
  ready_on TEXT NOT NULL,
  remaining INTEGER NOT NULL CHECK (remaining > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX open_pending_points_by_day ON open_pending_points (ready_on, lot_id, remaining);
`;
