/**
 * How many uses are left of a coupon stands on its row, and what happened to the coupons of a type on a day in one row of figures: the owner sees what is out
 * and what it brings without a recount. Both are kept by the ledger itself.
 */
export const couponFiguresSchema = `
ALTER TABLE coupons ADD COLUMN uses_left INTEGER NOT NULL DEFAULT 0;

DROP TRIGGER coupons_keep_their_terms;
UPDATE coupons SET uses_left = (SELECT ifnull(sum(uses), 0) FROM coupon_entries WHERE coupon_id = coupons.id);
CREATE TRIGGER coupons_keep_their_terms BEFORE UPDATE ON coupons
WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.type_id IS NOT OLD.type_id OR NEW.name IS NOT OLD.name
  OR NEW.terms IS NOT OLD.terms OR NEW.occasion IS NOT OLD.occasion OR NEW.occasion_year IS NOT OLD.occasion_year
  OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.from_on IS NOT OLD.from_on
  OR NEW.expires_on IS NOT OLD.expires_on OR NEW.reason IS NOT OLD.reason OR NEW.visit_id IS NOT OLD.visit_id
  OR NEW.batch_id IS NOT OLD.batch_id OR NEW.staff_id IS NOT OLD.staff_id
  OR (NEW.customer_id IS NOT OLD.customer_id AND NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id))))
  OR (NEW.uses_left IS NOT OLD.uses_left
    AND NEW.uses_left <> (SELECT ifnull(sum(uses), 0) FROM coupon_entries WHERE coupon_id = NEW.id))
BEGIN SELECT raise(ABORT, 'a coupon is append-only'); END;
CREATE INDEX coupons_open ON coupons (expires_on, id) WHERE uses_left > 0;
DROP INDEX coupons_that_lapse;

CREATE TABLE coupon_days (
  type_id TEXT NOT NULL REFERENCES coupon_types (id) ON DELETE CASCADE,
  business_date TEXT NOT NULL,
  -- Uses. Of the day itself: what was taken back is taken off on the day it was.
  issued INTEGER NOT NULL,
  used INTEGER NOT NULL,
  cents INTEGER NOT NULL,
  PRIMARY KEY (business_date, type_id)
) STRICT, WITHOUT ROWID;

CREATE VIEW coupon_steps AS
SELECT entry.id, coupons.type_id, entry.business_date, entry.cents,
  CASE WHEN 'issue' IN (entry.kind, reversed.kind) THEN entry.uses ELSE 0 END AS issued,
  CASE WHEN entry.kind IN ('redeem', 'return') OR reversed.kind IN ('redeem', 'return') THEN 0 - entry.uses ELSE 0 END AS used
FROM coupon_entries AS entry
JOIN coupons ON coupons.id = entry.coupon_id
LEFT JOIN coupon_entries AS reversed ON reversed.id = entry.reverses_id;

INSERT INTO coupon_days (type_id, business_date, issued, used, cents)
SELECT type_id, business_date, sum(issued), sum(used), sum(cents) FROM coupon_steps
GROUP BY business_date, type_id;

CREATE TRIGGER coupon_entries_are_summed AFTER INSERT ON coupon_entries
BEGIN
  UPDATE coupons SET uses_left = uses_left + NEW.uses WHERE id = NEW.coupon_id;
  INSERT INTO coupon_days (type_id, business_date, issued, used, cents)
  SELECT type_id, business_date, issued, used, cents FROM coupon_steps WHERE id = NEW.id
  ON CONFLICT (business_date, type_id) DO UPDATE SET
    issued = issued + excluded.issued, used = used + excluded.used, cents = cents + excluded.cents;
END;
`;
