/**
 * Inactive customers (X37) say since when and why; merges and their undoing, and being made inactive or active again, stand on the
 * timeline. What a change was part of is named by the merge, so that no other person's name is copied.
 */
export const inactiveSchema = `
ALTER TABLE customers ADD COLUMN inactive_on TEXT;
ALTER TABLE customers ADD COLUMN inactive_reason TEXT;
UPDATE customers SET inactive_on = date(changed_at / 1000, 'unixepoch') WHERE is_inactive = 1;
DROP INDEX customers_inactive;
CREATE INDEX customers_inactive ON customers (id, removed_at) WHERE is_inactive = 1;

CREATE TABLE customer_changes_new (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('created', 'imported', 'edited', 'removed', 'restored', 'converted', 'made_inactive',
    'made_active', 'merged', 'merge_undone')),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  before TEXT NOT NULL CHECK (json_valid(before)),
  import_id TEXT REFERENCES imports (id),
  staff_id TEXT REFERENCES staff (id),
  merge_id TEXT REFERENCES merges (id)
) STRICT, WITHOUT ROWID;
INSERT INTO customer_changes_new (id, customer_id, at, business_date, action, fields, before, import_id, staff_id)
  SELECT id, customer_id, at, business_date, action, fields, before, import_id, staff_id FROM customer_changes;
DROP TABLE customer_changes;
ALTER TABLE customer_changes_new RENAME TO customer_changes;
CREATE INDEX customer_changes_by_customer ON customer_changes (customer_id, at);
CREATE INDEX customer_changes_by_import ON customer_changes (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX customer_changes_by_merge ON customer_changes (merge_id) WHERE merge_id IS NOT NULL;
`;
