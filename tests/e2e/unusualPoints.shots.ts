import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`unusual points, the till of a day and a transfer, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    await callFromPage(page, 'settings.update', { changes: { isOnAccount: true } });
    await callFromPage(page, 'storedValue.topUp', { customerId, principalCents: 50_000, giftCents: 5_000, method: 'wechat' });
    const lines = [{ name: isEnglish ? 'Haircut' : '剪发', quantity: 1000, unitPriceCents: 5_000 }];
    for (let visit = 0; visit < 5; visit += 1) await callFromPage(page, 'visits.record', { customerId, lines });
    await callFromPage(page, 'visits.record', {
      customerId,
      lines,
      payments: [
        { method: 'stored', cents: 2_000 },
        { method: 'account', cents: 3_000 },
      ],
    });
    await callFromPage(page, 'credit.repay', { customerId, cents: 1_000, method: 'cash', note: '' });
    const shoot = camera(page, language, 160);
    await goTo(page, '/loyalty/unusual');
    await expect(page.getByRole('table').first()).toBeVisible();
    await shoot('unusual-points');
    await goTo(page, '/visits');
    await page.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded();
    await shoot('day-till');
    await goTo(page, `/customers/${customerId}`);
    await page.getByRole('button', { name: isEnglish ? 'Stored value' : '储值明细', exact: true }).press('Enter');
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('heading', { level: 3 }).first()).toBeVisible();
    await shoot('stored-value-entries');
  });
