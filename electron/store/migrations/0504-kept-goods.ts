/**
 * Kept goods 寄存 (X51): what customers left with the shop, where it stands and until when it is good, and every movement of it. Movements are
 * only ever added; what is left is their sum, kept beside the thing so that what is in the shop is read from an index.
 */
export const keptGoodsSchema = `
CREATE TABLE kept_goods (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  name TEXT NOT NULL,
  -- Bought here and left; else it is the customer's own.
  is_bought INTEGER NOT NULL CHECK (is_bought IN (0, 1)),
  -- Where it stands in the shop.
  place TEXT,
  expires_on TEXT,
  note TEXT,
  kept_on TEXT NOT NULL,
  -- What is left, in thousandths: the sum of its movements.
  left_quantity INTEGER NOT NULL CHECK (left_quantity >= 0),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_goods_by_customer ON kept_goods (customer_id, kept_on, id);
CREATE INDEX kept_goods_in_shop ON kept_goods (ifnull(expires_on, '9999-12-31'), kept_on, id) WHERE left_quantity > 0;

CREATE TABLE kept_entries (
  id TEXT PRIMARY KEY,
  kept_id TEXT NOT NULL REFERENCES kept_goods (id),
  customer_id TEXT NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('keep', 'take', 'reverse')),
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  reason TEXT,
  reverses_id TEXT UNIQUE REFERENCES kept_entries (id),
  staff_id TEXT REFERENCES staff (id),
  CHECK (kind <> 'keep' OR quantity > 0),
  CHECK (kind <> 'take' OR quantity < 0),
  CHECK ((kind = 'reverse') = (reverses_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_entries_by_thing ON kept_entries (kept_id, at, id);
CREATE INDEX kept_entries_by_customer ON kept_entries (customer_id, at, id);
CREATE TRIGGER kept_entries_are_append_only BEFORE UPDATE ON kept_entries
WHEN NEW.id IS NOT OLD.id OR NEW.kept_id IS NOT OLD.kept_id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date
  OR NEW.kind IS NOT OLD.kind OR NEW.quantity IS NOT OLD.quantity OR NEW.reason IS NOT OLD.reason
  OR NEW.reverses_id IS NOT OLD.reverses_id OR NEW.staff_id IS NOT OLD.staff_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'movements of kept goods are append-only'); END;
`;
