import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { readPdf } from './support/pdf.ts';
import { unplugPrinters } from './support/printer.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const sell = async (page: Page) => {
  await callFromPage(page, 'settings.update', { changes: { shopName: '小满造型', receiptFooter: '谢谢光临' } });
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13800001001' });
  const lines = [
    { name: '染发', quantity: 1000, unitPriceCents: 280_00 },
    { name: '护发素', quantity: 2000, unitPriceCents: 35_20 },
  ];
  const { visitId } = await callFromPage(page, 'visits.record', { customerId, lines });
  return { customerId, visitId };
};
const shows = (path: string, text: string): void => {
  const { characters } = readPdf(readFileSync(path));
  expect([...text].filter((character) => !characters.has(character))).toEqual([]);
};

test('a receipt goes into a PDF of the roll’s width with its Chinese; without a printer one is told what to do (R053)', async ({
  open,
}, info) => {
  const { app, page } = await open();
  await menuStands(page);
  const { visitId } = await sell(page);
  await goTo(page, `/visits/${visitId}`);
  const pdf = info.outputPath('receipt.pdf');
  await answerSaveDialog(app, pdf);
  await page.getByRole('button', { name: '存成 PDF' }).press('Enter');
  await expect(page.getByText('已存为 receipt.pdf')).toBeVisible();
  shows(pdf, '小满造型染发护发素应收谢谢光临');
  const points = /\/MediaBox\s*\[\s*0 0 ([\d.]+)/.exec(readFileSync(pdf, 'latin1'))?.[1];
  // 58 mm in points of 1/72 inch.
  expect(Math.round((Number(points) / 72) * 25.4)).toBe(58);
  expect(readPdf(readFileSync(pdf)).pages).toBe(1);

  await unplugPrinters(app);
  await page.keyboard.press('Control+p');
  await expect(page.getByText(/没有找到打印机/)).toBeVisible();
});

test('a visit whose receipt finds no printer is in the books all the same, and one is told (R053)', async ({ open }) => {
  const { app, page } = await open();
  await menuStands(page);
  await callFromPage(page, 'settings.update', { changes: { receiptAtOnce: true } });
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await unplugPrinters(app);
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(page.getByRole('combobox', { name: '下一项' })).toBeFocused();
  await page.keyboard.type('剪发 68');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/没有找到打印机/)).toBeVisible();
  await expect(page.getByRole('tab').first()).toBeVisible();
  expect((await callFromPage(page, 'customers.findById', { customerId })).summary).toMatchObject({
    visitCount: 1,
    spendCents: 6800,
  });
});

test('a statement and a day’s sheet go into PDFs, by keyboard, and the log says so (R053)', async ({ open }, info) => {
  const { app, page } = await open();
  await menuStands(page);
  const { customerId } = await sell(page);
  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '更多' }).press('Enter');
  await page.getByRole('menuitem', { name: '打印对账单…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '打印对账单' });
  await expect(dialog.getByLabel('从')).toBeVisible();
  const statement = info.outputPath('statement.pdf');
  await answerSaveDialog(app, statement);
  await dialog.getByRole('button', { name: '存成 PDF' }).press('Enter');
  await expect(page.getByText('已存为 statement.pdf')).toBeVisible();
  shows(statement, '对账单王芳染发合计');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await goTo(page, '/visits');
  const day = info.outputPath('day.pdf');
  await answerSaveDialog(app, day);
  await page.getByRole('button', { name: '存成 PDF' }).press('Enter');
  await expect(page.getByText('已存为 day.pdf')).toBeVisible();
  shows(day, '日单到店王芳没有预约');
  const { entries } = await callFromPage(page, 'audit.list', {});
  expect(entries.filter(({ operation }) => operation === 'shell.printSheet')).toHaveLength(2);
});
