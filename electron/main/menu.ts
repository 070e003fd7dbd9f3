import { Menu } from 'electron';

/**
 * No menu: everything is on the screen, and the default one would offer reload, developer tools and closing by
 * Ctrl+W. A Mac needs the edit roles for copy and paste to work at all.
 */
export function setMenu(): void {
  const menu = process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null;
  Menu.setApplicationMenu(menu);
}
