import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`points that pay and lapse, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    await callFromPage(page, 'settings.update', {
      changes: { pointsPerMoneyUnit: 10, pointsExpiry: 'months', pointsExpiryMonths: 12 },
    });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    await callFromPage(page, 'visits.record', {
      customerId,
      businessDate: '2025-12-03',
      lines: [{ name: '头皮护理', quantity: 1000, unitPriceCents: 86_000 }],
    });
    const { visitId } = await callFromPage(page, 'visits.record', {
      customerId,
      lines: [
        { name: '染发', quantity: 1000, unitPriceCents: 28_000 },
        { name: '护发素 250ml', quantity: 2000, unitPriceCents: 8800 },
      ],
      payments: [
        { method: 'points', cents: 2000 },
        { method: 'wechat', cents: 43_600 },
      ],
    });
    const shoot = camera(page, language, 150);
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.locator('#visit-entry')).toBeFocused();
    await page.keyboard.type('烫发 380');
    await page.keyboard.press('Enter');
    await expect(page.locator('#visit-points')).toBeVisible();
    await page.keyboard.press('F8');
    await shoot('visit-pays-with-points');
    await page.keyboard.press('F9');
    await goTo(page, `/customers/${customerId}`);
    await shoot('card-points-lapse');
    await page.getByRole('button', { name: /^(积分明细|Why so many)$/ }).press('Enter');
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    await shoot('card-points-account');
    await page.keyboard.press('Escape');
    await goTo(page, `/visits/${visitId}`);
    await shoot('visit-paid');
    await goTo(page, '/settings');
    await page.getByRole('combobox', { name: /积分会过期吗|Do points lapse/ }).scrollIntoViewIfNeeded();
    await shoot('settings-points');
    await goTo(page, `/visits/${visitId}/return`);
    await page.keyboard.type('1');
    await shoot('visit-return-in-points');
  });
