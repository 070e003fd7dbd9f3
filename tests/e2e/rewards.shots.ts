import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`rewards, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    const names = isEnglish ? ['Thermos cup', 'Towel', 'Gift box', 'Umbrella'] : ['保温杯', '毛巾', '年货礼盒', '雨伞'];
    const points = [500, 200, 99_000, 300];
    const ids: string[] = [];
    for (const [place, name] of names.entries()) {
      const cashCents = place === 1 ? 990 : 0;
      const reward = { name, points: points[place] ?? 1, cashCents, costCents: 3000, stockRule: 'stop' } as const;
      ids.push((await callFromPage(page, 'rewards.save', reward)).rewardId);
    }
    for (const rewardId of ids.slice(0, 3)) await callFromPage(page, 'rewards.receive', { rewardId, quantity: 12, note: '' });
    await callFromPage(page, 'loyalty.adjust', { customerId, points: 2000, reason: isEnglish ? 'Campaign' : '活动' });
    await callFromPage(page, 'rewards.redeem', { customerId, rewardId: ids[0] ?? '' });
    await callFromPage(page, 'rewards.redeem', { customerId, rewardId: ids[1] ?? '', method: 'cash' });
    const shoot = camera(page, language, 150);
    await goTo(page, '/loyalty/rewards');
    await page.getByRole('button', { name: names[0] ?? '', exact: true }).press('Enter');
    await shoot('rewards');
    await goTo(page, `/customers/${customerId}`);
    await page.getByRole('button', { name: isEnglish ? 'Use points' : '用积分' }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(names[1] ?? '') })
      .press('Enter');
    await shoot('reward-redeem');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: isEnglish ? 'Why so many' : '积分明细' }).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await shoot('reward-account');
    await page.keyboard.press('Escape');
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.locator('#visit-entry')).toBeFocused();
    await shoot('visit-rewards');
    await goTo(page, '/visits');
    await shoot('sales-rewards');
  });
