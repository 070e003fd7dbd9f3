import { permissions } from '../../shared/contract/operation.ts';
import type { Permission } from '../../shared/contract/operation.ts';
import type { StaffId } from '../../shared/types/ids.ts';

/** Who is calling, held outside the page: the page cannot name it. */
export interface Session {
  readonly staffId: StaffId | null;
  readonly permissions: readonly Permission[];
}

/** The owner, who may do everything. */
export const ownerSession: Session = { staffId: null, permissions };
