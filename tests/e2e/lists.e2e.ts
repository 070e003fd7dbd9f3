import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { scanInto } from './support/scanner.ts';
import { expect, test } from './support/test.ts';
import { searchHit } from './support/window.ts';

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
  await scanInto(shop, '123456');
  await expect(page.getByRole('heading', { level: 1, name: '王芳' })).toBeVisible();
  const { entries } = await callFromPage(page, 'customers.timeline', { customerId: first ?? '', kinds: ['contact'] });
  expect(entries).toEqual([]);

  await page.keyboard.press('Alt+2');
  const field = page.getByRole('textbox', { name: '在名单里找' });
  await field.focus();
  await page.keyboard.type('999999', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('999999');
  await field.fill('');
  await field.focus();
  await scanInto(shop, '123456');
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
  await expect(searchHit(page, /王芳/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(first ?? 'nobody'));
});

const faultsOf = async (page: Page) => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;

test('the shop’s own figures and dates narrow the list by ranges, typed by keyboard (R003, R175)', async ({ shop: { page } }) => {
  const ids = await fill(page);
  const { fieldId: length } = await callFromPage(page, 'customFields.create', { name: '脚长', type: 'number' });
  const { fieldId: ends } = await callFromPage(page, 'customFields.create', { name: '年卡到期日', type: 'date' });
  for (const [at, customerId] of ids.entries())
    await callFromPage(page, 'customFields.saveValues', {
      customerId,
      values: [
        { fieldId: length, value: 23.5 + at },
        { fieldId: ends, value: `2027-0${at + 1}-15` },
      ],
    });
  await page.keyboard.press('Alt+2');
  await expect(row(page, '李强')).toBeVisible();
  await page.getByRole('button', { name: '筛选', exact: true }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '筛选顾客' });
  await drawer.getByRole('textbox', { name: '脚长 最少' }).focus();
  await page.keyboard.type('24.5');
  await expect(drawer.getByText('找到 2 位')).toBeVisible();
  await drawer.getByRole('textbox', { name: '年卡到期日 到' }).focus();
  await page.keyboard.type('2027-02-28');
  await page.keyboard.press('Tab');
  await expect(drawer.getByText('找到 1 位')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await drawer.getByRole('button', { name: '看名单' }).press('Enter');
  await expect(drawer).toBeHidden();
  await expect(row(page, '李强')).toBeVisible();
  await expect(row(page, '王芳')).toBeHidden();
  await expect(page.getByText('年卡到期日：2027-02-28 以前')).toBeVisible();
  await page.getByRole('button', { name: '清除条件' }).press('Enter');
  await expect(row(page, '王芳')).toBeVisible();
});

test('the list is ordered by owner, next birthday and data score from its head, and its columns are widened (R003)', async ({
  shop: { page },
}) => {
  const ids = await fill(page);
  for (const [at, name] of ['周敏', '阿杰'].entries()) {
    const { staffId } = await callFromPage(page, 'staff.create', { name });
    await callFromPage(page, 'customers.update', { customerId: ids[at] ?? '', changes: { ownerId: staffId } });
  }
  for (const [at, day] of [28, 12, 3].entries())
    await callFromPage(page, 'customers.update', {
      customerId: ids[at] ?? '',
      changes: { birthday: { calendar: 'solar', year: 1990, month: 3, day, isLeapMonth: false } },
    });
  await callFromPage(page, 'customers.update', { customerId: ids[0] ?? '', changes: { likes: '短发' } });
  await callFromPage(page, 'customers.update', { customerId: ids[2] ?? '', changes: { phone: '13812342210', likes: '短发' } });
  await page.keyboard.press('Alt+2');
  await expect(row(page, '李强')).toBeVisible();
  await page.getByRole('button', { name: '列', exact: true }).press('Enter');
  for (const name of ['归属', '生日', '资料分']) await page.getByRole('checkbox', { name, exact: true }).press('Space');
  await page.getByRole('button', { name: '「归属」列宽：正常' }).press('Enter');
  await expect(page.getByRole('button', { name: '「归属」列宽：宽' })).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const names = () => page.getByRole('row').filter({ hasText: /王芳|李强|陈晨/ });
  const sorted = async (title: string, order: readonly string[]) => {
    const head = page.getByRole('columnheader', { name: title });
    await head.getByRole('button').press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect(names()).toContainText([...order]);
  };
  await sorted('归属', ['李强', '王芳', '陈晨']);
  await sorted('生日', ['陈晨', '李强', '王芳']);
  await sorted('资料分', ['李强', '王芳', '陈晨']);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('columnheader', { name: '资料分' }).getByRole('button').press('Enter');
  await expect(names()).toContainText(['陈晨', '王芳', '李强']);
});

test('views change places and one becomes what the list opens with, each undone with one key (R003)', async ({
  shop: { page },
}) => {
  await fill(page);
  const plain = { columns: ['phone', 'region'] as const, sort: 'name' as const, direction: 'ascending' as const };
  for (const [name, region] of [
    ['杭州的', '浙江杭州'],
    ['宁波的', '浙江宁波'],
  ] as const)
    await callFromPage(page, 'customerViews.save', {
      name,
      filter: { regions: [region] },
      ...plain,
      columns: [...plain.columns],
    });
  const order = async () => (await callFromPage(page, 'customerViews.list', {})).views.map(({ name }) => name);
  const choose = async (item: string) => {
    await page.getByRole('button', { name: '视图「宁波的」的更多操作' }).press('Enter');
    await page.getByRole('menuitem', { name: item }).press('Enter');
  };
  await page.keyboard.press('Alt+2');
  await page.getByRole('button', { name: '宁波的', exact: true }).press('Enter');
  await choose('往前移');
  await expect(page.getByText('移动了视图「宁波的」')).toBeVisible();
  expect(await order()).toEqual(['宁波的', '杭州的']);
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(['杭州的', '宁波的']);

  await choose('打开列表时先看它');
  await expect(page.getByText('以后打开列表先看「宁波的」')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('button', { name: '宁波的', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(row(page, '李强')).toBeVisible();
  await expect(row(page, '王芳')).toBeHidden();
  // Everyone is one press away, and stays.
  await page.getByRole('button', { name: '全部', exact: true }).press('Enter');
  await expect(row(page, '王芳')).toBeVisible();
  await expect(page.getByTitle('打开列表时先看的就是它')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByTitle('打开列表时先看的就是它')).toHaveCount(0);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+2');
  await expect(row(page, '王芳')).toBeVisible();
  expect((await callFromPage(page, 'customerViews.list', {})).views.some(({ isDefault }) => isDefault)).toBe(false);
});
