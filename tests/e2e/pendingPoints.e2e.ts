import AxeBuilder from '@axe-core/playwright';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('points of a visit wait until they can be used, told apart on the card, its account and what the shop owes (X62)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李强' });
  await callFromPage(page, 'settings.update', { changes: { pointsPendingDays: 7, pointsPerHundred: 100 } });
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(page.getByRole('combobox', { name: '下一项' })).toBeFocused();
  await page.keyboard.type('面霜 80');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('面霜 单价')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/customers\//);
  await expect(page.getByText(/\+80 分 · \d{4}-\d\d-\d\d 起能用/)).toBeVisible();
  await expect(page.getByText(/另有 80 分，.* 起陆续能用/)).toBeVisible();
  await callFromPage(page, 'settings.update', { changes: { pointsPerStoredUnit: 10 } });
  await callFromPage(page, 'loyalty.adjust', { customerId, points: 50, reason: '补' });
  await page.getByRole('button', { name: '积分明细' }).press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('region', { name: '待入账的分' })).toContainText('80');
  await drawer.getByRole('button', { name: '转成储值' }).press('Enter');
  await expect(drawer.getByLabel('转多少分')).toBeFocused();
  await drawer.getByLabel('转多少分').fill('30');
  await expect(drawer.getByText('得储值 ¥3')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('李强用 30 分转了 ¥3 储值')).toBeVisible();
  const purse = async () => (await callFromPage(page, 'storedValue.account', { customerId })).balance.giftCents;
  expect(await purse()).toBe(3_00);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(purse).toBe(0);
  await goTo(page, '/loyalty');
  await expect(page.getByText('待入账，还不能用')).toBeVisible();
});
