import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQrPixels } from '../helpers/qr.ts';
import { callFromPage } from './support/bridge.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { readPdf } from './support/pdf.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const violations = async (page: Page) => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations;

// Here the system keeps no secrets, so a passphrase is asked for at each start; with a keyring nothing is (tests of the gate).
test('records are locked from the settings, opened in the morning by passphrase, and with the sheet when it is forgotten (R191)', async ({
  open,
}) => {
  const first = await open();
  await menuStands(first.page);
  await callFromPage(first.page, 'customers.create', { name: '尉迟敏仪', phone: '13812342210' });
  await goTo(first.page, '/settings');
  await first.page.getByRole('button', { name: '加密资料…' }).press('Enter');
  await first.page.getByLabel('开门口令').fill('开门大吉 2026');
  await first.page.keyboard.press('Tab');
  await first.page.keyboard.press('Tab');
  await first.page.getByLabel('再输一遍').fill('开门大吉 2025');
  await expect(first.page.getByText('两遍不一样')).toBeVisible();
  await first.page.getByLabel('再输一遍').fill('开门大吉 2026');
  expect(await violations(first.page)).toEqual([]);
  await first.page.getByLabel('再输一遍').press('Enter');

  const words = first.page.locator('[data-word]');
  await expect(words).toHaveCount(12);
  const sheet = await words.allTextContents();
  expect(await violations(first.page)).toEqual([]);
  // Not by Escape, and not before they are on paper.
  await first.page.keyboard.press('Escape');
  await expect(first.page.getByRole('button', { name: '完成' })).toBeDisabled();
  await first.page.getByLabel('恢复单已在纸上，放在安全的地方').press('Space');
  await first.page.getByRole('button', { name: '完成' }).press('Enter');
  await expect(first.page.getByText('资料已加密')).toBeVisible();
  expect((await callFromPage(first.page, 'customers.list', {})).rows).toHaveLength(1);
  await first.close();

  const morning = await open({ userData: first.userData });
  await expect(morning.page.getByRole('heading', { name: '资料锁着' })).toBeVisible();
  expect(await violations(morning.page)).toEqual([]);
  await morning.page.keyboard.type('开门大吉 2025');
  await morning.page.keyboard.press('Enter');
  await expect(morning.page.getByText('这打不开这份资料')).toBeVisible();
  await morning.page.keyboard.press('Control+a');
  await morning.page.keyboard.type('开门大吉 2026');
  await morning.page.keyboard.press('Enter');
  await menuStands(morning.page);
  await morning.close();

  const forgotten = await open({ userData: first.userData });
  await forgotten.page.getByRole('button', { name: '忘了口令，用恢复单' }).press('Enter');
  await forgotten.page.keyboard.type(sheet.join(' '));
  await forgotten.page.keyboard.press('Enter');
  await menuStands(forgotten.page);
  expect((await callFromPage(forgotten.page, 'customers.list', {})).rows.map(({ name }) => name)).toEqual(['尉迟敏仪']);
});

/** What a scanner held against the screen reads: the picture is looked at as it was drawn, pixel by pixel. */
const scanned = async (page: Page): Promise<string | null> => {
  const picture = await page.getByRole('img', { name: '恢复码的二维码' }).screenshot();
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const data = pen?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    return { pixels: [...data], width: image.width, height: image.height };
  }, picture.toString('base64'));
  return readQrPixels(Uint8ClampedArray.from(pixels), width, height);
};

test('the recovery sheet is printed, saved as a PDF and scanned; its code is nowhere after the dialog is closed (R191)', async ({
  open,
}) => {
  const shop = await open();
  const { app, page, userData } = shop;
  await menuStands(page);
  await callFromPage(page, 'settings.update', { changes: { shopName: '小满造型' } });
  await callFromPage(page, 'customers.create', { name: '尉迟敏仪', phone: '13812342210' });
  await app.evaluate(({ clipboard }) => clipboard.writeText('before'));
  await goTo(page, '/settings');
  await page.getByRole('button', { name: '加密资料…' }).press('Enter');
  await page.getByLabel('开门口令').fill('开门大吉 2026');
  await page.getByLabel('再输一遍').fill('开门大吉 2026');
  await page.getByLabel('再输一遍').press('Enter');
  await expect(page.locator('[data-word]')).toHaveCount(12);
  const chinese = await page.locator('[data-word]').allTextContents();
  const read = await scanned(page);
  expect(read).toMatch(/^[A-Z]+( [A-Z]+){11}$/);
  const code = read ?? '';

  // No printer stands here, and that is said; whatever the system calls a printer would open its own dialog.
  await page.getByRole('button', { name: '打印恢复单…' }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '没有装打印机' })).toBeVisible();
  const file = join(userData, 'sheet.pdf');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: '存成 PDF…' }).press('Enter');
  await expect(page.getByText('写好了：sheet.pdf')).toBeVisible();
  const pdf = readPdf(readFileSync(file));
  expect(pdf.pages).toBe(1);
  for (const character of [...Array.from('恢复单小满造型'), ...chinese]) expect(pdf.characters).toContain(character);
  // Nobody's name is on it: these characters stand nowhere in its words.
  for (const character of '尉迟敏仪') if (!chinese.includes(character)) expect(pdf.characters).not.toContain(character);

  await page.getByRole('radio', { name: '英文' }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('[data-word]').first()).toHaveText((code.split(' ')[0] ?? '').toLowerCase());
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('恢复单已在纸上，放在安全的地方').press('Space');
  await page.getByRole('button', { name: '完成' }).press('Enter');
  await expect(page.getByText('资料已加密')).toBeVisible();

  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('before');
  const english = code.toLowerCase();
  expect(await keptIn(page, [english, code, chinese.join(' '), chinese.join('')])).toEqual([]);
  const log = join(userData, 'main.log');
  const logged = existsSync(log) ? readFileSync(log, 'utf8') : '';
  for (const form of [english, code, chinese.join(' '), chinese.join('')]) expect(logged).not.toContain(form);
  await shop.close();

  const morning = await open({ userData });
  await morning.page.getByRole('button', { name: '忘了口令，用恢复单' }).press('Enter');
  await morning.page.keyboard.type(code);
  await morning.page.keyboard.press('Enter');
  await menuStands(morning.page);
});

/** Which of these texts the page's memory still holds, after its rubbish was collected. */
const keptIn = async (page: Page, texts: readonly string[]): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  const pieces: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const memory = pieces.join('');
  return texts.filter((text) => memory.includes(text));
};
