/** Points that became stored value (X62): which entries of the two ledgers belong together, so that they go back together. */
export const pointsConversionsSchema = `
CREATE TABLE points_conversions (
  points_entry_id TEXT PRIMARY KEY REFERENCES points_entries (id) ON DELETE CASCADE,
  stored_entry_id TEXT NOT NULL UNIQUE REFERENCES stored_value_entries (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TRIGGER points_conversions_stay BEFORE UPDATE ON points_conversions
BEGIN SELECT raise(ABORT, 'a conversion stays as it was made'); END;
`;
