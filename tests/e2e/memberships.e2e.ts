import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a shop defines a paid membership, sells it on the card with its coupons, ends it early and takes each back (X57)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const terms = { kind: 'amount', amountCents: 20_00 } as const;
  await callFromPage(page, 'coupons.saveType', { name: '会员券', terms });
  await callFromPage(page, 'tiers.save', { name: '金卡', threshold: 2000_00 });
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('button', { name: '积分明细' })).toBeVisible();
  await expect(page.getByRole('button', { name: '付费会员' })).toBeHidden();

  await goTo(page, '/loyalty/tiers');
  await page.getByRole('link', { name: '付费会员' }).press('Enter');
  await page.getByRole('button', { name: '新的付费会员' }).first().press('Enter');
  await expect(page.getByLabel('名称')).toBeFocused();
  await page.keyboard.type('金卡年费');
  await page.getByLabel('价格').fill('365');
  await page.getByRole('combobox', { name: '期间至少享受的等级' }).press('Enter');
  await page.getByRole('option', { name: '金卡' }).click();
  await page.getByRole('combobox', { name: '每期送券' }).fill('会员券');
  await page.getByRole('option', { name: '会员券' }).click();
  await page.getByLabel('每期几张').fill('2');
  await expectAccessible(page);
  await page.getByLabel('名称').press('Control+Enter');
  await expect(page.getByText('定了付费会员「金卡年费」')).toBeVisible();
  await expect(page.getByRole('row', { name: /金卡年费.*每月送 2 张「会员券」/ })).toBeVisible();

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '付费会员' }).press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '卖一期' }).press('Enter');
  await expect(drawer.getByRole('combobox', { name: '哪一种' })).toBeFocused();
  await expect(drawer.getByText(/到 \d{4}-\d{2}-\d{2}/)).toBeVisible();
  await drawer.getByRole('combobox', { name: '怎么付' }).press('Enter');
  await page.getByRole('option', { name: '现金' }).click();
  await drawer.getByLabel('收多少').press('Control+Enter');
  await expect(page.getByText(/王芳开通「金卡年费」/)).toBeVisible();
  await expect(drawer.getByText('第 1/12 期', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page.getByText(/^会员到 /)).toBeVisible();
  const open = async () => (await callFromPage(page, 'coupons.ofCustomer', { customerId })).open;
  const tier = async () => (await callFromPage(page, 'tiers.ofCustomer', { customerId })).held?.tier.name ?? null;
  expect([await open(), await tier()]).toEqual([2, '金卡']);
  await page.keyboard.press('Control+z');
  await expect.poll(open).toBe(0);
  await expect.poll(tier).toBeNull();
  await expect(page.getByText(/^会员到 /)).toBeHidden();

  const { plans } = await callFromPage(page, 'memberships.plans', {});
  const planId = plans[0]?.id ?? '';
  await callFromPage(page, 'memberships.sell', { customerId, planId, paidCents: 365_00, method: 'cash' });
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(page.getByText(/^会员到 /)).toBeVisible();
  await goTo(page, '/loyalty');
  await page.getByRole('link', { name: '付费会员名单' }).press('Enter');
  await page.getByRole('radiogroup', { name: '看哪些' }).getByText('全部有效').click();
  await expect(page.getByRole('row', { name: /王芳.*金卡年费/ })).toBeVisible();
  await expectAccessible(page);

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '付费会员' }).press('Enter');
  await drawer.getByRole('button', { name: '提前结束' }).press('Enter');
  await expect(drawer.getByLabel('退多少钱')).toBeFocused();
  await drawer.getByLabel('退多少钱').fill('300');
  await drawer.getByLabel('为什么').fill('搬走了');
  await drawer.getByLabel('为什么').press('Control+Enter');
  await expect(page.getByText(/「金卡年费」提前结束，退了/)).toBeVisible();
  await expect.poll(open).toBe(0);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(open).toBe(2);
  await goTo(page, '/visits');
  await expect(page.getByRole('region', { name: '付费会员的钱' }).getByRole('row', { name: /王芳/ })).toHaveCount(5);
});
