import type { Page } from '@playwright/test';
import { pngOf } from '../helpers/pictures.ts';
import { callFromPage } from './support/bridge.ts';
import { asFromPhone, chooseFiles, photo } from './support/photos.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const tiles = (page: Page) => page.getByRole('listbox', { name: '照片与文件' }).getByRole('option');
/** The tab of photos and files of somebody new. */
const openFiles = async (page: Page): Promise<string> => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, `/customers/${customerId}?tab=files`);
  await expect(page.getByText('还没有照片或文件')).toBeVisible();
  return customerId;
};
const storedBytes = async (page: Page, attachmentId: string, variant: 'full' | 'thumbnail'): Promise<Buffer> => {
  const read = (part: number) => callFromPage(page, 'attachments.read', { attachmentId, variant, part });
  const { parts } = await read(0);
  const contents: Buffer[] = [];
  for (let part = 0; part < parts; part += 1) contents.push(Buffer.from((await read(part)).content, 'base64'));
  return Buffer.concat(contents);
};

test('a photo is pasted, and another is dropped onto the tab (X25)', async ({ shop: { page } }) => {
  await openFiles(page);
  const base64 = (await photo(page, '#4cc29a', 640, 480)).toString('base64');
  await page.evaluate((content) => {
    const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'image.jpg', { type: 'image/jpeg' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, base64);
  await expect(tiles(page)).toHaveCount(1);

  const dropped = await page.evaluateHandle((content) => {
    const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], '拖进来.jpg', { type: 'image/jpeg' }));
    return transfer;
  }, base64);
  const panel = page.getByText('也可以拖进来');
  await panel.dispatchEvent('dragenter', { dataTransfer: dropped });
  await expect(page.getByText('放开就加上')).toBeVisible();
  await panel.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('放开就加上')).toHaveCount(0);
  await expect(page.getByRole('option', { name: /拖进来\.jpg/ })).toBeVisible();
  await expect(tiles(page)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(tiles(page)).toHaveCount(1);
});

test('a photo from a phone is turned upright, and the place where it was taken is not stored (X25)', async ({
  shop: { page },
}) => {
  const customerId = await openFiles(page);
  const place = '31.2304N 121.4737E';
  const buffer = asFromPhone(await photo(page, '#5c6bc0', 600, 400), place);
  expect(buffer.includes(place)).toBe(true);
  await chooseFiles(page, [{ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer }]);
  await expect(tiles(page)).toHaveCount(1);
  const { rows } = await callFromPage(page, 'attachments.list', { customerId });
  expect(rows).toMatchObject([{ width: 400, height: 600 }]);
  for (const variant of ['full', 'thumbnail'] as const) {
    const stored = await storedBytes(page, rows[0]?.id ?? '', variant);
    expect(stored.length).toBeGreaterThan(500);
    for (const trace of ['Exif', 'EXIF', place, 'II*']) expect(stored.includes(trace), `${variant}: ${trace}`).toBe(false);
  }
});

test('a picture that is a program, a page of script or something else than its name says is refused in words (X25)', async ({
  shop: { page },
}) => {
  const customerId = await openFiles(page);
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "ran"</script></svg>';
  await chooseFiles(page, [
    { name: '图标.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(script) },
    { name: '伪装.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(script) },
    { name: '合同.pdf', mimeType: 'application/pdf', buffer: await photo(page, '#888888', 60, 40) },
    { name: '巨幅.png', mimeType: 'image/png', buffer: Buffer.from(pngOf(65_000, 65_000)) },
  ]);
  for (const name of ['图标.svg', '伪装.jpg', '合同.pdf'])
    await expect(page.getByRole('alert').filter({ hasText: `「${name}」不是能存的文件，或内容和名字对不上` })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: '「巨幅.png」这张照片的像素太多' })).toBeVisible();
  expect(await page.title()).not.toBe('ran');
  expect(await callFromPage(page, 'attachments.list', { customerId })).toMatchObject({ total: 0, usedBytes: 0 });
});

test('what no longer fits into the shop’s room is refused in words; what fits stays (X25)', async ({ shop: { page } }) => {
  const customerId = await openFiles(page);
  await callFromPage(page, 'settings.update', { changes: { attachmentQuotaMegabytes: 10 } });
  const pdf = (name: string, size: number) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.concat([Buffer.from(`%PDF-1.7\n${name}`), Buffer.alloc(size, 32)]),
  });
  await chooseFiles(page, [pdf('大.pdf', 9_000_000), pdf('多出来.pdf', 2_000_000), pdf('小.pdf', 1000)]);
  await expect(page.getByRole('alert').filter({ hasText: '照片和文件已经用满 10 MB，没有存' })).toBeVisible();
  await expect(tiles(page)).toHaveCount(2);
  const { rows, usedBytes } = await callFromPage(page, 'attachments.list', { customerId });
  expect(rows.map(({ name }) => name).toSorted()).toEqual(['大.pdf', '小.pdf'].toSorted());
  expect(usedBytes).toBeLessThan(10_000_000);
});

test('adding many photos can be stopped: those that were added stay, of the others nothing is stored (X25)', async ({
  shop: { page },
}) => {
  const customerId = await openFiles(page);
  const buffer = await photo(page, '#b98412', 3000, 2000);
  const count = 40;
  const names = Array.from({ length: count }, (_, index) => `照片${index}.jpg`);
  await chooseFiles(
    page,
    names.map((name) => ({ name, mimeType: 'image/jpeg', buffer })),
  );
  const stop = page.getByRole('region', { name: '正在加' }).getByRole('button', { name: '停下' });
  await stop.focus();
  await page.keyboard.press('Enter');
  await expect(stop).toHaveCount(0);
  const stopped = await page.getByText('停下了，没有加').count();
  expect(stopped).toBeGreaterThan(0);
  const { total } = await callFromPage(page, 'attachments.list', { customerId });
  expect(total + stopped).toBe(count);
});

test('a gallery of more than two hundred is read on to its end, also by the arrow keys of the viewer (X25)', async ({
  shop: { page },
}) => {
  test.setTimeout(180_000);
  await openFiles(page);
  const count = 205;
  await chooseFiles(
    page,
    Array.from({ length: count }, (_, index) => ({
      name: `记录${index}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`第 ${index} 份`),
    })),
  );
  await expect(page.getByText('共 205 个')).toBeVisible({ timeout: 90_000 });
  await expect(tiles(page)).toHaveCount(100);
  await tiles(page).first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog');
  await expect(viewer.getByText('100 / 205')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(viewer.getByText('99 / 205')).toBeVisible();
  await expect(tiles(page).or(page.locator('[role="option"]'))).toHaveCount(200);
  for (const position of [100, 101]) {
    await page.keyboard.press('ArrowRight');
    await expect(viewer.getByText(`${position} / 205`)).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await page.getByRole('button', { name: '继续列出，还有 5 条' }).focus();
  await page.keyboard.press('Enter');
  await expect(tiles(page)).toHaveCount(count);
});
