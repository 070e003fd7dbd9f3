import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/tools/paths.ts';
import { workbook } from '../helpers/spreadsheets.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { expect, test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

const folder = join(root, 'shots');
const members = workbook({
  说明: [['导出说明']],
  会员: [
    ['某某店会员资料'],
    ['会员编号', '姓名', '手机号', '性别', '生日', '剩余积分', '余额', '消费密码'],
    ...Array.from({ length: 14 }, (_, at) => [
      String(701 + at),
      ['王芳', '李强', '陈晨', '刘洋', '赵敏', '孙倩', '周洁'][at % 7] ?? '',
      at === 3 ? '1.38E+10' : `1380000${String(1001 + at)}`,
      String(1 + (at % 2)),
      at < 6 ? '2019-06-01' : `19${70 + at}-03-0${1 + (at % 9)}`,
      10 * at,
      100,
      '8888',
    ]),
    ['合计', '', '', '', '', 660, 1400, ''],
  ],
});

for (const language of ['zh-CN', 'en'] as const)
  test(`a member list on its way in, ${language}`, async ({ open }) => {
    await mkdir(folder, { recursive: true });
    const { page, app, userData } = await open({ args: ['--today', '2026-11-21', '--lang', language] });
    await menuStands(page);
    const file = join(userData, '会员.xlsx');
    await writeFile(file, members);
    await answerOpenDialog(app, [file]);
    await goTo(page, '/imports');
    const main = page.getByRole('main');
    await main.getByRole('button', { name: language === 'en' ? 'Choose file' : '选文件' }).click();
    await expect(main.getByRole('radiogroup').last()).toBeVisible();
    const shoot = async (name: string): Promise<void> => {
      await atRest(page);
      for (const scheme of ['light', 'dark']) {
        await page.evaluate((wanted) => {
          document.documentElement.dataset['mantineColorScheme'] = wanted;
        }, scheme);
        await page.screenshot({ path: join(folder, `70-${name}.${language}.${scheme}.png`), animations: 'disabled' });
      }
      await page.evaluate(() => {
        document.documentElement.dataset['mantineColorScheme'] = 'light';
      });
    };
    await shoot('imports-list-columns');
    await main.getByRole('radiogroup').last().scrollIntoViewIfNeeded();
    await shoot('imports-list-questions');
    await main.getByRole('table').last().scrollIntoViewIfNeeded();
    await shoot('imports-list-refused');
  });
