import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { scanInto } from './support/scanner.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const BARCODE = '6901234567890';
const told = (page: Page) => page.getByText(`扫到的「${BARCODE}」不是谁的卡号`).last();

test('a scanner in the wrong field leaves no code in it and saves nothing half done; it says so (X41)', async ({ shop }) => {
  const { page } = shop;
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const line = { name: '连衣裙', quantity: 1000, unitPriceCents: 300_00 };
  const { orderId } = await callFromPage(page, 'orders.save', { customerId, kind: 'special', lines: [line] });

  // The amount of a payment: Enter there would save.
  await goTo(page, `/orders/${orderId}`);
  await expect(page.getByRole('button', { name: '收款' })).toBeVisible();
  await page.keyboard.press('p');
  const amount = page.getByRole('textbox', { name: '金额' });
  await expect(amount).toBeFocused();
  await amount.fill('50');
  await scanInto(shop, BARCODE);
  await expect(told(page)).toBeVisible();
  await expect(amount).toHaveValue('50');
  expect(await callFromPage(page, 'orders.findById', { orderId })).toMatchObject({ paidCents: 0, payments: [] });

  // The note of a visit with a line, and the note of an order.
  await goTo(page, `/visit?customerId=${customerId}`);
  const entry = page.getByRole('combobox', { name: '下一项' });
  await expect(entry).toBeFocused();
  await page.keyboard.type('剪发 68');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '合计' })).toHaveText('¥68.00');
  const note = page.getByRole('textbox', { name: '备注' });
  await note.fill('老位置');
  await scanInto(shop, BARCODE);
  await expect(told(page)).toBeVisible();
  await expect(note).toHaveValue('老位置');
  expect((await callFromPage(page, 'customers.findById', { customerId })).summary.visitCount).toBe(0);
});
