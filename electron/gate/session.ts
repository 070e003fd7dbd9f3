import { permissions } from '../../shared/contract/operation.ts';
import type { Permission } from '../../shared/contract/operation.ts';
import type { StaffId } from '../../shared/types/ids.ts';

/** Who is calling, held outside the page: the page cannot name it. */
export interface Session {
  readonly staffId: StaffId | null;
  readonly permissions: readonly Permission[];
}

/** Whoever stands before the facing window (X39): may see the empty form and send it in, and nothing else. */
export const facingSession: Session = { staffId: null, permissions: ['intake.fill'] };

/** The owner, who may do everything. */
export const ownerSession: Session = { staffId: null, permissions };
