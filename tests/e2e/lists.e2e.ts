import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import type { Shop } from './support/shop.ts';
import { expect, test } from './support/test.ts';

const ready = (page: Page) => expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible();
const people = [
  { name: '王芳', region: '浙江杭州', cardNo: '770088', isVip: true },
  { name: '李强', region: '浙江宁波' },
  { name: '陈晨', region: '浙江杭州' },
] as const;
const fill = async (page: Page): Promise<string[]> => {
  await ready(page);
  const ids: string[] = [];
  for (const person of people) ids.push((await callFromPage(page, 'customers.create', person)).customerId);
  return ids;
};
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

test('the list is narrowed, laid out and kept as a view, by keyboard (R003)', async ({ shop: { page } }) => {
  await fill(page);
  await page.keyboard.press('Alt+2');
  await expect(row(page, '李强')).toBeVisible();
  await page.getByRole('button', { name: '筛选' }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '筛选顾客' });
  await drawer.getByRole('combobox', { name: '地区' }).press('ArrowDown');
  await page.keyboard.type('杭州');
  await expect(page.getByRole('option', { name: '浙江杭州' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(drawer.getByText('找到 2 位')).toBeVisible();
  await page.keyboard.press('Escape');
  if (await drawer.isVisible()) await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(row(page, '李强')).toBeHidden();
  await expect(page.getByText('地区是 浙江杭州')).toBeVisible();

  await page.getByRole('button', { name: '存为视图' }).press('Enter');
  await expect(page.getByRole('textbox', { name: '名字' })).toBeFocused();
  await page.keyboard.type('Hangzhou');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Hangzhou', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: '全部', exact: true }).press('Enter');
  await expect(row(page, '李强')).toBeVisible();
  await page.getByRole('button', { name: 'Hangzhou', exact: true }).press('Enter');
  await expect(row(page, '李强')).toBeHidden();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
});

test('everyone marked gets one change, seen before and undone with one key (X36)', async ({ shop: { page } }) => {
  const [first] = await fill(page);
  await page.keyboard.press('Alt+2');
  await expect(row(page, '李强')).toBeVisible();
  await page.locator('#customers-list').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('已选 1 位')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('已选 3 位')).toBeVisible();
  await page.getByRole('button', { name: '批量修改…' }).press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: '要改什么' }).press('ArrowDown');
  await expect(page.getByRole('option', { name: '改地区' })).toBeVisible();
  for (let press = 0; press < 10; press += 1) {
    if ((await page.getByRole('option', { name: '改地区' }).getAttribute('data-combobox-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await drawer.getByRole('combobox', { name: '地区' }).fill('浙江温州');
  await expect(drawer.getByText('会改 3 位。')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('批量修改了 3 位')).toBeVisible();
  const regionOf = async () => (await callFromPage(page, 'customers.findById', { customerId: first ?? '' })).fields.region;
  expect(await regionOf()).toBe('浙江温州');
  await page.locator('#customers-list').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(regionOf).toBe('浙江杭州');
});

/** What a scanner does: all keys at once, Enter last, to whatever has the focus. */
const scan = ({ app }: Shop, code: string): Promise<void> =>
  app.evaluate(({ BrowserWindow }, text) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const keyCode of [...text, 'Enter']) {
      contents?.sendInputEvent({ type: 'keyDown', keyCode });
      contents?.sendInputEvent({ type: 'char', keyCode: keyCode === 'Enter' ? '\r' : keyCode });
      contents?.sendInputEvent({ type: 'keyUp', keyCode });
    }
  }, code);

test('a scanned code opens its owner whatever has the focus, and what a person types stays (R020)', async ({ shop }) => {
  const { page } = shop;
  const [first] = await fill(page);
  // Somebody is to be called today: there each figure is a command.
  const { now } = await callFromPage(page, 'shell.startState', {});
  const businessDate = new Date(now - 300 * 86_400_000).toISOString().slice(0, 10);
  const lines = [{ name: '染发', quantity: 1000, unitPriceCents: 28000 }];
  await callFromPage(page, 'visits.record', { customerId: first ?? '', lines, businessDate });
  await callFromPage(page, 'customers.update', { customerId: first ?? '', changes: { phone: '13700001111', cardNo: '123456' } });
  await callFromPage(page, 'engine.refresh', { force: true });
  await page.keyboard.press('F4');
  await expect(page.getByRole('option', { name: /王芳/ })).toBeVisible();
  await scan(shop, '123456');
  await expect(page.getByRole('heading', { level: 1, name: '王芳' })).toBeVisible();
  const { entries } = await callFromPage(page, 'customers.timeline', { customerId: first ?? '', kinds: ['contact'] });
  expect(entries).toEqual([]);

  await page.keyboard.press('Alt+2');
  const field = page.getByRole('textbox', { name: '在名单里找' });
  await field.focus();
  await page.keyboard.type('999999');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('999999');
  await field.fill('');
  await field.focus();
  await scan(shop, '123456');
  await expect(page.getByRole('heading', { level: 1, name: '王芳' })).toBeVisible();
});

test('the empty search box offers whom one opened last; Enter opens (R015)', async ({ shop: { page } }) => {
  const [first] = await fill(page);
  await page.keyboard.press('/');
  await page.keyboard.type('wangf');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '王芳' })).toBeVisible();
  await page.keyboard.press('F4');
  await page.keyboard.press('/');
  await expect(page.getByText('最近看过')).toBeVisible();
  await expect(page.getByRole('option', { name: /王芳/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(first ?? 'nobody'));
});
