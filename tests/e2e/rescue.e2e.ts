import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { backUp } from './support/backups.ts';
import { callFromPage } from './support/bridge.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { handsAt } from './support/hands.ts';
import type { Shop } from './support/shop.ts';
import { expect, test } from './support/test.ts';
import { menuStands } from './support/window.ts';

const violations = async (page: Page) => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations;

const damaged = (userData: string, change: (bytes: Buffer) => void): Buffer => {
  const path = join(userData, 'shop.db');
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
  return bytes;
};

/** The first page of a table or an index is gone: the start sees it, the rest can be read. */
const zeroPage = (path: string, name: string): void => {
  const database = new DatabaseSync(path, { readOnly: true });
  const page = Number(database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name)?.['rootpage']);
  database.close();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0, (page - 1) * 4096, page * 4096));
};

const quarantinesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.includes('.damaged-'));

/** Closes the window as its cross does. */
const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });

test('a damaged store is restored from the newest proven backup in two clicks; the damaged file is kept (R3)', async ({
  open,
}) => {
  const first = await open();
  const { userData } = first;
  await menuStands(first.page);
  for (const name of ['尉迟敏仪', '王小满']) await callFromPage(first.page, 'customers.create', { name });
  await backUp(first, join(userData, 'stick'));
  await callFromPage(first.page, 'customers.create', { name: '后来的人' });
  await first.close();
  const bytes = damaged(userData, (all) => all.fill(7, 0, 100));

  const { page, close } = await open({ userData });
  await expect(page.getByRole('heading', { name: '资料文件有损坏' })).toBeVisible();
  await expect(page.getByText(/最近 \d+ 分钟记的会没有/).first()).toBeVisible();
  // The backup that closing made by itself is the newest.
  await expect(page.getByText('顾客 3 位，到店 0 次')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await close();

  // The second start says the same, calmly.
  const again = await open({ userData });
  const hands = handsAt(again.page);
  await expect(again.page.getByRole('heading', { name: '资料文件有损坏' })).toBeVisible();
  await hands.click(again.page.getByRole('button', { name: /^恢复 / }).first());
  await expect(again.page.getByText(/最近 \d+ 分钟记的会没有/).first()).toBeVisible();
  expect(await violations(again.page)).toEqual([]);
  await hands.click(again.page.getByRole('button', { name: '就用这一份' }));
  await menuStands(again.page);
  expect(hands.count().clicks).toBeLessThanOrEqual(3);
  expect((await callFromPage(again.page, 'customers.list', {})).total).toBe(3);
  const [kept] = readdirSync(userData).filter((name) => name.startsWith('shop.db.damaged-'));
  expect(readFileSync(join(userData, kept ?? '', 'shop.db')).equals(bytes)).toBe(true);
});

test('without a backup what can be read is rescued by keyboard, with what is lost said first (R3)', async ({ open }) => {
  const first = await open({ args: ['--demo', '--today', '2026-11-21'] });
  await menuStands(first.page);
  await first.close();
  const { userData } = first;
  const path = join(userData, 'demo.db');
  zeroPage(path, 'tags');
  rmSync(join(userData, 'demo.db-wal'), { force: true });

  const { page } = await open({ userData, args: ['--demo', '--today', '2026-11-21'] });
  await expect(page.getByRole('heading', { name: '资料文件有损坏' })).toBeVisible();
  await expect(page.getByText('没有找到备份', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: '开始抢救' }).press('Enter');
  await expect(page.getByText('抢救出来：')).toBeVisible({ timeout: 60_000 });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '就用抢救出来的' }).press('Enter');
  await menuStands(page);
  expect((await callFromPage(page, 'customers.list', {})).total).toBeGreaterThan(0);
});

