/**
 * How far an import or its undo has come: both run in many transactions, and whatever was not finished is taken back at the next start.
 * The highest plain number that the file gives is not given to anybody else meanwhile.
 */
export const importStateSchema = `
ALTER TABLE imports ADD COLUMN state TEXT NOT NULL DEFAULT 'finished' CHECK (state IN ('committing', 'finished', 'undoing'));
ALTER TABLE imports ADD COLUMN highest_number INTEGER;
CREATE INDEX imports_unfinished ON imports (state) WHERE state <> 'finished';
`;
