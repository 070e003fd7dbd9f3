import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxArguments } from '../../../scripts/electron.ts';
import { readyRuntime } from '../../../scripts/runtime/ready.ts';
import { askFromPage } from './bridge.ts';
import { root } from '../../../scripts/tools/paths.ts';

/** A running app with a user data folder of its own. */
export interface Shop {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Closes the app as a person would. The user data folder stays; see `forget`. */
  close(): Promise<void>;
  /** Closes the app and throws its user data away. */
  forget(): Promise<void>;
}

export interface ShopOptions {
  /** Further arguments: `--demo`, `--store FILE`, `--lang en`. */
  readonly args?: readonly string[];
  /** Shows the welcome of the very first start, which is otherwise answered with "later". */
  readonly welcome?: boolean;
  /** Opens on the data that another run left behind. */
  readonly userData?: string;
}

/** A fresh, empty user data folder. */
export function freshUserData(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'regulars-e2e-'));
}

/** Opens the built app in a real Electron window and waits for its page. */
export async function openShop({ args = [], userData, welcome = false }: ShopOptions = {}): Promise<Shop> {
  const runtime = await readyRuntime();
  const folder = userData ?? (await freshUserData());
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...sandboxArguments(), root, '--user-data-dir', folder, ...args],
    env: { ...definedEnvironment(), TZ: process.env['TZ'] ?? 'Asia/Shanghai' },
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  if (!welcome) await answerLater(page);
  let isOpen = true;
  app.on('close', () => {
    isOpen = false;
  });
  const close = async () => {
    if (isOpen) await app.close();
  };
  return {
    app,
    page,
    userData: folder,
    close,
    forget: async () => {
      await close();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** A store that is locked or damaged, has people or accounts, has no welcome to answer. */
async function answerLater(page: Page): Promise<void> {
  const session = await askFromPage(page, 'staff.session', {});
  if (session.ok && session.value.isFirstStart) await askFromPage(page, 'staff.skipWelcome', {});
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
