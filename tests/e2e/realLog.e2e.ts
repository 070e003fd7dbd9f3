import type { Page } from '@playwright/test';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dayNumber, localDate, type LocalDate } from '../../shared/types/time.ts';
import { cdnow, cdnowText, writeCdnow } from '../helpers/cdnow.ts';
import { callFromPage } from './support/bridge.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { freshUserData, type Shop } from './support/shop.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const args = ['--today', cdnow.today];
const main = (page: Page) => page.getByRole('main');
const figure = (value: number): string => value.toLocaleString('zh-CN');

/** The days on which one customer of the log bought, in order, from the file itself. */
function purchaseDaysOf(customerNo: string): LocalDate[] {
  const days = cdnowText()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([number]) => number === customerNo)
    .map(([, date = '']) => localDate(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`));
  return [...new Set(days)].toSorted();
}

/** The middle of the gaps between purchase days; of two middles their mean. */
function rhythmOf(days: readonly LocalDate[]): number {
  const numbers = days.map(dayNumber);
  const gaps = numbers
    .slice(1)
    .map((day, index) => day - (numbers[index] ?? day))
    .toSorted((one, other) => one - other);
  const middle = gaps.length / 2;
  return ((gaps[Math.ceil(middle) - 1] ?? 0) + (gaps[Math.floor(middle)] ?? 0)) / 2;
}

/** The figures that must be on the screen, whatever way the store came by them. */
async function showsTheLog(page: Page): Promise<void> {
  await goTo(page, '/customers');
  await expect(page.getByRole('status').filter({ hasText: '位' })).toHaveText(`共 ${cdnow.customers} 位`);

  await goTo(page, '/segments');
  const groups = page.getByRole('complementary', { name: '分群' });
  await expect(groups.getByRole('button', { name: /重要价值/ })).toBeVisible();
  // Right after an import or a restore the run is still under way, and the page says so.
  await expect(groups.getByRole('status')).toHaveCount(0, { timeout: 60_000 });
  const counts = (await groups.getByRole('button').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')));
  const sum = (from: number, to: number): number => counts.slice(from, to).reduce((total, count) => total + count, 0);
  // Nine groups of the Chinese naming, three of value, three of activity, then the dormant.
  expect(counts).toHaveLength(16);
  expect([sum(0, 9), sum(9, 12), sum(12, 15)]).toEqual([cdnow.customers, cdnow.customers, cdnow.customers]);
  const cells = (await page.getByRole('group', { name: '最近与次数' }).getByRole('button').allInnerTexts()).map((text) =>
    Number(text.replace(/\D/g, '')),
  );
  expect(cells).toHaveLength(25);
  expect(cells.reduce((total, count) => total + count, 0)).toBe(cdnow.customers);
  await groups.getByText('RFM', { exact: true }).click();
  const named = (await groups.getByRole('button').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')));
  expect(named.slice(0, -7).reduce((total, count) => total + count, 0)).toBe(cdnow.customers);
}

/** The list names people, and what it says of one of them is what the file says. */
async function callsWithReason(page: Page): Promise<string> {
  await goTo(page, '/today');
  const { rows } = await callFromPage(page, 'callbacks.today', {});
  const found = rows.find(({ reasons }) => reasons[0]?.code === 'overdue' && reasons[0].params.basis === 'own');
  const reason = found?.reasons[0];
  if (found === undefined || reason?.code !== 'overdue') throw new Error('nobody is overdue by their own rhythm');
  const days = purchaseDaysOf(found.customerNo);
  const last = days.at(-1) ?? localDate('1970-01-01');
  const daysSince = dayNumber(localDate(cdnow.today)) - dayNumber(last);
  expect(reason.params).toMatchObject({ lastOn: last, daysSince, purchaseDays: days.length, rhythmDays: rhythmOf(days) });
  const row = page.getByRole('option', { name: new RegExp(found.name) });
  await expect(row).toContainText(`${daysSince} 天没来`);
  await expect(row).toContainText(`上次 ${last.slice(5)}`);
  await expect(row).toContainText(`平时 ${Math.round(rhythmOf(days))} 天来一次`);
  await expect(row).toContainText(`来过 ${days.length} 次`);
  return row.innerText();
}

async function importTheLog({ app, page }: Shop, file: string): Promise<void> {
  await answerOpenDialog(app, [file]);
  await goTo(page, '/imports');
  await main(page).getByRole('button', { name: '选文件' }).click();
  const start = main(page).getByRole('button', { name: `导入 ${cdnow.purchases} 行` });
  await expect(start).toBeVisible({ timeout: 60_000 });
  await expect(main(page).getByText('¥2,500,315.63')).toBeVisible();
  await start.click();
  const done = main(page).getByRole('alert').filter({ hasText: '导入好了' });
  await expect(done).toBeVisible({ timeout: 120_000 });
  await expect(done).toContainText(`顾客 ${figure(cdnow.customers)} 位 · 到店`);
  await expect(done).toContainText(`到店 ${figure(cdnow.purchases)} 次`);
  await expect(done).toContainText('¥2,500,315.63');
}

test('a real log through the window: import, segments, list, backup, a lost store, restore: the same figures', async ({
  open,
}) => {
  test.setTimeout(300_000);
  const userData = await freshUserData();
  const stick = join(userData, 'stick');
  await mkdir(stick);
  const shop = await open({ args, userData });
  await menuStands(shop.page);
  await importTheLog(shop, writeCdnow(userData));
  await showsTheLog(shop.page);
  const said = await callsWithReason(shop.page);

  await answerOpenDialog(shop.app, [stick]);
  await goTo(shop.page, '/backups');
  await main(shop.page).getByRole('button', { name: '选文件夹…' }).click();
  const proven = main(shop.page).getByText(/^备份好了，已核对/);
  await expect(proven).toBeVisible({ timeout: 120_000 });
  await expect(
    main(shop.page).getByText(`顾客 ${figure(cdnow.customers)} 位 · 到店 ${figure(cdnow.purchases)} 次`),
  ).toBeVisible();
  await shop.close();

  const [backup = ''] = await readdir(stick);
  for (const file of await readdir(userData)) if (file.startsWith('shop.db')) await rm(join(userData, file), { recursive: true });
  const again = await open({ args, userData });
  await menuStands(again.page);
  await goTo(again.page, '/customers');
  await expect(again.page.getByText('这里会是您的顾客')).toBeVisible();

  await answerOpenDialog(again.app, [join(stick, backup)]);
  await goTo(again.page, '/backups');
  await main(again.page).getByRole('button', { name: '用备份恢复' }).click();
  await expect(main(again.page).getByText(`顾客 ${cdnow.customers} 位，到店 ${cdnow.purchases} 次`)).toBeVisible({
    timeout: 60_000,
  });
  await main(again.page).getByRole('button', { name: '就用这一份' }).click();
  await expect(again.page.getByRole('link', { name: /今日.*人待联系/ })).toBeVisible({ timeout: 120_000 });
  await showsTheLog(again.page);
  expect(await callsWithReason(again.page)).toBe(said);
});
