/** What staff get for sales, services, top-ups and uses of cards: the shop's own rules (提成, X69). The sheet is reckoned from the books. */
export const commissionsSchema = `
CREATE TABLE commission_rules (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'service', 'top_up', 'card_use')),
  product_id TEXT REFERENCES products (id),
  category TEXT,
  -- A share in basis points, or so many cents for each.
  rate_kind TEXT NOT NULL CHECK (rate_kind IN ('percent', 'each')),
  rate INTEGER NOT NULL CHECK (rate >= 0),
  from_on TEXT,
  until_on TEXT,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER,
  CHECK (product_id IS NULL OR category IS NULL),
  CHECK (kind <> 'top_up' OR (product_id IS NULL AND category IS NULL))
) STRICT;
`;
