import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a rule of the shop is made by keyboard from a usual one, tried out, and calls on the morning list; undo takes it back (R102, X03, X04)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  const { productId } = await callFromPage(page, 'products.create', { name: '铂金染发', category: '染发', priceCents: 28000 });
  await callFromPage(page, 'visits.record', {
    customerId,
    businessDate: '2026-10-05',
    lines: [{ productId, name: '铂金染发', quantity: 1000, unitPriceCents: 28000 }],
  });
  await goTo(page, '/settings/rules');
  await expect(page.getByText('还没有自己的规则')).toBeVisible();
  await page.getByRole('button', { name: '新规则' }).first().press('Enter');
  const panel = page.getByRole('complementary', { name: '提醒规则' });
  await expect(panel.getByRole('textbox', { name: '名称' })).toBeFocused();

  await panel.getByRole('combobox', { name: '从常用的开始' }).focus();
  await page.keyboard.type('补染');
  await expect(page.getByRole('option', { name: '补染提醒' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('textbox', { name: '名称' })).toHaveValue('补染提醒');
  await expect(panel.getByRole('combobox', { name: '一类' }).or(panel.getByRole('textbox', { name: '一类' }))).toHaveValue(
    '染发',
  );
  await expect(panel.getByRole('textbox', { name: '之后第几天' })).toHaveValue('45');

  await panel.getByRole('button', { name: '看看最近 30 天会提醒谁' }).press('Enter');
  await expect(panel.getByText('最近 30 天会提醒 1 次，1 个人')).toBeVisible();
  await expect(panel.getByRole('table', { name: '最近会提醒的人' })).toContainText('王芳');
  await expectAccessible(page);

  // Days that cannot be read stand at their field, and what was typed stays.
  await panel.getByRole('textbox', { name: '之后第几天' }).fill('四十五');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('写天数，用空格隔开，最多 730 天')).toBeVisible();
  await expect(panel.getByRole('textbox', { name: '之后第几天' })).toHaveValue('四十五');
  await panel.getByRole('textbox', { name: '之后第几天' }).fill('45 60');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('有了规则「补染提醒」')).toBeVisible();
  const row = page.getByRole('row', { name: /补染提醒/ });
  await expect(row).toContainText('买了「染发」');
  await expect(row).toContainText('第 45 天、第 60 天');

  await goTo(page, '/today');
  await expect(page.getByRole('main')).toContainText('买了 47 天');
  await expect(page.getByRole('main')).toContainText('发根差不多长出来了');

  await goTo(page, '/settings/rules');
  await page.getByRole('button', { name: '补染提醒' }).press('Enter');
  await panel.getByRole('button', { name: '关掉' }).press('Enter');
  await expect(page.getByText('关掉了「补染提醒」')).toBeVisible();
  await expect(page.getByRole('row', { name: /补染提醒/ })).toContainText('关了');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /补染提醒/ })).toContainText('开着');
});

test('a festival for everybody warns when more people fall due than a day holds (bad input)', async ({ open }) => {
  const { page } = await open({ args: ['--today', '2026-11-21', '--lang', 'en'] });
  await menuStands(page);
  for (let index = 0; index < 22; index += 1) await callFromPage(page, 'customers.create', { name: `Guest ${index}` });
  await goTo(page, '/settings/rules');
  await page.getByRole('button', { name: 'New rule' }).first().press('Enter');
  const panel = page.getByRole('complementary', { name: 'Reminder rule' });
  await expect(panel.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Winter care');
  await panel.getByRole('combobox', { name: 'Counted from' }).press('ArrowDown');
  await page.getByRole('option', { name: 'A festival or solar term' }).click();
  await panel.getByRole('combobox', { name: 'Which festival' }).click();
  await page.getByRole('option', { name: 'Beginning of winter' }).click();
  await panel.getByRole('textbox', { name: 'Days ahead' }).fill('3');
  await panel.getByRole('button', { name: /Whom would it have called/ }).press('Enter');
  await expect(panel.getByText('In the last 30 days: 22 calls to 22 people')).toBeVisible();
  await expect(panel.getByText('On one day 22 people would be due, and 20 calls fit into a day.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Added “Winter care”')).toBeVisible();
  await expect(page.getByRole('row', { name: /Winter care/ })).toContainText('3 days ahead');
});
