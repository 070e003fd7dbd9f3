import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a set of samples is defined, changed on the spot while it is given, and what was changed is told (R178)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  for (const name of ['洁面小样', '面霜小样'])
    await callFromPage(page, 'rewards.save', { name, points: null, isSample: true, costCents: 1_000 });
  await callFromPage(page, 'settings.update', { changes: { keepsGifts: true } });
  await goTo(page, '/loyalty/gifts/sets');
  await page.getByRole('button', { name: '新组合' }).first().press('Enter');
  const panel = page.getByRole('complementary', { name: '试用装组合' });
  await expect(panel.getByLabel('名称')).toBeFocused();
  await page.keyboard.type('敏感肌试用装');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('至少装一样小样')).toBeVisible();
  await panel.getByLabel('洁面小样').fill('1');
  await panel.getByLabel('面霜小样').fill('2');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('row', { name: /敏感肌试用装/ })).toContainText('面霜小样');
  await expectAccessible(page);

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '送礼', exact: true }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '送给 王芳 的' });
  await drawer.getByRole('button', { name: '送一份' }).press('Enter');
  await drawer.getByLabel('为什么送').fill('试用');
  await drawer.getByRole('combobox', { name: '试用装组合' }).press('Enter');
  await page.getByRole('option', { name: '敏感肌试用装' }).click();
  await expect(drawer.getByText('按组合送')).toBeVisible();
  await expect(drawer.getByLabel('面霜小样')).toHaveValue('2');
  await drawer.getByLabel('面霜小样').fill('1');
  await expect(drawer.getByText('当场改了：面霜小样 2 份改 1 份')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(drawer.getByRole('listitem')).toContainText('敏感肌试用装 · 当场改了：面霜小样 2 份改 1 份');
  await expectAccessible(page);
});
