import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOpenDialog } from './support/dialogs.ts';
import { expect, test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

const members = [
  '会员编号,姓名,手机号,性别,生日,生日类型,剩余积分,推荐人卡号,绑定调理师,余额,消费密码',
  ...Array.from(
    { length: 12 },
    (_, at) =>
      `${701 + at},客人${'甲乙丙丁戊己庚辛壬癸子丑'[at] ?? ''},1380000${1001 + at},${1 + (at % 2)},${at < 6 ? '2019-06-01' : `1980-03-0${1 + (at % 9)}`},${at % 2},10,9999,阿强,100,8888`,
  ),
  '713,号码坏了,1.38E+10,1,,,0,,,,',
].join('\n');

const readable = async (page: Page): Promise<void> => {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

const words = {
  'zh-CN': { choose: '选文件', start: /^导入 \d+ 行/, done: '导入好了', undo: '整份撤回' },
  en: { choose: 'Choose file', start: /^Import \d+ rows/, done: 'Imported', undo: 'Take back' },
} as const;

for (const language of ['zh-CN', 'en'] as const)
  test(`an import can be read by everyone from the first file to its history, ${language} (R189)`, async ({ open }) => {
    test.slow();
    const { page, app, userData } = await open({ args: ['--lang', language] });
    const word = words[language];
    const main = page.getByRole('main');
    await menuStands(page);
    await goTo(page, '/imports');
    await readable(page);

    const broken = join(userData, 'empty.csv');
    await writeFile(broken, '');
    await answerOpenDialog(app, [broken]);
    await main.getByRole('button', { name: word.choose }).press('Enter');
    await expect(main.getByRole('alert').first()).toBeVisible();
    await readable(page);

    const file = join(userData, '会员.csv');
    await writeFile(file, members);
    await answerOpenDialog(app, [file]);
    await main
      .getByRole('button', { name: /选文件|换一个文件|Choose/ })
      .first()
      .press('Enter');
    // Columns, questions about figures, and refused rows stand one below the other.
    await expect(main.getByRole('radiogroup').last()).toBeVisible();
    await expect(main.getByText('1.38E+10').first()).toBeVisible();
    await readable(page);

    const start = main.getByRole('button', { name: word.start });
    await expect(start).toBeEnabled();
    await start.press('Enter');
    await expect(main.getByText(word.done).first()).toBeVisible();
    await readable(page);

    await main.getByRole('button', { name: word.undo }).first().press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await readable(page);
    await dialog.getByRole('button', { name: word.undo }).press('Enter');
    await expect(dialog).toBeHidden();
    await readable(page);
  });
