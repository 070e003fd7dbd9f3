import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('who earned points too often on one day is listed, and the owner goes to the card by keyboard (X66)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, '/loyalty/unusual');
  await expect(page.getByText('没有异常')).toBeVisible();
  const lines = [{ name: '剪发', quantity: 1000, unitPriceCents: 50_00 }];
  for (let visit = 0; visit < 5; visit += 1) await callFromPage(page, 'visits.record', { customerId, lines });
  const row = page.getByRole('table', { name: '按顾客' }).getByRole('row', { name: /王芳/ });
  await expect(row).toContainText('5');
  await expectAccessible(page);
  await row.getByRole('link').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '王芳' })).toBeVisible();
});
