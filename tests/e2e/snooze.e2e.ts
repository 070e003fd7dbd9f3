import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('one reason of one person is left out by keyboard, undone, left out again, and brought up again from the card (X05)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', {
    name: '王芳',
    birthday: { calendar: 'solar', year: 1990, month: 11, day: 22 },
  });
  await goTo(page, '/today');
  const panel = page.getByRole('complementary');
  await expect(panel.getByText('明天生日')).toBeVisible();
  await panel.getByRole('button', { name: '先不提「生日」' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: '以后都不提' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: '一周后再提' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: '以后都不提' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('先不提「生日」，别的照旧')).toBeVisible();
  await expect(page.getByText('明天生日')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(panel.getByText('明天生日')).toBeVisible();
  await panel.getByRole('button', { name: '先不提「生日」' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '一个月后再提' }).click();
  await expect(page.getByText('明天生日')).toHaveCount(0);
  await goTo(page, `/customers/${customerId}`);
  const left = page.getByRole('list', { name: '先不提的' });
  await expect(left).toContainText('生日：到 12-21 再提');
  await left.getByRole('button', { name: '照常提醒「生日」' }).click();
  await expect(left).toHaveCount(0);
  await goTo(page, '/today');
  await expect(panel.getByText('明天生日')).toBeVisible();
});
