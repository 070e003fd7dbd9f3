import { useCallback, useState } from 'react';
import type { OutputOf } from '../../shared/contract.ts';
import type { Permission } from '../../shared/contract/operation.ts';
import { useOperation } from '../ipc/useOperation.ts';

export type DeskSession = OutputOf<'staff.session'>;

/** Who sits at this desk; undefined until it is known. */
export const useSession = (): DeskSession | undefined => useOperation('staff.session', {}).data;

/**
 * Whether whoever sits here holds a right: `const may = useMay(); may('exports.run')`. A courtesy: what it hides, the gate refuses anyway.
 */
export const useMay = (): ((permission: Permission) => boolean) => {
  const session = useSession();
  const [held, setHeld] = useState(session?.permissions);
  // Beneath the lock screen everything stays as it was: the same person finds what they had typed, what runs goes on running.
  if (session !== undefined && !session.isLocked && held !== session.permissions) setHeld(session.permissions);
  return useCallback((permission: Permission) => held?.includes(permission) ?? false, [held]);
};
