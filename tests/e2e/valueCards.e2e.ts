import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands, typeItem } from './support/window.ts';

test('a shop defines a gift card and sells it; a walk-in pays with its code, the rest stays on it, and undo brings it back (X60)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  await goTo(page, '/visit');
  await expect(page.getByLabel('礼品卡号')).toBeHidden();

  await goTo(page, '/loyalty/cards/kinds');
  await page.getByRole('button', { name: '新的卡种' }).first().press('Enter');
  await expect(page.getByLabel('名称')).toBeFocused();
  await page.keyboard.type('新年礼品卡');
  await page.getByLabel('面额').fill('100 200');
  await expectAccessible(page);
  await page.getByLabel('面额').press('Control+Enter');
  await expect(page.getByText('定了「新年礼品卡」')).toBeVisible();

  await goTo(page, '/loyalty/cards/sold');
  await page.getByRole('button', { name: '卖一张卡' }).first().press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByLabel('卖哪种')).toHaveValue('新年礼品卡');
  await expect(drawer.getByLabel('面额')).toHaveValue(/100/);
  await drawer.getByLabel('怎么付的').press('ArrowDown');
  await page.getByRole('option', { name: '现金' }).click();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '卖出' }).press('Enter');
  await expect(page.getByText(/卖出「新年礼品卡」/).first()).toBeVisible();
  const code = (await drawer.getByLabel('卡号').textContent()) ?? '';
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  await expectAccessible(page);

  await goTo(page, '/visit?walkIn=true');
  await typeItem(page, '咖啡 30', '咖啡');
  await page.getByLabel('礼品卡号').fill('AAAA');
  await page.getByLabel('礼品卡号').press('Enter');
  await expect(page.getByText(/卡号不对/)).toBeVisible();
  await page.getByLabel('礼品卡号').fill(code.toLowerCase());
  await page.getByLabel('礼品卡号').press('Enter');
  await expect(page.getByText(/付 .*30.*付后余 .*70/)).toBeVisible();
  await expect(page.getByText('卡付 ¥30')).toBeVisible();
  // Less than it could, if they want to keep some; more than the bill is told where it stands.
  const amount = page.getByLabel(/新年礼品卡.*付多少/);
  await amount.fill('40');
  await expect(page.getByText('最多 ¥30')).toBeVisible();
  await expectAccessible(page);
  await amount.press('Control+Enter');
  await expect(amount).toBeFocused();
  await amount.fill('20');
  await expect(page.getByText(/付 .*20.*付后余 .*80/)).toBeVisible();
  await amount.fill('');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const left = async () => (await callFromPage(page, 'valueCards.find', {})).rows.map(({ leftCents }) => leftCents);
  await expect.poll(left).toEqual([70_00]);
  await expect(page.getByText(/散客.*30/).first()).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).last().click();
  await expect.poll(left).toEqual([100_00]);
});

test('a shopping card is sold on a customer’s card and offered at their visit for what it is for; voided and taken back (X59)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李强' });
  const everything = { productIds: [], categories: [] };
  const kind = { name: '染烫卡', kind: 'shopping', scope: everything, faces: [], validDays: 365 };
  await callFromPage(page, 'valueCards.saveType', { ...kind, kind: 'shopping' });

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '购物卡', exact: true }).press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '卖一张卡' }).press('Enter');
  await drawer.getByLabel('面额').fill('300');
  await drawer.getByLabel('怎么付的').press('ArrowDown');
  await page.getByRole('option', { name: '微信' }).click();
  await drawer.getByRole('button', { name: '卖出' }).press('Enter');
  await expect(drawer.getByText(/面额 ¥300/)).toBeVisible();
  await drawer.getByRole('button', { name: '作废' }).press('Enter');
  await expect(drawer.getByLabel('为什么作废')).toBeFocused();
  await page.keyboard.type('卖错了');
  await page.keyboard.press('Enter');
  await expect(drawer.getByText(/作废了/).first()).toBeVisible();
  await drawer.getByRole('button', { name: /撤销：作废/ }).press('Enter');
  await expect(drawer.getByText('能用', { exact: false }).first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('button', { name: '购物卡 ¥300' })).toBeVisible();

  await goTo(page, `/visit?customerId=${customerId}`);
  await typeItem(page, '染发 200', '染发');
  await page.getByRole('checkbox', { name: '染烫卡' }).press('Space');
  await expect(page.getByText('卡付 ¥200')).toBeVisible();
  await page.getByRole('combobox', { name: '下一项' }).press('Control+Enter');
  await page.waitForURL(/\/customers\//);
  await expect(page.getByRole('button', { name: '购物卡 ¥100' })).toBeVisible();
});
