import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands, typeItem } from './support/window.ts';

test('a shop defines a card of stamps; visits fill it, and so do stamps by hand, both taken back by undo (X61)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李强' });
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('button', { name: '积分明细' })).toBeVisible();
  await expect(page.getByRole('button', { name: /集点/ })).toBeHidden();

  await goTo(page, '/loyalty/earning');
  await page.getByRole('link', { name: '集点卡' }).press('Enter');
  await page.getByRole('button', { name: '新的集点卡' }).first().press('Enter');
  await expect(page.getByLabel('名称')).toBeFocused();
  await page.keyboard.type('买三送分');
  await page.getByText('买一件', { exact: true }).click();
  await page.getByLabel('集满要几点').fill('3');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('集满要送积分或券，选一样')).toBeVisible();
  await page.getByLabel('送积分').fill('50');
  await expectAccessible(page);
  await page.getByLabel('送积分').press('Control+Enter');
  await expect(page.getByText('定了集点卡「买三送分」')).toBeVisible();
  await expect(page.getByRole('row', { name: /买三送分/ })).toContainText('50 分');

  await goTo(page, `/visit?customerId=${customerId}`);
  await typeItem(page, '咖啡 20 x2', '咖啡');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/customers\//);
  await expect(page.getByText(/买三送分 2\/3/)).toBeVisible();
  await page.getByRole('button', { name: '集点 2/3' }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '李强 的集点卡' });
  await drawer.getByRole('button', { name: '补点、扣点' }).press('Enter');
  await expect(drawer.getByLabel('补几点')).toBeFocused();
  await page.keyboard.type('2');
  await drawer.getByLabel('为什么').fill('纸卡');
  await drawer.getByLabel('为什么').press('Control+Enter');
  await expect(page.getByText('李强集满了，奖励已送，现在 1/3')).toBeVisible();
  await expect(drawer.getByText('集满过 1 次')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  const balance = async () => (await callFromPage(page, 'customers.findById', { customerId })).summary.pointsBalance;
  const before = await balance();
  await page.keyboard.press('Control+z');
  await expect.poll(balance).toBe(before - 50);
  await expect(page.getByRole('button', { name: '集点 2/3' })).toBeVisible();
});
