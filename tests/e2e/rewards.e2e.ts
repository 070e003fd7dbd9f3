import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a reward is defined and stocked, got for points at the card and at the visit, and goes back by undo or for a reason (R077)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await callFromPage(page, 'loyalty.adjust', { customerId, points: 1100, reason: '活动' });
  await goTo(page, '/loyalty/rewards');
  await expect(page.getByText('还没有礼品')).toBeVisible();
  await page.getByRole('button', { name: '新的礼品' }).first().press('Enter');
  const panel = page.getByRole('complementary', { name: '礼品' });
  await expect(panel.getByLabel('礼品', { exact: true })).toBeFocused();
  await page.keyboard.type('保温杯');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('写一个大于 0 的整数')).toBeVisible();
  await panel.getByLabel('要多少积分').fill('500');
  await panel.getByRole('combobox', { name: '数量' }).press('Enter');
  await page.getByRole('option', { name: '记数量，没货就不能换' }).click();
  await panel.getByLabel('要多少积分').press('Control+Enter');
  await expect(page.getByText('新建了礼品「保温杯」')).toBeVisible();
  await page.getByRole('button', { name: '保温杯', exact: true }).press('Enter');
  const stock = panel.getByRole('region', { name: '库存' });
  await stock.getByLabel('件数').fill('2');
  await stock.getByLabel('件数').press('Enter');
  await expect(page.getByText('「保温杯」进了 2 件')).toBeVisible();
  await expect(page.getByRole('row', { name: /保温杯/ })).toContainText('2 件');
  await expectAccessible(page);

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '用积分' }).press('Enter');
  const drawer = page.getByRole('dialog', { name: /用积分/ });
  await expect(drawer.getByText('够换 1 样礼品')).toBeVisible();
  await drawer.getByRole('button', { name: '兑换 保温杯' }).press('Enter');
  await expect(drawer.getByLabel('几件')).toBeFocused();
  await expect(drawer.getByText('之后 600 分')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('王芳换了「保温杯」× 1，用 500 分')).toBeVisible();
  await expect(drawer).toBeHidden();
  await expect(page.getByText('兑换「保温杯」')).toBeVisible();
  const balance = async () => (await callFromPage(page, 'rewards.forCustomer', { customerId })).balance;
  const left = async () => (await callFromPage(page, 'rewards.list', {})).rewards[0]?.stock;
  expect([await balance(), await left()]).toEqual([600, 1]);
  await page.keyboard.press('Control+z');
  await expect.poll(balance).toBe(1100);
  expect(await left()).toBe(2);

  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(page.getByRole('combobox', { name: '下一项' })).toBeFocused();
  await expect(page.getByRole('button', { name: /够换 1 样礼品/ })).toBeVisible();
  await page.keyboard.press('Shift+F5');
  const atVisit = page.getByRole('dialog', { name: '王芳 兑换礼品' });
  await atVisit.getByRole('button', { name: '兑换 保温杯' }).press('Enter');
  await expect(atVisit.getByLabel('几件')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(balance).toBe(600);
  await expect(atVisit).toBeHidden();

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '积分明细' }).press('Enter');
  const account = page.getByRole('dialog', { name: /积分明细/ });
  await account.getByRole('region', { name: '换过的礼品' }).getByRole('button', { name: '退回' }).press('Enter');
  await expect(account.getByLabel('为什么退')).toBeFocused();
  await page.keyboard.type('盖子坏了');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('「保温杯」退回了，还 500 分')).toBeVisible();
  await expectAccessible(page);
  expect([await balance(), await left()]).toEqual([1100, 2]);
  await page.keyboard.press('Escape');
  await expect(account).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(balance).toBe(600);
});
