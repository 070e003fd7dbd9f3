import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`points that wait, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    await callFromPage(page, 'settings.update', { changes: { pointsPendingDays: 7, pointsPerStoredUnit: 100 } });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    const line = { name: isEnglish ? 'Care' : '护理', quantity: 1000, unitPriceCents: 300_00 };
    const { visitId } = await callFromPage(page, 'visits.record', { customerId, lines: [line] });
    const shoot = camera(page, language, 152);
    await goTo(page, `/customers/${customerId}`);
    await expect(page.getByText(isEnglish ? /can be used from/ : /起陆续能用/)).toBeVisible();
    await shoot('points-pending-card');
    await page.getByRole('button', { name: isEnglish ? 'Why so many' : '积分明细' }).press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: isEnglish ? 'To stored value' : '转成储值' }).press('Enter');
    await shoot('points-to-stored-value');
    await page.keyboard.press('Escape');
    await goTo(page, `/visits/${visitId}`);
    await shoot('points-pending-visit');
  });
