import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a threshold says whom it would move before it is saved, and saving it does just that (R021, R022, R029)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21', '--demo'] });
  await menuStands(page);
  await expect.poll(async () => (await callFromPage(page, 'segments.overview', {})).asOf).toBe('2026-11-21');
  const before = await callFromPage(page, 'segments.overview', {});
  await goTo(page, '/settings');
  const months = page.getByRole('textbox', { name: '超过 … 个月没有消费，算沉睡' });
  await months.fill('3');
  const told = page.getByRole('status').filter({ hasText: '人会换群' });
  await expect(told).toContainText(/沉睡：没有沉睡 → 沉睡 \d+ 人/);
  const moved = Number(/没有沉睡 → 沉睡 (\d+) 人/.exec((await told.textContent()) ?? '')?.[1]);
  expect(moved).toBeGreaterThan(0);
  await page.keyboard.press('Control+Enter');
  await expect(told).toHaveCount(0);
  await expect.poll(async () => (await callFromPage(page, 'segments.overview', {})).dormant).toBe(before.dormant + moved);
  // What contradicts itself is said at its place, and nothing is counted by it.
  await page.getByRole('textbox', { name: '… 个月内有来往，算活跃' }).fill('40');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: '… 个月内有来往，算活跃' })).toHaveValue('40');
  await expect(told).toHaveCount(0);
});
