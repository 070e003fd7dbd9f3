/**
 * What was given for bringing somebody (R078, R093), append-only: by which purchase, what each side got, and, where the purchase does not stand any
 * more, that it was taken back.
 */
export const referralRewardsSchema = `
CREATE TABLE referral_rewards (
  id TEXT PRIMARY KEY,
  -- Who was brought, and by whom.
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  referrer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  -- The day of the purchase.
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('given', 'taken_back')),
  reverses_id TEXT UNIQUE REFERENCES referral_rewards (id) ON DELETE CASCADE,
  -- What the purchase had to come to.
  least_cents INTEGER NOT NULL,
  -- What the referrer got: given, nothing because the month was full, or nothing because they are no customer any more.
  referrer_state TEXT NOT NULL CHECK (referrer_state IN ('given', 'month_full', 'away')),
  referrer_entry_id TEXT REFERENCES points_entries (id) ON DELETE SET NULL,
  referrer_coupon_id TEXT REFERENCES coupons (id) ON DELETE SET NULL,
  newcomer_entry_id TEXT REFERENCES points_entries (id) ON DELETE SET NULL,
  newcomer_coupon_id TEXT REFERENCES coupons (id) ON DELETE SET NULL,
  staff_id TEXT REFERENCES staff (id),
  CHECK ((kind = 'taken_back') = (reverses_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_rewards_by_customer ON referral_rewards (customer_id, at, id);
CREATE INDEX referral_rewards_by_referrer ON referral_rewards (referrer_id, business_date);
CREATE INDEX referral_rewards_by_visit ON referral_rewards (visit_id);
CREATE INDEX referral_rewards_by_referrer_entry ON referral_rewards (referrer_entry_id) WHERE referrer_entry_id IS NOT NULL;
CREATE INDEX referral_rewards_by_referrer_coupon ON referral_rewards (referrer_coupon_id) WHERE referrer_coupon_id IS NOT NULL;
CREATE INDEX referral_rewards_by_newcomer_entry ON referral_rewards (newcomer_entry_id) WHERE newcomer_entry_id IS NOT NULL;
CREATE INDEX referral_rewards_by_newcomer_coupon ON referral_rewards (newcomer_coupon_id) WHERE newcomer_coupon_id IS NOT NULL;
CREATE TRIGGER referral_rewards_are_append_only BEFORE UPDATE ON referral_rewards
WHEN NEW.id IS NOT OLD.id OR NEW.visit_id IS NOT OLD.visit_id OR NEW.at IS NOT OLD.at
  OR NEW.business_date IS NOT OLD.business_date OR NEW.kind IS NOT OLD.kind OR NEW.reverses_id IS NOT OLD.reverses_id
  OR NEW.least_cents IS NOT OLD.least_cents OR NEW.referrer_state IS NOT OLD.referrer_state
  -- What a side got is forgotten with that side, never changed.
  OR (NEW.referrer_entry_id IS NOT OLD.referrer_entry_id AND NEW.referrer_entry_id IS NOT NULL)
  OR (NEW.referrer_coupon_id IS NOT OLD.referrer_coupon_id AND NEW.referrer_coupon_id IS NOT NULL)
  OR (NEW.newcomer_entry_id IS NOT OLD.newcomer_entry_id AND NEW.newcomer_entry_id IS NOT NULL)
  OR (NEW.newcomer_coupon_id IS NOT OLD.newcomer_coupon_id AND NEW.newcomer_coupon_id IS NOT NULL)
  OR NEW.staff_id IS NOT OLD.staff_id
  OR ((NEW.customer_id IS NOT OLD.customer_id OR NEW.referrer_id IS NOT OLD.referrer_id) AND NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND (NEW.customer_id IS OLD.customer_id
        OR (survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id))
      AND (NEW.referrer_id IS OLD.referrer_id
        OR (survivor_id = NEW.referrer_id AND other_id = OLD.referrer_id)
        OR (other_id = NEW.referrer_id AND survivor_id = OLD.referrer_id))))
BEGIN SELECT raise(ABORT, 'rewards of referrals are append-only'); END;
`;
