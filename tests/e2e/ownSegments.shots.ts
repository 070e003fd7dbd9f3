import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`own segments, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const words = (chinese: string, english: string): string => (language === 'en' ? english : chinese);
    const shoot = camera(page, language, 470);
    await goTo(page, '/segments/own');
    await expect(page.getByText(words('还没有本店自己的分群', 'No segments of your own yet'))).toBeVisible();
    await shoot('own-segments-empty');
    const names = [
      words('快过生日的老客', 'Regulars, birthday soon'),
      words('有储值没来', 'Money stored, away'),
      words('只来过一次', 'Came once'),
    ];
    for (const [index, name] of names.entries())
      await callFromPage(page, 'ownSegments.save', {
        name,
        tree: {
          test: 'group',
          match: 'all',
          items: [
            { test: 'figure', figure: 'visits', min: index === 2 ? 1 : 4, max: index === 2 ? 1 : null },
            { test: 'one_of', attribute: 'value', values: ['high', 'middle'] },
            {
              test: 'group',
              match: 'any',
              items: [
                { test: 'figure', figure: 'days_since_visit', min: 30 },
                { test: 'flag', flag: 'overdue', is: true },
                { test: 'bought', lastDays: 90, is: false },
              ],
            },
          ],
        },
      });
    await page.getByRole('button', { name: names[0] ?? '' }).click();
    await expect(page.getByRole('table', { name: words('这一群的人', 'People of this segment') })).toBeVisible();
    await shoot('own-segment');
    await page
      .getByRole('button', { name: words('为什么', 'Why') })
      .first()
      .click();
    await expect(page.getByText(words('在里面，因为：', 'In it, because:'))).toBeVisible();
    await shoot('own-segment-why');
  });
