import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const entry = (page: Page) => page.getByRole('combobox', { name: '下一项' });
test('500 are topped up and get 50, a visit is paid partly with it by one key, a line comes back, undo, the rest is refunded', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const balance = async () => {
    const { principalCents, giftCents } = (await callFromPage(page, 'customers.findById', { customerId })).storedValue;
    return [principalCents / 100, giftCents / 100];
  };

  // The owner gives 50 on 500.
  await goTo(page, '/loyalty/top-ups');
  await page.getByRole('button', { name: '新规则' }).first().press('Enter');
  await expect(page.getByLabel('名字')).toBeFocused();
  await page.keyboard.type('充500送50');
  await page.getByLabel('一次充满').fill('500');
  await page.getByLabel('送多少').fill('50');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: '充500送50' })).toBeVisible();
  await expectAccessible(page);

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '储值明细' }).press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('还没有充过值');
  await drawer.getByRole('button', { name: '充值', exact: true }).press('Enter');
  await expect(page.getByLabel('充多少')).toBeFocused();
  await page.keyboard.type('500');
  await expect(drawer).toContainText('照「充500送50」');
  await expect(drawer).toContainText('充完 ¥550.00');
  await page.getByRole('combobox', { name: '怎么付的' }).press('Enter');
  await page.getByRole('option', { name: '微信' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(balance).toEqual([500, 50]);
  await expect(drawer).toBeHidden();
  await expect(page.getByText('本金 ¥500 + 赠送 ¥50')).toBeVisible();
  await page.getByRole('button', { name: '储值明细' }).press('Enter');
  await expect(drawer.getByRole('table').first()).toContainText('¥500.00');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();

  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('护理 110');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('护理 单价')).toHaveValue('110');
  await page.keyboard.type('护发素 40');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('护发素 单价')).toHaveValue('40');
  await page.keyboard.press('Shift+F8');
  await expect(page.getByLabel(/^用储值付/)).toHaveValue('150');
  await page.getByLabel(/^用储值付/).fill('150.01');
  await expect(page.getByText('填金额，最多 ¥150')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel(/^用储值付/)).toBeFocused();
  await page.getByLabel(/^用储值付/).fill('75');
  await expect(page.getByText('储值付 ¥75（本金 ¥68.19 + 赠送 ¥6.81），还剩 ¥475')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(balance).toEqual([431.81, 43.19]);

  await page.getByTitle('打开这一笔，可退换').press('Enter');
  await expect(page.getByText(/储值（本金 ¥68.19 \+ 赠送 ¥6.81）/)).toBeVisible();
  await page.getByRole('button', { name: '退换' }).press('Enter');
  await page.keyboard.type('1');
  await expect(page.getByText('其中 ¥55 退回储值：本金 ¥50.01 + 赠送 ¥4.99')).toBeVisible();
  await expect(page.getByText('要退的钱')).toBeVisible();
  await page.getByLabel('为什么退').fill('过敏');
  await page.keyboard.press('Control+Enter');
  await expect.poll(balance).toEqual([481.82, 48.18]);
  await page.keyboard.press('Control+z');
  await expect.poll(balance).toEqual([431.81, 43.19]);

  await goTo(page, '/visits');
  const till = page.getByRole('region', { name: '储值收款' });
  await expect(till).toContainText('微信 ¥500.00');

  await goTo(page, '/loyalty');
  const owed = page.getByRole('region', { name: '储值' });
  await expect(owed.getByRole('table', { name: '充入多久了' })).toContainText('¥431.81');
  await expect(owed.getByRole('table', { name: /^谁有储值/ })).toContainText('王芳');
  await expectAccessible(page);

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '储值明细' }).press('Enter');
  await drawer.getByRole('button', { name: '退款', exact: true }).press('Enter');
  await expect(page.getByLabel('退多少本金')).toBeFocused();
  await expect(page.getByLabel('退多少本金')).toHaveValue('431.81');
  await expect(drawer.getByRole('status')).toContainText('¥43.19');
  await page.getByRole('combobox', { name: '怎么退的' }).press('Enter');
  await page.getByRole('option', { name: '现金' }).click();
  await page.getByLabel('为什么退').fill('搬家');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(balance).toEqual([0, 0]);
  await page.keyboard.press('Control+z');
  await expect.poll(balance).toEqual([431.81, 43.19]);
});
