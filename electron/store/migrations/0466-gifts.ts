/**
 * Gifts, samples and other acts beyond what was expected (R079, R080, R086): what somebody was given, why, what it cost and by whom. Which
 * rewards are samples too, and which pieces went out as a gift; they stay counted when a person is erased.
 */
export const giftsSchema = `
ALTER TABLE rewards ADD COLUMN is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1));

CREATE TABLE gifts (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- Beside the pieces, or without any: a card by hand, a lift home.
  what TEXT NOT NULL,
  -- All of it together.
  cost_cents INTEGER NOT NULL CHECK (cost_cents >= 0),
  incident_id TEXT REFERENCES incidents (id) ON DELETE SET NULL,
  staff_id TEXT REFERENCES staff (id),
  written_by TEXT REFERENCES staff (id),
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX gifts_by_customer ON gifts (customer_id, at, id) WHERE removed_at IS NULL;
CREATE INDEX gifts_by_day ON gifts (business_date, cost_cents, reason, customer_id) WHERE removed_at IS NULL;
CREATE INDEX gifts_by_writer ON gifts (written_by, business_date, cost_cents) WHERE removed_at IS NULL;
CREATE INDEX gifts_by_incident ON gifts (incident_id) WHERE incident_id IS NOT NULL;

CREATE TABLE gift_items (
  gift_id TEXT NOT NULL REFERENCES gifts (id) ON DELETE CASCADE,
  reward_id TEXT NOT NULL REFERENCES rewards (id),
  name TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  cost_cents INTEGER NOT NULL CHECK (cost_cents >= 0),
  PRIMARY KEY (gift_id, reward_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX gift_items_by_reward ON gift_items (reward_id);

ALTER TABLE reward_movements ADD COLUMN gift_id TEXT REFERENCES gifts (id) ON DELETE SET NULL;
CREATE INDEX reward_movements_by_gift ON reward_movements (gift_id) WHERE gift_id IS NOT NULL;
`;
