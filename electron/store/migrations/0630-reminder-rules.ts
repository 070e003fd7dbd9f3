/** The shop's own reminder rules as data (DOMAIN "Reminders and the daily list"): few, read whole with every judgement. */
export const reminderRulesSchema = `
CREATE TABLE reminder_rules (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  is_on INTEGER NOT NULL DEFAULT 1 CHECK (is_on IN (0, 1)),
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX products_by_category ON products (category, id) WHERE category IS NOT NULL;
`;
