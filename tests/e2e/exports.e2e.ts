import AxeBuilder from '@axe-core/playwright';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callFromPage } from './support/bridge.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { readPdf } from './support/pdf.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('customers are written into a file by keyboard, and that they left is kept', async ({ shop: { app, page, userData } }) => {
  await menuStands(page);
  await callFromPage(page, 'customers.create', { name: '王芳', phone: '+86 138 1234 2210', note: '=1+1' });
  const file = join(userData, 'people.csv');
  await answerSaveDialog(app, file);
  await page.keyboard.press('Alt+5');
  await page.getByRole('radio', { name: '导出', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { level: 1, name: '导出' })).toBeVisible();
  await page.getByRole('button', { name: '只要姓名和电话' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: '备注' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '选位置，导出' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('写好了：people.csv，1 行')).toBeVisible();
  expect(readFileSync(file, 'utf8')).toBe("\ufeff姓名,手机号,备注\r\n王芳,'+86 138 1234 2210,'=1+1\r\n");
  await expect(page.getByRole('row', { name: /people\.csv/ })).toBeVisible();
});

test('a place that cannot be written to is said, and the choice stays', async ({ shop: { app, page, userData } }) => {
  await menuStands(page);
  await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, '/exports');
  await answerSaveDialog(app, join(userData, 'no such folder', 'people.csv'));
  await page.getByRole('radio', { name: /Zoho CRM/ }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '选位置，导出' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('radio', { name: /Zoho CRM/ })).toBeChecked();
});

test('X41: labels are looked at and saved as a PDF of one label a household', async ({ shop: { app, page, userData } }) => {
  await menuStands(page);
  const addresses = ['中山路8号301室', '中山路 8 号 301 室', '湖滨南路1号'];
  for (const [at, name] of ['张丽', '李强', '<b>王芳</b>'].entries())
    await callFromPage(page, 'customers.create', { name, region: '厦门', address: addresses[at] ?? '' });
  await callFromPage(page, 'customers.create', { name: '周洁' });
  const file = join(userData, 'labels.pdf');
  await answerSaveDialog(app, file);
  await goTo(page, '/exports?what=labels');
  // Nobody was asked yet, so nobody is written to until that is wanted (R190).
  await expect(page.getByText('4 位没有问过愿不愿意收，没有算进来。')).toBeVisible();
  await page.getByLabel('只寄给同意邮寄的人').press('Space');
  await expect(page.getByText('3 位顾客，2 枚标签，1 张纸。')).toBeVisible();
  await expect(page.getByText(/1 位没有地址.*周洁/)).toBeVisible();
  await expect(page.getByRole('img', { name: '第一张标签纸的样子' }).getByText('张丽 李强 收')).toBeVisible();
  await page.getByLabel('从第几枚开始').fill('24');
  await expect(page.getByText('3 位顾客，2 枚标签，2 张纸。')).toBeVisible();
  await page.getByRole('button', { name: '存成 PDF' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/写好了：labels\.pdf，2 枚，2 张纸/)).toBeVisible();
  const { pages, characters } = readPdf(readFileSync(file));
  expect(pages).toBe(2);
  for (const character of '张丽李强王芳中山路室') expect(characters).toContain(character);
  expect(characters).not.toContain('周');
  await expect(page.getByRole('row', { name: /labels\.pdf/ })).toBeVisible();
  expect(existsSync(`${file}.part`)).toBe(false);
  await expect.poll(() => app.windows().length).toBe(1);
});

test('the page can be read by everyone', async ({ shop: { page } }) => {
  await menuStands(page);
  for (const what of ['customers', 'purchases', 'labels']) {
    await goTo(page, `/exports?what=${what}`);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test('whoever is marked in the list goes into the file, and nobody else', async ({ shop: { app, page, userData } }) => {
  await menuStands(page);
  for (const name of ['王芳', '李强', '陈晨']) await callFromPage(page, 'customers.create', { name });
  const file = join(userData, 'some.csv');
  await answerSaveDialog(app, file);
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('row', { name: /李强/ })).toBeVisible();
  await page.locator('#customers-list').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '导出…' }).press('Enter');
  await expect(page.getByText('在列表里选的 1 位顾客')).toBeVisible();
  await page.getByRole('button', { name: '选位置，导出' }).press('Enter');
  await expect(page.getByText('写好了：some.csv，1 行')).toBeVisible();
  expect(readFileSync(file, 'utf8').trimEnd().split('\r\n')).toHaveLength(2);
  await page.getByRole('button', { name: '改为全部' }).press('Enter');
  await expect(page.getByText('全部顾客', { exact: true })).toBeVisible();
});
