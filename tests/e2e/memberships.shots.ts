import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`paid membership, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const { types } = await callFromPage(page, 'coupons.types', {});
    const { tiers } = await callFromPage(page, 'tiers.list', {});
    const name = isEnglish ? 'Gold for a year' : '金卡年费';
    const { planId } = await callFromPage(page, 'memberships.savePlan', {
      name,
      priceCents: 365_00,
      months: 12,
      tierId: tiers.at(-1)?.id ?? null,
      every: 'month',
      everyDays: null,
      couponTypeId: types[0]?.id ?? null,
      coupons: 2,
      points: 100,
    });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 5 });
    for (const { id } of rows)
      await callFromPage(page, 'memberships.sell', { customerId: id, planId, paidCents: 365_00, method: 'wechat' });
    const customerId = rows[0]?.id ?? '';
    const { terms } = await callFromPage(page, 'memberships.ofCustomer', { customerId: rows[1]?.id ?? '' });
    const ended = { refundCents: 300_00, method: 'wechat', reason: isEnglish ? 'Moves away' : '搬走了' } as const;
    await callFromPage(page, 'memberships.end', { ...ended, termId: terms[0]?.id ?? '' });
    const shoot = camera(page, language, 150);
    await goTo(page, `/customers/${customerId}`);
    const button = page.getByRole('button', { name: isEnglish ? 'Paid membership' : '付费会员' });
    await button.press('Enter');
    await expect(
      page
        .getByRole('dialog')
        .getByText(/1\/12|1 of 12/)
        .first(),
    ).toBeVisible();
    await shoot('membership-of-customer');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: isEnglish ? 'End early' : '提前结束' })
      .press('Enter');
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
    await shoot('membership-end');
    await page.keyboard.press('Escape');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: isEnglish ? 'Renew' : '续费' })
      .press('Enter');
    await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeFocused();
    await shoot('membership-sell');
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.getByText(/2027-11-20/).first()).toBeVisible();
    await shoot('membership-at-visit');
    await goTo(page, '/loyalty/members');
    await page.getByRole('radiogroup').locator('label').nth(1).click();
    await expect(page.getByRole('table')).toBeVisible();
    await shoot('members');
    await goTo(page, '/loyalty/tiers/plans');
    await page.getByRole('button', { name, exact: true }).press('Enter');
    await shoot('membership-plans');
    await goTo(page, '/visits');
    await shoot('membership-till');
  });
