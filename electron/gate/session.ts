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

/** The program itself: its morning run, its own look at the settings. It does not depend on who sits at a desk. */
export const programSession: Session = { staffId: null, permissions };

/** Nobody has signed in: a PIN may be tried, and a locked store be opened (R192). */
export const lockedSession: Session = { staffId: null, permissions: ['session.sign_in', 'vault.unlock'] };

/**
 * Nobody is known and the records are locked: they may be opened, or a backup be brought in by whoever holds its recovery sheet. Nothing of
 * the store can be asked meanwhile.
 */
export const strangerSession: Session = {
  staffId: null,
  permissions: [...lockedSession.permissions, 'customers.read', 'backups.create', 'backups.restore'],
};
