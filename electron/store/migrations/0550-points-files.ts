/**
 * Points added and taken by file (X67): each file with who applied it and how far it came, and its rows, a journal: written down before the
 * first is done, so that what was stopped goes on where it was, and is taken back row by row.
 */
export const pointsFilesSchema = `
CREATE TABLE points_files (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  reason TEXT,
  staff_id TEXT REFERENCES staff (id),
  -- Rows of the plan; those written, those that could not be written after all, those of the written ones that were taken back.
  planned_count INTEGER NOT NULL DEFAULT 0 CHECK (planned_count >= 0),
  done_count INTEGER NOT NULL DEFAULT 0 CHECK (done_count >= 0),
  left_count INTEGER NOT NULL DEFAULT 0 CHECK (left_count >= 0),
  back_count INTEGER NOT NULL DEFAULT 0 CHECK (back_count BETWEEN 0 AND done_count),
  -- Points added, and taken, by what was written.
  given INTEGER NOT NULL DEFAULT 0 CHECK (given >= 0),
  taken INTEGER NOT NULL DEFAULT 0 CHECK (taken <= 0),
  -- Null while its rows are still being written down.
  begun_at INTEGER,
  finished_at INTEGER,
  undone_at INTEGER
) STRICT;
CREATE INDEX points_files_by_time ON points_files (at, id) WHERE begun_at IS NOT NULL;
CREATE INDEX points_files_by_content ON points_files (file_sha256, at);
CREATE INDEX points_files_by_staff ON points_files (staff_id) WHERE staff_id IS NOT NULL;

CREATE TABLE points_file_rows (
  file_id TEXT NOT NULL REFERENCES points_files (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  points INTEGER NOT NULL CHECK (points <> 0),
  reason TEXT NOT NULL,
  -- 'left' could not be written after all, 'kept' not be taken back; 'why' says so.
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'done', 'left', 'back', 'kept')),
  why TEXT,
  entry_id TEXT UNIQUE REFERENCES points_entries (id) ON DELETE CASCADE,
  PRIMARY KEY (file_id, line),
  CHECK ((state IN ('done', 'back', 'kept')) = (entry_id IS NOT NULL)),
  CHECK ((state IN ('left', 'kept')) = (why IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX points_file_rows_by_customer ON points_file_rows (customer_id);
CREATE INDEX points_file_rows_planned ON points_file_rows (file_id, line) WHERE state = 'planned';
CREATE INDEX points_file_rows_refused ON points_file_rows (file_id, line) WHERE why IS NOT NULL;
CREATE TRIGGER points_file_rows_stay_as_confirmed BEFORE UPDATE ON points_file_rows
WHEN NEW.file_id IS NOT OLD.file_id OR NEW.line IS NOT OLD.line OR NEW.points IS NOT OLD.points OR NEW.reason IS NOT OLD.reason
  OR (OLD.entry_id IS NOT NULL AND NEW.entry_id IS NOT OLD.entry_id)
BEGIN SELECT raise(ABORT, 'what was confirmed of a file of points stays as it was'); END;
`;
