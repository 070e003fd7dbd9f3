/**
 * Stored value 储值: a ledger in which principal and gift stand apart, what the shop gives on top of a top-up, and what follows from the ledger
 * and is kept so that what the shop owes is read from an index: the balance of each customer, and what is left of what came in when. A visit
 * can be paid with it; the row says how much of that was gift.
 */
export const storedValueSchema = `
CREATE TABLE stored_value_rules (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  from_cents INTEGER NOT NULL CHECK (from_cents > 0),
  -- An amount in cents, or a share in basis points.
  gift_kind TEXT NOT NULL CHECK (gift_kind IN ('amount', 'percent')),
  gift INTEGER NOT NULL CHECK (gift > 0),
  is_repeated INTEGER NOT NULL CHECK (is_repeated IN (0, 1)),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE stored_value_entries (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('top_up', 'spend', 'return', 'refund', 'void', 'adjust', 'reverse', 'transfer', 'import')),
  principal_cents INTEGER NOT NULL,
  gift_cents INTEGER NOT NULL,
  -- How the money came, or went out again.
  method TEXT CHECK (method IN ('cash', 'card', 'wechat', 'alipay', 'transfer', 'other')),
  reason TEXT,
  visit_id TEXT REFERENCES visits (id),
  reverses_id TEXT UNIQUE REFERENCES stored_value_entries (id),
  concerns_id TEXT REFERENCES stored_value_entries (id),
  staff_id TEXT REFERENCES staff (id),
  import_id TEXT REFERENCES imports (id),
  CHECK (principal_cents <> 0 OR gift_cents <> 0),
  CHECK (kind NOT IN ('top_up', 'return', 'import') OR (principal_cents >= 0 AND gift_cents >= 0)),
  CHECK (kind NOT IN ('spend', 'refund', 'void') OR (principal_cents <= 0 AND gift_cents <= 0)),
  CHECK (kind IN ('top_up', 'refund', 'reverse') OR method IS NULL),
  CHECK (kind NOT IN ('top_up', 'refund') OR method IS NOT NULL),
  CHECK ((kind = 'reverse') = (reverses_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX stored_value_entries_by_customer ON stored_value_entries (customer_id, at, id);
CREATE INDEX stored_value_entries_by_hand ON stored_value_entries (customer_id, at, id) WHERE visit_id IS NULL;
CREATE INDEX stored_value_entries_by_visit ON stored_value_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX stored_value_entries_by_import ON stored_value_entries (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX stored_value_entries_by_concerned ON stored_value_entries (concerns_id) WHERE concerns_id IS NOT NULL;
CREATE INDEX stored_value_entries_by_till ON stored_value_entries (business_date, at, id) WHERE method IS NOT NULL;
CREATE TRIGGER stored_value_entries_are_append_only BEFORE UPDATE ON stored_value_entries
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.kind IS NOT OLD.kind
  OR NEW.principal_cents IS NOT OLD.principal_cents OR NEW.gift_cents IS NOT OLD.gift_cents OR NEW.method IS NOT OLD.method
  OR NEW.reason IS NOT OLD.reason OR NEW.visit_id IS NOT OLD.visit_id OR NEW.reverses_id IS NOT OLD.reverses_id
  OR NEW.concerns_id IS NOT OLD.concerns_id OR NEW.staff_id IS NOT OLD.staff_id OR NEW.import_id IS NOT OLD.import_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'the ledger of stored value is append-only'); END;

CREATE TABLE stored_value_lots (
  entry_id TEXT PRIMARY KEY REFERENCES stored_value_entries (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  principal_cents INTEGER NOT NULL CHECK (principal_cents >= 0),
  gift_cents INTEGER NOT NULL CHECK (gift_cents >= 0),
  came_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stored_value_lots_by_day ON stored_value_lots (came_on, principal_cents, gift_cents);
CREATE INDEX stored_value_lots_by_customer ON stored_value_lots (customer_id, came_on);

CREATE TABLE stored_value_balances (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  principal_cents INTEGER NOT NULL,
  gift_cents INTEGER NOT NULL,
  total_cents INTEGER NOT NULL CHECK (total_cents = principal_cents + gift_cents)
) STRICT, WITHOUT ROWID;
CREATE INDEX stored_value_balances_by_total ON stored_value_balances (total_cents DESC, customer_id);

CREATE TABLE visit_payments_rebuilt (
  visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  method TEXT NOT NULL CHECK (method IN ('points', 'stored', 'cash', 'card', 'wechat', 'alipay', 'transfer', 'other')),
  -- Negative where a return gives something back.
  cents INTEGER NOT NULL,
  points INTEGER,
  -- How much of what stored value paid was gift.
  gift_cents INTEGER,
  PRIMARY KEY (visit_id, method),
  CHECK ((method = 'points') = (points IS NOT NULL)),
  CHECK ((method = 'stored') = (gift_cents IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO visit_payments_rebuilt (visit_id, method, cents, points) SELECT visit_id, method, cents, points FROM visit_payments;
DROP TABLE visit_payments;
ALTER TABLE visit_payments_rebuilt RENAME TO visit_payments;
`;
