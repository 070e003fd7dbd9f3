/** One reason that is not to be brought up of one person (X05): until a day, until their debt is paid, or for good. The others stay. */
export const reminderSnoozesSchema = `
CREATE TABLE reminder_snoozes (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  until TEXT NOT NULL CHECK (until IN ('day', 'debt_paid', 'for_good')),
  -- The day on which it is brought up again.
  until_on TEXT CHECK ((until_on IS NULL) = (until <> 'day')),
  note TEXT,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_snoozes_by_customer ON reminder_snoozes (customer_id, at, id);
`;
