import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/tools/paths.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { expect, test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

const folder = join(root, 'shots');
const members = [
  '姓名,手机号,生日,生日类型,剩余积分,推荐人卡号,绑定调理师,车牌号码,年检到期,过敏史',
  '王芳,13800001001,1990-08-15,0,120,9999,阿强,粤B12345,2027-03-01,青霉素',
  '李强,13800001002,1991-09-01,1,30,,,,,',
].join('\n');

for (const language of ['zh-CN', 'en'] as const)
  test(`figures that can be read in two ways, ${language}`, async ({ open }) => {
    await mkdir(folder, { recursive: true });
    const { page, app, userData } = await open({ args: ['--today', '2026-11-21', '--lang', language] });
    await menuStands(page);
    const file = join(userData, '会员.csv');
    await writeFile(file, members);
    await answerOpenDialog(app, [file]);
    await goTo(page, '/imports');
    const main = page.getByRole('main');
    await main.getByRole('button', { name: language === 'en' ? 'Choose file' : '选文件' }).click();
    const question = main.getByRole('radiogroup').last();
    await expect(question).toBeVisible();
    await question.scrollIntoViewIfNeeded();
    await atRest(page);
    for (const scheme of ['light', 'dark']) {
      await page.evaluate((wanted) => {
        document.documentElement.dataset['mantineColorScheme'] = wanted;
      }, scheme);
      await page.screenshot({ path: join(folder, `71-imports-questions.${language}.${scheme}.png`), animations: 'disabled' });
    }
  });
