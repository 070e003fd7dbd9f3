import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`tiers and rules of earning, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const words = (chinese: string, english: string): string => (isEnglish ? english : chinese);
    const shoot = camera(page, language, 170);
    await goTo(page, '/loyalty/tiers');
    await shoot('tiers-empty');
    const { rows: products } = await callFromPage(page, 'products.list', { limit: 3 });
    const prices = products
      .slice(0, 2)
      .map(({ id, priceCents }) => ({ productId: id, priceCents: Math.floor(priceCents * 0.8) }));
    await callFromPage(page, 'tiers.save', {
      name: words('银卡', 'Silver'),
      threshold: 1000_00,
      keepThreshold: 600_00,
      earnPercent: 120,
    });
    await callFromPage(page, 'tiers.save', {
      name: words('金卡', 'Gold'),
      threshold: 3000_00,
      keepThreshold: 2000_00,
      discountBasisPoints: 500,
      earnPercent: 150,
      buysEarly: true,
      perks: [words('专属顾问', 'Personal adviser'), words('免费礼盒包装', 'Free gift wrapping')],
      prices,
    });
    await callFromPage(page, 'tiers.save', {
      name: words('钻石卡', 'Diamond'),
      threshold: 10_000_00,
      discountBasisPoints: 1000,
      earnPercent: 200,
    });
    await callFromPage(page, 'earningRules.save', {
      name: words('会员日双倍', 'Member day, double'),
      percent: 200,
      monthDays: [8, 21],
    });
    await callFromPage(page, 'earningRules.save', { name: words('生日三倍', 'Birthday, triple'), percent: 300, birthdayDays: 3 });
    await callFromPage(page, 'earningRules.save', {
      name: words('特价不积分', 'No points on offers'),
      percent: 0,
      category: words('护理', 'Treatments'),
      weekdays: [2, 4],
      untilOn: '2026-12-31',
    });
    await callFromPage(page, 'engine.refresh', {});
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    await expect
      .poll(async () => (await callFromPage(page, 'tiers.ofCustomer', { customerId })).held?.tier.name)
      .toEqual(expect.any(String));
    await goTo(page, '/today');
    await goTo(page, '/loyalty/tiers');
    await expect(page.getByRole('table')).toBeVisible();
    await shoot('tiers-list');
    await page.getByRole('button', { name: words('金卡', 'Gold') }).press('Enter');
    await expect(page.getByRole('complementary')).toBeVisible();
    await shoot('tiers-form');
    await goTo(page, '/loyalty/earning');
    await expect(page.getByRole('table')).toBeVisible();
    await shoot('earning-list');
    await page.getByRole('button', { name: words('会员日双倍', 'Member day, double') }).press('Enter');
    await shoot('earning-form');
    await goTo(page, `/customers/${customerId}`);
    await shoot('card-tier');
    await page.getByRole('button', { name: new RegExp(words('^(银卡|金卡|钻石卡)', '^(Silver|Gold|Diamond)')) }).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await shoot('card-tier-drawer');
    await page.getByRole('button', { name: words('手动调等级', 'Set the tier by hand') }).press('Enter');
    await shoot('card-tier-by-hand');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.locator('#visit-entry')).toBeFocused();
    await page.keyboard.type(words('烫发 380', 'Perm 380'));
    await page.keyboard.press('Enter');
    await expect(page.getByText(words('2 倍', '2 times')).first()).toBeVisible();
    await shoot('visit-tier-price');
    await page.keyboard.press('F9');
    await goTo(page, '/loyalty');
    await shoot('loyalty-owed');
    await goTo(page, '/settings');
    await page.getByRole('combobox', { name: words('按什么升级', 'What counts') }).scrollIntoViewIfNeeded();
    await shoot('settings-tiers');
  });
