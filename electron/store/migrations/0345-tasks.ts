/**
 * What is to be done, once or again and again (R055). Whoever settles a task that repeats makes the next one, which names the one it follows:
 * that a task is followed by one only is the store's own rule.
 */
export const tasksSchema = `
CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  customer_id TEXT REFERENCES customers (id) ON DELETE CASCADE,
  staff_id TEXT REFERENCES staff (id),
  title TEXT NOT NULL,
  note TEXT,
  due_on TEXT NOT NULL,
  repeat_unit TEXT CHECK (repeat_unit IN ('day', 'week', 'month')),
  repeat_every INTEGER CHECK (repeat_every BETWEEN 1 AND 365),
  repeat_day INTEGER CHECK (repeat_day BETWEEN 1 AND 31),
  follows_id TEXT UNIQUE REFERENCES tasks (id) ON DELETE SET NULL,
  settled TEXT CHECK (settled IN ('done', 'skipped')),
  settled_on TEXT,
  settled_by TEXT REFERENCES staff (id),
  written_by TEXT REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER,
  CHECK ((repeat_unit IS NULL) = (repeat_every IS NULL) AND (repeat_unit IS NULL) = (repeat_day IS NULL)),
  CHECK ((settled IS NULL) = (settled_on IS NULL))
) STRICT;
CREATE INDEX tasks_open ON tasks (due_on, id) WHERE settled IS NULL AND removed_at IS NULL;
CREATE INDEX tasks_by_customer ON tasks (customer_id, due_on, id) WHERE customer_id IS NOT NULL;
`;
