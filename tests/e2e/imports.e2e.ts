import type { Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compoundOf } from '../helpers/compound.ts';
import { workbook } from '../helpers/spreadsheets.ts';
import { callFromPage } from './support/bridge.ts';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts';
import type { Shop } from './support/shop.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const main = (page: Page) => page.getByRole('main');

/** A member list as old programs write it: a title, figures for genders, one day of birth for many, a password, totals. */
const members = workbook({
  说明: [['导出说明']],
  会员: [
    ['某某店会员资料'],
    ['会员编号', '姓名', '手机号', '性别', '生日', '剩余积分', '消费密码'],
    ...Array.from({ length: 12 }, (_, at) => [
      String(701 + at),
      `客人${'甲乙丙丁戊己庚辛壬癸子丑'[at] ?? ''}`,
      `1380000${String(1001 + at)}`,
      String(1 + (at % 2)),
      at < 6 ? '2019-06-01' : `19${70 + at}-03-0${1 + (at % 9)}`,
      10 * at,
      '8888',
    ]),
    ['713', '号码坏了', '1.38E+10', '1', '', 0, '8888'],
    ['合计', '', '', '', '', 660, ''],
  ],
});

test('a member list in a spreadsheet is looked at, questioned, imported and taken back, by keyboard (R189, R201)', async ({
  shop,
}) => {
  const { page, app, userData } = shop;
  await menuStands(page);
  await callFromPage(page, 'customers.create', { name: '客人甲', phone: '13800001001', note: '旧备注' });
  const file = join(userData, '会员.csv');
  await writeFile(file, members);
  await answerOpenDialog(app, [file]);
  await goTo(page, '/imports');
  await main(page).getByRole('button', { name: '选文件' }).press('Enter');
  await expect(main(page).getByText(/Excel 表格 · .*7 列/)).toBeVisible();
  await expect(main(page).getByLabel('哪一张表')).toHaveValue('1');
  await expect(main(page).getByLabel('列名在哪一行')).toHaveValue('2');
  await expect(main(page).getByText('密码一类，不导入')).toBeVisible();
  await expect(main(page).getByText('性别写的是数字，请认一认')).toBeVisible();
  await expect(main(page).getByText(/2019-06-01 有 6 人/)).toBeVisible();

  await main(page).getByRole('radio', { name: '1 男 · 2 女 · 0 未知' }).focus();
  await page.keyboard.press('Space');
  // A meaning is found by typing a word of it; the list says under which heading it stands.
  const meaning = main(page).getByRole('combobox', { name: '「剩余积分」的意思' });
  await meaning.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('备注');
  await expect(page.getByRole('option', { name: '备注', exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(meaning).toHaveValue('备注');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('积分');
  await page.keyboard.press('Enter');
  await expect(meaning).toHaveValue('积分');
  await main(page).getByLabel('按什么认人').selectOption('phone');
  await answerSaveDialog(app, join(userData, '没有导入的行.csv'));
  await main(page).getByRole('button', { name: '存成文件去改' }).press('Enter');
  await expect
    .poll(() => readFile(join(userData, '没有导入的行.csv'), 'utf8').catch(() => ''))
    .toContain('"713","号码坏了","1.38E+10"');

  await expect(main(page).getByRole('status').getByText('新增 11 · 更新 1 · 跳过 1 · 读不懂 1')).toBeVisible();
  await main(page).getByRole('button', { name: '导入 12 行' }).press('Enter');
  await expect(main(page).getByText('导入好了')).toBeVisible();
  const { rows } = await callFromPage(page, 'customers.list', { limit: 50 });
  expect(rows).toHaveLength(12);

  // Refused rows stay with the import, so that they can be mended another day.
  await answerSaveDialog(app, join(userData, '又存一次.csv'));
  await main(page).getByRole('button', { name: '读不懂的 1 行…' }).press('Enter');
  await expect.poll(() => readFile(join(userData, '又存一次.csv'), 'utf8').catch(() => '')).toContain('1.38E+10');

  await main(page).getByRole('button', { name: '整份撤回' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/它带来的 11 位新顾客会拿走/)).toBeVisible();
  await expect(dialog.getByText(/它更新过的 1 行会变回导入前的样子/)).toBeVisible();
  await dialog.getByRole('button', { name: '整份撤回' }).press('Enter');
  await expect(page.getByText(/已撤回：拿走顾客 11 位/)).toBeVisible();
  const { rows: left } = await callFromPage(page, 'customers.list', { limit: 50 });
  expect(left.map(({ name }) => name)).toEqual(['客人甲']);
});

/** Chooses a file on the page by keyboard, as if the person had picked it in the system's dialog. */
const choose = async ({ page, app, userData }: Shop, name: string, content: string | Buffer): Promise<void> => {
  const file = join(userData, name);
  await writeFile(file, content);
  await answerOpenDialog(app, [file]);
  await main(page)
    .getByRole('button', { name: /选文件|换一个文件|再导一个文件/ })
    .first()
    .press('Enter');
};

test('a phone’s address book of several people comes in by keyboard, pictures said and left out (R189)', async ({ shop }) => {
  const { page } = shop;
  await menuStands(page);
  await goTo(page, '/imports');
  const book =
    'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=\r\n=E8=8A=B3\r\nTEL;CELL:138-0000-0001\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n\r\nEND:VCARD\r\n' +
    'BEGIN:VCARD\r\nVERSION:3.0\r\nN:李;雷;;;\r\nitem1.TEL;type=pref:13800000002\r\nBDAY;VALUE=date:--05-02\r\nEND:VCARD\r\n';
  await choose(shop, '通讯录.csv', book);
  await expect(main(page).getByText(/通讯录 · .*手机通讯录/)).toBeVisible();
  await expect(main(page).getByText('不是文字的内容不导入：PHOTO')).toBeVisible();
  await main(page).getByRole('button', { name: '导入 2 行' }).press('Enter');
  await expect(main(page).getByText('导入好了')).toBeVisible();
  const { rows } = await callFromPage(page, 'customers.list', { limit: 50 });
  expect(rows.map(({ name }) => name).toSorted()).toEqual(['李雷', '王芳'].toSorted());
});

test('old and odd spreadsheets are read in their own thread, and a locked one says what to do (R189)', async ({ shop }) => {
  const { page } = shop;
  await menuStands(page);
  await goTo(page, '/imports');
  const rows = [
    ['姓名', '手机号'],
    ['王芳', '13800000001'],
  ];
  await choose(shop, '会员.xls', workbook({ a: rows }, 'biff8'));
  await expect(main(page).getByText(/旧版 Excel 表格 · 2 列/)).toBeVisible();
  await choose(shop, '会员2.xls', workbook({ a: rows }, 'html'));
  await expect(main(page).getByText(/网页表格 · .*2 列/)).toBeVisible();
  await choose(
    shop,
    '密码.xlsx',
    compoundOf({ '/EncryptionInfo': Buffer.alloc(200, 4), '/EncryptedPackage': Buffer.alloc(5000, 7) }),
  );
  await expect(main(page).getByText('这份表格设了密码，读不了。另存一份不带密码的再选。')).toBeVisible();
});

test('an import of 100,000 rows stopped in the middle leaves the shop as it was (R189)', async ({ shop }) => {
  test.slow();
  const { page } = shop;
  await menuStands(page);
  await callFromPage(page, 'customers.create', { name: '老顾客' });
  await goTo(page, '/imports');
  const lines = Array.from({ length: 100_000 }, (_, at) => `${at + 1},客人${at + 1},138${String(10_000_000 + at)}`);
  await choose(shop, '十万.csv', ['会员编号,姓名,手机号', ...lines].join('\n'));
  const start = main(page).getByRole('button', { name: /导入 100,?000 行/ });
  await expect(start).toBeEnabled({ timeout: 120_000 });
  await start.press('Enter');
  await expect(main(page).getByText('正在导入…')).toBeVisible();
  await main(page).getByLabel('开始导入').getByRole('button', { name: '取消' }).press('Enter');
  await expect(main(page).getByText('已停下，店里的资料没有变。')).toBeVisible({ timeout: 60_000 });
  const { total } = await callFromPage(page, 'customers.list', {});
  expect(total).toBe(1);
  // Nothing chosen was lost: it can be started again from here.
  await expect(start).toBeEnabled();
});

test('an import goes on while somebody looks at other pages, which tell how far it is and lead back (R189)', async ({ shop }) => {
  test.slow();
  const { page } = shop;
  await menuStands(page);
  await goTo(page, '/imports');
  const lines = Array.from({ length: 20_000 }, (_, at) => `${at + 1},客人${at + 1},138${String(10_000_000 + at)}`);
  await choose(shop, '两万.csv', ['会员编号,姓名,手机号', ...lines].join('\n'));
  const start = main(page).getByRole('button', { name: /导入 20,?000 行/ });
  await expect(start).toBeEnabled({ timeout: 60_000 });
  await start.press('Enter');
  await expect(main(page).getByText('正在导入…')).toBeVisible();
  await page.keyboard.press('F4');
  const toast = page.getByRole('alert').filter({ hasText: '正在导入…' });
  await expect(toast).toBeVisible();
  await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible();
  await toast.getByRole('button', { name: '去看看' }).press('Enter');
  await expect(main(page).getByText('导入好了')).toBeVisible({ timeout: 120_000 });
  await goTo(page, '/today');
  const { total } = await callFromPage(page, 'customers.list', {});
  expect(total).toBe(20_000);
});
