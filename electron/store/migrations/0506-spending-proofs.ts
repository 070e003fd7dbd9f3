/**
 * Proofs of who spends away from a visit (X53): points redeemed, a reward taken, stored value paid out or given to somebody else. Whoever
 * could spend without one there would need no PIN anywhere.
 */
export const spendingProofsSchema = `
CREATE TABLE spending_proofs (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  spending TEXT NOT NULL CHECK (spending IN ('redeem', 'reward', 'refund', 'transfer')),
  way TEXT NOT NULL CHECK (way IN ('pin', 'signature', 'waived')),
  value_cents INTEGER NOT NULL CHECK (value_cents > 0),
  strokes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(strokes)),
  reason TEXT,
  staff_id TEXT REFERENCES staff (id),
  CHECK ((way = 'signature') = (strokes <> '[]')),
  CHECK ((way = 'waived') = (reason IS NOT NULL))
) STRICT;
CREATE INDEX spending_proofs_by_customer ON spending_proofs (customer_id, at, id);
CREATE TRIGGER spending_proofs_stay BEFORE UPDATE ON spending_proofs
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.spending IS NOT OLD.spending
  OR NEW.way IS NOT OLD.way OR NEW.value_cents IS NOT OLD.value_cents OR NEW.strokes IS NOT OLD.strokes
  OR NEW.reason IS NOT OLD.reason OR NEW.staff_id IS NOT OLD.staff_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'a proof stays as it was given'); END;
`;
