/**
 * On account 挂账 (X50): a ledger of what customers owe the shop, what is set for one of them, and what follows from the ledger and is kept so
 * that who owes is read from an index: what each owes, and which charges are open since when. A visit can be put on account as it is paid.
 */
export const creditSchema = `
CREATE TABLE credit_entries (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('charge', 'return', 'repay', 'write_off', 'reverse')),
  -- Above nothing the debt grows by it.
  cents INTEGER NOT NULL CHECK (cents <> 0),
  -- Of a charge: the last day on which it is not overdue.
  due_on TEXT,
  -- How the money came.
  method TEXT CHECK (method IN ('cash', 'card', 'wechat', 'alipay', 'transfer', 'other')),
  reason TEXT,
  visit_id TEXT REFERENCES visits (id),
  reverses_id TEXT UNIQUE REFERENCES credit_entries (id),
  concerns_id TEXT REFERENCES credit_entries (id),
  staff_id TEXT REFERENCES staff (id),
  CHECK (kind <> 'charge' OR cents > 0),
  CHECK (kind NOT IN ('return', 'repay', 'write_off') OR cents < 0),
  CHECK ((kind = 'charge') = (due_on IS NOT NULL)),
  CHECK (kind IN ('repay', 'reverse') OR method IS NULL),
  CHECK (kind <> 'repay' OR method IS NOT NULL),
  CHECK (kind <> 'write_off' OR reason IS NOT NULL),
  CHECK ((kind = 'return') = (concerns_id IS NOT NULL)),
  CHECK ((kind = 'reverse') = (reverses_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX credit_entries_by_customer ON credit_entries (customer_id, at, id);
CREATE INDEX credit_entries_by_hand ON credit_entries (customer_id, at, id) WHERE visit_id IS NULL;
CREATE INDEX credit_entries_by_visit ON credit_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX credit_entries_by_concerned ON credit_entries (concerns_id) WHERE concerns_id IS NOT NULL;
CREATE INDEX credit_entries_by_till ON credit_entries (business_date, at, id) WHERE method IS NOT NULL;
CREATE TRIGGER credit_entries_are_append_only BEFORE UPDATE ON credit_entries
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.kind IS NOT OLD.kind
  OR NEW.cents IS NOT OLD.cents OR NEW.due_on IS NOT OLD.due_on OR NEW.method IS NOT OLD.method
  OR NEW.reason IS NOT OLD.reason OR NEW.visit_id IS NOT OLD.visit_id OR NEW.reverses_id IS NOT OLD.reverses_id
  OR NEW.concerns_id IS NOT OLD.concerns_id OR NEW.staff_id IS NOT OLD.staff_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'the ledger of what is owed is append-only'); END;

-- What is set for one customer; null takes what the shop gives everyone.
CREATE TABLE credit_terms (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  limit_cents INTEGER CHECK (limit_cents >= 0),
  term_days INTEGER CHECK (term_days >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE credit_open_charges (
  entry_id TEXT PRIMARY KEY REFERENCES credit_entries (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  open_cents INTEGER NOT NULL CHECK (open_cents > 0),
  due_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX credit_open_charges_by_due ON credit_open_charges (due_on, open_cents);
CREATE INDEX credit_open_charges_by_customer ON credit_open_charges (customer_id, due_on, open_cents);

CREATE TABLE credit_debts (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  owed_cents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX credit_debts_by_owed ON credit_debts (owed_cents DESC, customer_id);

CREATE TABLE visit_payments_rebuilt (
  visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  method TEXT NOT NULL
    CHECK (method IN ('points', 'stored', 'account', 'cash', 'card', 'wechat', 'alipay', 'transfer', 'other')),
  -- Negative where a return gives something back.
  cents INTEGER NOT NULL,
  points INTEGER,
  -- How much of what stored value paid was gift.
  gift_cents INTEGER,
  PRIMARY KEY (visit_id, method),
  CHECK ((method = 'points') = (points IS NOT NULL)),
  CHECK ((method = 'stored') = (gift_cents IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO visit_payments_rebuilt SELECT visit_id, method, cents, points, gift_cents FROM visit_payments;
DROP TABLE visit_payments;
ALTER TABLE visit_payments_rebuilt RENAME TO visit_payments;
`;
