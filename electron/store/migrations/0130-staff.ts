/**
 * Who works here may get a role and a PIN; without a PIN a person is only a name on visits. `role` is a built-in one (owner, manager, clerk)
 * or the id of the shop's own mixture; what built-in roles may do stands in the program, so that a new right of a new version reaches them.
 * Of PINs and of the owner's recovery code only scrypt hashes are kept.
 */
export const staffSchema = `
CREATE TABLE roles (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  permissions TEXT NOT NULL CHECK (json_valid(permissions)),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX roles_by_name ON roles (name);

ALTER TABLE staff ADD COLUMN role TEXT NOT NULL DEFAULT 'clerk';
ALTER TABLE staff ADD COLUMN pin_hash TEXT;
ALTER TABLE staff ADD COLUMN pin_set_at INTEGER;
ALTER TABLE staff ADD COLUMN left_on TEXT;

CREATE TABLE owner_access (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  recovery_hash TEXT,
  recovery_made_at INTEGER,
  welcome_settled_at INTEGER
) STRICT;
INSERT INTO owner_access (id) VALUES (1);
`;
