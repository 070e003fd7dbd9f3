/**
 * Advocates and product testers (R094): who is one under which number, from a day until it was ended, and what they were given to test with
 * what they said of it. With who is erased theirs go.
 */
export const advocatesSchema = `
CREATE TABLE advocates (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('advocate', 'tester')),
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  title TEXT NOT NULL,
  since_on TEXT NOT NULL,
  ended_on TEXT,
  at INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX advocates_by_customer ON advocates (customer_id, kind);
CREATE INDEX advocates_by_day ON advocates (kind, since_on, id, ended_on);

CREATE TABLE product_tests (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  what TEXT NOT NULL,
  given_on TEXT NOT NULL,
  said TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX product_tests_by_customer ON product_tests (customer_id, given_on, id) WHERE removed_at IS NULL;
`;
