/**
 * The audit log (R192): one row for what somebody did that involves value, rights or data leaving the shop. Rows are chained: each holds
 * the hash of the row before it, and the head knows the last one, so that a cut tail shows too. The table only grows at its end; what
 * these triggers refuse, a program of ours never asks for. Names of the staff are kept as they were; of customers only their ids.
 */
export const auditSchema = `
CREATE TABLE audit_log (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  staff_id TEXT,
  staff_name TEXT,
  kind TEXT NOT NULL,
  operation TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
  customer_ids TEXT NOT NULL CHECK (json_valid(customer_ids)),
  details TEXT NOT NULL CHECK (json_valid(details)),
  previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_log_by_day ON audit_log (business_date);
CREATE INDEX audit_log_by_staff ON audit_log (staff_id, business_date);
CREATE INDEX audit_log_by_kind ON audit_log (kind, business_date) WHERE kind <> 'value';

CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  count INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO audit_head (id, count, hash) VALUES (1, 0, zeroblob(32));

CREATE TRIGGER audit_log_grows_at_its_end BEFORE INSERT ON audit_log
  WHEN NOT EXISTS (SELECT 1 FROM audit_head WHERE count + 1 = NEW.sequence AND hash = NEW.previous_hash)
BEGIN SELECT RAISE(ABORT, 'the audit log only grows at its end'); END;
CREATE TRIGGER audit_head_follows AFTER INSERT ON audit_log
BEGIN UPDATE audit_head SET count = NEW.sequence, hash = NEW.hash WHERE id = 1; END;
CREATE TRIGGER audit_log_is_not_edited BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'entries of the audit log are not edited'); END;
CREATE TRIGGER audit_log_is_not_deleted BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'entries of the audit log are not deleted'); END;
CREATE TRIGGER audit_head_is_the_last_entry BEFORE UPDATE ON audit_head
  WHEN NOT EXISTS (SELECT 1 FROM audit_log WHERE sequence = NEW.count AND hash = NEW.hash AND NEW.count = OLD.count + 1)
BEGIN SELECT RAISE(ABORT, 'the head of the audit log is its last entry'); END;
CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
BEGIN SELECT RAISE(ABORT, 'the audit log keeps its head'); END;
CREATE TRIGGER audit_head_is_one BEFORE INSERT ON audit_head
BEGIN SELECT RAISE(ABORT, 'the audit log has one head'); END;
`;
