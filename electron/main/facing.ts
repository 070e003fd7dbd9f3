import { app, BrowserWindow, screen } from 'electron';
import { AppError } from '../../shared/errors.ts';
import { createCodeLock, type CodeLock } from './codeLock.ts';
import { isAppPage } from './page.ts';
import { otherScreen } from './screens.ts';
import { lockedPreferences } from './window.ts';

interface FacingOptions {
  /** The clerk's window. */
  readonly clerk: () => BrowserWindow | undefined;
  readonly page: string;
  readonly preload: string;
  readonly icon: string;
}

/** The window turned to the customer (X39). */
export interface Facing {
  readonly window: () => BrowserWindow | undefined;
  /** Whether there is a second screen for it. */
  hasOwnScreen(): boolean;
  /** Whether it covers the only screen, and the clerk's window is out of reach until the code is typed. */
  isLocked(): boolean;
  /** Opens it, or starts it anew; returns whether it stands on its own screen. Without one a code is needed. */
  open(code: string | null): boolean;
  close(): void;
  /** Back to the clerk's screen when the code is right. */
  leave(code: string): { isRight: boolean; waitSeconds: number };
}

/** The address of the facing page beside that of the clerk's. */
export function facingPage(page: string): string {
  const address = new URL(page);
  address.pathname = address.pathname.replace(/[^/]*$/, 'facing.html');
  return address.href;
}

/**
 * Keeps the facing window. It has a page of its own and the least of all sessions (see ipc.ts), hears no events, and goes nowhere else. On a
 * shop's only screen it covers everything, the clerk's window is hidden, and nothing but the code (or the program's end) brings that back.
 */
export function createFacing(options: FacingOptions): Facing {
  let window: BrowserWindow | undefined;
  let lock: CodeLock | undefined;
  let mayClose = false;
  app.on('before-quit', () => {
    mayClose = true;
  });

  const screens = () => {
    const clerk = options.clerk();
    const own = clerk === undefined ? screen.getPrimaryDisplay() : screen.getDisplayMatching(clerk.getBounds());
    return otherScreen(screen.getAllDisplays(), own.id);
  };
  const close = () => {
    mayClose = true;
    window?.close();
    mayClose = false;
  };
  const letClerkBack = () => {
    lock = undefined;
    options.clerk()?.show();
    options.clerk()?.focus();
  };
  const open = (code: string | null): boolean => {
    const second = screens();
    if (second === undefined && code === null)
      throw new AppError('bad_input', { issues: [{ path: 'code', message: 'code_missing' }] });
    close();
    lock = second === undefined && code !== null ? createCodeLock(code, () => Date.now()) : undefined;
    const opened = openFacingWindow(options, second?.bounds, lock !== undefined);
    opened.on('close', (event) => {
      if (lock !== undefined && !mayClose) event.preventDefault();
    });
    opened.on('closed', () => {
      if (window !== opened) return;
      window = undefined;
      if (lock !== undefined) letClerkBack();
    });
    opened.once('ready-to-show', () => {
      opened.show();
      if (lock !== undefined) options.clerk()?.hide();
    });
    window = opened;
    return second !== undefined;
  };

  return {
    window: () => window,
    hasOwnScreen: () => screens() !== undefined,
    isLocked: () => lock !== undefined,
    open,
    close,
    leave: (code) => {
      const answer = lock?.open(code) ?? { isRight: true, waitSeconds: 0 };
      // Not from within the call of a page that would be gone before its answer.
      if (answer.isRight) setImmediate(close);
      return answer;
    },
  };
}

function openFacingWindow(
  { page, preload, icon }: FacingOptions,
  bounds: Electron.Rectangle | undefined,
  isLocked: boolean,
): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    ...(bounds === undefined && { width: 1366, height: 768 }),
    show: false,
    fullscreen: true,
    kiosk: isLocked,
    alwaysOnTop: isLocked,
    title: 'Regulars 熟客',
    icon,
    webPreferences: lockedPreferences(preload, false),
  });
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  // Stricter than for the clerk's window: from here not even that page can be reached.
  window.webContents.on('will-frame-navigate', (event) => {
    if (!isAppPage(event.url, page)) event.preventDefault();
  });
  const address = new URL(page);
  if (isLocked) address.hash = 'only-screen';
  window.webContents.on('did-navigate', (_event, reached) => {
    if (!isAppPage(reached, page)) void window.loadURL(address.href);
  });
  void window.loadURL(address.href);
  return window;
}
