/**
 * What was reported and done to the cards of customers by their number (X52), and the batches in which the shop had cards printed. How a
 * number stands follows from the events.
 */
export const memberCardsSchema = `
CREATE TABLE member_card_events (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('issue', 'lost', 'found', 'lock', 'unlock', 'close', 'reverse')),
  card_no TEXT NOT NULL,
  former_no TEXT,
  reason TEXT,
  reverses_id TEXT UNIQUE REFERENCES member_card_events (id) ON DELETE CASCADE,
  staff_id TEXT REFERENCES staff (id),
  CHECK ((kind = 'reverse') = (reverses_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX member_card_events_by_customer ON member_card_events (customer_id, at, id);
CREATE INDEX member_card_events_by_number ON member_card_events (card_no, at, id);
CREATE INDEX member_card_events_by_former ON member_card_events (former_no, at, id) WHERE former_no IS NOT NULL;
CREATE TRIGGER member_card_events_are_append_only BEFORE UPDATE ON member_card_events
BEGIN SELECT raise(ABORT, 'what was done to a card stays written'); END;

CREATE TABLE member_card_batches (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  prefix TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  has_check_digit INTEGER NOT NULL CHECK (has_check_digit IN (0, 1)),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  CHECK (length(first) = length(last) AND first <= last)
) STRICT;
`;
