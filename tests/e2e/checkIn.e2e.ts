import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('whoever comes by is checked in by a key, once a day, and the undo takes it back (X61)', async ({ shop: { page } }) => {
  await menuStands(page);
  await callFromPage(page, 'settings.update', { changes: { checkInPoints: 5, signUpPoints: 100 } });
  const { customerId, welcome } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13800138000' });
  expect(welcome).toEqual({ points: 100, coupon: null, isGiven: true });
  const balance = async () => (await callFromPage(page, 'customers.findById', { customerId })).summary.pointsBalance;
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('button', { name: /签到 \+5/ })).toBeVisible();
  await page.keyboard.press('q');
  await expect(page.getByText('今天已签到')).toBeVisible();
  expect(await balance()).toBe(105);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: /签到 \+5/ })).toBeVisible();
  expect(await balance()).toBe(100);
});
