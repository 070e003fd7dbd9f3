import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const wangFang = { name: '王芳', phone: '13812342210' };
/** A visit long ago, so that the person is on today's list as dormant. */
const longAgo = async (page: Page, name: string, daysAgo: number) => {
  const { customerId } = await callFromPage(page, 'customers.create', { name, phone: '13700001111' });
  const { now } = await callFromPage(page, 'shell.startState', {});
  const businessDate = new Date(now - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const lines = [{ name: '染发', quantity: 1000, unitPriceCents: 28000 }];
  await callFromPage(page, 'visits.record', { customerId, lines, businessDate });
  return customerId;
};
const row = (page: Page, name: string) => page.getByRole('option', { name: new RegExp(name) });
const panel = (page: Page) => page.getByRole('complementary', { name: '这个人的情况' });

test('a known customer at the desk is found, charged and done in five keystrokes beyond the text (U2, R043)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', wangFang);
  await page.keyboard.press('/');
  await page.keyboard.type('wang');
  await page.keyboard.press('Shift+Enter');
  await expect(heading(page, '王芳')).toBeVisible();
  await page.keyboard.type('88');
  await page.keyboard.press('Enter');
  await expect(page.getByText('本次得 8 分 · 到 8 分')).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(new RegExp(`#/customers/${customerId}`));
  const { summary } = await callFromPage(page, 'customers.findById', { customerId });
  expect(summary).toMatchObject({ visitCount: 1, spendCents: 8800, pointsBalance: 8 });
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：王芳 到店 ¥88 · +8 分')).toBeVisible();
  const undone = await callFromPage(page, 'customers.findById', { customerId });
  expect(undone.summary).toMatchObject({ visitCount: 0, spendCents: 0, pointsBalance: 0 });
});

test('lines are typed as people speak: products, free text, quantity, price and cost', async ({ shop: { page } }) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', wangFang);
  const { productId } = await callFromPage(page, 'products.create', { name: '护发素 250ml', priceCents: 8800, costCents: 4200 });
  await goTo(page, `/visit?customerId=${customerId}`);
  const entry = page.getByRole('combobox', { name: '下一项' });
  await expect(entry).toBeFocused();
  await page.keyboard.type('护发素');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('护发素 250ml 数量')).toBeFocused();
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(entry).toBeFocused();
  await page.keyboard.type('修眉');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('修眉 单价')).toBeFocused();
  await page.keyboard.type('三十');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('填价格，最多两位小数')).toBeVisible();
  await expect(page.getByLabel('修眉 单价')).toBeFocused();
  await page.keyboard.type('30.50');
  await page.keyboard.press('Control+Enter');

  await expect(heading(page, '王芳')).toBeVisible();
  const { entries } = await callFromPage(page, 'customers.timeline', { customerId, kinds: ['visit'] });
  expect(entries[0]?.visit).toMatchObject({
    totalCents: 20650,
    lines: [
      { name: '护发素 250ml', quantity: 2000, amountCents: 17600 },
      { name: '修眉', quantity: 1000, amountCents: 3050 },
    ],
  });
  const visit = await callFromPage(page, 'visits.findById', { visitId: entries[0]?.visit?.id ?? '' });
  expect(visit.lines).toMatchObject([
    { productId, costCents: 8400 },
    { productId: null, costCents: null },
  ]);
});

