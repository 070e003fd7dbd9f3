import { app, type Session, type WebContents } from 'electron';
import { isAppPage, parseAddress } from './page.ts';

/** What a page may load: its own scheme, and data it made itself. */
const ownSchemes = new Set(['app:', 'blob:', 'data:', 'devtools:']);

interface Lockdown {
  /** The page the window may show. */
  readonly page: string;
  /** Origin of the development server, which alone may be reached over the network, and only in development. */
  readonly developmentOrigin: string | undefined;
}

/**
 * Locks every session and every page, also those that some later code might make: no permissions, no network, no
 * other pages, no new windows, no embedded ones. Must run before the first window.
 */
export function lockDown(lockdown: Lockdown): void {
  app.on('session-created', (session) => {
    lockSession(session, lockdown);
  });
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents, lockdown);
  });
}

function lockSession(session: Session, { developmentOrigin }: Lockdown): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // The dictionaries of the spell checker would be fetched from the network.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowed(details.url, developmentOrigin) });
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

function isAllowed(address: string, developmentOrigin: string | undefined): boolean {
  const url = parseAddress(address);
  if (url === undefined) return false;
  if (ownSchemes.has(url.protocol)) return true;
  return developmentOrigin !== undefined && url.host === new URL(developmentOrigin).host;
}

function lockContents(contents: WebContents, { page }: Lockdown): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppPage(event.url, page)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}
