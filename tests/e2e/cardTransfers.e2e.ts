import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('uses of a card and a coupon are given to somebody else by keys, and one key takes each back (X54)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const other = await callFromPage(page, 'customers.create', { name: '李强' });
  const scope = { productIds: [], categories: [] };
  const year = { count: 12, unit: 'months', from: 'issue' } as const;
  const kind = { name: '洗剪吹十次卡', uses: 10, priceCents: 38_000, productId: null, gapDays: null, freezeDays: 0 };
  const { cardTypeId } = await callFromPage(page, 'countCards.saveType', { ...kind, validity: year, scope });
  await callFromPage(page, 'countCards.issue', { customerId, cardTypeId, reason: '旧卡换新' });
  const terms = { kind: 'amount', amountCents: 1000 } as const;
  const { typeId } = await callFromPage(page, 'coupons.saveType', { name: '十元券', terms });
  await callFromPage(page, 'coupons.issue', { customerId, typeId, reason: '老客' });
  const leftOf = async (id: string) =>
    (await callFromPage(page, 'countCards.ofCustomer', { customerId: id })).cards.map(({ left }) => left);
  const openOf = async (id: string) => (await callFromPage(page, 'coupons.ofCustomer', { customerId: id })).open;
  const drawer = page.getByRole('dialog');
  const pickOther = async () => {
    await expect(drawer.getByRole('combobox', { name: '转给谁' })).toBeFocused();
    await page.keyboard.type('李强');
    await expect(drawer.getByRole('option', { name: /李强/ })).toBeVisible();
    await page.keyboard.press('Enter');
  };

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '次卡 1 张' }).press('Enter');
  await drawer.getByRole('button', { name: '转让' }).press('Enter');
  await pickOther();
  await expect(drawer.getByLabel('几次')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('4');
  await drawer.getByLabel('为什么').fill('给家人用');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => leftOf(customerId)).toEqual([6]);
  expect(await leftOf(other.customerId)).toEqual([4]);
  await drawer.getByRole('button', { name: '明细' }).press('Enter');
  await expect(drawer).toContainText('转让 · 给李强 · 给家人用');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(() => leftOf(customerId)).toEqual([10]);
  expect(await leftOf(other.customerId)).toEqual([]);

  await page.getByRole('button', { name: '优惠券 1' }).press('Enter');
  await drawer.getByRole('button', { name: '转让' }).press('Enter');
  await pickOther();
  await expect(drawer.getByLabel('为什么转')).toBeFocused();
  await page.keyboard.type('给家人用');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => openOf(other.customerId)).toBe(1);
  await expect(drawer).toContainText('给李强');
  await expect(drawer.getByText('转让了')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(() => openOf(customerId)).toBe(1);
  expect(await openOf(other.customerId)).toBe(0);
});
