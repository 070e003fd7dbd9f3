import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { handDeskTo } from './support/seats.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a clerk reaches their limit, the owner lets the coupon pass with a PIN at the same desk, and the clerk takes it back by undo (R177)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await callFromPage(page, 'coupons.saveType', { name: '30 元券', terms: { kind: 'amount', amountCents: 3_000 } });
  await callFromPage(page, 'settings.update', { changes: { grantMostCents: 1_000, grantMonthCents: 5_000 } });
  await callFromPage(page, 'staff.makeOwner', { name: '张丽', pin: '407193' });
  const { staffId } = await callFromPage(page, 'staff.create', { name: '小林', role: 'clerk' });
  await callFromPage(page, 'staff.setPin', { staffId, pin: '2580' });
  await handDeskTo(page, '小林', '2580');
  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '优惠券', exact: true }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '王芳 的优惠券' });
  await drawer.getByRole('button', { name: '发一张券' }).press('Enter');
  await expect(drawer.getByRole('combobox', { name: '哪一种券' })).toBeFocused();
  await page.keyboard.type('30');
  await page.getByRole('option', { name: '30 元券' }).click();
  await drawer.getByLabel('为什么发').fill('等久了');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: '请能做主的人放行' });
  await expect(dialog).toContainText('超过店员一次能发的额度');
  await expect(dialog.getByRole('combobox', { name: '谁来放行' })).toHaveValue('张丽');
  await expect(dialog.getByRole('textbox', { name: '放行人的 PIN' })).toBeFocused();
  await page.keyboard.type('111222');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('还能试 4 次');
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: '放行人的 PIN' }).fill('407193');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/给王芳发了「30 元券」/)).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(drawer.getByRole('listitem')).toContainText('等久了');
  await expect(page.getByRole('button', { name: '现在是小林' })).toBeAttached();
  await page.getByRole('button', { name: '撤销' }).last().click();
  const open = async () => (await callFromPage(page, 'coupons.ofCustomer', { customerId })).open;
  await expect.poll(open).toBe(0);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await handDeskTo(page, '张丽', '407193');
  await goTo(page, '/settings/audit');
  await expect(page.getByText('超过店员额度，由张丽放行')).toBeVisible();
});