test('a new computer brings its records over from the welcome page (R191)', async ({ open }) => {
  const first = await open();
  await menuStands(first.page);
  await callFromPage(first.page, 'customers.create', { name: '尉迟敏仪' });
  const stick = join(first.userData, 'stick');
  await backUp(first, stick);
  const [file] = readdirSync(stick).filter((name) => name.endsWith('.rgbackup'));
  await first.close();

  const { app, page } = await open({ welcome: true });
  await page.getByRole('button', { name: '以前用过，从备份恢复…' }).press('Enter');
  await answerOpenDialog(app, [join(stick, file ?? '')]);
  await page.getByRole('button', { name: '自己选备份文件…' }).press('Enter');
  await expect(page.getByText('顾客 1 位，到店 0 次')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '就用这一份' }).press('Enter');
  await menuStands(page);
  expect((await callFromPage(page, 'customers.list', {})).rows.map(({ name }) => name)).toEqual(['尉迟敏仪']);
});

test('a clock set back is said in a line with both times, until somebody says it is right (R7)', async ({ open }) => {
  const first = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(first.page);
  await callFromPage(first.page, 'settings.update', { changes: { shopName: '小满造型' } });
  await first.close();
  const { page } = await open({ userData: first.userData, args: ['--today', '2026-11-18'] });
  await menuStands(page);
  const line = page.getByRole('status').filter({ hasText: '电脑的时钟可能慢了' });
  await expect(line).toBeVisible();
  // Both times in full. Between midnight and the turn of the business day the calendar is a day ahead of it.
  const [shown = '', last = ''] = ((await line.textContent()) ?? '').match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  expect(['2026-11-18', '2026-11-19']).toContain(shown);
  expect(Date.parse(last) - Date.parse(shown)).toBe(3 * 86_400_000);
  expect(await violations(page)).toEqual([]);
  await line.getByRole('button', { name: '时钟没错' }).press('Enter');
  await expect(line).toBeHidden();
});

/** As a power cut leaves it: the changes since the last start lie in the log alone. */
const killed = async ({ app }: Pick<Shop, 'app'>): Promise<void> => {
  const ended = new Promise((settle) => app.process().once('exit', settle));
  app.process().kill('SIGKILL');
  await ended;
};

test('a damaged index is made anew by one key, and nothing is lost (R3)', async ({ open }) => {
  const args = ['--demo', '--today', '2026-11-21'];
  const first = await open({ args });
  await menuStands(first.page);
  const { total } = await callFromPage(first.page, 'customers.list', {});
  await first.close();
  const { userData } = first;
  const path = join(userData, 'demo.db');
  rmSync(`${path}-wal`, { force: true });
  zeroPage(path, 'sqlite_autoindex_products_1');
  const damagedBytes = readFileSync(path);

  const { page } = await open({ userData, args });
  const hands = handsAt(page);
  await expect(page.getByRole('heading', { name: '资料文件有损坏' })).toBeVisible();
  await expect(page.getByText('资料都在，一条也不会丢', { exact: false })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '重做目录' }).focus();
  await hands.press('Enter');
  await menuStands(page);
  expect(hands.count()).toEqual({ clicks: 0, keys: 1 });
  expect((await callFromPage(page, 'customers.list', {})).total).toBe(total);
  const [kept = ''] = quarantinesIn(userData);
  expect(readFileSync(join(userData, kept, 'demo.db')).equals(damagedBytes)).toBe(true);
  await expect(page.getByText(kept)).toBeVisible();
});

test('changes lost behind damage in the log are told with their number; going on keeps the files as they were (R3)', async ({
  open,
}) => {
  const first = await open();
  await menuStands(first.page);
  await callFromPage(first.page, 'customers.create', { name: '尉迟敏仪' });
  await first.close();
  const { userData } = first;
  const second = await open({ userData });
  await menuStands(second.page);
  for (let at = 1; at <= 6; at += 1) await callFromPage(second.page, 'customers.create', { name: `新客${at}` });
  await killed(second);
  const log = join(userData, 'shop.db-wal');
  const bytes = readFileSync(log);
  bytes[Math.floor(bytes.length * 0.4)] = (bytes[Math.floor(bytes.length * 0.4)] ?? 0) ^ 16;
  writeFileSync(log, bytes);

  const { page } = await open({ userData });
  await expect(page.getByRole('heading', { name: '最近的改动少了一些' })).toBeVisible();
  await expect(page.getByText(/后面 \d+ 次已经存好的改动读不到了/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '继续使用' }).press('Enter');
  await menuStands(page);
  const { rows } = await callFromPage(page, 'customers.list', {});
  expect(rows.map(({ name }) => name)).toContain('尉迟敏仪');
  expect(rows.length).toBeLessThan(7);
  const [kept = ''] = quarantinesIn(userData);
  expect(readFileSync(join(userData, kept, 'shop.db-wal')).equals(bytes)).toBe(true);
  await expect(page.getByText(kept)).toBeVisible();
});

