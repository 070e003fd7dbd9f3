import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pngOf } from '../helpers/pictures.ts';
import { callFromPage } from './support/bridge.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { chooseFiles, photo } from './support/photos.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('photos and a file are added several at once, shrunk and bare, looked at by keys, compared, deleted and brought back (X25)', async ({
  shop: { page, app, userData },
}) => {
  test.setTimeout(120_000);
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, `/customers/${customerId}?tab=files`);
  await expect(page.getByText('还没有照片或文件')).toBeVisible();
  await chooseFiles(page, [
    { name: '之前.jpg', mimeType: 'image/jpeg', buffer: await photo(page, '#8d6e63') },
    { name: '之后.jpg', mimeType: 'image/jpeg', buffer: await photo(page, '#4cc29a', 900, 1600) },
    { name: '同意书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nsigned') },
    { name: '木马.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\u0090\0\u0003') },
  ]);
  const gallery = page.getByRole('listbox', { name: '照片与文件' });
  await expect(gallery.getByRole('option')).toHaveCount(3);
  await expect(page.getByRole('alert').filter({ hasText: '「木马.jpg」不是能存的文件' })).toBeVisible();
  const stored = await callFromPage(page, 'attachments.list', { customerId });
  expect(stored.rows.find(({ name }) => name === '之前.jpg')).toMatchObject({ width: 1600, height: 1200 });
  await page.getByRole('button', { name: '收起' }).click();

  await gallery.getByRole('option').first().focus();
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog');
  await expect(viewer).toBeVisible();
  await expect(viewer.getByText('1 / 3')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByText('2 / 3')).toBeVisible();
  await expect(viewer.locator('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);

  // Both photos, chosen with the space bar, side by side.
  await gallery.getByRole('option', { name: /之前/ }).focus();
  await page.keyboard.press('Space');
  await gallery.getByRole('option', { name: /之后/ }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '前后对比' }).focus();
  await page.keyboard.press('Enter');
  await expect(viewer.locator('img')).toHaveCount(2);
  await viewer.getByRole('button', { name: '记为前后对比' }).click();
  await expect(viewer.getByRole('button', { name: '不再作对比' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: '前后对比' }).getByRole('button')).toHaveCount(1);

  await page.getByRole('button', { name: '删除', exact: true }).click();
  await expect(gallery.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(gallery.getByRole('option')).toHaveCount(3);

  const copy = join(userData, '另存.pdf');
  await answerSaveDialog(app, copy);
  await gallery.getByRole('option', { name: /同意书/ }).focus();
  await page.keyboard.press('Enter');
  await viewer.getByRole('button', { name: '另存一份' }).click();
  await expect(page.getByText('已存为「另存.pdf」')).toBeVisible();
  expect(await readFile(copy, 'utf8')).toBe('%PDF-1.7\nsigned');
});

test('hostile pictures are refused by name and nothing of them is stored (X25)', async ({ shop: { page } }) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, `/customers/${customerId}?tab=files`);
  const whole = await photo(page, '#888888', 600, 400);
  const bomb = Buffer.from(pngOf(30_000, 30_000));
  await chooseFiles(page, [
    { name: '残片.jpg', mimeType: 'image/jpeg', buffer: whole.subarray(0, Math.floor(whole.length / 2)) },
    { name: '炸弹.png', mimeType: 'image/png', buffer: bomb },
  ]);
  await expect(page.getByText('「残片.jpg」这张照片不完整')).toBeVisible();
  await expect(page.getByText('「炸弹.png」这张照片的像素太多')).toBeVisible();
  expect(await callFromPage(page, 'attachments.list', { customerId })).toMatchObject({ total: 0, usedBytes: 0 });
});
