import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`cards with money on them, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const scope = { productIds: [], categories: [] };
    const giftName = isEnglish ? 'New year gift card' : '新年礼品卡';
    const shoppingName = isEnglish ? 'Colour card' : '染烫卡';
    const types = [
      { name: giftName, kind: 'gift' as const, faces: [10_000, 20_000], validDays: null },
      { name: shoppingName, kind: 'shopping' as const, faces: [], validDays: 365 },
    ];
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    for (const type of types) {
      const { typeId } = await callFromPage(page, 'valueCards.saveType', { ...type, scope });
      const paid = { faceCents: 20_000, paidCents: 20_000, method: 'cash' as const };
      await callFromPage(page, 'valueCards.sell', { typeId, ...paid, customerId: type.kind === 'gift' ? null : customerId });
    }
    const shoot = camera(page, language, 160);
    await goTo(page, '/loyalty/cards/kinds');
    await page.getByRole('button', { name: giftName, exact: true }).press('Enter');
    await shoot('card-kinds');
    await goTo(page, '/loyalty/cards/sold');
    await expect(page.getByText(giftName).first()).toBeVisible();
    await shoot('cards-sold');
    await goTo(page, `/customers/${customerId}`);
    await page.getByRole('button', { name: isEnglish ? /^Shopping card.*¥/ : /^购物卡 ¥/ }).press('Enter');
    await shoot('cards-of-customer');
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.getByRole('combobox', { name: isEnglish ? 'Next item' : '下一项' })).toBeFocused();
    await page.keyboard.type(isEnglish ? 'Colour 150' : '染发 150');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: shoppingName }).press('Space');
    await shoot('cards-at-visit');
  });