test('closing makes its backup on the stick, says when to pull it out, and closes by itself; without the stick it just closes (R191)', async ({
  open,
}) => {
  const shop = await open();
  const { app, page, userData } = shop;
  await menuStands(page);
  await callFromPage(page, 'customers.create', { name: '尉迟敏仪' });
  const stick = join(userData, 'stick');
  await backUp(shop, stick);
  await callFromPage(page, 'customers.create', { name: '王小满' });
  const closed = app.waitForEvent('close', { timeout: 120_000 });
  await closeWindow(app);
  await expect(page.getByText('备份好了，已核对。可以拔出 U 盘了。')).toBeVisible({ timeout: 60_000 });
  await closed;
  const made = readdirSync(stick);
  expect(made).toHaveLength(2);
  expect(made.every((name) => name.endsWith('.rgbackup'))).toBe(true);

  const next = await open({ userData });
  await menuStands(next.page);
  const list = await callFromPage(next.page, 'backups.list', { offset: 0, limit: 10 });
  expect(list.rows[0]).toMatchObject({ occasion: 'closing', result: 'proven', counts: { customers: 2 } });
  await callFromPage(next.page, 'customers.create', { name: '后来的人' });
  rmSync(stick, { recursive: true });
  const gone = next.app.waitForEvent('close');
  await closeWindow(next.app);
  await gone;
  expect(existsSync(stick)).toBe(false);
});

test('a locked shop whose key nobody knows is brought back from the unlock page by the words of its sheet (R191)', async ({
  open,
}) => {
  test.setTimeout(180_000);
  const args = ['--lang', 'en'];
  const first = await open({ args });
  await menuStands(first.page);
  await callFromPage(first.page, 'customers.create', { name: '尉迟敏仪' });
  const { english } = await callFromPage(first.page, 'vault.encrypt', { passphrase: 'good morning 2026' });
  const stick = join(first.userData, 'stick');
  await backUp(first, stick);
  const [file = ''] = readdirSync(stick);
  await first.close();

  const morning = await open({ args, userData: first.userData });
  const { page } = morning;
  await expect(page.getByRole('heading', { name: 'Your records are locked' })).toBeVisible();
  await page.getByRole('button', { name: 'Restore from a backup…' }).press('Enter');
  await page.getByRole('button', { name: `Restore ${file}` }).press('Enter');
  const words = page.getByLabel('The twelve words of the recovery sheet');
  await expect(words).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type([...english].reverse().join(' '));
  await page.keyboard.press('Enter');
  await expect(words).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(english.join(' '));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Customers: 1 · visits: 0')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use this one' }).press('Enter');
  await menuStands(page);
  expect((await callFromPage(page, 'customers.list', {})).rows.map(({ name }) => name)).toEqual(['尉迟敏仪']);
  await morning.close();

  // It stays locked, and the same sheet opens it from now on.
  const next = await open({ args, userData: first.userData });
  await expect(next.page.getByRole('heading', { name: 'Your records are locked' })).toBeVisible();
  const useSheet = next.page.getByRole('button', { name: 'Forgot it? Use the recovery sheet' });
  const sheet = next.page.getByLabel('Words of the recovery sheet', { exact: true });
  await expect(useSheet.or(sheet).first()).toBeVisible();
  if (await useSheet.isVisible()) await useSheet.press('Enter');
  await expect(sheet).toBeFocused();
  await next.page.keyboard.type(english.join(' '));
  await next.page.keyboard.press('Enter');
  await menuStands(next.page);
});
