import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a regular is made an advocate and a tester at their card, what they tested is written down, and the list tells it (R094)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('王芳');
  await expect(page.getByRole('button', { name: '咖啡体验官', exact: true })).toHaveCount(0);
  await goTo(page, '/settings');
  await page.getByLabel('替本店说好话的熟客叫什么').fill('咖啡体验官');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('设置已存')).toBeVisible();
  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '咖啡体验官', exact: true }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '王芳 · 咖啡体验官' });
  await drawer.getByRole('button', { name: '聘为咖啡体验官' }).press('Enter');
  await expect(drawer.getByText(/编号 0001/)).toBeVisible();
  await expect(drawer.getByRole('button', { name: '打印证书' })).toBeVisible();
  await drawer.getByRole('button', { name: '给内测资格' }).press('Enter');
  await expect(drawer.getByText(/编号 0002/)).toBeVisible();
  await drawer.getByRole('button', { name: '记一次内测' }).press('Enter');
  await expect(drawer.getByLabel('试什么')).toBeFocused();
  await page.keyboard.type('秋季新品拿铁');
  await drawer.getByLabel('他怎么说').fill('偏甜，奶味好');
  await page.keyboard.press('Control+Enter');
  const tests = drawer.getByRole('region', { name: '试过什么，怎么说' });
  await expect(tests.getByText('偏甜，奶味好')).toBeVisible();
  await expectAccessible(page);
  await drawer.getByRole('region', { name: '咖啡体验官' }).getByRole('button', { name: '结束' }).press('Enter');
  await expect(drawer.getByRole('button', { name: '聘为咖啡体验官' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  const isOpen = async () =>
    (await callFromPage(page, 'advocates.ofCustomer', { customerId })).rights.every(({ endedOn }) => endedOn === null);
  await expect.poll(isOpen).toBe(true);
  await goTo(page, '/loyalty');
  await page.getByRole('link', { name: '咖啡体验官与内测名单' }).press('Enter');
  await page.getByRole('radiogroup', { name: '看哪一种' }).getByText('新品内测').click();
  await expect(page.getByRole('row', { name: /王芳.*0002.*偏甜，奶味好/ })).toBeVisible();
  await expectAccessible(page);
});
