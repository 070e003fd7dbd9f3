/**
 * Who brought whom (R091): the customer's row names the referrer; here stands when each was named and by whom, append-only, so that it can be
 * told who was a customer before they were brought.
 */
export const referralsSchema = `
CREATE TABLE referral_events (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  referrer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('named', 'dropped')),
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_events_by_customer ON referral_events (customer_id, at, id);
CREATE INDEX referral_events_by_referrer ON referral_events (referrer_id, at, id);
CREATE TRIGGER referral_events_are_append_only BEFORE UPDATE ON referral_events
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.kind IS NOT OLD.kind
  OR NEW.staff_id IS NOT OLD.staff_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND (NEW.customer_id IS OLD.customer_id
        OR (survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id))
      AND (NEW.referrer_id IS OLD.referrer_id
        OR (survivor_id = NEW.referrer_id AND other_id = OLD.referrer_id)
        OR (other_id = NEW.referrer_id AND survivor_id = OLD.referrer_id)))
BEGIN SELECT raise(ABORT, 'who brought whom is append-only'); END;
`;
