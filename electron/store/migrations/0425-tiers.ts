/**
 * Tiers (R075, R085, R087, X63): what the shop defines, the steps each customer took, append-only, and which tier follows from them. Products may
 * have a price of their own for a tier (R090), and a tier may bring the right to buy what is new before everybody else (R082).
 */
export const tiersSchema = `
CREATE TABLE tiers (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  threshold INTEGER NOT NULL CHECK (threshold >= 0),
  keep_threshold INTEGER CHECK (keep_threshold >= 0),
  discount_basis_points INTEGER NOT NULL DEFAULT 0 CHECK (discount_basis_points BETWEEN 0 AND 10000),
  earn_percent INTEGER NOT NULL DEFAULT 100 CHECK (earn_percent >= 0),
  buys_early INTEGER NOT NULL DEFAULT 0 CHECK (buys_early IN (0, 1)),
  perks TEXT NOT NULL CHECK (json_valid(perks)),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE TABLE tier_prices (
  tier_id TEXT NOT NULL REFERENCES tiers (id) ON DELETE CASCADE,
  product_id TEXT NOT NULL REFERENCES products (id),
  price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
  PRIMARY KEY (tier_id, product_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tier_prices_by_product ON tier_prices (product_id);
CREATE TABLE tier_events (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('first', 'upgrade', 'keep', 'downgrade', 'taken_back', 'manual')),
  tier_id TEXT REFERENCES tiers (id),
  from_tier_id TEXT REFERENCES tiers (id),
  until_on TEXT,
  is_fixed INTEGER NOT NULL DEFAULT 0 CHECK (is_fixed IN (0, 1)),
  qualifying INTEGER,
  reason TEXT,
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE customer_tiers (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  tier_id TEXT NOT NULL REFERENCES tiers (id),
  since_on TEXT NOT NULL,
  until_on TEXT,
  is_fixed INTEGER NOT NULL CHECK (is_fixed IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_tiers_by_tier ON customer_tiers (tier_id, customer_id);
CREATE INDEX customer_tiers_by_end ON customer_tiers (until_on, customer_id) WHERE until_on IS NOT NULL AND is_fixed = 0;
CREATE TABLE tier_run (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  after_customer_id TEXT NOT NULL
) STRICT;
`;
