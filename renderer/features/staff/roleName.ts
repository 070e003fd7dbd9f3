import type { TFunction } from 'i18next';
import type { RoleKey } from '../../../shared/contract/roles.ts';
import { isBuiltInRole } from '../../../shared/contract/roles.ts';

/** What a role is called on the screen: the built-in ones in the screen's language, the shop's own as it named them. */
export const roleName = (t: TFunction, role: RoleKey, name: string | null): string =>
  isBuiltInRole(role) ? t(`staff.role.${role}`) : (name ?? t('staff.role.clerk'));
