import type { Permission } from '../../../shared/contract/operation.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** Whether whoever sits here holds a right. Only courtesy: the gate decides. False until it is known. */
export const useMay = (permission: Permission): boolean =>
  useOperation('staff.session', {}).data?.permissions.includes(permission) ?? false;
