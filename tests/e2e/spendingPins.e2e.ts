import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

/** A visit of that much, all of it paid out of the stored value, up to the dialog that asks for a confirmation. */
const spend = async (page: Page, customerId: string, line: string): Promise<void> => {
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(page.getByRole('combobox', { name: '下一项' })).toBeFocused();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(`${line.split(' ')[0] ?? ''} 单价`)).toHaveValue(line.split(' ')[1] ?? '');
  await page.keyboard.press('Shift+F8');
  await expect(page.getByLabel(/^用储值付/)).not.toHaveValue('');
  await page.keyboard.press('Control+Enter');
};

test('a shop asks for a PIN: none at first, set at the visit, typed wrong and right, changed on the card; signed; let pass with a reason (X53)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await callFromPage(page, 'storedValue.topUp', { customerId, principalCents: 100_000, giftCents: 0, method: 'cash' });
  const balance = async () => (await callFromPage(page, 'customers.findById', { customerId })).storedValue.principalCents / 100;
  /** The visit stands in the books, and its customer's card before whoever wrote it down. */
  const isSpent = async (left: number): Promise<void> => {
    await expect.poll(balance).toBe(left);
    await expect.poll(() => page.url()).toContain('/customers/');
  };
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('button', { name: '储值明细' })).toBeVisible();
  await expect(page.getByRole('button', { name: '消费密码' })).toBeHidden();

  await goTo(page, '/settings');
  const section = page.getByRole('region', { name: '消费确认' });
  await section.getByRole('combobox', { name: '用储值、积分、次卡时，要本人' }).press('Enter');
  await page.getByRole('option', { name: '输入消费密码或签字' }).click();
  await section.getByLabel('一次用掉这么多起才要').fill('100');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await callFromPage(page, 'settings.get', {})).spendingProofFromCents).toBe(100_00);

  // Below the amount nothing is asked.
  await spend(page, customerId, '剪发 80');
  await isSpent(920);

  await spend(page, customerId, '烫发 300');
  const dialog = page.getByRole('dialog', { name: '请王芳确认' });
  await expect(dialog).toContainText('共 ¥300');
  await expect(dialog).toContainText('还没有消费密码');
  await expect(page.getByLabel('新密码')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('407193');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('再输一次')).toBeFocused();
  await page.keyboard.type('407193');
  await page.keyboard.press('Enter');
  await isSpent(620);

  await spend(page, customerId, '染发 200');
  await expect(page.getByRole('textbox', { name: '消费密码' })).toBeFocused();
  await page.keyboard.type('1111');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('还能试 4 次');
  await page.getByRole('textbox', { name: '消费密码' }).fill('407193');
  await page.keyboard.press('Enter');
  await isSpent(420);
  await page.keyboard.press('Control+z');
  await expect.poll(balance).toBe(620);

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '消费密码' }).press('Enter');
  await expect(page.getByLabel('现在的密码')).toBeFocused();
  await page.keyboard.type('407193');
  await page.getByLabel('新密码').fill('61928');
  await page.getByLabel('再输一次').fill('61928');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('改了王芳的消费密码')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：改了王芳的消费密码')).toBeVisible();

  await spend(page, customerId, '护理 150');
  await expect(page.getByRole('textbox', { name: '消费密码' })).toBeFocused();
  await dialog.getByText('签字', { exact: true }).click();
  const pad = page.getByRole('img', { name: '在这里签名' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('no field to sign on');
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  for (const step of [1, 2, 3, 4, 5, 6, 7]) await page.mouse.move(box.x + 40 + step * 30, box.y + (step % 2 === 0 ? 60 : 110));
  await page.mouse.up();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /^确认/ }).press('Enter');
  await isSpent(470);
  await page.getByTitle('打开这一笔，可退换').first().press('Enter');
  await expect(page.getByRole('region', { name: '本人确认' })).toContainText('用掉的 ¥150 由本人签字确认');
  await expect(page.getByRole('img', { name: '签字' })).toBeVisible();

  await spend(page, customerId, '按摩 120');
  await dialog.getByText('店里放行', { exact: true }).click();
  await dialog.getByLabel('为什么不用本人确认').fill('本人打电话说好的');
  await page.keyboard.press('Control+Enter');
  await isSpent(350);
  const { entries } = await callFromPage(page, 'audit.list', {});
  expect(entries.map(({ operation, outcome }) => `${operation} ${outcome}`)).toContain('spendingPins.prove failed');
  expect(JSON.stringify(entries)).not.toMatch(/407193|61928|1111/);
});

test('paying stored value out asks for the PIN too, keeps what was typed when it is wrong, and tells on the card what was confirmed (X53)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await callFromPage(page, 'storedValue.topUp', { customerId, principalCents: 50_000, giftCents: 0, method: 'cash' });
  await callFromPage(page, 'settings.update', { changes: { spendingProof: 'pin', spendingProofFromCents: 10_000 } });
  await callFromPage(page, 'spendingPins.set', { customerId, pin: '407193' });
  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '储值明细' }).press('Enter');
  await page.getByRole('button', { name: '退款', exact: true }).press('Enter');
  const amount = page.getByRole('textbox', { name: '退多少本金' });
  await expect(amount).toBeFocused();
  await amount.fill('200');
  await page.getByRole('combobox', { name: '怎么退的' }).press('Enter');
  await page.getByRole('option', { name: '现金' }).click();
  await page.getByRole('textbox', { name: '为什么退' }).fill('搬家');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '请王芳确认' });
  await expect(dialog).toContainText('¥200');
  await expect(page.getByRole('textbox', { name: '消费密码' })).toBeFocused();
  await page.keyboard.type('1111');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('还能试 4 次');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(amount).toHaveValue('200');
  await amount.press('Enter');
  await expect(page.getByRole('textbox', { name: '消费密码' })).toBeFocused();
  await page.keyboard.type('407193');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await callFromPage(page, 'customers.findById', { customerId })).storedValue.principalCents)
    .toBe(30_000);
  await goTo(page, '/customers');
  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '消费密码' }).press('Enter');
  await expect(page.getByRole('region', { name: '不在到店时确认过的' })).toContainText('退储值');
  await expectAccessible(page);
});
