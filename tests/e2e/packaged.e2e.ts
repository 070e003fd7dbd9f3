import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packagedExecutable } from '../../scripts/dist.ts';
import { sandboxArguments } from '../../scripts/electron.ts';
import { wrongFuses } from '../../scripts/fuses.ts';
import { callFromPage } from './support/bridge.ts';
import { freshUserData } from './support/shop.ts';
import { expect, test } from './support/test.ts';

/**
 * Starts the package as it ships and attaches to its page. The fuse that lets Playwright attach to the main process is
 * off in it, as it should be, so this goes through the page's debugging port instead.
 */
async function openPackage(userData: string) {
  const args = [...sandboxArguments(), `--user-data-dir=${userData}`, '--remote-debugging-port=0'];
  const program = spawn(packagedExecutable, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => program.on('exit', resolve));
  const portFile = join(userData, 'DevToolsActivePort');
  await expect.poll(() => existsSync(portFile), { timeout: 30_000 }).toBe(true);
  const [port] = (await readFile(portFile, 'utf8')).split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port ?? ''}`);
  await expect.poll(() => browser.contexts()[0]?.pages().length).toBe(1);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('the package shows no page');
  return {
    page,
    close: async () => {
      await page.close({ runBeforeUnload: true }).catch(() => undefined);
      await ended;
      await rm(portFile, { force: true });
    },
    kill: () => program.kill('SIGKILL'),
  };
}

test('the package keeps what was entered, from one start to the next', async () => {
  const userData = await freshUserData();
  const first = await openPackage(userData);
  try {
    const { settings } = await callFromPage(first.page, 'settings.update', { changes: { shopName: '巷口小铺' } });
    expect(settings.shopName).toBe('巷口小铺');
    await first.close();
  } finally {
    first.kill();
  }
  const second = await openPackage(userData);
  try {
    expect(await callFromPage(second.page, 'settings.get', {})).toMatchObject({ shopName: '巷口小铺' });
    await second.close();
  } finally {
    second.kill();
    await rm(userData, { recursive: true, force: true });
  }
});

test('the fuses of the package read back as they were set', async () => {
  expect(await wrongFuses(packagedExecutable)).toEqual([]);
});

test('the package does not run as plain Node, whatever the environment says', async () => {
  const userData = await freshUserData();
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const args = [...sandboxArguments(), `--user-data-dir=${userData}`, '-e', 'process.exit(42)'];
  const program = spawn(packagedExecutable, args, { stdio: 'ignore', env });
  const ended = new Promise((resolve) => program.on('exit', resolve));
  // As Node it would end at once with 42; as itself it opens its store and stays.
  await expect.poll(() => existsSync(join(userData, 'shop.db')), { timeout: 30_000 }).toBe(true);
  program.kill();
  expect(await ended).not.toBe(42);
  await rm(userData, { recursive: true, force: true });
});
