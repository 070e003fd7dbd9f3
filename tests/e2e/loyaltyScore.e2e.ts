import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('the card tells how loyal somebody is and why; a coupon for what they often buy is issued and taken back by keys (R088, R089)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const { productId } = await callFromPage(page, 'products.create', { name: '洗车', priceCents: 6000 });
  const scope = { productIds: [productId], categories: [] };
  await callFromPage(page, 'coupons.saveType', { name: '洗车券', terms: { kind: 'amount', amountCents: 1000, scope } });
  const { today } = await callFromPage(page, 'shell.startState', {});
  const before = new Date(Date.parse(today) - 7 * 86_400_000).toISOString().slice(0, 10);
  const line = { productId, name: '洗车', quantity: 1000, unitPriceCents: 6000 };
  for (const businessDate of [before, null])
    await callFromPage(page, 'visits.record', { customerId, lines: [line], discount: null, businessDate });
  const openOf = async () => (await callFromPage(page, 'coupons.ofCustomer', { customerId })).open;

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: /^忠诚度 \d+ 1 个建议$/ }).press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('来得勤 · 近 12 个月来了 2 天');
  await expect(drawer).toContainText('常买洗车，近 12 个月 2 天');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '发券「洗车券」' }).press('Enter');
  await expect.poll(openOf).toBe(1);
  await expect(page.getByText(/给王芳发了「洗车券」/).first()).toBeVisible();
  await expect(drawer).toContainText('现在没有要特别做的');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(openOf).toBe(0);

  // From the score on which the shop has set, they come first at the visit too.
  await callFromPage(page, 'settings.update', { changes: { loyaltyScorePriority: 10 } });
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(page.getByText('优先接待')).toBeVisible();
});
