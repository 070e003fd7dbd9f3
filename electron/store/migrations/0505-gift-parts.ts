/**
 * The gift of a top-up may come in monthly parts 分期返还 (X58): over how many months a rule gives it, and of each top-up what is still to come, what
 * was given by which entry, and which entry stopped it.
 */
export const giftPartsSchema = `
ALTER TABLE stored_value_rules ADD COLUMN months INTEGER NOT NULL DEFAULT 1 CHECK (months BETWEEN 1 AND 36);

CREATE TABLE stored_gift_parts (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  top_up_id TEXT NOT NULL REFERENCES stored_value_entries (id) ON DELETE CASCADE,
  due_on TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  -- What the entry that gives it says: the rule and which part of how many.
  reason TEXT NOT NULL,
  given_by TEXT REFERENCES stored_value_entries (id) ON DELETE SET NULL,
  -- The entry with which it ended before it came: the top-up was taken back, or principal was paid out or voided.
  stopped_by TEXT REFERENCES stored_value_entries (id) ON DELETE SET NULL,
  CHECK (given_by IS NULL OR stopped_by IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX stored_gift_parts_waiting ON stored_gift_parts (due_on, id, cents, given_by, stopped_by)
  WHERE given_by IS NULL AND stopped_by IS NULL;
CREATE INDEX stored_gift_parts_by_customer ON stored_gift_parts (customer_id, due_on, id);
CREATE INDEX stored_gift_parts_by_top_up ON stored_gift_parts (top_up_id);
CREATE INDEX stored_gift_parts_by_given ON stored_gift_parts (given_by) WHERE given_by IS NOT NULL;
CREATE INDEX stored_gift_parts_by_stopped ON stored_gift_parts (stopped_by) WHERE stopped_by IS NOT NULL;
`;
