/** Tags that gave way because their group came to allow one only: by being moved, merged or made exclusive; undone with the change. */
export const tagChangesSchema = `
CREATE TABLE tag_change_dropped (
  change_id TEXT NOT NULL REFERENCES tag_changes (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL,
  source TEXT NOT NULL,
  tagged_on TEXT NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  import_id TEXT REFERENCES imports (id),
  PRIMARY KEY (change_id, customer_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_change_dropped_by_customer ON tag_change_dropped (customer_id);
CREATE INDEX tag_change_dropped_by_import ON tag_change_dropped (import_id) WHERE import_id IS NOT NULL;
`;
