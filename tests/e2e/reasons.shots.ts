import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`reasons from bookings and values, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const words = (chinese: string, english: string): string => (isEnglish ? english : chinese);
    const shoot = camera(page, language, 461);
    await callFromPage(page, 'settings.update', { changes: { dailyCapacity: 60, isOnAccount: true } });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 8 });
    const who = (index: number): string => rows[index]?.id ?? '';
    const { typeId } = await callFromPage(page, 'coupons.saveType', {
      name: words('护理八折券', 'Care, a fifth off'),
      terms: { kind: 'percent', basisPoints: 2000, validDays: 5 },
    });
    await callFromPage(page, 'coupons.issue', { customerId: who(0), typeId, reason: words('老客回馈', 'A regular') });
    const { cardTypeId } = await callFromPage(page, 'countCards.saveType', {
      name: words('头皮护理 5 次卡', 'Scalp care, five times'),
      uses: 5,
      priceCents: 500_00,
      validity: { count: 10, unit: 'days', from: 'issue' },
      scope: { productIds: [], categories: [] },
      productId: null,
      gapDays: null,
      freezeDays: 0,
    });
    await callFromPage(page, 'countCards.issue', { customerId: who(1), cardTypeId, reason: words('旧卡换新', 'Renewed') });
    await goTo(page, '/today');
    const row = page.getByText(words('优惠券还有 5 天到期', 'A coupon lapses in 5 days')).first();
    await expect(row).toBeVisible();
    await row.click();
    await shoot('today-lapsing');
    await page.getByText(words('次卡还有', 'A count card lapses')).first().click();
    await shoot('today-card-lapsing');
    await goTo(page, '/settings');
    await page.getByText(words('约了没来、取消后没再约', 'Missed or cancelled, not booked again')).scrollIntoViewIfNeeded();
    await shoot('settings-rules');
  });
