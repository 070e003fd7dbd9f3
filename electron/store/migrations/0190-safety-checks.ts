/**
 * The weekly look at the whole store and what it found (R3); and moments at which somebody said that the clock is right although an entry
 * bears a later time (R7): what was written with the wrong clock before is not compared with it again. The audit log is asked for its latest
 * time at any moment, so it gets an index.
 */
export const safetyChecks = `
CREATE TABLE store_checks (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  problems TEXT NOT NULL CHECK (json_valid(problems))
) STRICT;
CREATE INDEX store_checks_by_time ON store_checks (at);

CREATE TABLE clock_marks (
  at INTEGER PRIMARY KEY,
  ignored_until INTEGER NOT NULL CHECK (ignored_until >= at)
) STRICT;

CREATE INDEX audit_log_by_time ON audit_log (at);
`;
