import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`count cards, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    const { rows: products } = await callFromPage(page, 'products.list', { limit: 3 });
    const [service, sold] = products;
    const terms = { uses: 10, priceCents: 58_000, gapDays: 7, freezeDays: 30, productId: sold?.id ?? null };
    const { cardTypeId } = await callFromPage(page, 'countCards.saveType', {
      ...terms,
      name: language === 'en' ? 'Course of ten' : '本店疗程 10 次',
      validity: { count: 1, unit: 'months', from: 'issue' },
      scope: { productIds: [service?.id ?? ''], categories: [] },
    });
    const { cardId } = await callFromPage(page, 'countCards.issue', { customerId, cardTypeId, reason: '旧卡换新' });
    const line = { productId: service?.id ?? null, name: service?.name ?? '', quantity: 1000, unitPriceCents: 12_000 };
    const { visitId } = await callFromPage(page, 'visits.record', { customerId, lines: [{ ...line, cardId }] });
    const { types } = await callFromPage(page, 'countCards.types', {});
    const year = types.find(({ uses }) => uses === null);
    const other = await callFromPage(page, 'countCards.issue', { customerId, cardTypeId: year?.id ?? '', reason: '开业送' });
    await callFromPage(page, 'countCards.freeze', { cardId: other.cardId, days: 20, reason: '出差' });
    const shoot = camera(page, language, 150);
    await goTo(page, '/loyalty/cards');
    await page.getByRole('button', { name: language === 'en' ? 'Course of ten' : '本店疗程 10 次' }).press('Enter');
    await shoot('card-types');
    await goTo(page, '/loyalty');
    await shoot('cards-owed');
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.locator('#visit-entry')).toBeFocused();
    await page.keyboard.type(service?.name ?? '');
    await expect(page.getByRole('option', { name: new RegExp(`^${service?.name ?? ''}`) }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.locator('#visit-entry')).toBeFocused();
    await page.keyboard.type(sold?.name ?? '');
    await expect(page.getByRole('option', { name: new RegExp(`^${sold?.name ?? ''}`) }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('F10')).toBeVisible();
    await shoot('visit-by-card');
    await page.keyboard.press('F9');
    await goTo(page, `/customers/${customerId}`);
    await page.getByRole('button', { name: /^(次卡 2 张|2 count cards)$/ }).press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer
      .getByRole('button', { name: /^(明细|Entries)$/ })
      .first()
      .press('Enter');
    await drawer
      .getByRole('button', { name: /^(延期|Extend)$/ })
      .first()
      .press('Enter');
    await shoot('card-count-cards');
    await page.keyboard.press('Escape');
    await goTo(page, `/visits/${visitId}`);
    await shoot('visit-paid-by-card');
  });
