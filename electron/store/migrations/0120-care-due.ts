/** Whoever a statement changed is due; twice is once. Not INSERT OR IGNORE: an upsert that fires the trigger would put its own conflict handling in its place. */
const dueAfter = (name: string, event: string, id: string, when = ''): string =>
  `CREATE TRIGGER care_due_${name} AFTER ${event}${when === '' ? '' : ` WHEN ${when}`}
BEGIN INSERT INTO care_due (customer_id) SELECT id FROM customers
  WHERE id = ${id} AND NOT EXISTS (SELECT 1 FROM care_due WHERE customer_id = ${id}); END;`;

/** For a table of facts that belong to a customer: what comes, goes, changes, or changes hands. */
const dueWith = (table: string, columns: string, only: (row: 'NEW' | 'OLD') => string = () => ''): string =>
  [
    dueAfter(`${table}_added`, `INSERT ON ${table}`, 'NEW.customer_id', only('NEW')),
    dueAfter(`${table}_changed`, `UPDATE OF customer_id, ${columns} ON ${table}`, 'NEW.customer_id', only('NEW')),
    dueAfter(`${table}_given`, `UPDATE OF customer_id ON ${table}`, 'OLD.customer_id', only('OLD')),
    dueAfter(`${table}_removed`, `DELETE ON ${table}`, 'OLD.customer_id', only('OLD')),
  ].join('\n');

const SAME_GROUP = (row: 'NEW' | 'OLD'): string => `score = ${row}.score AND missing = ${row}.missing AND flawed = ${row}.flawed`;
const ONE_MORE = `INSERT INTO care_groups (score, missing, flawed, people) SELECT NEW.score, NEW.missing, NEW.flawed, 0
    WHERE NOT EXISTS (SELECT 1 FROM care_groups WHERE ${SAME_GROUP('NEW')});
  UPDATE care_groups SET people = people + 1 WHERE ${SAME_GROUP('NEW')};`;
const ONE_LESS = `UPDATE care_groups SET people = people - 1 WHERE ${SAME_GROUP('OLD')};
  DELETE FROM care_groups WHERE ${SAME_GROUP('OLD')} AND people = 0;`;

/**
 * Data care looks only at whose facts changed or whose day has come. Triggers note whoever was changed, by whichever way (a form, an
 * import, its undo, a merge), in the transaction of the change; a judgement of that customer takes the note away. How many people have each
 * score with each fields is counted on the way. The summaries carry
 * what lists are ordered by: how complete the data is and the next birthday. Views of the list can lead it.
 */
export const careDueSchema = `
CREATE TABLE care_due (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

ALTER TABLE customer_care ADD COLUMN recheck_on TEXT;
CREATE INDEX customer_care_by_recheck ON customer_care (recheck_on, customer_id) WHERE recheck_on IS NOT NULL;

CREATE TABLE care_groups (
  score INTEGER NOT NULL,
  missing INTEGER NOT NULL,
  flawed INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (score, missing, flawed)
) STRICT, WITHOUT ROWID;
INSERT INTO care_groups (score, missing, flawed, people)
  SELECT score, missing, flawed, count(*) FROM customer_care GROUP BY score, missing, flawed;
CREATE TRIGGER care_groups_take_in AFTER INSERT ON customer_care BEGIN ${ONE_MORE} END;
CREATE TRIGGER care_groups_let_go AFTER DELETE ON customer_care BEGIN ${ONE_LESS} END;
CREATE TRIGGER care_groups_change AFTER UPDATE OF score, missing, flawed ON customer_care
  WHEN NEW.score <> OLD.score OR NEW.missing <> OLD.missing OR NEW.flawed <> OLD.flawed
BEGIN ${ONE_LESS} ${ONE_MORE} END;

ALTER TABLE customer_summaries ADD COLUMN completeness INTEGER;
ALTER TABLE customer_summaries ADD COLUMN next_birthday_on TEXT;
CREATE INDEX customer_summaries_by_completeness ON customer_summaries (completeness, customer_id);
CREATE INDEX customer_summaries_by_birthday ON customer_summaries (next_birthday_on, customer_id);

ALTER TABLE customer_views ADD COLUMN widths TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(widths));
ALTER TABLE customer_views ADD COLUMN is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1));
CREATE UNIQUE INDEX customer_views_one_default ON customer_views (is_default) WHERE is_default = 1;

${dueAfter('customer_added', 'INSERT ON customers', 'NEW.id')}
${dueAfter(
  'customer_changed',
  'UPDATE OF removed_at, is_inactive, name, gender, card_no, region, likes, preferred_channel, consent_on, verified_on ON customers',
  'NEW.id',
)}
${dueAfter(
  'first_purchase',
  'UPDATE OF purchase_day_count ON customer_summaries',
  'NEW.customer_id',
  '(NEW.purchase_day_count > 0) <> (OLD.purchase_day_count > 0)',
)}
${dueAfter('summary_added', 'INSERT ON customer_summaries', 'NEW.customer_id', 'NEW.purchase_day_count > 0')}
${dueWith('contact_methods', 'type, value, e164, is_valid, verified_on, is_primary')}
${dueWith('important_dates', 'kind, calendar, year, month, day, is_leap_month', (row) => `${row}.kind = 'birthday'`)}
${dueWith('field_verifications', 'field, verified_on')}
${dueWith('care_accepted', 'kind, value')}
${dueAfter('tag_added', 'INSERT ON customer_tags', 'NEW.customer_id')}
${dueAfter('tag_removed', 'DELETE ON customer_tags', 'OLD.customer_id')}
${dueAfter('tag_given', 'UPDATE OF customer_id ON customer_tags', 'OLD.customer_id')}
${dueAfter('tag_taken_over', 'UPDATE OF customer_id ON customer_tags', 'NEW.customer_id')}

CREATE TRIGGER care_due_sharers_of_the_deleted BEFORE DELETE ON customers
BEGIN INSERT INTO care_due (customer_id) SELECT DISTINCT contact_methods.customer_id FROM care_anomalies
  JOIN contact_methods ON contact_methods.e164 = care_anomalies.value
  WHERE care_anomalies.customer_id = OLD.id AND care_anomalies.kind = 'phone_shared' AND contact_methods.customer_id <> OLD.id
    AND NOT EXISTS (SELECT 1 FROM care_due WHERE care_due.customer_id = contact_methods.customer_id); END;
`;
