import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`on account, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    await callFromPage(page, 'settings.update', { changes: { isOnAccount: true, pointsPerMoneyUnit: 10 } });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 3 });
    const [customerId = '', second = ''] = rows.map(({ id }) => id);
    await callFromPage(page, 'storedValue.topUp', { customerId, principalCents: 100_00, giftCents: 10_00, method: 'cash' });
    for (const [owner, businessDate, cents] of [
      [customerId, '2026-09-10', 180_00],
      [customerId, '2026-11-02', 88_00],
      [second, '2026-11-15', 260_00],
    ] as const)
      await callFromPage(page, 'visits.record', {
        customerId: owner,
        businessDate,
        lines: [{ name: '护理', quantity: 1000, unitPriceCents: cents }],
        payments: [{ method: 'account', cents }],
      });
    await callFromPage(page, 'credit.repay', { customerId, cents: 60_00, method: 'wechat' });
    const shoot = camera(page, language, 150);
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.locator('#visit-entry')).toBeFocused();
    await page.keyboard.type('烫发 380');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+F8');
    await shoot('credit-visit');
    await page.keyboard.press('F9');
    await goTo(page, `/customers/${customerId}`);
    await shoot('credit-card');
    await page.getByRole('button', { name: /^(挂账|On account)$/ }).press('Enter');
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    await shoot('credit-account');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(还款|Repay)$/ })
      .press('Enter');
    await shoot('credit-repay');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await goTo(page, '/visits');
    await shoot('credit-till');
    await goTo(page, '/loyalty');
    await page.getByRole('region', { name: /^(顾客欠店里的|What customers owe the shop)$/ }).scrollIntoViewIfNeeded();
    await shoot('credit-owed');
    await goTo(page, '/settings');
    await page.getByRole('region', { name: /^(挂账|On account)$/ }).scrollIntoViewIfNeeded();
    await shoot('credit-settings');
  });
