/** The shop's own segments (R031, R037): a tree of conditions, and of static ones the people of the day on which they were written down. */
export const ownSegmentsSchema = `
CREATE TABLE own_segments (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  tree TEXT NOT NULL CHECK (json_valid(tree)),
  kind TEXT NOT NULL CHECK (kind IN ('live', 'static')),
  frozen_on TEXT CHECK ((frozen_on IS NULL) = (kind = 'live')),
  position INTEGER NOT NULL,
  changed_on TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER,
  removed_at INTEGER
) STRICT;
CREATE TABLE own_segment_members (
  segment_id TEXT NOT NULL REFERENCES own_segments (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  PRIMARY KEY (segment_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX own_segment_members_by_customer ON own_segment_members (customer_id, segment_id);
`;
