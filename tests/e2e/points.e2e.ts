import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const entry = (page: Page) => page.getByRole('combobox', { name: '下一项' });
test('points pay at the desk by one key, the card says why there are so many, a return gives them back, one undo takes all of it back (R074)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await callFromPage(page, 'loyalty.adjust', { customerId, points: 500, reason: '开卡' });

  // The owner lets ten points pay one yuan, and lets points lapse after a year.
  await goTo(page, '/settings');
  await page.getByRole('textbox', { name: /结账时 … 分抵 1 元/ }).fill('10');
  await page.getByRole('combobox', { name: '积分会过期吗' }).press('Enter');
  await page.getByRole('option', { name: '得分满几个月过期' }).click();
  await page.getByRole('textbox', { name: /得分满 … 个月过期/ }).fill('12');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await callFromPage(page, 'settings.get', {})).pointsPerMoneyUnit).toBe(10);

  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('护理 80');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('护理 单价')).toHaveValue('80');
  await page.keyboard.press('F8');
  await expect(page.getByLabel(/^用积分抵/)).toHaveValue('50');
  await expect(page.getByText('用 500 分')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(/^用积分抵/).fill('51');
  await expect(page.getByText('填金额，最多 ¥50')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel(/^用积分抵/)).toBeFocused();
  await page.getByLabel(/^用积分抵/).fill('20');
  await page.getByRole('combobox', { name: '怎么付的' }).press('Enter');
  await page.getByRole('option', { name: '微信' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: '积分明细' })).toBeVisible();
  await expect.poll(async () => (await callFromPage(page, 'customers.findById', { customerId })).summary.pointsBalance).toBe(306);

  await page.getByRole('button', { name: '积分明细' }).press('Enter');
  const account = page.getByRole('dialog', { name: '积分明细 · 王芳' });
  await expect(account).toContainText('用掉');
  await expect(account).toContainText('-200');
  await expect(account).toContainText('现有积分');
  await expect(account).toContainText('306');
  await expect(account).toContainText('有效到');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(account).toBeHidden();

  await page.getByTitle('打开这一笔，可退换').press('Enter');
  await expect(page.getByText(/200 积分抵/)).toBeVisible();
  await expect(page.getByText(/微信/)).toBeVisible();
  await page.getByRole('button', { name: '退换' }).press('Enter');
  await page.keyboard.type('1');
  await expect(page.getByText('其中 ¥20 退回积分：200 分')).toBeVisible();
  await page.getByLabel('为什么退').fill('过敏');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await callFromPage(page, 'customers.findById', { customerId })).summary.pointsBalance).toBe(500);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await callFromPage(page, 'customers.findById', { customerId })).summary.pointsBalance).toBe(306);
});
