/**
 * Stored value that changes hands (X54): entries of two ledgers that belong together, and of what came in so the day on which it came in first.
 */
export const storedValueTransfersSchema = `
ALTER TABLE stored_value_entries ADD COLUMN came_on TEXT CHECK (came_on IS NULL OR kind = 'transfer');
CREATE TRIGGER stored_value_entries_keep_their_day BEFORE UPDATE OF came_on ON stored_value_entries
WHEN NEW.came_on IS NOT OLD.came_on
BEGIN SELECT raise(ABORT, 'the ledger of stored value is append-only'); END;

CREATE TABLE stored_value_transfers (
  entry_id TEXT PRIMARY KEY REFERENCES stored_value_entries (id) ON DELETE CASCADE,
  transfer_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stored_value_transfers_by_transfer ON stored_value_transfers (transfer_id);
CREATE TRIGGER stored_value_transfers_stay BEFORE UPDATE ON stored_value_transfers
BEGIN SELECT raise(ABORT, 'a transfer stays as it was made'); END;
`;
