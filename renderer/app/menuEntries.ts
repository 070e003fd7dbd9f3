import type { Permission } from '../../shared/contract/operation.ts';
import {
  IconCalendarEvent,
  IconChecklist,
  IconDatabaseExport,
  IconDoorEnter,
  IconFileImport,
  IconPackage,
  IconSettings,
  IconSun,
  IconTargetArrow,
  IconUsers,
  IconAffiliate,
  IconGift,
  type TablerIcon,
} from '@tabler/icons-react';

/** One line of the menu; Alt with 1 to 9, 0, - and = follow this order, in which a new one comes last so that nobody has to learn anew. */
export interface MenuEntry {
  readonly key:
    | 'today'
    | 'customers'
    | 'visit'
    | 'segments'
    | 'imports'
    | 'backups'
    | 'settings'
    | 'appointments'
    | 'orders'
    | 'tasks'
    | 'opportunities'
    | 'loyalty';
  readonly to:
    | '/today'
    | '/customers'
    | '/visit'
    | '/segments'
    | '/imports'
    | '/backups'
    | '/settings'
    | '/appointments'
    | '/orders'
    | '/tasks'
    | '/opportunities'
    | '/loyalty';
  readonly icon: TablerIcon;
  /** Another page that belongs to it. */
  readonly also?: '/exports' | '/visits';
  /** The key shown beside the name. */
  readonly shortcut?: string;
  readonly isAtFoot: boolean;
  /** Any of these opens it; without one the entry is not shown (the gate refuses anyway). */
  readonly needs: readonly Permission[];
}

export const menuEntries: readonly MenuEntry[] = [
  { key: 'today', to: '/today', icon: IconSun, isAtFoot: false, needs: ['customers.read'] },
  { key: 'customers', to: '/customers', icon: IconUsers, isAtFoot: false, needs: ['customers.read'] },
  { key: 'visit', to: '/visit', also: '/visits', icon: IconDoorEnter, shortcut: 'F2', isAtFoot: false, needs: ['visits.write'] },
  { key: 'segments', to: '/segments', icon: IconAffiliate, isAtFoot: false, needs: ['segments.read'] },
  {
    key: 'imports',
    to: '/imports',
    also: '/exports',
    icon: IconFileImport,
    isAtFoot: true,
    needs: ['imports.run', 'exports.run'],
  },
  { key: 'backups', to: '/backups', icon: IconDatabaseExport, isAtFoot: true, needs: ['backups.create'] },
  {
    key: 'settings',
    to: '/settings',
    icon: IconSettings,
    isAtFoot: true,
    needs: ['settings.write', 'staff.write', 'privacy.manage'],
  },
  { key: 'appointments', to: '/appointments', icon: IconCalendarEvent, isAtFoot: false, needs: ['appointments.read'] },
  { key: 'orders', to: '/orders', icon: IconPackage, isAtFoot: false, needs: ['visits.read'] },
  { key: 'tasks', to: '/tasks', icon: IconChecklist, isAtFoot: false, needs: ['customers.read'] },
  { key: 'opportunities', to: '/opportunities', icon: IconTargetArrow, isAtFoot: false, needs: ['customers.read'] },
  { key: 'loyalty', to: '/loyalty', icon: IconGift, isAtFoot: false, needs: ['loyalty.adjust'] },
];
