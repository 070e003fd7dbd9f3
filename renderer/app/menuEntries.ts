import {
  IconDatabaseExport,
  IconDoorEnter,
  IconFileImport,
  IconSettings,
  IconSun,
  IconUsers,
  IconAffiliate,
  type TablerIcon,
} from '@tabler/icons-react';

/** One line of the menu; Alt+1..9 follow this order. */
export interface MenuEntry {
  readonly key: 'today' | 'customers' | 'visit' | 'segments' | 'imports' | 'backups' | 'settings';
  readonly to: '/today' | '/customers' | '/visit' | '/segments' | '/imports' | '/backups' | '/settings';
  readonly icon: TablerIcon;
  /** Another page that belongs to it. */
  readonly also?: '/exports';
  /** The key shown beside the name. */
  readonly shortcut?: string;
  readonly isAtFoot: boolean;
}

export const menuEntries: readonly MenuEntry[] = [
  { key: 'today', to: '/today', icon: IconSun, isAtFoot: false },
  { key: 'customers', to: '/customers', icon: IconUsers, isAtFoot: false },
  { key: 'visit', to: '/visit', icon: IconDoorEnter, shortcut: 'F2', isAtFoot: false },
  { key: 'segments', to: '/segments', icon: IconAffiliate, isAtFoot: false },
  { key: 'imports', to: '/imports', also: '/exports', icon: IconFileImport, isAtFoot: true },
  { key: 'backups', to: '/backups', icon: IconDatabaseExport, isAtFoot: true },
  { key: 'settings', to: '/settings', icon: IconSettings, isAtFoot: true },
];
