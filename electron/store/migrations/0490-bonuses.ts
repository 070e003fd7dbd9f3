/**
 * What the shop gives on an occasion, in points or as a coupon: with the step up to a tier (X63), which names what it brings. Each bonus says what
 * it was given for, so that it is given once and taken back with what it was for.
 */
export const bonusesSchema = `
ALTER TABLE tiers ADD COLUMN gift_points INTEGER NOT NULL DEFAULT 0 CHECK (gift_points >= 0);
ALTER TABLE tiers ADD COLUMN gift_coupon_type_id TEXT REFERENCES coupon_types (id);
CREATE INDEX tiers_by_gift ON tiers (gift_coupon_type_id) WHERE gift_coupon_type_id IS NOT NULL;
CREATE TABLE bonuses (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  occasion TEXT NOT NULL CHECK (occasion IN ('tier', 'sign_up', 'check_in')),
  tier_event_id TEXT REFERENCES tier_events (id) ON DELETE CASCADE,
  points_entry_id TEXT UNIQUE REFERENCES points_entries (id) ON DELETE CASCADE,
  coupon_id TEXT UNIQUE REFERENCES coupons (id) ON DELETE CASCADE,
  staff_id TEXT REFERENCES staff (id),
  CHECK ((occasion = 'tier') = (tier_event_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX bonuses_by_customer ON bonuses (customer_id, occasion, business_date);
CREATE INDEX bonuses_by_tier_event ON bonuses (tier_event_id) WHERE tier_event_id IS NOT NULL;
CREATE INDEX bonuses_by_staff ON bonuses (staff_id) WHERE staff_id IS NOT NULL;
CREATE TRIGGER bonuses_are_append_only BEFORE UPDATE ON bonuses
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.occasion IS NOT OLD.occasion
  OR NEW.tier_event_id IS NOT OLD.tier_event_id OR NEW.points_entry_id IS NOT OLD.points_entry_id OR NEW.coupon_id IS NOT OLD.coupon_id
  OR NEW.staff_id IS NOT OLD.staff_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'the list of bonuses is append-only'); END;
`;
