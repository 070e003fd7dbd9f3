import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};
const records = async (page: Page, customerId: string) =>
  (await callFromPage(page, 'serviceRecords.list', { customerId })).rows.map(({ entries }) =>
    Object.fromEntries(entries.map(({ key, value }) => [key, value])),
  );

test('a colour formula is written down, repeated with one key and compared, without the mouse (R067, X24)', async ({ open }) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  await goTo(page, `/customers/${customerId}?tab=records`);
  await page.getByRole('button', { name: '记一笔：染发配方' }).press('Enter');
  await expect(page.getByRole('textbox', { name: '品牌' })).toBeFocused();
  for (const text of ['施华蔻', '6.1', '60', '9', '1:1.5', '35']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已记下染发配方')).toBeVisible();
  await expect(page.getByRole('list', { name: '服务记录' })).toContainText('60 g');
  expect(await records(page, customerId)).toEqual([
    { brand: '施华蔻', shade: '6.1', grams: 60, developer: 9, ratio: '1:1.5', minutes: 35 },
  ]);

  // One key: all of it again, the cursor where something is likely to change.
  await page.keyboard.press('r');
  await expect(page.getByText('照 2026-11-21 的填好了，改变了的就行。')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '效果' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: '染膏用量' })).toHaveValue('60');
  await page.getByRole('textbox', { name: '染膏用量' }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('75');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: '服务记录' }).getByRole('listitem')).toHaveCount(2);
  expect((await records(page, customerId)).map(({ grams, brand }) => [grams, brand])).toEqual([
    [75, '施华蔻'],
    [60, '施华蔻'],
  ]);

  // The third time it knows what changes: the grams.
  await page.getByRole('button', { name: '重复 2026-11-21 的染发配方' }).first().press('Enter');
  await expect(page.getByRole('textbox', { name: '染膏用量' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: '染膏用量' })).toHaveCount(0);

  await page.getByRole('button', { name: '对比 2026-11-21 的染发配方' }).first().press('Enter');
  const side = page.getByRole('region', { name: '染发配方：两次对比' });
  await expect(side).toContainText('1 处不同');
  await expect(side.getByRole('row', { name: /染膏用量/ })).toContainText('75 g 变了');
  expect(await faultsOf(page)).toEqual([]);

  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('tabpanel')).toContainText('染发配方');
});

test('a record is corrected and taken away, each with its undo; the shop defines a type of its own in English (X24)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21', '--lang', 'en'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: 'Fang Wang' });
  await goTo(page, '/settings/records');
  await page.getByRole('button', { name: 'New type' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('Perm');
  await page.getByRole('textbox', { name: 'Name of field 1' }).fill('Lotion');
  await page.getByRole('button', { name: 'Add a field' }).focus();
  await expect(page.getByRole('button', { name: 'Add a field' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Name of field 1' })).toHaveValue('Lotion');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name of field 2' }).fill('Rods');
  await page.getByRole('textbox', { name: 'Unit of field 2' }).fill('mm');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Added “Perm”')).toBeVisible();
  await goTo(page, `/customers/${customerId}?tab=records`);
  await page.getByRole('button', { name: 'Record: Perm' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Lotion' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Fill in at least one field or the note')).toBeVisible();
  await page.getByRole('textbox', { name: 'Lotion' }).focus();
  await page.keyboard.type('Mild');
  await page.keyboard.press('Control+Enter');
  const list = page.getByRole('list', { name: 'Service records' });
  await expect(list).toContainText('Mild');
  await page.getByRole('button', { name: 'Edit Perm of 2026-11-21' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Lotion' })).toBeFocused();
  await page.keyboard.type('Strong');
  await page.keyboard.press('Control+Enter');
  await expect(list).toContainText('Strong');
  await page.keyboard.press('Control+z');
  await expect(list).toContainText('Mild');
  await page.getByRole('button', { name: 'Delete Perm of 2026-11-21' }).press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(list.getByRole('listitem')).toHaveCount(1);
});
