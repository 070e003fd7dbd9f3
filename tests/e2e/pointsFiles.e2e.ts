import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workbook } from '../helpers/spreadsheets.ts';
import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('points come by a spreadsheet, seen row by row before, refused rows saved, and the whole undone, by keyboard (X67)', async ({
  shop: { page, app, userData },
}) => {
  await menuStands(page);
  const main = page.getByRole('main');
  const { customerId: wang } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13800000001' });
  const { customerId: li } = await callFromPage(page, 'customers.create', { name: '李雷', phone: '13800000002' });
  await callFromPage(page, 'loyalty.adjust', { customerId: li, points: 50, reason: '原有' });
  const balances = async () => [
    (await callFromPage(page, 'loyalty.account', { customerId: wang })).balance,
    (await callFromPage(page, 'loyalty.account', { customerId: li })).balance,
  ];
  const file = join(userData, '补分.xlsx');
  await writeFile(
    file,
    workbook({
      补分: [
        ['手机号', '姓名', '加减积分', '备注'],
        ['13800000001', '王芳', 30, ''],
        ['13800000002', '李雷', -20, '记错了'],
        ['13800000003', '', 5, ''],
        ['13800000002', '韩梅梅', 5, ''],
      ],
    }),
  );
  await answerOpenDialog(app, [file]);
  await goTo(page, '/loyalty');
  await main.getByRole('link', { name: '按文件加减' }).press('Enter');
  await expect(main.getByText('还没有按文件加减过。')).toBeVisible();
  await main.getByRole('button', { name: '选文件' }).press('Enter');
  const seen = main.getByRole('table', { name: '加减后会是这样' });
  // Without a reason of its own, nor one of the file, nothing is given.
  await expect(seen.getByRole('row', { name: /王芳/ })).toContainText('没有原因');
  await main.getByRole('textbox', { name: '原因' }).focus();
  await page.keyboard.type('周年庆');
  await page.keyboard.press('Enter');
  await expect(seen.getByRole('row', { name: /王芳/ })).toContainText('+30030周年庆');
  await expect(seen.getByRole('row', { name: /^李雷|记错了/ })).toContainText('-205030记错了');
  await expect(seen.getByRole('row', { name: /13800000003/ })).toContainText('店里没有这位顾客');
  await expect(seen.getByRole('row', { name: /韩梅梅/ })).toContainText('姓名对不上：店里叫李雷');
  await expect(main.getByRole('status')).toHaveText('2 行 · 2 位顾客 · 加 30 · 减 20');
  expect(await balances()).toEqual([0, 50]);
  await expectAccessible(page);

  const refused = join(userData, '没有加减的行.csv');
  await answerSaveDialog(app, refused);
  await main.getByRole('button', { name: '不加减的存成文件去改' }).press('Enter');
  await expect
    .poll(() => readFile(refused, 'utf8').catch(() => ''))
    .toContain('"13800000002","韩梅梅","5","","5","姓名对不上：店里叫李雷"');

  await main.getByRole('button', { name: '加减 2 行' }).press('Enter');
  await expect(page.getByText('按文件加减了 2 行积分')).toBeVisible();
  const history = main.getByRole('table', { name: '加减过的文件' });
  await expect(history.getByRole('row', { name: /补分\.xlsx/ })).toContainText('+30 / -20');
  expect(await balances()).toEqual([30, 30]);

  // The very file again is told, and nothing happens by itself.
  await main.getByRole('button', { name: '选文件' }).press('Enter');
  await expect(main.getByText('这个文件加减过了')).toBeVisible();
  await expect(main.getByRole('button', { name: /仍然再加减/ })).toBeVisible();
  await main.getByRole('button', { name: '取消' }).press('Enter');

  // What was spent meanwhile stays, and says so.
  await callFromPage(page, 'settings.update', { changes: { pointsMayGoNegative: false } });
  await callFromPage(page, 'loyalty.redeem', { customerId: wang, points: 25, reason: '换礼' });
  await main.getByRole('button', { name: '整份撤销「补分.xlsx」' }).press('Enter');
  await expect(page.getByText(/撤销了 1 行，1 行没有/)).toBeVisible();
  expect(await balances()).toEqual([5, 50]);
  await main.getByRole('button', { name: '看每一行「补分.xlsx」' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /王芳/ })).toContainText('积分不够减');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await callFromPage(page, 'loyalty.adjust', { customerId: wang, points: 25, reason: '退礼' });
  await main.getByRole('button', { name: '撤销剩下的「补分.xlsx」' }).press('Enter');
  await expect(history.getByRole('row', { name: /补分\.xlsx/ })).toContainText('已撤销');
  expect(await balances()).toEqual([0, 50]);
});

test('ten thousand rows are seen and applied while the desk goes on, also from another page (X67)', async ({ open }) => {
  test.setTimeout(240_000);
  const { page, app, userData } = await open({ args: ['--today', '2026-11-21', '--demo'] });
  await menuStands(page);
  const main = page.getByRole('main');
  const numbers: string[] = [];
  for (let offset = 0; ; offset += 200) {
    const { rows } = await callFromPage(page, 'customers.list', { offset, limit: 200 });
    numbers.push(...rows.map(({ number }) => number));
    if (rows.length < 200) break;
  }
  const ROWS = 10_000;
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `${numbers[at % numbers.length] ?? ''},${1 + Math.floor(at / numbers.length)},补`,
  );
  const file = join(userData, '周年庆.csv');
  await writeFile(file, ['会员编号,加减积分,原因', ...rows].join('\n'));
  await answerOpenDialog(app, [file]);
  await goTo(page, '/loyalty/points-file');
  await main.getByRole('button', { name: '选文件' }).press('Enter');
  await main.getByRole('button', { name: '加减 10000 行' }).press('Enter', { timeout: 60_000 });
  await expect(main.getByText('正在加减，前台可以照常用…')).toBeVisible();
  // The desk works on: another page, a new customer.
  await goTo(page, '/customers');
  await callFromPage(page, 'customers.create', { name: '新来的' });
  await expect(page.getByText('按文件加减了 10000 行积分')).toBeVisible({ timeout: 180_000 });
  await goTo(page, '/loyalty/points-file');
  await expect(main.getByRole('table', { name: '加减过的文件' }).getByRole('row', { name: /周年庆\.csv/ })).toContainText(
    '10,000',
  );
});
