/**
 * What everybody was, day by day (R039): a row where a group of theirs became another one, and nothing where none did, so that the state
 * on any day is the latest row up to it. A row without groups says that they were in none from that day: given up, or in the bin.
 * What is known of the days before this table is only how everybody stands now: it counts from the last day on which anybody was judged.
 */
export const classChangesSchema = `
CREATE TABLE class_changes (
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL,
  rfm TEXT,
  rfm8 TEXT CHECK ((rfm8 IS NULL) = (rfm IS NULL)),
  value TEXT CHECK ((value IS NULL) = (rfm IS NULL)),
  activity TEXT CHECK ((activity IS NULL) = (rfm IS NULL)),
  is_dormant INTEGER CHECK (is_dormant IN (0, 1) AND rfm IS NOT NULL OR is_dormant IS NULL AND rfm IS NULL),
  lifecycle TEXT CHECK ((lifecycle IS NULL) = (rfm IS NULL)),
  PRIMARY KEY (customer_id, on_date)
) STRICT, WITHOUT ROWID;
INSERT INTO class_changes (customer_id, on_date, rfm, rfm8, value, activity, is_dormant, lifecycle)
  SELECT customer_id, (SELECT max(as_of) FROM customer_classes), rfm, rfm8, value, activity, is_dormant, lifecycle
  FROM customer_classes;
`;
