import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('printed cards are noted, one is handed out, reported lost and refused at the visit, reissued, and taken back by a key (X52)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const state = async () => {
    const { cardNo, state: standing } = await callFromPage(page, 'memberCards.ofCustomer', { customerId });
    return [cardNo, standing];
  };
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('button', { name: '储值明细' })).toBeVisible();
  await expect(page.getByRole('button', { name: '会员卡', exact: true })).toBeHidden();

  await goTo(page, '/loyalty/member-cards');
  await page.getByRole('button', { name: '新一批' }).first().press('Enter');
  await expect(page.getByLabel('名字')).toBeFocused();
  await page.keyboard.type('金卡第一批');
  await page.getByLabel('前缀').fill('G');
  await page.getByLabel('从', { exact: true }).fill('0001');
  await page.getByLabel('到', { exact: true }).fill('0200');
  await expect(page.getByRole('status')).toContainText('第一张是 G0001，共 200 张');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: '金卡第一批' })).toBeVisible();

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '会员卡', exact: true }).press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '办卡' }).press('Enter');
  await expect(page.getByLabel('新卡号')).toBeFocused();
  await page.keyboard.type('G0001');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(state).toEqual(['G0001', 'active']);
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: '会员卡', exact: true }).press('Enter');
  await drawer.getByRole('button', { name: '挂失' }).press('Enter');
  await expect(page.getByLabel('原因')).toBeFocused();
  await page.keyboard.type('钱包丢了');
  await page.keyboard.press('Control+Enter');
  await expect.poll(state).toEqual(['G0001', 'lost']);
  await expect(page.getByRole('button', { name: '会员卡已挂失' })).toBeVisible();

  await goTo(page, '/visit');
  const picker = page.getByRole('main').getByRole('combobox').first();
  await expect(picker).toBeFocused();
  await page.keyboard.type('G0001');
  await expect(page.getByText(/挂失了，不能用/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await expect(page.getByText(/挂失了，不能用/)).toBeVisible();
  await page.getByRole('link', { name: '打开持卡人' }).press('Enter');

  await page.getByRole('button', { name: '会员卡已挂失' }).press('Enter');
  await drawer.getByRole('button', { name: '补卡' }).press('Enter');
  await expect(page.getByLabel('新卡号')).toBeFocused();
  await page.keyboard.type('G0001');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/这个卡号已经发给别人了|这个卡号挂失、换掉或注销过/)).toBeVisible();
  await page.getByLabel('新卡号').fill('G0002');
  await page.keyboard.press('Control+Enter');
  await expect.poll(state).toEqual(['G0002', 'active']);
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(state).toEqual(['G0001', 'lost']);
  await page.getByRole('button', { name: '会员卡已挂失' }).press('Enter');
  await expect(drawer.getByText('G0001 换成 G0002')).toBeVisible();
  await expectAccessible(page);
});
