/** A fresh UUIDv7 for each row: the time at its head, the rest by chance. Not a subquery, which SQLite would run once for all rows. */
const hex = (digits: number): string => `substr(lower(hex(randomblob(6))), 1, ${digits})`;
const time = `printf('%012x', unixepoch() * 1000)`;
const newId = `substr(${time}, 1, 8) || '-' || substr(${time}, 9) || '-7' || ${hex(3)} || '-8' || ${hex(3)} || '-' || ${hex(12)}`;

/**
 * Tag groups of the shop's own (R009), the source and day of every tag (R010), the journal that takes a change of the library
 * back, and custom fields with typed values. `customer_count` counts every bearer, people in the bin included, and is kept by
 * triggers, so that whoever writes `customer_tags` (a merge, an import, a deletion that cascades) keeps it right.
 */
export const tagsAndCustomFields = `
CREATE TABLE tag_groups (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL DEFAULT 'other'
    CHECK (kind IN ('interest', 'value', 'lifestyle', 'preference', 'size', 'timing', 'need', 'other')),
  position INTEGER NOT NULL,
  is_exclusive INTEGER NOT NULL DEFAULT 0 CHECK (is_exclusive IN (0, 1)),
  archived_at INTEGER
) STRICT;
CREATE TABLE new_groups (name TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT;
INSERT INTO new_groups (name, id) SELECT DISTINCT tag_group, '' FROM tags;
UPDATE new_groups SET id = ${newId};
INSERT INTO tag_groups (id, name, position) SELECT id, name, row_number() OVER (ORDER BY name) - 1 FROM new_groups;

CREATE TABLE tags_new (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES tag_groups (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  customer_count INTEGER NOT NULL DEFAULT 0 CHECK (customer_count >= 0),
  archived_at INTEGER,
  UNIQUE (group_id, name)
) STRICT;
INSERT INTO tags_new (id, group_id, name, position, customer_count)
  SELECT tags.id, new_groups.id, tags.value, row_number() OVER (PARTITION BY tags.tag_group ORDER BY tags.value) - 1,
    (SELECT count(*) FROM customer_tags WHERE customer_tags.tag_id = tags.id)
  FROM tags JOIN new_groups ON new_groups.name = tags.tag_group;
DROP TABLE new_groups;

CREATE TABLE customer_tags_new (
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tags (id),
  source TEXT NOT NULL CHECK (source IN ('by_hand', 'membership', 'purchase', 'survey', 'import', 'rule')),
  tagged_on TEXT NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  import_id TEXT REFERENCES imports (id),
  PRIMARY KEY (customer_id, tag_id)
) STRICT, WITHOUT ROWID;
INSERT INTO customer_tags_new (customer_id, tag_id, source, tagged_on)
  SELECT customer_id, tag_id,
    CASE WHEN source IN ('membership', 'purchase', 'survey', 'import', 'rule') THEN source ELSE 'by_hand' END, tagged_on
  FROM customer_tags;
DROP TABLE customer_tags;
DROP TABLE tags;
ALTER TABLE tags_new RENAME TO tags;
ALTER TABLE customer_tags_new RENAME TO customer_tags;
CREATE INDEX customer_tags_by_tag ON customer_tags (tag_id, customer_id);
CREATE INDEX customer_tags_by_import ON customer_tags (import_id) WHERE import_id IS NOT NULL;
CREATE TRIGGER customer_tags_added AFTER INSERT ON customer_tags
BEGIN UPDATE tags SET customer_count = customer_count + 1 WHERE id = NEW.tag_id; END;
CREATE TRIGGER customer_tags_removed AFTER DELETE ON customer_tags
BEGIN UPDATE tags SET customer_count = customer_count - 1 WHERE id = OLD.tag_id; END;
CREATE TRIGGER customer_tags_moved AFTER UPDATE OF tag_id ON customer_tags WHEN NEW.tag_id <> OLD.tag_id
BEGIN
  UPDATE tags SET customer_count = customer_count - 1 WHERE id = OLD.tag_id;
  UPDATE tags SET customer_count = customer_count + 1 WHERE id = NEW.tag_id;
END;

CREATE TABLE tag_changes (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  merged_from TEXT,
  merged_into TEXT,
  staff_id TEXT REFERENCES staff (id),
  undone_at INTEGER
) STRICT;
CREATE INDEX tag_changes_by_time ON tag_changes (at);
CREATE TABLE tag_change_bearers (
  change_id TEXT NOT NULL REFERENCES tag_changes (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  tagged_on TEXT NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  import_id TEXT REFERENCES imports (id),
  had_both INTEGER NOT NULL CHECK (had_both IN (0, 1)),
  PRIMARY KEY (change_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_change_bearers_by_customer ON tag_change_bearers (customer_id);
CREATE INDEX tag_change_bearers_by_import ON tag_change_bearers (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE custom_fields (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'choice', 'choices', 'yes_no')),
  group_name TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL,
  is_required INTEGER NOT NULL DEFAULT 0 CHECK (is_required IN (0, 1)),
  is_searchable INTEGER NOT NULL DEFAULT 0 CHECK (is_searchable IN (0, 1)),
  is_in_list INTEGER NOT NULL DEFAULT 0 CHECK (is_in_list IN (0, 1)),
  archived_at INTEGER
) STRICT;
CREATE TABLE custom_field_options (
  id TEXT PRIMARY KEY,
  field_id TEXT NOT NULL REFERENCES custom_fields (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  archived_at INTEGER,
  UNIQUE (field_id, name)
) STRICT;
CREATE TABLE custom_field_values (
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  field_id TEXT NOT NULL REFERENCES custom_fields (id),
  slot TEXT NOT NULL DEFAULT '',
  text_value TEXT,
  number_value REAL,
  date_value TEXT,
  option_id TEXT REFERENCES custom_field_options (id),
  PRIMARY KEY (customer_id, field_id, slot),
  CHECK ((text_value IS NOT NULL) + (number_value IS NOT NULL) + (date_value IS NOT NULL) + (option_id IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX custom_field_values_by_field ON custom_field_values (field_id, customer_id);
CREATE INDEX custom_field_values_by_text ON custom_field_values (field_id, text_value, customer_id) WHERE text_value IS NOT NULL;
CREATE INDEX custom_field_values_by_number ON custom_field_values (field_id, number_value, customer_id)
  WHERE number_value IS NOT NULL;
CREATE INDEX custom_field_values_by_date ON custom_field_values (field_id, date_value, customer_id) WHERE date_value IS NOT NULL;
CREATE INDEX custom_field_values_by_option ON custom_field_values (option_id, customer_id) WHERE option_id IS NOT NULL;
`;
