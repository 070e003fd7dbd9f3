/**
 * The PIN with which a customer spends what they have stored 消费密码, as a hash, and the one before it so that a change can be taken back; and
 * with each visit at which a proof was asked how it was given (X53).
 */
export const spendingPinsSchema = `
CREATE TABLE spending_pins (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL UNIQUE REFERENCES customers (id) ON DELETE CASCADE,
  -- Null: it was taken off.
  pin_hash TEXT,
  before_hash TEXT,
  changed_at INTEGER NOT NULL,
  changed_by TEXT REFERENCES staff (id),
  is_taken_back INTEGER NOT NULL DEFAULT 0 CHECK (is_taken_back IN (0, 1))
) STRICT;

CREATE TABLE visit_proofs (
  visit_id TEXT PRIMARY KEY REFERENCES visits (id) ON DELETE CASCADE,
  way TEXT NOT NULL CHECK (way IN ('pin', 'signature', 'waived')),
  value_cents INTEGER NOT NULL CHECK (value_cents > 0),
  strokes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(strokes)),
  reason TEXT,
  staff_id TEXT REFERENCES staff (id),
  CHECK ((way = 'signature') = (strokes <> '[]')),
  CHECK ((way = 'waived') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER visit_proofs_stay BEFORE UPDATE ON visit_proofs
BEGIN SELECT raise(ABORT, 'a proof stays as it was given'); END;
`;
