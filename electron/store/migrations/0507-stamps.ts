/**
 * Stamps 集点 (X61): the cards that a shop defines, and of every customer an append-only ledger of stamps. What a visit earned keeps by which terms
 * and for which lines, so that a return takes back the same; a reward names what it brought.
 */
export const stampsSchema = `
CREATE TABLE stamp_cards (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  per TEXT NOT NULL CHECK (per IN ('visit', 'item', 'amount')),
  least_cents INTEGER NOT NULL CHECK (least_cents >= 0),
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  needed INTEGER NOT NULL CHECK (needed > 0),
  points INTEGER NOT NULL CHECK (points >= 0),
  coupon_type_id TEXT REFERENCES coupon_types (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER,
  CHECK (per <> 'amount' OR least_cents > 0),
  CHECK (points > 0 OR coupon_type_id IS NOT NULL)
) STRICT;
CREATE INDEX stamp_cards_by_coupon ON stamp_cards (coupon_type_id) WHERE coupon_type_id IS NOT NULL;

CREATE TABLE stamp_entries (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  card_id TEXT NOT NULL REFERENCES stamp_cards (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('earn', 'return', 'adjust', 'reward', 'reverse')),
  stamps INTEGER NOT NULL,
  reason TEXT,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  -- Of what a visit earned: by which terms, and the positions of the lines that counted.
  counted TEXT CHECK (json_valid(counted)),
  reverses_id TEXT UNIQUE REFERENCES stamp_entries (id) ON DELETE CASCADE,
  -- What was earned and comes back.
  concerns_id TEXT REFERENCES stamp_entries (id) ON DELETE CASCADE,
  -- What a full card brought.
  points_entry_id TEXT REFERENCES points_entries (id) ON DELETE SET NULL,
  coupon_id TEXT REFERENCES coupons (id) ON DELETE SET NULL,
  staff_id TEXT REFERENCES staff (id),
  CHECK ((kind = 'earn') = (counted IS NOT NULL)),
  CHECK ((kind = 'return') = (concerns_id IS NOT NULL)),
  CHECK ((kind = 'reverse') = (reverses_id IS NOT NULL)),
  CHECK (kind <> 'earn' OR stamps > 0),
  CHECK (kind NOT IN ('return', 'reward') OR stamps < 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX stamp_entries_by_customer ON stamp_entries (customer_id, at, id);
CREATE INDEX stamp_entries_by_card ON stamp_entries (card_id);
CREATE INDEX stamp_entries_by_visit ON stamp_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX stamp_entries_by_concerned ON stamp_entries (concerns_id) WHERE concerns_id IS NOT NULL;
CREATE INDEX stamp_entries_by_points_entry ON stamp_entries (points_entry_id) WHERE points_entry_id IS NOT NULL;
CREATE INDEX stamp_entries_by_coupon ON stamp_entries (coupon_id) WHERE coupon_id IS NOT NULL;
CREATE INDEX stamp_entries_by_staff ON stamp_entries (staff_id) WHERE staff_id IS NOT NULL;
CREATE TRIGGER stamp_entries_are_append_only BEFORE UPDATE ON stamp_entries
WHEN NEW.id IS NOT OLD.id OR NEW.card_id IS NOT OLD.card_id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date
  OR NEW.kind IS NOT OLD.kind OR NEW.stamps IS NOT OLD.stamps OR NEW.reason IS NOT OLD.reason OR NEW.counted IS NOT OLD.counted
  OR NEW.reverses_id IS NOT OLD.reverses_id OR NEW.concerns_id IS NOT OLD.concerns_id OR NEW.staff_id IS NOT OLD.staff_id
  -- What it names is forgotten with that, never changed.
  OR (NEW.visit_id IS NOT OLD.visit_id AND NEW.visit_id IS NOT NULL)
  OR (NEW.points_entry_id IS NOT OLD.points_entry_id AND NEW.points_entry_id IS NOT NULL)
  OR (NEW.coupon_id IS NOT OLD.coupon_id AND NEW.coupon_id IS NOT NULL)
  OR (NEW.customer_id IS NOT OLD.customer_id AND NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id))))
BEGIN SELECT raise(ABORT, 'the ledger of stamps is append-only'); END;
`;
