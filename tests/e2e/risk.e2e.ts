import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('who may be about to leave is listed with the facts, high value first, narrowed by keyboard, and leads to the card (R169, R170, R171)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21', '--demo'] });
  await menuStands(page);
  // Everybody has been judged: until then the classes still move.
  await expect.poll(async () => (await callFromPage(page, 'segments.overview', {})).asOf).toBe('2026-11-21');
  const { grades, rows, total } = await callFromPage(page, 'risk.list', {});
  expect(total).toBeGreaterThan(0);
  await goTo(page, '/segments');
  await page.getByRole('navigation', { name: '分群的各页' }).getByRole('link', { name: '快要走的人' }).press('Enter');
  const table = page.getByRole('table', { name: '快要走的人' });
  await expect(table.getByRole('row')).toHaveCount(Math.min(50, total) + 1);
  const first = table.getByRole('row').nth(1);
  await expect(first).toContainText(rows[0]?.name ?? '');
  await expect(first).toContainText(/天没来|少 \d+%|没解决|满意度|约了没来/);
  await expectAccessible(page);

  const high = grades.find(({ grade }) => grade === 'high')?.count ?? 0;
  await page.getByRole('radiogroup', { name: '风险' }).getByRole('radio', { name: /全部/ }).focus();
  await page.keyboard.press('ArrowRight');
  if (high === 0) await expect(page.getByText('这样筛没有人')).toBeVisible();
  else await expect(table.getByRole('row')).toHaveCount(Math.min(50, high) + 1);
  await page.keyboard.press('ArrowLeft');
  await expect(table.getByRole('row')).toHaveCount(Math.min(50, total) + 1);
  await page
    .getByRole('combobox', { name: '只看一种迹象' })
    .or(page.getByRole('textbox', { name: '只看一种迹象' }))
    .click();
  await page.getByRole('option', { name: '约了没来' }).click();
  const missed = (await callFromPage(page, 'risk.list', { sign: 'no_show' })).total;
  if (missed === 0) await expect(page.getByText('这样筛没有人')).toBeVisible();
  else await expect(table.getByRole('row')).toHaveCount(Math.min(50, missed) + 1);
  await page.keyboard.press('Escape');
  await goTo(page, '/segments/risk');
  await table.getByRole('link').first().press('Enter');
  await expect(page.getByRole('heading', { name: rows[0]?.name ?? '' }).first()).toBeVisible();
});
