/**
 * Paid membership 付费会员 (X57): what the shop sells, the terms that customers bought on the terms of that day, what moved them with the money it
 * moved, append-only, and what each cycle gave: a row a cycle, so that none gives twice. `until_on`, `is_void`, `is_ended`, `next_cycle` and `next_on`
 * follow from that and are kept for lists and the daily run. A tier may be held because of a membership: a step of its own kind.
 */
export const membershipsSchema = `
CREATE TABLE membership_plans (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 60),
  tier_id TEXT REFERENCES tiers (id),
  every TEXT NOT NULL CHECK (every IN ('once', 'month', 'days')),
  every_days INTEGER CHECK (every_days BETWEEN 7 AND 366),
  coupon_type_id TEXT REFERENCES coupon_types (id),
  coupons INTEGER NOT NULL CHECK (coupons BETWEEN 0 AND 20),
  points INTEGER NOT NULL CHECK (points >= 0),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER,
  CHECK ((every = 'days') = (every_days IS NOT NULL)),
  CHECK ((coupons > 0) = (coupon_type_id IS NOT NULL))
) STRICT;
CREATE INDEX membership_plans_by_tier ON membership_plans (tier_id) WHERE tier_id IS NOT NULL;
CREATE INDEX membership_plans_by_coupon ON membership_plans (coupon_type_id) WHERE coupon_type_id IS NOT NULL;

CREATE TABLE membership_terms (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  plan_id TEXT NOT NULL REFERENCES membership_plans (id),
  name TEXT NOT NULL,
  paid_cents INTEGER NOT NULL CHECK (paid_cents >= 0),
  from_on TEXT NOT NULL,
  -- The last day it was sold for, and the last one by now.
  sold_until_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  tier_id TEXT REFERENCES tiers (id),
  every TEXT NOT NULL CHECK (every IN ('once', 'month', 'days')),
  every_days INTEGER,
  coupon_type_id TEXT REFERENCES coupon_types (id),
  coupons INTEGER NOT NULL CHECK (coupons >= 0),
  points INTEGER NOT NULL CHECK (points >= 0),
  at INTEGER NOT NULL,
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void IN (0, 1)),
  is_ended INTEGER NOT NULL DEFAULT 0 CHECK (is_ended IN (0, 1)),
  next_cycle INTEGER NOT NULL DEFAULT 0 CHECK (next_cycle >= 0),
  -- The day on which the next cycle begins; null when none comes any more.
  next_on TEXT,
  CHECK (from_on <= sold_until_on),
  CHECK (until_on <= sold_until_on),
  CHECK ((coupons > 0) = (coupon_type_id IS NOT NULL)),
  CHECK (is_void = 0 OR next_on IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_terms_by_customer ON membership_terms (customer_id, plan_id, from_on);
CREATE INDEX membership_terms_by_plan ON membership_terms (plan_id);
CREATE INDEX membership_terms_by_end ON membership_terms (until_on, id) WHERE is_void = 0;
CREATE INDEX membership_terms_due ON membership_terms (next_on, id) WHERE next_on IS NOT NULL;
CREATE INDEX membership_terms_by_tier ON membership_terms (tier_id) WHERE tier_id IS NOT NULL;
CREATE INDEX membership_terms_by_coupon ON membership_terms (coupon_type_id) WHERE coupon_type_id IS NOT NULL;
CREATE TRIGGER membership_terms_stay_as_sold BEFORE UPDATE ON membership_terms
WHEN NEW.id IS NOT OLD.id OR NEW.plan_id IS NOT OLD.plan_id OR NEW.name IS NOT OLD.name OR NEW.paid_cents IS NOT OLD.paid_cents
  OR NEW.from_on IS NOT OLD.from_on OR NEW.sold_until_on IS NOT OLD.sold_until_on OR NEW.tier_id IS NOT OLD.tier_id
  OR NEW.every IS NOT OLD.every OR NEW.every_days IS NOT OLD.every_days OR NEW.coupon_type_id IS NOT OLD.coupon_type_id
  OR NEW.coupons IS NOT OLD.coupons OR NEW.points IS NOT OLD.points OR NEW.at IS NOT OLD.at
  OR NEW.next_cycle < OLD.next_cycle OR (OLD.is_void = 1 AND NEW.is_void = 0)
  OR (NEW.customer_id IS NOT OLD.customer_id AND NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id))))
BEGIN SELECT raise(ABORT, 'the terms of a membership stay as they were sold'); END;

CREATE TABLE membership_entries (
  id TEXT PRIMARY KEY,
  term_id TEXT NOT NULL REFERENCES membership_terms (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sell', 'take_back', 'end', 'go_on')),
  -- Money that came in, below nothing what went out again.
  cents INTEGER NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('cash', 'card', 'wechat', 'alipay', 'transfer', 'other')),
  reason TEXT,
  staff_id TEXT REFERENCES staff (id),
  CHECK (kind NOT IN ('sell', 'go_on') OR cents >= 0),
  CHECK (kind NOT IN ('take_back', 'end') OR cents <= 0),
  CHECK (kind <> 'end' OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_entries_by_term ON membership_entries (term_id, at, id);
CREATE INDEX membership_entries_by_day ON membership_entries (business_date, at, id) WHERE cents <> 0;
CREATE INDEX membership_entries_by_staff ON membership_entries (staff_id) WHERE staff_id IS NOT NULL;
CREATE TRIGGER membership_entries_are_append_only BEFORE UPDATE ON membership_entries
BEGIN SELECT raise(ABORT, 'what moved a membership is append-only'); END;

CREATE TABLE membership_grants (
  term_id TEXT NOT NULL REFERENCES membership_terms (id) ON DELETE CASCADE,
  cycle INTEGER NOT NULL CHECK (cycle >= 0),
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  business_date TEXT NOT NULL,
  -- Over before anybody could give it.
  is_missed INTEGER NOT NULL CHECK (is_missed IN (0, 1)),
  points_entry_id TEXT REFERENCES points_entries (id) ON DELETE SET NULL,
  -- What was left of its points when the membership ended early.
  points_taken_id TEXT REFERENCES points_entries (id) ON DELETE SET NULL,
  PRIMARY KEY (term_id, cycle),
  CHECK (is_missed = 0 OR points_entry_id IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_grants_by_points ON membership_grants (points_entry_id) WHERE points_entry_id IS NOT NULL;
CREATE INDEX membership_grants_by_taken ON membership_grants (points_taken_id) WHERE points_taken_id IS NOT NULL;

CREATE TABLE membership_coupons (
  coupon_id TEXT PRIMARY KEY REFERENCES coupons (id) ON DELETE CASCADE,
  term_id TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  -- What took it away when the membership ended early.
  void_entry_id TEXT REFERENCES coupon_entries (id) ON DELETE SET NULL,
  FOREIGN KEY (term_id, cycle) REFERENCES membership_grants (term_id, cycle) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_coupons_by_grant ON membership_coupons (term_id, cycle, coupon_id);
CREATE INDEX membership_coupons_by_void ON membership_coupons (void_entry_id) WHERE void_entry_id IS NOT NULL;

CREATE TABLE tier_steps (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('first', 'upgrade', 'keep', 'downgrade', 'taken_back', 'manual', 'membership')),
  tier_id TEXT REFERENCES tiers (id),
  from_tier_id TEXT REFERENCES tiers (id),
  until_on TEXT,
  is_fixed INTEGER NOT NULL DEFAULT 0 CHECK (is_fixed IN (0, 1)),
  qualifying INTEGER,
  reason TEXT,
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
INSERT INTO tier_steps (id, customer_id, at, business_date, kind, tier_id, from_tier_id, until_on, is_fixed, qualifying, reason, staff_id)
  SELECT id, customer_id, at, business_date, kind, tier_id, from_tier_id, until_on, is_fixed, qualifying, reason, staff_id FROM tier_events;
DROP TABLE tier_events;
ALTER TABLE tier_steps RENAME TO tier_events;
CREATE INDEX tier_events_by_customer ON tier_events (customer_id, at, id);
CREATE INDEX tier_events_by_tier ON tier_events (tier_id) WHERE tier_id IS NOT NULL;
CREATE INDEX tier_events_by_former_tier ON tier_events (from_tier_id) WHERE from_tier_id IS NOT NULL;
CREATE TRIGGER tier_events_are_append_only BEFORE UPDATE ON tier_events
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.kind IS NOT OLD.kind
  OR NEW.tier_id IS NOT OLD.tier_id OR NEW.from_tier_id IS NOT OLD.from_tier_id OR NEW.until_on IS NOT OLD.until_on
  OR NEW.is_fixed IS NOT OLD.is_fixed OR NEW.qualifying IS NOT OLD.qualifying OR NEW.reason IS NOT OLD.reason
  OR NEW.staff_id IS NOT OLD.staff_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'the steps of tiers are append-only'); END;
`;
