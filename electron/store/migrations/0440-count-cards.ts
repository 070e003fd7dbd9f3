/**
 * Count cards 次卡, time cards and courses (R069, X56, X68): what kinds the shop sells, the cards of customers with the terms they were issued
 * on, and of each card a ledger that is only ever added to. Of the cards that are open what is left and until when, so that what the shop
 * owes and what lapses soon is read from an index.
 */
export const countCardsSchema = `
CREATE TABLE count_card_types (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  uses INTEGER CHECK (uses > 0),
  price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
  valid_count INTEGER CHECK (valid_count > 0),
  valid_unit TEXT CHECK (valid_unit IN ('days', 'months')),
  valid_from TEXT CHECK (valid_from IN ('issue', 'first_use')),
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  product_id TEXT REFERENCES products (id),
  gap_days INTEGER CHECK (gap_days > 0),
  freeze_days INTEGER NOT NULL CHECK (freeze_days >= 0),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER,
  CHECK ((valid_count IS NULL) = (valid_unit IS NULL) AND (valid_count IS NULL) = (valid_from IS NULL)),
  CHECK (uses IS NOT NULL OR valid_count IS NOT NULL)
) STRICT;
CREATE INDEX count_card_types_by_product ON count_card_types (product_id) WHERE product_id IS NOT NULL;

CREATE TABLE count_cards (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  type_id TEXT NOT NULL REFERENCES count_card_types (id),
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  uses INTEGER CHECK (uses > 0),
  price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
  valid_count INTEGER CHECK (valid_count > 0),
  valid_unit TEXT CHECK (valid_unit IN ('days', 'months')),
  valid_from TEXT CHECK (valid_from IN ('issue', 'first_use')),
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  gap_days INTEGER CHECK (gap_days > 0),
  freeze_days INTEGER NOT NULL CHECK (freeze_days >= 0),
  issued_on TEXT NOT NULL,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX count_cards_by_customer ON count_cards (customer_id, issued_on, id);
CREATE INDEX count_cards_by_type ON count_cards (type_id);
CREATE INDEX count_cards_by_visit ON count_cards (visit_id) WHERE visit_id IS NOT NULL;
CREATE TRIGGER count_cards_keep_their_terms
BEFORE UPDATE OF id, type_id, number, name, uses, price_cents, valid_count, valid_unit, valid_from, scope, gap_days, freeze_days, issued_on
ON count_cards
BEGIN SELECT raise(ABORT, 'a count card keeps its terms'); END;
CREATE TRIGGER count_cards_keep_their_owner BEFORE UPDATE OF customer_id ON count_cards
WHEN NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'a count card keeps its owner'); END;

CREATE TABLE count_card_entries (
  id TEXT PRIMARY KEY,
  card_id TEXT NOT NULL REFERENCES count_cards (id) ON DELETE CASCADE,
  -- The order of the ledger, whatever the clock said.
  position INTEGER NOT NULL,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('issue', 'use', 'return', 'void', 'extend', 'freeze', 'thaw', 'reverse')),
  uses INTEGER NOT NULL,
  days INTEGER NOT NULL CHECK (days >= 0),
  reason TEXT,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  line_position INTEGER,
  reverses_id TEXT UNIQUE REFERENCES count_card_entries (id) ON DELETE CASCADE,
  concerns_id TEXT REFERENCES count_card_entries (id) ON DELETE CASCADE,
  -- One extension of many cards.
  change_id TEXT,
  staff_id TEXT REFERENCES staff (id),
  UNIQUE (card_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX count_card_entries_by_visit ON count_card_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX count_card_entries_by_concerned ON count_card_entries (concerns_id) WHERE concerns_id IS NOT NULL;
CREATE INDEX count_card_entries_by_change ON count_card_entries (change_id) WHERE change_id IS NOT NULL;
CREATE TRIGGER count_card_entries_are_append_only
BEFORE UPDATE OF id, card_id, position, at, business_date, kind, uses, days, reason, line_position, reverses_id, concerns_id, change_id, staff_id
ON count_card_entries
BEGIN SELECT raise(ABORT, 'the ledger of count cards is append-only'); END;

CREATE TABLE open_count_cards (
  card_id TEXT PRIMARY KEY REFERENCES count_cards (id) ON DELETE CASCADE,
  issued_on TEXT NOT NULL,
  -- Null is a time card.
  uses_left INTEGER CHECK (uses_left > 0),
  -- What the uses left are worth; of a time card all that was paid for it.
  worth_cents INTEGER NOT NULL CHECK (worth_cents >= 0),
  -- From which day the days of a time card are counted.
  from_day TEXT NOT NULL,
  -- A day that no other follows stands for none.
  last_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX open_count_cards_by_day ON open_count_cards (last_day, card_id, issued_on, uses_left, worth_cents, from_day);
`;
