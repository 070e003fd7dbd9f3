import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const args = ['--today', '2026-11-21'];
const grid = (page: Page) => page.getByRole('listbox', { name: '日程' });
const booking = (page: Page, name: RegExp) => grid(page).getByRole('option', { name });
const clash = (page: Page) => page.getByRole('alert', { name: /约不了|撞了/ });
const press = async (page: Page, key: string, times = 1): Promise<void> => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
};

test('a salon’s day by keyboard: booked, a conflict refused, moved, confirmed, not come, and taken back (R049, X34)', async ({
  open,
}) => {
  const { page } = await open({ args });
  await menuStands(page);
  await callFromPage(page, 'staff.create', { name: '张丽' });
  await callFromPage(page, 'staff.create', { name: '小陈' });
  await callFromPage(page, 'appointments.saveResource', { name: '1 号椅', kind: 'chair' });
  await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812345678' });
  await callFromPage(page, 'customers.create', { name: '李强' });

  await page.keyboard.press('Alt+8');
  await expect(grid(page)).toBeFocused();
  // Two steps of a quarter down from 09:00, and Enter books there.
  await press(page, 'ArrowDown', 2);
  await expect(grid(page).getByRole('option', { name: '张丽 09:30 空' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '顾客', exact: true })).toBeFocused();
  await page.keyboard.type('王芳');
  await expect(page.getByRole('option', { name: /王芳/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const service = page.getByRole('combobox', { name: '做什么' });
  await service.focus();
  await page.keyboard.type('护理');
  await page.getByRole('combobox', { name: '位子' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: '1 号椅' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(booking(page, /09:30–10:30 王芳 护理 张丽 1 号椅 已约/)).toBeVisible();
  await expect(grid(page)).toBeFocused();

  // The same chair at the same time is refused, whoever asks; a quarter after its end it is free.
  const { rows: customers } = await callFromPage(page, 'customers.list', { text: '李强' });
  const { resources } = await callFromPage(page, 'appointments.resources', {});
  const { staff } = await callFromPage(page, 'staff.list', {});
  const slot = { on: '2026-11-21', startMinute: 615, lengthMinutes: 60 } as const;
  await expect(
    callFromPage(page, 'appointments.book', {
      ...slot,
      customerId: customers[0]?.id ?? '',
      resourceId: resources[0]?.id ?? '',
      acknowledged: ['staff_busy'],
    }),
  ).rejects.toMatchObject({ code: 'conflict', details: { reason: 'resource_taken' } });
  await callFromPage(page, 'appointments.book', {
    ...slot,
    startMinute: 720,
    customerId: customers[0]?.id ?? '',
    staffId: staff[1]?.id ?? '',
    resourceId: resources[0]?.id ?? '',
  });
  await expect(booking(page, /12:00–13:00 李强/)).toBeVisible();

  // In hand: down onto the other one's chair, which is said at once and cannot be put down there; an hour on it can.
  await expect(booking(page, /09:30–10:30 王芳/).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('m');
  await press(page, 'ArrowDown', 10);
  await expect(clash(page)).toContainText('1 号椅已经约给李强');
  await page.keyboard.press('Enter');
  await expect(clash(page)).toContainText('这样约不了');
  await press(page, 'ArrowDown', 4);
  await expect(clash(page)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(booking(page, /13:00–14:00 王芳/)).toBeVisible();
  await expect(booking(page, /王芳/)).toHaveCount(1);

  // Longer by a quarter, confirmed by one key, then everything back.
  await page.keyboard.press('+');
  await page.keyboard.press('Enter');
  await expect(booking(page, /13:00–14:15 王芳/)).toBeVisible();
  await expect(grid(page).locator('[data-ghost]')).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(booking(page, /王芳.*已确认/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(booking(page, /13:00–14:15 王芳.*已约/)).toBeVisible();

  // A no-show of yesterday counts, and stands on the card.
  const [wang] = (await callFromPage(page, 'customers.list', { text: '王芳' })).rows;
  await callFromPage(page, 'appointments.book', {
    on: '2026-11-20',
    startMinute: 600,
    lengthMinutes: 60,
    customerId: wang?.id ?? '',
    service: '烫发',
  });
  await page.keyboard.press('PageUp');
  await expect(booking(page, /王芳 烫发/)).toBeVisible();
  // From where one stood, at 13:00, to the column of nobody in particular and up to the booking.
  await press(page, 'ArrowRight', 2);
  await press(page, 'ArrowUp', 9);
  await expect(booking(page, /王芳 烫发/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('n');
  await expect(booking(page, /王芳 烫发.*爽约/)).toBeVisible();
  await goTo(page, `/customers/${wang?.id ?? ''}`);
  await expect(page.getByRole('link', { name: /下次预约 今天 13:00–14:15/ })).toBeVisible();
  await expect(page.getByText('爽约 1 次，临时取消 0 次。')).toBeVisible();

  // From the booking to the visit of that customer.
  await goTo(page, '/appointments');
  await expect(grid(page)).toBeFocused();
  await press(page, 'ArrowDown', 16);
  await expect(booking(page, /13:00–14:15 王芳/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('a');
  await expect(booking(page, /王芳.*已到店/)).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { name: /王芳/ }).first()).toBeVisible();
});

test('a row by the month until a day, moved from one on, and a booking paid ahead that becomes the visit by one key (X34)', async ({
  open,
}) => {
  const { page } = await open({ args });
  await menuStands(page);
  const { staffId } = await callFromPage(page, 'staff.create', { name: '张丽' });
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812345678' });
  await callFromPage(page, 'products.create', { name: '护理', priceCents: 200_00, isService: true });
  await goTo(page, `/appointments?customerId=${customerId}&on=2026-11-30`);
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Enter');
  const service = page.getByRole('combobox', { name: '做什么' });
  await expect(service).toBeFocused();
  await page.keyboard.type('护理');
  const choose = async (field: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: field }).press('ArrowDown');
    await page.getByRole('option', { name: option }).click();
  };
  await choose('重复', '按月');
  await choose('做到什么时候', '到某一天');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('这里要填')).toBeVisible();
  await page.getByLabel('到哪一天（含）').fill('2027-02-28');
  await page.keyboard.press('Control+Enter');
  await expect(booking(page, /王芳 护理 张丽/)).toBeVisible();
  const days = async () => {
    const { rows } = await callFromPage(page, 'appointments.between', { from: '2026-11-25', to: '2026-12-25' });
    const later = await callFromPage(page, 'appointments.between', { from: '2026-12-26', to: '2027-01-25' });
    const last = await callFromPage(page, 'appointments.between', { from: '2027-01-26', to: '2027-02-25' });
    const end = await callFromPage(page, 'appointments.between', { from: '2027-02-26', to: '2027-03-20' });
    return [...rows, ...later.rows, ...last.rows, ...end.rows].map(({ on }) => on);
  };
  expect(await days()).toEqual(['2026-11-30', '2026-12-30', '2027-01-30', '2027-02-28']);
  const [first] = (await callFromPage(page, 'appointments.between', { from: '2026-11-30', to: '2026-11-30' })).rows;
  await page.keyboard.press('Enter');
  await expect(service).toBeVisible();
  await page.getByLabel('日期', { exact: true }).last().fill('2026-11-28');
  await page.getByRole('checkbox', { name: '以后的几次也这样改' }).press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(booking(page, /王芳 护理 张丽/)).toBeVisible();
  expect(await days()).toEqual(['2026-11-28', '2026-12-28', '2027-01-28', '2027-02-28']);

  await callFromPage(page, 'appointments.saveDeposit', { appointmentId: first?.id ?? '', dueCents: 50_00, paidCents: 50_00 });
  await expect(page.getByText(/应收/)).toBeVisible();
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('v');
  await expect(page.getByLabel('护理 单价')).toHaveValue('200');
  await expect(page.getByRole('combobox', { name: '下一项' })).toBeFocused();
  await expect(page.getByText('预约时付了 ¥50，还要收 ¥150')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('tab').first()).toBeVisible();
  const { rows: sold } = await callFromPage(page, 'visits.ofDay', { businessDate: '2026-11-21' });
  expect(sold).toMatchObject([{ customerId, staffName: '张丽', items: ['护理'], totalCents: 200_00 }]);
  expect(staffId).not.toBe('');
});

test('tomorrow’s unconfirmed, the queue by turns and the waitlist, by keyboard (X34)', async ({ open }) => {
  const { page } = await open({ args });
  await menuStands(page);
  const { staffId } = await callFromPage(page, 'staff.create', { name: '张丽' });
  await callFromPage(page, 'settings.update', { changes: { queueByTurns: true } });
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812345678' });
  const slot = { on: '2026-11-22', lengthMinutes: 60, staffId } as const;
  await callFromPage(page, 'appointments.book', { ...slot, startMinute: 600, customerId });
  await callFromPage(page, 'appointments.book', { ...slot, startMinute: 720, name: '赵姐', contact: '13900001111' });
  await callFromPage(page, 'waitlist.save', { name: '钱小姐', fromOn: '2026-11-22', untilOn: '2026-11-23', lengthMinutes: 60 });

  await goTo(page, '/appointments/unconfirmed');
  const table = page.getByRole('table', { name: '明天未确认' });
  await expect(table).toBeFocused();
  await expect(table).toContainText('138 1234 5678');
  await page.keyboard.press('c');
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table).toContainText('赵姐');

  await goTo(page, '/appointments/queue');
  await expect(page.getByRole('combobox', { name: '顾客', exact: true })).toBeFocused();
  await page.getByRole('textbox', { name: '没有卡的，写个称呼' }).focus();
  await page.keyboard.type('散客小周');
  await page.keyboard.press('Control+Enter');
  const queue = page.getByRole('table', { name: '到店排队' });
  await expect(queue).toContainText('散客小周');
  await queue.focus();
  await page.keyboard.press('Enter');
  await expect(queue).toContainText('已接');
  expect((await callFromPage(page, 'queue.today', {})).entries).toMatchObject([{ state: 'served', staffName: '张丽' }]);

  // A cancelled slot is offered to whoever waits for one, and booked for them.
  await goTo(page, '/appointments?on=2026-11-22');
  await expect(grid(page)).toBeFocused();
  await press(page, 'ArrowDown', 4);
  await expect(booking(page, /10:00–11:00 王芳/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('x');
  const offer = page.getByRole('button', { name: '约给这位' });
  await expect(offer).toBeVisible();
  await offer.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '没有卡的，写个称呼' })).toHaveValue('钱小姐');
  await page.keyboard.press('Control+Enter');
  await expect(booking(page, /10:00–11:00 钱小姐/)).toBeVisible();
  expect((await callFromPage(page, 'waitlist.list', {})).total).toBe(0);
});
