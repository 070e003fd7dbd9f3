import { existsSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sandboxArguments } from '../../scripts/electron.ts';
import { readyRuntime } from '../../scripts/runtime/ready.ts';
import { root } from '../../scripts/tools/paths.ts';
import { callFromPage } from './support/bridge.ts';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts';
import { freshUserData } from './support/shop.ts';
import { expect, test } from './support/test.ts';

test('the window opens on a store of its own and tells its versions', async ({ shop }) => {
  const state = await callFromPage(shop.page, 'shell.startState', {});
  expect(state).toMatchObject({ isReady: true, error: null });
  expect(state.versions.electron).toBe((await readyRuntime()).electron);
  expect(existsSync(join(shop.userData, 'shop.db'))).toBe(true);
});

test('a second start hands over to the first, which comes to the front (R8)', async ({ shop }) => {
  await shop.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.hide();
  });
  const { executable } = await readyRuntime();
  const second = spawn(executable, [...sandboxArguments(), root, '--user-data-dir', shop.userData], { stdio: 'ignore' });
  const code = await new Promise((resolve) => second.on('exit', resolve));
  expect(code).toBe(0);
  await expect
    .poll(() => shop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible())))
    .toEqual([true]);
});

test('a lock that a killed run left behind does not block the next start (R8)', async ({ open }) => {
  const userData = await freshUserData();
  const killed = await open({ userData });
  const ended = new Promise((resolve) => killed.app.process().on('exit', resolve));
  killed.app.process().kill('SIGKILL');
  await ended;
  const shop = await open({ userData });
  expect(await callFromPage(shop.page, 'shell.startState', {})).toMatchObject({ isReady: true });
});

test('the window comes back as large as it was left', async ({ shop, open }) => {
  await shop.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1100, height: 700 });
  });
  await shop.close();
  const again = await open({ userData: shop.userData });
  const bounds = await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toMatchObject({ width: 1100, height: 700 });
});

test('a store that is no database still opens the window, which says why', async ({ open }) => {
  const shop = await open({ args: ['--store', join(root, 'package.json')] });
  const state = await callFromPage(shop.page, 'shell.startState', {});
  expect(state.isReady).toBe(false);
  expect(state.error?.code).toBe('db_not_database');
});

test('text is saved where the person says, and cancelling saves nothing', async ({ shop }) => {
  const target = join(shop.userData, 'rows.csv');
  await answerSaveDialog(shop.app, target);
  expect(await callFromPage(shop.page, 'shell.saveText', { suggestedName: 'rows.csv', text: '姓名\n' })).toEqual({
    name: 'rows.csv',
  });
  expect(await readFile(target, 'utf8')).toBe('姓名\n');
  await shop.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
  });
  expect(await callFromPage(shop.page, 'shell.saveText', { suggestedName: 'rows.csv', text: 'x' })).toBeNull();
  expect(await readFile(target, 'utf8')).toBe('姓名\n');
});

test('the page learns the name of what was chosen, never its path', async ({ shop }) => {
  await answerOpenDialog(shop.app, [shop.userData]);
  const chosen = await callFromPage(shop.page, 'shell.chooseFolder', {});
  expect(chosen).toEqual({ token: expect.stringMatching(/^[\da-f-]{36}$/), name: basename(shop.userData) });
  expect(JSON.stringify(chosen)).not.toContain(dirname(shop.userData));
  await answerOpenDialog(shop.app, []);
  expect(await callFromPage(shop.page, 'shell.chooseFile', { purpose: 'backup' })).toBeNull();
});
