/** Refused rows in the file's own columns, mappings kept for the next file, and what an import added to people who were here before. */
export const imports = `
ALTER TABLE import_rejected_rows ADD COLUMN cells TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cells));
ALTER TABLE imports ADD COLUMN columns TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(columns));

CREATE TABLE import_mappings (
  signature TEXT PRIMARY KEY,
  form TEXT NOT NULL CHECK (form IN ('purchases', 'customers')),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  choices TEXT NOT NULL CHECK (json_valid(choices)),
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_additions (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  row_id TEXT NOT NULL,
  customer_id TEXT REFERENCES customers (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (import_id, kind, row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_additions_by_customer ON import_additions (customer_id) WHERE customer_id IS NOT NULL;
`;
