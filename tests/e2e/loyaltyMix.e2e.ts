import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const entry = (page: Page) => page.getByRole('combobox', { name: '下一项' });
const typeItem = async (page: Page, text: string, name: string, isListed: boolean): Promise<void> => {
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type(text);
  if (isListed) await expect(page.getByRole('option', { name: new RegExp(`^${name}`) }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(`${name} 单价`)).toBeVisible();
};

test('a visit paid with a coupon, points, a card and stored value at once; its undo; and a part of it coming back', async ({
  shop: { page },
}) => {
  await menuStands(page);
  await callFromPage(page, 'settings.update', { changes: { pointsPerHundred: 100, pointsPerMoneyUnit: 10 } });
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const { productId } = await callFromPage(page, 'products.create', { name: '精洗', priceCents: 60_00, isService: true });
  await callFromPage(page, 'loyalty.adjust', { customerId, points: 500, reason: '开卡' });
  await callFromPage(page, 'storedValue.topUp', { customerId, principalCents: 500_00, giftCents: 50_00, method: 'cash' });
  const { cardTypeId } = await callFromPage(page, 'countCards.saveType', {
    name: '精洗 10 次卡',
    uses: 10,
    priceCents: 500_00,
    validity: null,
    productId: null,
    gapDays: null,
    freezeDays: 0,
    scope: { productIds: [productId], categories: [] },
  });
  await callFromPage(page, 'countCards.issue', { customerId, cardTypeId, reason: '旧卡' });
  const { typeId } = await callFromPage(page, 'coupons.saveType', {
    name: '20 元券',
    terms: { kind: 'amount', amountCents: 20_00, leastCents: 50_00 },
  });
  await callFromPage(page, 'coupons.issue', { customerId, typeId, reason: '回馈' });

  /** Everything of value that is theirs: uses left, the coupon, points, principal and gift. */
  const worth = async (): Promise<unknown[]> => {
    const [{ cards }, { coupons }, card] = await Promise.all([
      callFromPage(page, 'countCards.ofCustomer', { customerId }),
      callFromPage(page, 'coupons.ofCustomer', { customerId }),
      callFromPage(page, 'customers.findById', { customerId }),
    ]);
    const { principalCents, giftCents } = card.storedValue;
    return [cards[0]?.left, coupons[0]?.state, card.summary.pointsBalance, principalCents, giftCents];
  };
  const before = [10, 'open', 500, 500_00, 50_00];
  expect(await worth()).toEqual(before);

  await goTo(page, `/visit?customerId=${customerId}`);
  await typeItem(page, '精洗', '精洗', true);
  await typeItem(page, '护理 100', '护理', false);
  await typeItem(page, '打蜡 80', '打蜡', false);
  await expect(page.getByText(/扣 1 次 · 扣后还剩 9 次/)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: '20 元券' })).toBeEnabled();
  await page.keyboard.press('F5');
  await expect(page.locator('output')).toHaveText('¥160.00');
  await page.keyboard.press('F8');
  await expect(page.getByLabel(/^用积分抵/)).toHaveValue('50');
  await page.keyboard.press('Shift+F8');
  await expect(page.getByLabel(/^用储值付/)).toHaveValue('110');
  // Neither what points pay nor what the gift pays earns any: 160 less 50 less 10.
  await expect(page.getByText(/本次得 100 分/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect.poll(worth).toEqual([9, 'used', 100, 400_00, 40_00]);
  await page.keyboard.press('Control+z');
  await expect.poll(worth).toEqual(before);

  const [{ cards }, { coupons }] = await Promise.all([
    callFromPage(page, 'countCards.ofCustomer', { customerId }),
    callFromPage(page, 'coupons.ofCustomer', { customerId }),
  ]);
  const line = (name: string, unitPriceCents: number, more: object = {}) => ({ name, quantity: 1000, unitPriceCents, ...more });
  const { visitId } = await callFromPage(page, 'visits.record', {
    customerId,
    lines: [line('精洗', 60_00, { productId, cardId: cards[0]?.id ?? null }), line('护理', 100_00), line('打蜡', 80_00)],
    coupons: [coupons[0]?.number ?? ''],
    payments: [
      { method: 'points', cents: 50_00 },
      { method: 'stored', cents: 110_00 },
    ],
  });
  expect(await worth()).toEqual([9, 'used', 100, 400_00, 40_00]);

  // The treatment comes back: 100 less its part of the coupon, out of points and purse as it was paid.
  await goTo(page, `/visits/${visitId}`);
  await page.getByRole('button', { name: '退换' }).press('Enter');
  const quantity = page.getByLabel('护理 退多少');
  await quantity.fill('1');
  await page.getByLabel('为什么退').fill('过敏');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await callFromPage(page, 'visits.findById', { visitId })).returns.length).toBe(1);
  const sale = await callFromPage(page, 'visits.findById', { visitId });
  const [back] = sale.returns;
  expect(back?.totalCents).toBe(-88_89);
  const { payments } = await callFromPage(page, 'visits.findById', { visitId: back?.visitId ?? '' });
  expect(payments.reduce((sum, { cents }) => sum + cents, 0)).toBe(-88_89);
  const [uses, coupon, points, principalCents, giftCents] = await worth();
  expect([uses, coupon]).toEqual([9, 'used']);
  const inPoints = payments.find(({ method }) => method === 'points');
  const inPurse = payments.find(({ method }) => method === 'stored');
  expect(Number(principalCents) + Number(giftCents)).toBe(440_00 - (inPurse?.cents ?? 0));
  // It earned 55 of the 100: on 88.89 less its part of the 60 that earned nothing.
  expect(points).toBe(100 - (inPoints?.points ?? 0) - 55);
  await callFromPage(page, 'visits.undo', { visitId: back?.visitId ?? '' });
  await callFromPage(page, 'visits.undo', { visitId });
  expect(await worth()).toEqual(before);
});
