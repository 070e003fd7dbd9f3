const appendOnly = (table: string, words: string, columns: string): string => `
CREATE TRIGGER ${table}_are_append_only BEFORE UPDATE OF ${columns} ON ${table}
BEGIN SELECT raise(ABORT, 'the ${words} is append-only'); END;`;

/**
 * Rewards for points (R077): what the shop offers, the pieces of it as movements that are only ever added to, and what customers got for
 * their points, each with what happened to it. Who is erased takes their rewards along; the pieces that went out stay counted.
 */
export const rewardsSchema = `
CREATE TABLE rewards (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- Null is not for points.
  points INTEGER CHECK (points > 0),
  cash_cents INTEGER NOT NULL CHECK (cash_cents >= 0),
  cost_cents INTEGER CHECK (cost_cents >= 0),
  stock_rule TEXT NOT NULL CHECK (stock_rule IN ('none', 'stop', 'below')),
  from_on TEXT,
  until_on TEXT,
  -- JSON array of tiers; empty is for everybody.
  tier_ids TEXT NOT NULL CHECK (json_valid(tier_ids)),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER,
  CHECK (from_on IS NULL OR until_on IS NULL OR from_on <= until_on)
) STRICT;

CREATE TABLE reward_redemptions (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  reward_id TEXT NOT NULL REFERENCES rewards (id),
  name TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  points INTEGER NOT NULL CHECK (points > 0),
  cash_cents INTEGER NOT NULL CHECK (cash_cents >= 0),
  method TEXT CHECK (method IN ('cash', 'card', 'wechat', 'alipay', 'transfer', 'other')),
  -- Of all pieces together, as it was that day.
  cost_cents INTEGER CHECK (cost_cents >= 0),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  CHECK ((cash_cents > 0) = (method IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX reward_redemptions_by_customer ON reward_redemptions (customer_id, at, id);
CREATE INDEX reward_redemptions_by_reward ON reward_redemptions (reward_id);
${appendOnly(
  'reward_redemptions',
  'record of rewards',
  'id, reward_id, name, quantity, points, cash_cents, method, cost_cents, at, business_date, staff_id',
)}
CREATE TRIGGER reward_redemptions_keep_their_owner BEFORE UPDATE OF customer_id ON reward_redemptions
WHEN NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'the record of rewards is append-only'); END;

CREATE TABLE reward_entries (
  id TEXT PRIMARY KEY,
  redemption_id TEXT NOT NULL REFERENCES reward_redemptions (id) ON DELETE CASCADE,
  -- The order of what happened, whatever the clock said.
  position INTEGER NOT NULL,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('redeem', 'undo', 'return', 'restore')),
  points_entry_id TEXT NOT NULL UNIQUE REFERENCES points_entries (id),
  -- Money that came in; below nothing where it went out again.
  cash_cents INTEGER NOT NULL,
  reason TEXT,
  staff_id TEXT REFERENCES staff (id),
  UNIQUE (redemption_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX reward_entries_with_cash ON reward_entries (business_date, at, id) WHERE cash_cents <> 0;
${appendOnly(
  'reward_entries',
  'record of rewards',
  'id, redemption_id, position, at, business_date, kind, points_entry_id, cash_cents, reason, staff_id',
)}

CREATE TABLE reward_movements (
  id TEXT PRIMARY KEY,
  reward_id TEXT NOT NULL REFERENCES rewards (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('received', 'given', 'back', 'counted', 'reverse')),
  quantity INTEGER NOT NULL,
  note TEXT,
  entry_id TEXT REFERENCES reward_entries (id) ON DELETE SET NULL,
  reverses_id TEXT UNIQUE REFERENCES reward_movements (id),
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reward_movements_by_reward ON reward_movements (reward_id, at, id, quantity);
CREATE INDEX reward_movements_by_entry ON reward_movements (entry_id) WHERE entry_id IS NOT NULL;
${appendOnly('reward_movements', 'stock of rewards', 'id, reward_id, at, business_date, kind, quantity, note, reverses_id, staff_id')}
`;
