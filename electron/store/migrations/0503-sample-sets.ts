/**
 * Sets of samples that the shop gives (试用装组合, R178). A gift that began as one keeps what the set was called and held on that day, so that what
 * whoever gave it changed stays readable.
 */
export const sampleSetsSchema = `
CREATE TABLE sample_sets (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE TABLE sample_set_items (
  set_id TEXT NOT NULL REFERENCES sample_sets (id) ON DELETE CASCADE,
  reward_id TEXT NOT NULL REFERENCES rewards (id),
  place INTEGER NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (set_id, reward_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sample_set_items_by_reward ON sample_set_items (reward_id);

ALTER TABLE gifts ADD COLUMN set_name TEXT;
-- JSON array of {rewardId, name, quantity}.
ALTER TABLE gifts ADD COLUMN set_items TEXT CHECK (set_items IS NULL OR json_valid(set_items));
CREATE INDEX gifts_by_set ON gifts (business_date, set_name, cost_cents) WHERE removed_at IS NULL AND set_name IS NOT NULL;
`;