test('the wrong person is changed by one key, and what was typed goes along', async ({ shop: { page } }) => {
  await menuStands(page);
  const wrong = await callFromPage(page, 'customers.create', wangFang);
  const right = await callFromPage(page, 'customers.create', { name: '赵敏' });
  await goTo(page, `/visit?customerId=${wrong.customerId}`);
  await page.keyboard.type('烫发 380');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await expect(page.getByRole('combobox', { name: '顾客', exact: true })).toBeFocused();
  await page.keyboard.type('赵敏');
  await page.keyboard.press('Enter');
  await expect(heading(page, '赵敏')).toBeVisible();
  await expect(page.getByLabel('烫发 单价')).toHaveValue('380');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/customers/${right.customerId}`));
  const { summary } = await callFromPage(page, 'customers.findById', { customerId: wrong.customerId });
  expect(summary.visitCount).toBe(0);
});

test('a half-typed visit is not lost without being asked', async ({ shop: { page } }) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', wangFang);
  await goTo(page, `/visit?customerId=${customerId}`);
  await page.keyboard.type('剪发 68');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F4');
  const question = page.getByRole('dialog');
  await expect(question).toContainText('¥68');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(page.getByLabel('剪发 单价')).toHaveValue('68');
  await page.keyboard.press('F4');
  await question.getByRole('button', { name: '不记了' }).click();
  await expect(heading(page, '今日')).toBeVisible();
});

test('someone new at the desk becomes a customer and has the visit at once', async ({ shop: { page } }) => {
  await menuStands(page);
  await page.keyboard.press('F2');
  await expect(page.getByRole('combobox', { name: '顾客', exact: true })).toBeFocused();
  await page.keyboard.type('周洁');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('姓名')).toHaveValue('周洁');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('combobox', { name: '下一项' })).toBeFocused();
  await page.keyboard.type('120');
  await page.keyboard.press('Enter');
  // The line is seen first: an Enter between its answer and its drawing would find the bill empty and save nothing.
  await expect(page.getByLabel('消费 单价')).toHaveValue('120');
  await page.keyboard.press('Enter');
  // The card: its heading alone stands on the visit page too.
  await expect(page.getByRole('tab').first()).toBeVisible();
  await expect(heading(page, '周洁')).toBeVisible();
  const { rows } = await callFromPage(page, 'customers.list', {});
  expect(rows).toMatchObject([{ name: '周洁', visitCount: 1, spendCents: 12000 }]);
});

test('a call is read, recorded by one key, and the next person follows; Ctrl+Z brings the row back (U3, R033)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  await longAgo(page, '陈晨', 300);
  const sunQian = await longAgo(page, '孙倩', 250);
  await callFromPage(page, 'engine.refresh', { force: true });
  await page.keyboard.press('F4');
  await expect(page.getByRole('option')).toHaveCount(2);
  const first = await page.getByRole('option', { selected: true }).innerText();
  const [name, next] = first.includes('陈晨') ? ['陈晨', '孙倩'] : ['孙倩', '陈晨'];
  await expect(panel(page)).toContainText(name);
  await expect(panel(page)).toContainText('个月没消费');
  await page.keyboard.press('2');
  await expect(row(page, name)).toHaveCount(0);
  await expect(panel(page)).toContainText(next);
  await page.keyboard.press('Control+z');
  await expect(row(page, name)).toBeVisible();
  await expect(panel(page)).toContainText(name);
  const { entries } = await callFromPage(page, 'customers.timeline', { customerId: sunQian, kinds: ['contact'] });
  expect(entries).toHaveLength(0);
});

test('digits typed into the note are words; a time is chosen by key; the finished list says so', async ({ shop: { page } }) => {
  await menuStands(page);
  const customerId = await longAgo(page, '陈晨', 300);
  await callFromPage(page, 'engine.refresh', { force: true });
  await page.keyboard.press('F4');
  await panel(page).getByRole('textbox').fill('');
  await panel(page).getByRole('textbox').focus();
  await page.keyboard.type('2 周后再说');
  await expect(row(page, '陈晨')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('4');
  await expect(page.getByText('什么时候再打？')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('什么时候再打？')).toHaveCount(0);
  await page.keyboard.press('4');
  await page.keyboard.press('3');
  await expect(heading(page, '今天联系 1 人')).toBeVisible();
  await expect(page.getByRole('heading', { name: '今天的人都联系过了' })).toBeVisible();
  const { entries } = await callFromPage(page, 'customers.timeline', { customerId, kinds: ['contact'] });
  expect(entries[0]?.contact).toMatchObject({ outcome: 'call_at', note: '2 周后再说' });
  expect(entries[0]?.contact?.nextAttemptAt).not.toBeNull();
});

for (const language of ['zh-CN', 'en'] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`today and visit have no accessibility fault: ${language}, ${colorScheme} (U4)`, async ({ shop: { page } }) => {
      await menuStands(page);
      await callFromPage(page, 'settings.createDemo', { customers: 60 });
      await callFromPage(page, 'settings.update', { changes: { language, colorScheme } });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      const { rows } = await callFromPage(page, 'customers.list', { sort: 'visits', limit: 1 });
      for (const address of ['/today', '/visit', `/visit?customerId=${rows[0]?.id ?? ''}`]) {
        await goTo(page, address);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      }
    });
