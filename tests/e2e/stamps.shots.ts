import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`stamps, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const scope = { productIds: [], categories: [] };
    const { types } = await callFromPage(page, 'coupons.types', {});
    const name = isEnglish ? 'Ten visits' : '来十次送券';
    const terms = { leastCents: 20_00, scope, needed: 10, points: 0, couponTypeId: types[0]?.id ?? null };
    const { cardId } = await callFromPage(page, 'stamps.saveCard', { ...terms, name, per: 'visit' });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    const reason = isEnglish ? 'A card of paper' : '纸卡上的点';
    await callFromPage(page, 'stamps.adjust', { customerId, cardId, stamps: 7, reason });
    const shoot = camera(page, language, 150);
    await goTo(page, `/customers/${customerId}`);
    await expect(page.getByRole('button', { name: /7\/10/ })).toBeVisible();
    await page.getByRole('button', { name: /7\/10/ }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: isEnglish ? 'Add or take stamps' : '补点、扣点' })
      .press('Enter');
    await shoot('stamps-of-customer');
    await page.keyboard.press('Escape');
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.getByText(name).first()).toBeVisible();
    await shoot('stamps-at-visit');
    await goTo(page, '/loyalty/earning/stamps');
    await page.getByRole('button', { name, exact: true }).press('Enter');
    await shoot('stamp-cards');
  });
