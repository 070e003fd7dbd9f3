import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { handsAt, tell } from './support/hands.ts';
import { plugInPrinter } from './support/printer.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const DAY = '2026-11-21';
const grid = (page: Page) => page.getByRole('listbox', { name: '日程' });
const booking = (page: Page, name: RegExp) => grid(page).getByRole('option', { name });
const entry = (page: Page) => page.getByRole('combobox', { name: '下一项' });

const openShop = async (page: Page) => {
  await callFromPage(page, 'settings.update', { changes: { receiptAtOnce: true, receiptPaper: '80mm' } });
  const { staffId } = await callFromPage(page, 'staff.create', { name: '张丽' });
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  const { customerId: otherId } = await callFromPage(page, 'customers.create', { name: '李强' });
  await callFromPage(page, 'interests.save', { customerId, kind: 'wanted', name: '护发精油', on: '2026-11-01' });
  const { types } = await callFromPage(page, 'serviceRecords.types', {});
  const { id: typeId = '' } = types.find(({ name }) => name === '染发配方') ?? {};
  await callFromPage(page, 'serviceRecords.save', {
    customerId,
    typeId,
    on: '2026-10-17',
    values: [
      { key: 'brand', value: '施华蔻' },
      { key: 'grams', value: 60 },
    ],
  });
  const slot = { on: DAY, lengthMinutes: 60, staffId } as const;
  await callFromPage(page, 'appointments.book', { ...slot, startMinute: 540, customerId, service: '染发' });
  await callFromPage(page, 'appointments.book', {
    ...slot,
    on: '2026-11-20',
    startMinute: 600,
    customerId: otherId,
    service: '剪发',
  });
  return { customerId, otherId };
};

test('a salon’s day by keyboard: a booking arrives and pays, a no-show, a walk-in, a formula repeated, a return, and the day adds up (R015, R018, R053)', async ({
  open,
}, info) => {
  const { app, page } = await open({ args: ['--today', DAY] });
  await menuStands(page);
  const { customerId, otherId } = await openShop(page);
  const printed = await plugInPrinter(app);
  const clerk = handsAt(page);

  // 09:00: she is here. One key says so, one leads to the sale, where what is open with her stands first.
  await page.keyboard.press('Alt+8');
  await expect(grid(page)).toBeFocused();
  await expect(booking(page, /09:00–10:00 王芳/)).toHaveAttribute('aria-selected', 'true');
  await clerk.press('a');
  await expect(booking(page, /王芳.*已到店/)).toBeVisible();
  await clerk.press('v');
  // What she was booked for stands there, with whom too; only its price is asked.
  const price = page.getByLabel('染发 单价');
  await expect(price).toBeFocused();
  await expect(page.getByRole('button', { name: '张丽', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('region', { name: '来了先看' })).toContainText('护发精油');
  await expect(page.getByRole('region', { name: '来的是谁' })).toContainText('可以说： 第一次来');
  await clerk.press('F6');
  const drawer = page.getByRole('dialog', { name: '王芳 看了什么' });
  await expect(drawer.getByRole('combobox')).toBeFocused();
  await clerk.type('吹风机');
  await clerk.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  await expect(entry(page)).toBeFocused();
  await clerk.type('护理 120');
  // Saving asks for the price that is still missing.
  await clerk.press('Control+Enter');
  await expect(price).toBeFocused();
  await clerk.type('280');
  await clerk.press('Control+Enter');
  await expect(page.getByRole('tab').first()).toBeVisible();
  await expect(page.getByText('已送去打印')).toBeVisible();
  expect(await printed()).toMatchObject([{ silent: true, pageSize: { width: 80_000 } }]);
  const { keys, clicks } = clerk.count();
  tell(
    info,
    `a booked customer from arrival to receipt, with what she looked at: ${keys} keys beyond the text, ${clicks} clicks`,
  );
  expect(keys).toBeLessThanOrEqual(10);
  expect(clicks).toBe(0);

  // The formula of last time again, with more of it.
  await goTo(page, `/customers/${customerId}?tab=records`);
  await expect(page.getByRole('list', { name: '服务记录' })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('textbox', { name: '染膏用量' })).toHaveValue('60');
  await page.getByRole('textbox', { name: '染膏用量' }).fill('75');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: '服务记录' }).getByRole('listitem')).toHaveCount(2);

  // Whoever was booked for ten yesterday did not come: nobody has said so yet.
  await page.keyboard.press('Alt+8');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(booking(page, /10:00–11:00 李强/)).toBeVisible();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
  await expect(booking(page, /10:00–11:00 李强/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('n');
  await expect(booking(page, /李强.*爽约/)).toBeVisible();

  // Somebody without a name.
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { level: 1, name: '谁来了？' })).toBeVisible();
  await page.keyboard.press('F2');
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('剪发 68');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/散客.*¥68/).first()).toBeVisible();

  // The treatment was not to her liking: it goes back, and everything it caused with it.
  const { rows } = await callFromPage(page, 'visits.ofDay', { businessDate: DAY });
  const sale = rows.find((row) => row.customerId === customerId);
  await goTo(page, `/visits/${sale?.id ?? ''}`);
  await page.getByRole('button', { name: '退换' }).press('Enter');
  await expect(page.getByLabel('染发 退多少')).toBeFocused();
  await page.getByLabel('护理 退多少').fill('1');
  await page.getByLabel('为什么退').fill('不喜欢');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^退货 / })).toBeVisible();

  const { summary } = await callFromPage(page, 'customers.findById', { customerId });
  expect(summary).toMatchObject({ spendCents: 280_00, pointsBalance: 28 });
  await goTo(page, '/visits');
  await expect(page.getByText('¥348.00', { exact: true })).toBeVisible();
  const { counts } = await callFromPage(page, 'appointments.ofCustomer', { customerId: otherId });
  expect(counts).toMatchObject({ noShows: 1 });
});
