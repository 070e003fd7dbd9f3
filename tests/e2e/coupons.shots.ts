import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`coupons and codes, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    const { types } = await callFromPage(page, 'coupons.types', {});
    for (const type of types)
      await callFromPage(page, 'coupons.issue', { customerId, typeId: type.id, reason: isEnglish ? 'A long wait' : '等久了' });
    const { coupons } = await callFromPage(page, 'coupons.ofCustomer', { customerId });
    await callFromPage(page, 'coupons.void', { couponId: coupons[4]?.id ?? '', reason: isEnglish ? 'By mistake' : '发错了' });
    await callFromPage(page, 'visits.record', {
      customerId,
      coupons: [coupons[0]?.number ?? ''],
      lines: [{ name: isEnglish ? 'Haircut' : '剪发', quantity: 1000, unitPriceCents: 28_000 }],
    });
    await callFromPage(page, 'coupons.saveCode', {
      code: 'VIP88',
      note: '',
      totalUses: 200,
      terms: { kind: 'percent', basisPoints: 1200 },
    });
    const shoot = camera(page, language, 150);
    await goTo(page, '/loyalty/coupons');
    await page.getByRole('button', { name: types[2]?.name ?? '' }).press('Enter');
    await shoot('coupon-types');
    await goTo(page, '/loyalty/codes');
    await page.getByRole('button', { name: 'VIP88' }).press('Enter');
    await shoot('discount-codes');
    await page.keyboard.press('Escape');
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.locator('#visit-entry')).toBeFocused();
    await page.keyboard.type('烫发 80');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox').first()).toBeVisible();
    await shoot('visit-cheapest');
    await page.keyboard.press('F5');
    await shoot('visit-coupons');
    await page.keyboard.press('F9');
    await goTo(page, `/customers/${customerId}`);
    await shoot('card-with-coupons');
    await page.getByRole('button', { name: /^(优惠券|Coupons) \d/ }).press('Enter');
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    await shoot('card-coupons');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: isEnglish ? 'Issue a coupon' : '发一张券' })
      .press('Enter');
    await page.getByRole('dialog').getByRole('combobox').press('Enter');
    await page.getByRole('option').nth(1).click();
    await shoot('card-coupon-issue');
    await goTo(page, '/loyalty');
    await page.getByRole('heading', { level: 2, name: isEnglish ? 'Coupons' : '优惠券' }).scrollIntoViewIfNeeded();
    await shoot('loyalty-coupons');
  });
