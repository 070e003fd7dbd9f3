import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workbook } from '../helpers/spreadsheets.ts';
import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`points by file, ${language}`, async ({ open }) => {
    const { page, app, userData } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'points', direction: 'descending', limit: 14 });
    await callFromPage(page, 'settings.update', { changes: { pointsMayGoNegative: false } });
    const said = isEnglish ? ['not written down', 'birthday', ''] : ['漏记', '生日', ''];
    const head = isEnglish ? ['Member no', 'Name', 'Points', 'Reason'] : ['会员编号', '姓名', '加减积分', '原因'];
    const file = join(userData, isEnglish ? 'november.xlsx' : '十一月补分.xlsx');
    await writeFile(
      file,
      workbook({
        sheet: [
          head,
          ...rows.map(({ number, name }, at) => [
            number,
            at === 3 ? (isEnglish ? 'Somebody Else' : '别人') : name,
            at === 5 ? '12.5' : at === 8 ? -999_999 : at % 4 === 2 ? -20 * (at + 1) : 10 * (at + 3),
            said[at % 3] ?? '',
          ]),
          ['99999', '', 30, said[0] ?? ''],
        ],
      }),
    );
    const shoot = camera(page, language, 161);
    await answerOpenDialog(app, [file]);
    await goTo(page, '/loyalty/points-file');
    const main = page.getByRole('main');
    await shoot('points-file-empty');
    const choose = main.getByRole('button', { name: isEnglish ? 'Choose file' : '选文件' });
    await choose.press('Enter');
    await main.getByRole('textbox', { name: isEnglish ? 'Reason' : '原因' }).fill(isEnglish ? 'anniversary' : '周年庆补分');
    await page.keyboard.press('Enter');
    const run = main.getByRole('button', { name: isEnglish ? /^Apply \d+ rows/ : /^加减 \d+ 行/ });
    await expect(main.getByRole('table').nth(1)).toBeVisible();
    await shoot('points-file-columns');
    await main.getByRole('table').nth(1).scrollIntoViewIfNeeded();
    await shoot('points-file-preview');
    await run.press('Enter');
    const history = main.getByRole('table');
    await expect(history).toHaveCount(1);
    await choose.press('Enter');
    await expect(main.getByRole('alert')).toBeVisible();
    await shoot('points-file-again');
    await main.getByRole('button', { name: isEnglish ? 'Cancel' : '取消' }).press('Enter');
    await shoot('points-file-history');
    await main.getByRole('button', { name: isEnglish ? /See its rows/ : /看每一行/ }).press('Enter');
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    await shoot('points-file-rows');
  });
