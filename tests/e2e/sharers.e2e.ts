import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands, searchHit } from './support/window.ts';

test('a mother names her daughter, who pays out of her purse within the limit, and the undo gives it back (X55)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId: ownerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const { customerId: sharerId } = await callFromPage(page, 'customers.create', { name: '李小雨' });
  const money = { principalCents: 300_00, giftCents: 0, method: 'cash' } as const;
  await callFromPage(page, 'storedValue.topUp', { customerId: ownerId, ...money });
  const stored = async () => (await callFromPage(page, 'storedValue.account', { customerId: ownerId })).balance.principalCents;

  // Nobody shares anything: no trace at a visit.
  await goTo(page, `/visit?customerId=${sharerId}`);
  await expect(page.getByRole('heading', { name: '李小雨' }).or(page.getByText('李小雨').first())).toBeVisible();
  await expect(page.getByLabel('用谁的储值')).toBeHidden();

  await goTo(page, `/customers/${ownerId}`);
  await page.getByRole('button', { name: '储值明细' }).press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '副卡' }).press('Enter');
  const add = drawer.getByRole('button', { name: '加副卡' });
  await expect(add).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(drawer.getByRole('combobox', { name: '给谁' })).toBeFocused();
  await page.keyboard.type('李小雨');
  await expect(searchHit(page, /李小雨/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(drawer.getByLabel('可以用储值付款')).toBeFocused();
  await drawer.getByLabel('每月最多').fill('80');
  await drawer.getByLabel('备注（可以不写）').fill('女儿');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(drawer.getByText('储值每月 ¥80')).toBeVisible();
  await expect(add).toBeFocused();

  await goTo(page, `/visit?customerId=${sharerId}`);
  const purse = page.getByLabel('用谁的储值');
  await expect(purse).toContainText('王芳的，可用 ¥80');
  const entry = page.getByRole('main').getByRole('combobox').first();
  await entry.focus();
  await page.keyboard.type('100');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+F8');
  await expect(page.getByText('王芳的储值付 ¥80')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(new RegExp(`/customers/${sharerId}`));
  await expect.poll(stored).toBe(220_00);
  await expect(page.getByText('王芳的储值（本金 ¥80')).toBeVisible();

  await goTo(page, `/customers/${ownerId}`);
  await expect(page.getByText('李小雨用的')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(stored).toBe(300_00);

  // The shop lets whose value it is earn: said before, told after, and gone with the undo.
  await callFromPage(page, 'settings.update', { changes: { pointsPerHundred: 100, sharedVisitEarner: 'owner' } });
  const points = async (customerId: string) => (await callFromPage(page, 'loyalty.account', { customerId })).balance;
  await goTo(page, `/visit?customerId=${sharerId}`);
  await expect(purse).toContainText('王芳的，可用 ¥80');
  await entry.focus();
  await page.keyboard.type('50');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+F8');
  await expect(page.getByText('王芳得 50 积分')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(new RegExp(`/customers/${sharerId}`));
  await expect(page.getByText(/王芳得 50 积分/)).toBeVisible();
  await expect.poll(() => points(ownerId)).toBe(50);
  await expect.poll(() => points(sharerId)).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => points(ownerId)).toBe(0);
  await goTo(page, `/customers/${ownerId}`);

  await page.getByRole('button', { name: '储值明细' }).press('Enter');
  await drawer.getByRole('button', { name: '副卡' }).press('Enter');
  await drawer.getByRole('button', { name: '结束李小雨的副卡' }).press('Enter');
  await expect(drawer.getByRole('button', { name: '恢复李小雨的副卡' })).toBeVisible();
  await goTo(page, `/visit?customerId=${sharerId}`);
  await expect(page.getByText('李小雨').first()).toBeVisible();
  await expect(page.getByLabel('用谁的储值')).toBeHidden();
});
