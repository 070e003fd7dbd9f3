import { BrowserWindow, nativeTheme, screen } from 'electron';
import { join } from 'node:path';
import type { Log } from './log.ts';
import { isAppPage } from './page.ts';
import { isReachable, readWindowState, saveWindowState, type WindowState } from './windowState.ts';
import { handleZoomKeys } from './zoom.ts';

interface WindowOptions {
  readonly page: string;
  readonly preload: string;
  readonly icon: string;
  readonly stateFile: string;
  readonly canDebug: boolean;
  readonly log: Log;
}

/** Opens the clerk's window. It appears once its page is drawn, so that nobody sees it blank. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const state = usableState(options.stateFile);
  const window = new BrowserWindow({
    width: state?.width ?? 1366,
    height: state?.height ?? 768,
    ...(state && { x: state.x, y: state.y }),
    minWidth: 960,
    minHeight: 600,
    title: 'Regulars 熟客',
    icon: options.icon,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#242424' : '#ffffff',
    webPreferences: lockedPreferences(options.preload, options.canDebug),
  });
  if (state?.isMaximized === true) window.maximize();
  window.once('ready-to-show', () => {
    if (state) window.webContents.setZoomFactor(state.zoom);
    window.show();
  });
  // The page's <title> must not rename the window.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.on('close', () => {
    saveWindowState(options.stateFile, stateOf(window)).catch((error: unknown) => {
      options.log.warn('window state not saved', error);
    });
  });
  handleZoomKeys(window.webContents);
  recoverFromCrash(window, options);
  // about:blank is the one place where Chromium lets a page go without asking; from there it is brought back.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isAppPage(address, options.page)) void window.loadURL(options.page);
  });
  void window.loadURL(options.page);
  return window;
}

/** What every page of ours may do: as little as Electron lets a page do. */
export function lockedPreferences(preload: string, canDebug: boolean): Electron.WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: canDebug,
  };
}

/** The folder of the page's files and the preload, beside the main bundle. */
export function bundlePaths(mainFolder: string) {
  return { renderer: join(mainFolder, '..', 'renderer'), preload: join(mainFolder, '..', 'preload', 'preload.cjs') };
}

function usableState(file: string): WindowState | undefined {
  const state = readWindowState(file);
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  return state !== undefined && isReachable(state, areas) ? state : undefined;
}

function stateOf(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized(), zoom: window.webContents.getZoomFactor() };
}

/** A page that died comes back by itself, but not in a loop: once in ten seconds at most. */
function recoverFromCrash(window: BrowserWindow, { page, log }: WindowOptions): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('the page ended', details.reason, details.exitCode);
    if (details.reason === 'clean-exit' || Date.now() - last < 10_000) return;
    last = Date.now();
    void window.loadURL(page);
  });
}
