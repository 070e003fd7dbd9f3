/**
 * Sharers 副卡 (X55): who may spend somebody else's stored value, or use their cards, and within which limits; and which visits were paid out
 * of a purse that is not their customer's. The ledger stays append-only, but for one thing: what was spent out of a purse stays spent when
 * whoever spent it is erased with their visits.
 */
export const sharersSchema = `
CREATE TABLE sharers (
  id TEXT PRIMARY KEY,
  -- Whose purse and cards they are.
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  -- Who may use them.
  other_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  may_spend_stored INTEGER NOT NULL CHECK (may_spend_stored IN (0, 1)),
  may_use_cards INTEGER NOT NULL CHECK (may_use_cards IN (0, 1)),
  month_cents INTEGER CHECK (month_cents > 0),
  visit_cents INTEGER CHECK (visit_cents > 0),
  note TEXT NOT NULL,
  since_on TEXT NOT NULL,
  ended_on TEXT,
  at INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  CHECK (customer_id <> other_id),
  CHECK (may_spend_stored = 1 OR may_use_cards = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX sharers_by_customer ON sharers (customer_id);
CREATE INDEX sharers_by_other ON sharers (other_id);
CREATE UNIQUE INDEX sharers_standing ON sharers (customer_id, other_id) WHERE ended_on IS NULL;

CREATE TABLE shared_spendings (
  visit_id TEXT PRIMARY KEY REFERENCES visits (id) ON DELETE CASCADE,
  -- What the visit moved in the purse of somebody else; null once they are erased.
  entry_id TEXT REFERENCES stored_value_entries (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX shared_spendings_by_entry ON shared_spendings (entry_id) WHERE entry_id IS NOT NULL;

DROP TRIGGER stored_value_entries_are_append_only;
CREATE TRIGGER stored_value_entries_are_append_only BEFORE UPDATE ON stored_value_entries
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.kind IS NOT OLD.kind
  OR NEW.principal_cents IS NOT OLD.principal_cents OR NEW.gift_cents IS NOT OLD.gift_cents OR NEW.method IS NOT OLD.method
  OR NEW.reason IS NOT OLD.reason OR NEW.reverses_id IS NOT OLD.reverses_id
  OR NEW.concerns_id IS NOT OLD.concerns_id OR NEW.staff_id IS NOT OLD.staff_id OR NEW.import_id IS NOT OLD.import_id
  OR NOT (
    (NEW.visit_id IS OLD.visit_id AND EXISTS (
      SELECT 1 FROM merges WHERE is_moving = 1
        AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
          OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id))))
    OR (NEW.visit_id IS NULL AND NEW.customer_id IS OLD.customer_id
      AND EXISTS (SELECT 1 FROM shared_spendings WHERE shared_spendings.visit_id = OLD.visit_id)))
BEGIN SELECT raise(ABORT, 'the ledger of stored value is append-only'); END;
`;
