import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('the owner says what staff get, reads the sheet of the month and what it is made of, and takes a rule back (X69)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { staffId } = await callFromPage(page, 'staff.create', { name: '小林' });
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await callFromPage(page, 'visits.record', {
    customerId,
    staffId,
    lines: [{ name: '护发素', quantity: 1000, unitPriceCents: 80_00 }],
  });
  await goTo(page, '/settings/commissions');
  await expect(page.getByText('还没有提成规则')).toBeVisible();
  await page.getByRole('button', { name: '提成规则' }).first().press('Enter');
  await page.getByRole('button', { name: '新提成规则' }).first().press('Enter');
  const name = page.getByRole('textbox', { name: '名称' });
  await expect(name).toBeFocused();
  await name.fill('卖货');
  await page.getByRole('textbox', { name: '百分之几' }).fill('101');
  await page.getByRole('button', { name: '保存' }).press('Enter');
  await expect(page.getByText('写 0 到 100')).toBeVisible();
  await expect(name).toHaveValue('卖货');
  await page.getByRole('textbox', { name: '百分之几' }).fill('7.5');
  await page.getByRole('textbox', { name: '百分之几' }).press('Enter');
  await expect(page.getByRole('table').getByText('7.5%')).toBeVisible();

  await goTo(page, '/settings/commissions');
  const row = page.getByRole('table', { name: '提成表' }).getByRole('row', { name: /小林/ });
  await expect(row).toContainText('¥6.00');
  await row.getByRole('button', { name: '小林' }).press('Enter');
  const items = page.getByRole('table', { name: '小林的明细' });
  await expect(items.getByRole('row', { name: /护发素/ })).toContainText('卖货');
  await expectAccessible(page);
  await page.getByRole('button', { name: '上个月' }).press('Enter');
  await expect(page.getByText('这个月还没有可以提的')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('还没有提成规则')).toBeVisible();
});
