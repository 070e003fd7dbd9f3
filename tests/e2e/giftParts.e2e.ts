import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a rule gives its gift over six months: told before the top-up, listed with what is to come, owed, and gone with the undo (X58)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李强' });
  await goTo(page, '/loyalty/top-ups');
  await page.getByRole('button', { name: '新规则' }).first().press('Enter');
  await expect(page.getByLabel('名字')).toBeFocused();
  await page.getByLabel('名字').fill('充600送120');
  await page.getByLabel('一次充满').fill('600');
  await page.getByLabel('送多少').fill('120');
  await page.getByLabel('分几个月返').fill('99');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('填 1 到 36')).toBeVisible();
  await page.getByLabel('分几个月返').fill('6');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('分 6 个月返')).toBeVisible();
  await expectAccessible(page);

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '储值明细' }).press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '充值', exact: true }).press('Enter');
  await expect(page.getByLabel('充多少')).toBeFocused();
  await page.keyboard.type('600');
  await expect(page.getByText('分 6 个月返：今天先返 ¥20，以后每月 ¥20')).toBeVisible();
  await page.getByRole('combobox', { name: '怎么付的' }).press('Enter');
  await page.getByRole('option', { name: '现金' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('李强 充了 ¥600，送 ¥120')).toBeVisible();
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: '储值明细' }).press('Enter');
  await expect(drawer.getByRole('table', { name: '还没返的赠送' }).getByRole('row')).toHaveCount(6);
  await expectAccessible(page);
  const account = async () => await callFromPage(page, 'storedValue.account', { customerId });
  expect(await account()).toMatchObject({ balance: { giftCents: 20_00 }, laterCents: 100_00 });
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await goTo(page, '/loyalty');
  await expect(page.getByText('另有 ¥100 到月再返')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await account()).laterCents).toBe(0);
});
