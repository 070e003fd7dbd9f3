/**
 * Uses of count cards and coupons that change hands (X54): an entry by which uses leave a card, and which entries belong together: of cards the
 * one that gave and the issue of the card that came of it, of coupons the void of one and the coupon that came of it. A coupon that goes on in
 * other hands was issued once.
 */
export const cardTransfersSchema = `
CREATE TABLE count_card_entries_rebuilt (
  id TEXT PRIMARY KEY,
  card_id TEXT NOT NULL REFERENCES count_cards (id) ON DELETE CASCADE,
  -- The order of the ledger, whatever the clock said.
  position INTEGER NOT NULL,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('issue', 'use', 'return', 'void', 'transfer', 'extend', 'freeze', 'thaw', 'reverse')),
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
  UNIQUE (card_id, position),
  CHECK (kind <> 'transfer' OR uses <= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO count_card_entries_rebuilt (id, card_id, position, at, business_date, kind, uses, days, reason, visit_id, line_position,
    reverses_id, concerns_id, change_id, staff_id)
  SELECT id, card_id, position, at, business_date, kind, uses, days, reason, visit_id, line_position,
    reverses_id, concerns_id, change_id, staff_id FROM count_card_entries;
DROP TABLE count_card_entries;
ALTER TABLE count_card_entries_rebuilt RENAME TO count_card_entries;
CREATE INDEX count_card_entries_by_visit ON count_card_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX count_card_entries_by_concerned ON count_card_entries (concerns_id) WHERE concerns_id IS NOT NULL;
CREATE INDEX count_card_entries_by_change ON count_card_entries (change_id) WHERE change_id IS NOT NULL;
CREATE TRIGGER count_card_entries_are_append_only
BEFORE UPDATE OF id, card_id, position, at, business_date, kind, uses, days, reason, line_position, reverses_id, concerns_id, change_id, staff_id
ON count_card_entries
BEGIN SELECT raise(ABORT, 'the ledger of count cards is append-only'); END;

CREATE TABLE count_card_transfers (
  given_id TEXT PRIMARY KEY REFERENCES count_card_entries (id) ON DELETE CASCADE,
  received_id TEXT NOT NULL UNIQUE REFERENCES count_card_entries (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TRIGGER count_card_transfers_stay BEFORE UPDATE ON count_card_transfers
BEGIN SELECT raise(ABORT, 'a transfer stays as it was made'); END;

CREATE TABLE coupon_transfers (
  given_id TEXT PRIMARY KEY REFERENCES coupon_entries (id) ON DELETE CASCADE,
  received_id TEXT NOT NULL UNIQUE REFERENCES coupons (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TRIGGER coupon_transfers_stay BEFORE UPDATE ON coupon_transfers
BEGIN SELECT raise(ABORT, 'a transfer stays as it was made'); END;

DROP VIEW coupon_steps;
CREATE VIEW coupon_steps AS
SELECT entry.id, coupons.type_id, entry.business_date, entry.cents,
  CASE WHEN 'issue' IN (entry.kind, reversed.kind)
    AND NOT EXISTS (SELECT 1 FROM coupon_transfers WHERE received_id = entry.coupon_id) THEN entry.uses ELSE 0 END AS issued,
  CASE WHEN entry.kind IN ('redeem', 'return') OR reversed.kind IN ('redeem', 'return') THEN 0 - entry.uses ELSE 0 END AS used
FROM coupon_entries AS entry
JOIN coupons ON coupons.id = entry.coupon_id
LEFT JOIN coupon_entries AS reversed ON reversed.id = entry.reverses_id;
`;
