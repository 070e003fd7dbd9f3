/**
 * Cards with money on them: shopping cards 购物卡 of one customer (X59) and gift cards 礼品卡 of whoever gives their code (X60). The kinds that a
 * shop defines, the cards, whom a gift card is on record for, and an append-only ledger of what moved their money: what is left is its sum.
 * A visit can be paid with them.
 */
export const valueCardsSchema = `
CREATE TABLE value_card_types (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('gift', 'shopping')),
  -- What it pays for: JSON of products and categories; both empty is everything.
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  -- JSON of the amounts it is sold with; empty is any.
  faces TEXT NOT NULL CHECK (json_valid(faces)),
  valid_days INTEGER CHECK (valid_days > 0),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE value_cards (
  id TEXT PRIMARY KEY,
  type_id TEXT NOT NULL REFERENCES value_card_types (id),
  kind TEXT NOT NULL CHECK (kind IN ('gift', 'shopping')),
  -- Of a gift card: whoever gives it pays with the card.
  code TEXT UNIQUE,
  -- The end of the code, by which a card in somebody's hand is found.
  code_end TEXT,
  -- Of a shopping card: whose it is.
  customer_id TEXT REFERENCES customers (id) ON DELETE CASCADE,
  -- As its kind said when it was sold.
  name TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  face_cents INTEGER NOT NULL CHECK (face_cents > 0),
  paid_cents INTEGER NOT NULL CHECK (paid_cents >= 0),
  at INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  valid_until TEXT,
  -- The sum of the ledger.
  left_cents INTEGER NOT NULL CHECK (left_cents >= 0),
  voided_at INTEGER,
  CHECK ((kind = 'gift') = (code IS NOT NULL)),
  CHECK ((kind = 'gift') = (code_end IS NOT NULL)),
  CHECK ((kind = 'shopping') = (customer_id IS NOT NULL))
) STRICT;
CREATE INDEX value_cards_by_type ON value_cards (type_id);
CREATE INDEX value_cards_by_customer ON value_cards (customer_id, at, id) WHERE customer_id IS NOT NULL;
CREATE INDEX value_cards_by_end ON value_cards (code_end, id) WHERE code_end IS NOT NULL;
CREATE INDEX value_cards_open ON value_cards (kind, valid_until, left_cents) WHERE left_cents > 0;

-- The first customer who paid with a gift card; its code pays all the same.
CREATE TABLE value_card_owners (
  card_id TEXT PRIMARY KEY REFERENCES value_cards (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX value_card_owners_by_customer ON value_card_owners (customer_id, card_id);
CREATE INDEX value_card_owners_by_visit ON value_card_owners (visit_id) WHERE visit_id IS NOT NULL;

CREATE TABLE value_card_entries (
  id TEXT PRIMARY KEY,
  card_id TEXT NOT NULL REFERENCES value_cards (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('issue', 'spend', 'return', 'void', 'reverse')),
  cents INTEGER NOT NULL,
  -- How the money came, or went out again, and how much.
  method TEXT CHECK (method IN ('cash', 'card', 'wechat', 'alipay', 'transfer', 'other')),
  paid_cents INTEGER,
  reason TEXT,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  -- Of what paid for goods: the line of the visit.
  line_position INTEGER,
  reverses_id TEXT UNIQUE REFERENCES value_card_entries (id) ON DELETE CASCADE,
  -- Of what comes back: what it was spent by.
  concerns_id TEXT REFERENCES value_card_entries (id) ON DELETE CASCADE,
  staff_id TEXT REFERENCES staff (id),
  CHECK (kind <> 'issue' OR cents > 0),
  CHECK (kind NOT IN ('spend', 'void') OR cents < 0),
  CHECK (kind <> 'return' OR cents > 0),
  CHECK (kind <> 'void' OR reason IS NOT NULL),
  CHECK (kind IN ('issue', 'reverse') OR method IS NULL),
  CHECK ((method IS NULL) = (paid_cents IS NULL)),
  CHECK ((kind = 'spend') = (line_position IS NOT NULL)),
  CHECK ((kind = 'return') = (concerns_id IS NOT NULL)),
  CHECK ((kind = 'reverse') = (reverses_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX value_card_entries_by_card ON value_card_entries (card_id, at, id);
CREATE INDEX value_card_entries_by_visit ON value_card_entries (visit_id, at, id) WHERE visit_id IS NOT NULL;
CREATE INDEX value_card_entries_by_concerned ON value_card_entries (concerns_id) WHERE concerns_id IS NOT NULL;
CREATE INDEX value_card_entries_by_till ON value_card_entries (business_date, at, id) WHERE method IS NOT NULL;
CREATE INDEX value_card_entries_by_staff ON value_card_entries (staff_id) WHERE staff_id IS NOT NULL;
CREATE TRIGGER value_card_entries_are_append_only BEFORE UPDATE ON value_card_entries
WHEN NEW.id IS NOT OLD.id OR NEW.card_id IS NOT OLD.card_id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date
  OR NEW.kind IS NOT OLD.kind OR NEW.cents IS NOT OLD.cents OR NEW.method IS NOT OLD.method OR NEW.paid_cents IS NOT OLD.paid_cents
  OR NEW.reason IS NOT OLD.reason OR NEW.line_position IS NOT OLD.line_position OR NEW.reverses_id IS NOT OLD.reverses_id
  OR NEW.concerns_id IS NOT OLD.concerns_id OR NEW.staff_id IS NOT OLD.staff_id
  -- A visit is forgotten with whose it was, never another one.
  OR (NEW.visit_id IS NOT OLD.visit_id AND NEW.visit_id IS NOT NULL)
BEGIN SELECT raise(ABORT, 'the ledger of a card is append-only'); END;

CREATE TABLE visit_payments_rebuilt (
  visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  method TEXT NOT NULL
    CHECK (method IN ('points', 'stored', 'account', 'value_card', 'cash', 'card', 'wechat', 'alipay', 'transfer', 'other')),
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
