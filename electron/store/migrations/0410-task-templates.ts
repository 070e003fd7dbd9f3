/** Several tasks that belong together, written down in one go (R055): each step says what, and how many days after the first day. */
export const taskTemplatesSchema = `
CREATE TABLE task_templates (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  steps TEXT NOT NULL CHECK (json_valid(steps)),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
`;
