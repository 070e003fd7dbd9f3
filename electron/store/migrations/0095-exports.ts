/** What has left the shop in a file: when, by whom, which columns, how many rows. Never the data itself. */
export const exportsSchema = `
CREATE TABLE exports (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('customers', 'purchases', 'labels')),
  format TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  file_name TEXT NOT NULL,
  staff_id TEXT REFERENCES staff (id)
) STRICT;
CREATE INDEX exports_by_time ON exports (at);
`;
