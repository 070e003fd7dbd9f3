import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const entry = (page: Page) => page.getByRole('combobox', { name: '下一项' });
const typeItem = async (page: Page, text: string, name: string, isListed = true): Promise<void> => {
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type(text);
  if (isListed) await expect(page.getByRole('option', { name: new RegExp(`^${name}`) }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(`${name} 单价`)).toBeVisible();
};

test('a card of ten is defined, bought, proposed by itself at the next visit beside what is paid in money, taken back and used again (R069)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const wash = await callFromPage(page, 'products.create', { name: '精洗', priceCents: 60_00, isService: true });
  await callFromPage(page, 'products.create', { name: '精洗十次', priceCents: 500_00 });
  const left = async (): Promise<number | null | undefined> =>
    (await callFromPage(page, 'countCards.ofCustomer', { customerId })).cards[0]?.left;

  await goTo(page, '/loyalty/cards');
  await page.getByRole('button', { name: '新的卡种' }).press('Enter');
  await expect(page.getByRole('textbox', { name: '名称' })).toBeFocused();
  await page.keyboard.type('精洗 10 次卡');
  await page.getByRole('textbox', { name: '价格' }).fill('500');
  await page.getByRole('combobox', { name: '卖哪个商品就办这张卡' }).press('ArrowDown');
  await page.getByRole('option', { name: '精洗十次' }).click();
  await page.getByRole('combobox', { name: '商品与服务' }).press('ArrowDown');
  await page.getByRole('option', { name: '精洗', exact: true }).click();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('新建了卡种「精洗 10 次卡」')).toBeVisible();

  await goTo(page, `/visit?customerId=${customerId}`);
  await typeItem(page, '精洗十次', '精洗十次');
  await expect(page.getByText('卖出就办「精洗 10 次卡」')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect.poll(left).toBe(10);
  await expect(page.getByRole('button', { name: '次卡 1 张' })).toBeVisible();

  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(page.getByText(/精洗 10 次卡 还剩 10 次/)).toBeVisible();
  await typeItem(page, '精洗', '精洗');
  await typeItem(page, '打蜡 80', '打蜡', false);
  await expect(page.getByText(/扣 1 次 · 扣后还剩 9 次/)).toBeVisible();
  await expect(page.getByRole('status', { name: '合计' }).or(page.locator('output'))).toHaveText('¥80.00');
  await expectAccessible(page);
  await page.keyboard.press('F10');
  await expect(page.locator('output')).toHaveText('¥140.00');
  await page.keyboard.press('F10');
  await expect(page.locator('output')).toHaveText('¥80.00');
  await page.keyboard.press('Control+Enter');
  await expect.poll(left).toBe(9);

  await page.keyboard.press('Control+z');
  await expect.poll(left).toBe(10);
  const line = { productId: wash.productId, name: '精洗', quantity: 2000, unitPriceCents: 60_00 };
  const { cards } = await callFromPage(page, 'countCards.ofCustomer', { customerId });
  const { visitId } = await callFromPage(page, 'visits.record', {
    customerId,
    lines: [{ ...line, cardId: cards[0]?.id ?? null }],
  });
  await expect.poll(left).toBe(8);
  await goTo(page, `/visits/${visitId}`);
  await expect(page.getByText(/扣 2 次，还剩 8 次/)).toBeVisible();
  await page.getByRole('button', { name: '退换' }).press('Enter');
  await page.keyboard.type('1');
  await page.getByLabel('为什么退').fill('没洗干净');
  await page.keyboard.press('Control+Enter');
  await expect.poll(left).toBe(9);

  await goTo(page, '/loyalty');
  const owed = page.getByRole('region', { name: '次卡与限时卡' });
  await expect(owed.getByRole('table', { name: '办了多久' }).getByRole('row', { name: /三个月内办的/ })).toContainText('¥450');
  await expectAccessible(page);
});

test('on the card: what is left and why, a freeze that moves the end, an extension and a void, each with its undo (X56)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '次卡', exact: true }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '王芳 的次卡' });
  await drawer.getByRole('button', { name: '手工办卡' }).press('Enter');
  await expect(drawer.getByRole('combobox', { name: '办哪种' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: '健身年卡' }).click();
  await drawer.getByRole('textbox', { name: '为什么' }).fill('旧卡换新');
  await page.keyboard.press('Control+Enter');
  const card = drawer.getByRole('article', { name: /健身年卡/ });
  await expect(card).toContainText('不限次');
  await expect(card).toContainText('还没开始用');

  await card.getByRole('button', { name: '停卡' }).press('Enter');
  await expect(card.getByRole('textbox', { name: '天数' })).toBeFocused();
  await page.keyboard.type('30');
  await card.getByRole('textbox', { name: '为什么' }).fill('出差');
  await page.keyboard.press('Control+Enter');
  await expect(card).toContainText('停卡中');
  await expect(card).toContainText('今年还能停');
  await card.getByRole('button', { name: '明细', exact: true }).press('Enter');
  await expect(card).toContainText('停卡 30 天 · 出差');
  await expectAccessible(page);
  // Keys of the window rest while a drawer is open.
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: '次卡 1 张' }).press('Enter');
  await expect(card).not.toContainText('停卡中');

  await card.getByRole('button', { name: '作废' }).press('Enter');
  await card.getByRole('textbox', { name: '为什么' }).fill('办错了');
  await page.keyboard.press('Control+Enter');
  await expect(drawer.getByRole('button', { name: '看用完、过期和作废的 1 张' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: '次卡 1 张' }).press('Enter');
  await expect(card).toContainText('不限次');
});
