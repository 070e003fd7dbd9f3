/**
 * What earns more points than usual, less, or none (DOMAIN "Points", X64). A line of a visit says what it earned and by which rule, so that its
 * return takes back exactly that; of lines from before nobody knows (null), and their visit is taken back in proportion.
 */
export const earningRulesSchema = `
CREATE TABLE earning_rules (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  percent INTEGER NOT NULL CHECK (percent >= 0),
  product_id TEXT REFERENCES products (id),
  category TEXT,
  weekdays TEXT NOT NULL CHECK (json_valid(weekdays)),
  month_days TEXT NOT NULL CHECK (json_valid(month_days)),
  from_on TEXT,
  until_on TEXT,
  birthday_days INTEGER CHECK (birthday_days >= 0),
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER,
  CHECK (product_id IS NULL OR category IS NULL)
) STRICT;
ALTER TABLE visit_lines ADD COLUMN points_earned INTEGER;
ALTER TABLE visit_lines ADD COLUMN earning_rule_id TEXT REFERENCES earning_rules (id);
CREATE INDEX visit_lines_by_earning_rule ON visit_lines (earning_rule_id) WHERE earning_rule_id IS NOT NULL;
`;
