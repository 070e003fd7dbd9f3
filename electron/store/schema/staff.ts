import type { Generated } from 'kysely';
import type { RoleKey } from '../../../shared/contract/roles.ts';
import type { RoleId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

type Flag = 0 | 1;
type Json = string;

interface StaffTable {
  id: StaffId;
  name: string;
  is_active: Flag;
  created_at: Instant;
  role: Generated<RoleKey>;
  /** A scrypt hash with its salt and cost; it never leaves the store's thread. */
  pin_hash: Generated<string | null>;
  pin_set_at: Generated<Instant | null>;
  left_on: Generated<LocalDate | null>;
  /** Read by managers alone (X40). */
  note: Generated<string | null>;
}
/** The shop's own mixtures of rights; the built-in ones are no rows. */
interface RolesTable {
  id: RoleId;
  name: string;
  permissions: Json;
  created_at: Instant;
  changed_at: Instant;
}
/** One row: how the owner gets back in, and whether the welcome was answered. */
interface OwnerAccessTable {
  id: 1;
  recovery_hash: string | null;
  recovery_made_at: Instant | null;
  welcome_settled_at: Instant | null;
}

export interface StaffTables {
  staff: StaffTable;
  roles: RolesTable;
  owner_access: OwnerAccessTable;
}
