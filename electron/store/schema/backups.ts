import type { Generated } from 'kysely';
import type { Instant } from '../../../shared/types/time.ts';

/** One backup, or one try that failed. */
export interface BackupsTable {
  id: string;
  at: Instant;
  file: string;
  folder: string;
  bytes: number;
  /** Of all its parts, one after the other. */
  sha256: string;
  parts: Generated<number>;
  occasion: Generated<'hand' | 'closing' | 'daily'>;
  result: Generated<'proven' | 'findings' | 'failed'>;
  /** Why it failed, or what its books did not add up in. */
  problem: string | null;
  /** JSON text: what it held. */
  counts: string | null;
  proven_at: Instant | null;
  /** When rotation took it away. */
  removed_at: Instant | null;
}
/** A folder or stick that backups went to. */
export interface BackupPlacesTable {
  id: string;
  folder: string;
  name: string;
  is_usual: Generated<0 | 1>;
  used_at: Instant;
}
/** One row: which store this is. */
export interface StoreIdentityTable {
  id: string;
}

export interface BackupTables {
  backups: BackupsTable;
  backup_places: BackupPlacesTable;
  store_identity: StoreIdentityTable;
}
