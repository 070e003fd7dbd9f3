import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { askFromPage, callFromPage } from './support/bridge.ts';
import { signIn } from './support/seats.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const OWNER_PIN = '407193';
const CLERK_PIN = '2580';

const violations = async (page: Page) => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations;
const locked = (page: Page) => page.getByRole('dialog', { name: '桌面锁着' });

test('first start by keyboard: the owner, the words, a clerk, switching, and what a clerk is refused (R192)', async ({
  open,
}) => {
  const { page } = await open({ welcome: true });
  await expect(page.getByRole('heading', { name: '欢迎来到熟客' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await expect(page.getByLabel('店主怎么称呼')).toBeFocused();
  await page.keyboard.type('张丽');
  await page.getByLabel('新 PIN').fill('1234');
  await expect(page.getByText('太好猜了')).toBeVisible();
  await page.getByLabel('新 PIN').fill(OWNER_PIN);
  await page.getByLabel('再输一遍').fill(OWNER_PIN);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-word]')).toHaveCount(12);
  const words = await page.locator('[data-word]').allTextContents();
  await page.getByLabel('恢复单已在纸上，放在安全的地方').press('Space');
  await page.getByRole('button', { name: '完成' }).press('Enter');
  await menuStands(page);
  await expect(page.getByRole('button', { name: '现在是张丽' })).toBeVisible();

  await goTo(page, '/settings/staff');
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('店员姓名').fill('小李');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '设 PIN… 小李' }).press('Enter');
  await page.getByLabel('新 PIN').fill(CLERK_PIN);
  await page.getByLabel('再输一遍').fill(CLERK_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByText('小李的 PIN 已设好')).toBeVisible();

  // What was typed stays for the same person.
  await goTo(page, '/customers/new');
  await page.getByLabel('姓名', { exact: true }).first().fill('尉迟敏仪');
  await page.keyboard.press('Control+l');
  await expect(locked(page)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await askFromPage(page, 'customers.list', {})).toMatchObject({ ok: false, error: { code: 'seat_locked' } });
  await expect(page.getByLabel('张丽的 PIN')).toBeFocused();
  await page.keyboard.type(OWNER_PIN);
  await page.keyboard.press('Enter');
  await expect(locked(page)).toBeHidden();
  await expect(page.getByLabel('姓名', { exact: true }).first()).toHaveValue('尉迟敏仪');

  // For somebody else the page starts anew.
  await page.keyboard.press('Control+l');
  await signIn(page, '小李', CLERK_PIN);
  await expect(page.getByRole('button', { name: '现在是小李' })).toBeVisible();
  await expect(page.getByText('尉迟敏仪')).toBeHidden();
  await expect(page.getByRole('navigation').first().getByText('设置')).toBeHidden();
  expect(await askFromPage(page, 'settings.update', { changes: { shopName: '我的店' } })).toMatchObject({
    error: { code: 'not_permitted', details: { permission: 'settings.write' } },
  });
  expect(
    await askFromPage(page, 'staff.setPin', {
      staffId: (await callFromPage(page, 'staff.list', {})).staff[0]?.id ?? '',
      pin: '93715',
    }),
  ).toMatchObject({
    error: { code: 'not_permitted' },
  });

  // The owner forgot: the words set a new PIN.
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: /^张丽/ }).press('Enter');
  await page.getByRole('button', { name: '忘了 PIN' }).press('Enter');
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('恢复单上的字').fill(words.join(' '));
  await page.getByLabel('新 PIN').fill('93715');
  await page.getByLabel('再输一遍').fill('93715');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '现在是张丽' })).toBeVisible();
});

test('five wrong PINs, then a wait that a new start does not shorten (S5)', async ({ open }) => {
  const first = await open();
  await callFromPage(first.page, 'staff.makeOwner', { name: '张丽', pin: OWNER_PIN });
  await menuStands(first.page);
  await first.page.keyboard.press('Control+l');
  const field = first.page.getByLabel('张丽的 PIN');
  for (let tries = 4; tries > 0; tries -= 1) {
    await expect(field).toBeFocused();
    await first.page.keyboard.type('5555');
    await first.page.keyboard.press('Enter');
    await expect(first.page.getByText(`还能试 ${tries} 次`)).toBeVisible();
  }
  await first.page.keyboard.type('5555');
  await first.page.keyboard.press('Enter');
  await expect(first.page.getByText(/^还要等 0:\d\d/)).toBeVisible();
  await expect(first.page.getByRole('button', { name: '打开' })).toBeDisabled();
  await first.close();

  const again = await open({ userData: first.userData });
  await expect(again.page.getByText(/^还要等 0:\d\d/)).toBeVisible();
  const [person] = (await callFromPage(again.page, 'staff.session', {})).people;
  const answer = await askFromPage(again.page, 'staff.signIn', { staffId: person?.staffId ?? '', pin: OWNER_PIN });
  expect(answer).toMatchObject({ error: { code: 'pin_wait' } });
});

test('the desk locks itself when nobody is there, and when the PC is locked (R192)', async ({ open }) => {
  test.slow();
  const { app, page } = await open();
  await callFromPage(page, 'staff.makeOwner', { name: '张丽', pin: OWNER_PIN });
  await callFromPage(page, 'settings.update', { changes: { autoLockMinutes: 1 } });
  await menuStands(page);
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('lock-screen');
  });
  await expect(locked(page)).toBeVisible();
  await page.keyboard.type(OWNER_PIN);
  await page.keyboard.press('Enter');
  await expect(locked(page)).toBeHidden();
  await expect(locked(page)).toBeVisible({ timeout: 90_000 });
});
