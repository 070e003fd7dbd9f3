import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`loyalty score, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    const { items } = await callFromPage(page, 'visits.usualItems', { customerId });
    const productIds = items.flatMap(({ productId }) => productId ?? []).slice(0, 1);
    const terms = { kind: 'amount' as const, amountCents: 1000, scope: { productIds, categories: [] } };
    await callFromPage(page, 'coupons.saveType', { name: isEnglish ? 'Ten off the usual' : '常买减十元', terms });
    await callFromPage(page, 'rewards.save', { name: isEnglish ? 'Towel' : '毛巾', points: 5, stockRule: 'none' });
    const shoot = camera(page, language, 150);
    await goTo(page, `/customers/${customerId}`);
    const line = page.getByRole('button', { name: isEnglish ? /^Loyalty \d+/ : /^忠诚度 \d+/ });
    await expect(line).toBeVisible();
    await line.press('Enter');
    await shoot('loyalty-score');
  });
