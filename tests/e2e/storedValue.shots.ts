import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`stored value, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    await callFromPage(page, 'settings.update', { changes: { pointsPerMoneyUnit: 10 } });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 3 });
    const [customerId = '', second = '', third = ''] = rows.map(({ id }) => id);
    const rule = (name: string, fromCents: number, cents: number) =>
      callFromPage(page, 'storedValue.saveRule', { name, fromCents, gift: { kind: 'amount', cents } });
    await rule(language === 'en' ? '500 gives 50' : '充500送50', 50_000, 5000);
    await rule(language === 'en' ? '1000 gives 150' : '充1000送150', 100_000, 15_000);
    await callFromPage(page, 'storedValue.saveRule', {
      name: language === 'en' ? '2000 gives 18%' : '充2000送18%',
      fromCents: 200_000,
      gift: { kind: 'percent', basisPoints: 1800 },
    });
    for (const [owner, principalCents, giftCents, method] of [
      [customerId, 50_000, 5000, 'wechat'],
      [customerId, 100_000, 15_000, 'cash'],
      [second, 200_000, 36_000, 'alipay'],
      [third, 50_000, 5000, 'cash'],
    ] as const)
      await callFromPage(page, 'storedValue.topUp', { customerId: owner, principalCents, giftCents, method });
    const { visitId } = await callFromPage(page, 'visits.record', {
      customerId,
      lines: [
        { name: '染发', quantity: 1000, unitPriceCents: 28_000 },
        { name: '护发素 250ml', quantity: 2000, unitPriceCents: 8800 },
      ],
      payments: [
        { method: 'stored', cents: 40_000 },
        { method: 'wechat', cents: 5600 },
      ],
    });
    const shoot = camera(page, language, 150);
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.locator('#visit-entry')).toBeFocused();
    await page.keyboard.type('烫发 380');
    await page.keyboard.press('Enter');
    await expect(page.locator('#visit-stored')).toBeVisible();
    await page.keyboard.press('Shift+F8');
    await shoot('stored-visit');
    await page.keyboard.press('F9');
    await goTo(page, `/customers/${customerId}`);
    await shoot('stored-card');
    await page.getByRole('button', { name: /^(储值明细|Stored value)$/ }).press('Enter');
    await expect(page.getByRole('dialog').getByRole('table').first()).toBeVisible();
    await shoot('stored-account');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(充值|Top up)$/ })
      .press('Enter');
    await page.keyboard.type('1000');
    await shoot('stored-top-up');
    await page.keyboard.press('Escape');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(退款|Refund)$/ })
      .press('Enter');
    await expect(page.getByRole('dialog').getByRole('status')).toBeVisible();
    await shoot('stored-refund');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await goTo(page, `/visits/${visitId}`);
    await shoot('stored-sale');
    await goTo(page, '/visits');
    await shoot('stored-till');
    await goTo(page, '/loyalty/top-ups');
    await shoot('stored-rules');
    await goTo(page, '/loyalty');
    await shoot('stored-owed');
    await goTo(page, `/visits/${visitId}/return`);
    await page.keyboard.type('1');
    await shoot('stored-return');
  });
