import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('stored value is given to somebody else by keys, both sides tell it, and one key takes it back (X54)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const other = await callFromPage(page, 'customers.create', { name: '李强' });
  await callFromPage(page, 'storedValue.topUp', { customerId, principalCents: 50_000, giftCents: 0, method: 'cash' });
  const balances = async () => {
    const of = async (id: string) =>
      (await callFromPage(page, 'customers.findById', { customerId: id })).storedValue.principalCents / 100;
    return [await of(customerId), await of(other.customerId)];
  };
  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '储值明细' }).press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '转账', exact: true }).press('Enter');
  const who = drawer.getByRole('combobox', { name: '转给谁' });
  await expect(who).toBeFocused();
  await page.keyboard.type('李强');
  await expect(drawer.getByRole('option', { name: /李强/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(drawer.getByLabel('本金')).toBeFocused();
  await page.keyboard.type('120');
  await expect(drawer.getByRole('status')).toContainText('¥380.00');
  await drawer.getByLabel('为什么').fill('给家人用');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(balances).toEqual([380, 120]);
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: '储值明细' }).press('Enter');
  await expect(drawer).toContainText('转账 · 给李强 · 给家人用');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(balances).toEqual([500, 0]);
});
