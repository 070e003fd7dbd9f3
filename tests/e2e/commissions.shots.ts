import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`the sheet of commission and its rules, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const words = (chinese: string, english: string): string => (isEnglish ? english : chinese);
    const percent = (basisPoints: number) => ({ kind: 'percent' as const, basisPoints });
    await callFromPage(page, 'commissions.save', { name: words('卖货', 'Goods'), kind: 'sale', rate: percent(500) });
    await callFromPage(page, 'commissions.save', { name: words('手工费', 'Service fee'), kind: 'service', rate: percent(1500) });
    await callFromPage(page, 'commissions.save', { name: words('充值', 'Top-ups'), kind: 'top_up', rate: percent(100) });
    await callFromPage(page, 'commissions.save', {
      name: words('耗卡', 'Card uses'),
      kind: 'card_use',
      rate: { kind: 'each', cents: 15_00 },
    });
    const shoot = camera(page, language, 160);
    await goTo(page, '/settings/commissions');
    await page.getByRole('table').first().getByRole('button').first().press('Enter');
    await expect(page.getByRole('table').nth(1).getByRole('row').nth(1)).toBeVisible();
    await shoot('commissions');
    await goTo(page, '/settings/commissions/rules');
    await page.getByRole('table').first().getByRole('button').first().press('Enter');
    await expect(page.getByRole('textbox').first()).toBeFocused();
    await shoot('commission-rules');
  });
