import { app, powerMonitor, session, type BrowserWindow } from 'electron';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseShellArguments } from './arguments.ts';
import { createFacing, facingPage } from './facing.ts';
import { backUpAtClosing } from './closing.ts';
import { answerCalls, sendEvent } from './ipc.ts';
import { openLog } from './log.ts';
import { setMenu } from './menu.ts';
import { appPage } from './page.ts';
import { registerAppScheme, serveApp } from './protocol.ts';
import { scheduleDailyBackup, scheduleRefresh } from './scheduler.ts';
import { lockDown } from './security.ts';
import { createShellHandlers } from './shellHandlers.ts';
import { openStoreSession } from './storeSession.ts';
import { bundlePaths, openWindow } from './window.ts';

const args = parseShellArguments(process.argv.slice(1));
// The lock of the single instance lies in this folder, so it is set first.
if (args.userData !== undefined) app.setPath('userData', resolve(args.userData));
if (app.requestSingleInstanceLock()) start();
else app.quit();

/** The order matters: what must be set before the app is ready, then the locks, then store and window side by side. */
function start(): void {
  // It would override --no-sandbox, without which Chromium does not run as root. The window asks for its sandbox itself.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerAppScheme();
  const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  // Nothing of ours ever asks for an address; this keeps Chromium's own services from asking too.
  if (developmentServer === undefined) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  const page = `${developmentServer ?? appPage}${args.language === undefined ? '' : `?lang=${args.language}`}`;
  lockDown({ page, developmentOrigin: developmentServer });

  const userData = app.getPath('userData');
  mkdirSync(userData, { recursive: true });
  const log = openLog(userData, app.isPackaged);
  process.on('uncaughtException', (error) => {
    log.error('uncaught', error);
  });
  process.on('unhandledRejection', (reason) => {
    log.error('unhandled', reason);
  });

  let window: BrowserWindow | undefined;
  const paths = bundlePaths(fileURLToPath(new URL('.', import.meta.url)));
  const facing = createFacing({
    clerk: () => window,
    page: facingPage(page),
    preload: paths.preload,
    icon: join(app.getAppPath(), 'resources', 'icons', 'icon.png'),
  });
  app.on('second-instance', () => {
    // The screen is turned to a customer: the clerk's window comes back by the code alone.
    if (facing.isLocked()) {
      facing.window()?.focus();
      return;
    }
    if (window?.isMinimized() === true) window.restore();
    window?.show();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });

  void app.whenReady().then(() => {
    const store = openStoreSession({
      storePath: args.store === undefined ? join(userData, args.isDemo ? 'demo.db' : 'shop.db') : resolve(args.store),
      bundle: new URL('.', import.meta.url),
      isDemo: args.isDemo,
      today: args.today,
      shellHandlers: (gate) =>
        createShellHandlers({ window: () => window, facing, gate, today: args.today, skipClosing: () => closing.skip() }),
      log,
      onEvent: (event) => {
        sendEvent(window, event);
      },
    });
    const closing = backUpAtClosing({
      call: store.callFromProgram,
      send: (event) => {
        sendEvent(window, event);
      },
    });
    answerCalls({
      desks: [
        { window: () => window, page, call: store.callFromDesk },
        { window: facing.window, page: facingPage(page), call: store.callFromFacing },
      ],
      warn: log.warn,
    });
    // Whoever leaves the PC locked or asleep has left the desk.
    powerMonitor.on('lock-screen', store.lockDesk);
    powerMonitor.on('suspend', store.lockDesk);
    setMenu();
    serveApp(session.defaultSession, paths.renderer);
    window = openWindow({
      page,
      preload: paths.preload,
      icon: join(app.getAppPath(), 'resources', 'icons', 'icon.png'),
      stateFile: join(userData, 'window.json'),
      canDebug: !app.isPackaged,
      log,
    });
    closing.guard(window);
    window.on('closed', () => {
      window = undefined;
      facing.close();
    });
    const stopRefreshing = scheduleRefresh(store.refresh);
    const stopBackups = scheduleDailyBackup(store.backUpToday);
    closeStoreBeforeQuitting(() => {
      stopRefreshing();
      stopBackups();
    }, store.close);
  });
}

/** The store closes its files before the process ends; a store that hangs does not keep the program alive. */
function closeStoreBeforeQuitting(stopRefreshing: () => void, close: () => Promise<void>): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    stopRefreshing();
    const patience = new Promise((settle) => setTimeout(settle, 10_000));
    void Promise.race([close().catch(() => undefined), patience]).then(() => {
      isClosed = true;
      // Not at once: with nothing to close we are still inside will-quit, where another quit is ignored, and the
      // program would stay for ever without a window.
      setImmediate(() => {
        app.quit();
      });
    });
  });
}
