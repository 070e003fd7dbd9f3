import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const entry = (page: Page) => page.getByRole('combobox', { name: '下一项' });
test('a visit is put on account by a key, up to the limit; repaid in part, written off, undone, and told on the page of loyalty', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const owed = async () => ((await callFromPage(page, 'customers.findById', { customerId })).credit?.owedCents ?? -100) / 100;

  // A shop that has not switched it on sees nothing of it.
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('button', { name: '储值明细' })).toBeVisible();
  await expect(page.getByRole('button', { name: '挂账', exact: true })).toBeHidden();
  await goTo(page, '/settings');
  await page.getByLabel('熟客可以挂账，以后再还').check();
  await page.keyboard.press('Control+Enter');
  await expect.poll(owed).toBe(0);

  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('护理 620');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('护理 单价')).toHaveValue('620');
  await page.keyboard.press('Control+F8');
  await expect(page.getByLabel(/^挂账/)).toHaveValue('500');
  await expect(page.getByText('挂账 ¥500，以后来还')).toBeVisible();
  await page.getByLabel(/^挂账/).fill('620');
  await expect(page.getByText('挂账 ¥620，超出额度 ¥120')).toBeVisible();
  await page.getByLabel(/^挂账/).fill('620.01');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel(/^挂账/)).toBeFocused();
  await page.getByLabel(/^挂账/).fill('300');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(owed).toBe(300);

  const drawer = page.getByRole('dialog');
  await page.getByRole('button', { name: '挂账', exact: true }).press('Enter');
  await expect(drawer.getByRole('table')).toContainText('¥300.00');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '还款', exact: true }).press('Enter');
  await expect(page.getByLabel('还多少')).toBeFocused();
  await page.getByLabel('还多少').fill('120');
  await expect(drawer.getByRole('status')).toContainText('¥180.00');
  await page.getByRole('combobox', { name: '怎么付的' }).press('Enter');
  await page.getByRole('option', { name: '微信' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(owed).toBe(180);
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(owed).toBe(300);
  await callFromPage(page, 'credit.repay', { customerId, cents: 120_00, method: 'wechat' });

  await goTo(page, '/visits');
  await expect(page.getByRole('region', { name: '挂账还款' })).toContainText('微信 ¥120.00');

  await goTo(page, '/loyalty');
  const part = page.getByRole('region', { name: '顾客欠店里的' });
  await expect(part.getByRole('table', { name: '逾期多久了' })).toContainText('¥180.00');
  await expect(part.getByRole('table', { name: /^谁欠着/ })).toContainText('王芳');
  await expectAccessible(page);

  // Somebody back in the shop is told what they owe; a return takes it off first.
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(page.getByText('还欠 ¥180')).toBeVisible();
  await goTo(page, `/customers/${customerId}`);
  await page.getByTitle('打开这一笔，可退换').press('Enter');
  await page.getByRole('button', { name: '退换' }).press('Enter');
  await page.keyboard.type('1');
  await expect(page.getByText('其中 ¥180 先冲减这次挂的账')).toBeVisible();
  await page.getByLabel('为什么退').fill('过敏');
  await page.keyboard.press('Control+Enter');
  await expect.poll(owed).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(owed).toBe(180);

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '挂账', exact: true }).press('Enter');
  await drawer.getByRole('button', { name: '额度', exact: true }).press('Enter');
  await expect(page.getByLabel('最多欠多少')).toBeFocused();
  await page.keyboard.type('2000');
  await page.getByLabel('几天内还').fill('7');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: '挂账', exact: true }).press('Enter');
  await expect(drawer).toContainText('额度 ¥2,000，还能挂 ¥1,820，7 天内还 · 单独定的');
  await drawer.getByRole('button', { name: '核销', exact: true }).press('Enter');
  await expect(page.getByLabel('核销多少')).toHaveValue('180');
  await drawer.getByRole('textbox', { name: '为什么' }).fill('搬走了');
  await page.keyboard.press('Control+Enter');
  await expect.poll(owed).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(owed).toBe(180);
});
