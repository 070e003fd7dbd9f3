/**
 * Places that backups go to, and what became of each backup: when it was proven, what it held, why it failed, when rotation took it
 * away. Backups of before count as proven when they were made: nothing else was written down. The store gets an identity that goes
 * along into every backup, so that one shop's files are told from another's on the same stick.
 */
export const backupsSchema = `
CREATE TABLE backup_places (
  id TEXT PRIMARY KEY,
  folder TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  is_usual INTEGER NOT NULL DEFAULT 0 CHECK (is_usual IN (0, 1)),
  used_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX backup_places_usual ON backup_places (is_usual) WHERE is_usual = 1;

ALTER TABLE backups ADD COLUMN parts INTEGER NOT NULL DEFAULT 1;
ALTER TABLE backups ADD COLUMN occasion TEXT NOT NULL DEFAULT 'hand' CHECK (occasion IN ('hand', 'closing', 'daily'));
ALTER TABLE backups ADD COLUMN result TEXT NOT NULL DEFAULT 'proven' CHECK (result IN ('proven', 'findings', 'failed'));
ALTER TABLE backups ADD COLUMN problem TEXT;
ALTER TABLE backups ADD COLUMN counts TEXT;
ALTER TABLE backups ADD COLUMN proven_at INTEGER;
ALTER TABLE backups ADD COLUMN removed_at INTEGER;
UPDATE backups SET proven_at = at;
CREATE INDEX backups_by_proof ON backups (proven_at) WHERE proven_at IS NOT NULL;
CREATE INDEX backups_by_folder ON backups (folder, at);

INSERT INTO backup_places (id, folder, name, is_usual, used_at)
SELECT max(id), folder, folder, 0, max(at) FROM backups GROUP BY folder;
UPDATE backup_places SET is_usual = 1
WHERE id = (SELECT id FROM backup_places ORDER BY used_at DESC, id DESC LIMIT 1);

CREATE TABLE store_identity (id TEXT PRIMARY KEY) STRICT;
INSERT INTO store_identity (id) VALUES (lower(hex(randomblob(16))));
`;
