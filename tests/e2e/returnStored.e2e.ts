import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('the money of a return becomes stored value where the shop does that, and is money again with one undo (X60)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李强' });
  const { visitId } = await callFromPage(page, 'visits.record', {
    customerId,
    lines: [{ name: '外套', quantity: 1000, unitPriceCents: 180_00 }],
  });
  const stored = async () => (await callFromPage(page, 'storedValue.account', { customerId })).balance.principalCents;
  await goTo(page, `/visits/${visitId}`);
  await page.getByRole('button', { name: '退换' }).press('Enter');
  await expect(page.getByLabel('为什么退')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /存进储值/ })).toBeHidden();
  await callFromPage(page, 'settings.update', { changes: { returnsMayBeStored: true } });
  await goTo(page, `/visits/${visitId}`);
  await page.getByRole('button', { name: '退换' }).press('Enter');
  await expect(page.getByRole('main').getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type('1');
  const wish = page.getByRole('checkbox', { name: '要退的 ¥180 存进储值，不退钱' });
  await wish.press('Space');
  await expect(wish).toBeChecked();
  await page.getByLabel('为什么退').fill('尺码不合');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(stored).toBe(180_00);
  await expect(page.getByText('尺码不合')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(stored).toBe(0);
});
