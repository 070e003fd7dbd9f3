import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { openNewCustomer } from './support/window.ts';

const ready = (page: Page) => expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible();
const go = (page: Page, hash: string) =>
  page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
test('a library comes by trade, a tag is given by its initials, made where it is missing, and taken back (R005, R009, R010)', async ({
  shop: { page },
}) => {
  await ready(page);
  await go(page, '/customers/tags');
  await page.getByRole('button', { name: '按行业添加' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '按行业添加标签' })).toBeVisible();
  await page.getByRole('button', { name: '全部添加' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^简约通勤/ })).toBeVisible();
  await expectAccessible(page);

  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  await go(page, `/customers/${customerId}?tab=facts`);
  const box = page.getByRole('textbox', { name: '标签' }).or(page.getByRole('combobox', { name: '标签' }));
  await box.focus();
  await page.keyboard.type('jytq');
  await expect(page.getByRole('option', { name: /简约通勤/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const given = page.getByRole('button', { name: /去掉「简约通勤」（店里记的 · 今天/ });
  await expect(given).toBeVisible();
  await box.focus();
  await page.keyboard.type('爱穿旗袍');
  const make = page.getByRole('option', { name: /新建「爱穿旗袍」，放到「风格偏好」/ });
  await expect(make).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /去掉「爱穿旗袍」/ })).toBeVisible();
  await box.focus();
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('button', { name: /去掉「爱穿旗袍」/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: '资料' }).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: /去掉「爱穿旗袍」/ })).toBeVisible();
  await expectAccessible(page);
  // A hand faster than the answer gives what was typed, not what stood in the list before.
  await box.focus();
  await page.keyboard.type('摄影');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /去掉「摄影」/ })).toBeVisible();
  const { tags } = await callFromPage(page, 'customers.findById', { customerId });
  expect(tags.map(({ name, source }) => [name, source])).toEqual([
    ['简约通勤', 'by_hand'],
    ['爱穿旗袍', 'by_hand'],
    ['摄影', 'by_hand'],
  ]);
});

test('a field of the shop is made, filled on the card by keyboard, and undone; a required one is asked of new customers', async ({
  shop: { page },
}) => {
  await ready(page);
  await go(page, '/settings/fields');
  await page.getByRole('button', { name: '新建字段' }).first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('停车位');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: '停车位' })).toBeVisible();
  await expectAccessible(page);

  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await go(page, `/customers/${customerId}?tab=facts`);
  const row = page.getByRole('button', { name: /^停车位/ });
  await row.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('B2-17');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('B2-17');
  await page.keyboard.press('Control+z');
  await expect(row).not.toContainText('B2-17');

  const { fields } = await callFromPage(page, 'customFields.list', {});
  const fieldId = fields[0]?.id ?? '';
  await callFromPage(page, 'customFields.update', { fieldId, changes: { isRequired: true } });
  await openNewCustomer(page);
  await page.keyboard.type('李强');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('这里要填')).toBeVisible();
  await page.getByLabel('停车位').fill('A1');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '李强' })).toBeVisible();
});
