import type { Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workbook } from '../helpers/spreadsheets.ts';
import { callFromPage } from './support/bridge.ts';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts';
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
  await main(page).getByLabel('按什么认人').focus();
  await page.keyboard.press('End');
  await main(page).getByLabel('按什么认人').selectOption('phone');
  await answerSaveDialog(app, join(userData, '没有导入的行.csv'));
  await main(page).getByRole('button', { name: '存成文件去改' }).press('Enter');
  await expect
    .poll(() => readFile(join(userData, '没有导入的行.csv'), 'utf8').catch(() => ''))
    .toContain('"713","号码坏了","1.38E+10"');

  await main(page).getByRole('button', { name: '导入 12 行' }).press('Enter');
  await expect(main(page).getByText('导入好了')).toBeVisible();
  const { rows } = await callFromPage(page, 'customers.list', { limit: 50 });
  expect(rows).toHaveLength(12);

  await main(page).getByRole('button', { name: '整份撤回' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '整份撤回' }).press('Enter');
  await expect(page.getByText(/已撤回：拿走顾客 11 位/)).toBeVisible();
  const { rows: left } = await callFromPage(page, 'customers.list', { limit: 50 });
  expect(left.map(({ name }) => name)).toEqual(['客人甲']);
});
