import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('those who were brought stand beside those who came by themselves, and of too few nothing is made (R095)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  await goTo(page, '/loyalty');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: '介绍来的，比自己来的好多少' })).toHaveCount(0);
  const wang = await callFromPage(page, 'customers.create', { name: '王芳', source: '路过进店' });
  await callFromPage(page, 'customers.create', { name: '李雷', referrerId: wang.customerId, source: '熟客介绍' });
  await expect(page.getByRole('region', { name: '熟客介绍' })).toContainText('介绍来的顾客1');
  await page.getByRole('link', { name: '介绍来的，比自己来的好多少' }).press('Enter');
  const compared = page.getByRole('table', { name: '介绍来的和自己来的' });
  await expect(compared.getByRole('columnheader', { name: '介绍来的 1 人', exact: true })).toBeVisible();
  await expect(compared.getByText('还没有人到日子').first()).toBeVisible();
  await expect(compared.getByText('人太少，比不了')).toHaveCount(3);
  await expect(page.getByRole('table', { name: '按来源看' }).getByRole('row', { name: /路过进店/ })).toBeVisible();
  await page.getByRole('radiogroup', { name: '办卡以后' }).getByText('90 天内').click();
  await expect(compared.getByRole('rowheader', { name: '办卡 90 天内买过' })).toBeVisible();
  await expectAccessible(page);
});
