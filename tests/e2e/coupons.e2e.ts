import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const entry = (page: Page) => page.getByRole('combobox', { name: '下一项' });
test('a coupon is defined, issued from the card for a reason, shows itself at the visit, is taken by one key and given back by undo (R084)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, '/loyalty/coupons');
  await page.getByRole('button', { name: '新的券' }).press('Enter');
  const panel = page.getByRole('complementary', { name: '券的条件' });
  await expect(panel.getByLabel('名称')).toBeFocused();
  await page.keyboard.type('护理 20 元券');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('写一个大于 0 的金额')).toBeVisible();
  await panel.getByLabel('减多少钱').fill('20');
  await panel.getByLabel('最低消费').fill('50');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('新建了「护理 20 元券」')).toBeVisible();
  await expect(page.getByRole('row', { name: /护理 20 元券/ })).toContainText('减 ¥20 · 满 ¥50 · 30 天内有效');
  await expectAccessible(page);

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '优惠券', exact: true }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '王芳 的优惠券' });
  await drawer.getByRole('button', { name: '发一张券' }).press('Enter');
  const which = drawer.getByRole('combobox', { name: '哪一种券' });
  await expect(which).toBeFocused();
  await page.keyboard.type('护理');
  await expect(page.getByRole('option', { name: '护理 20 元券' })).toBeVisible();
  await page.getByRole('option', { name: '护理 20 元券' }).click();
  await drawer.getByLabel('为什么发').fill('等久了');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/给王芳发了「护理 20 元券」，券号 \d{10}/)).toBeVisible();
  await expect(drawer.getByRole('listitem')).toContainText('等久了');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page.getByText('优惠券「护理 20 元券」')).toBeVisible();
  await expect(page.getByText(/发了券「护理 20 元券」/)).toBeVisible();

  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('剪发 40');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('剪发 单价')).toHaveValue('40');
  const offer = page.getByRole('checkbox', { name: '护理 20 元券' });
  await expect(offer).toBeDisabled();
  await expect(page.getByText('还差 ¥10')).toBeVisible();
  await page.keyboard.type('护理 80');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('护理 单价')).toHaveValue('80');
  await expect(offer).toBeEnabled();
  await page.keyboard.press('F5');
  await expect(offer).toBeChecked();
  await expect(page.getByText('券共省 ¥20')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/用了券「护理 20 元券」，省 ¥20/)).toBeVisible();
  const stateOf = async () => (await callFromPage(page, 'coupons.ofCustomer', { customerId })).coupons[0]?.state;
  expect(await stateOf()).toBe('used');
  await page.getByTitle('打开这一笔，可退换').press('Enter');
  await expect(page.getByText(/用了「护理 20 元券」\d{10}，省 ¥20/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(stateOf).toBe('open');
});

test('a discount code is typed at the desk by a walk-in, what is wrong with another is told, and a full one is refused (R081)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  await goTo(page, '/loyalty/codes');
  await page.getByRole('button', { name: '新折扣码' }).first().press('Enter');
  const panel = page.getByRole('complementary', { name: '折扣码' });
  await expect(panel.getByLabel('折扣码', { exact: true })).toBeFocused();
  await page.keyboard.type('vip-88');
  await panel.getByLabel('一共能用几次').fill('1');
  await panel.getByRole('combobox', { name: '种类' }).press('Enter');
  await page.getByRole('option', { name: '折扣券' }).click();
  await panel.getByLabel('打几折、减百分之几').fill('8折');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('新建了折扣码 VIP88')).toBeVisible();
  await expectAccessible(page);

  const sell = async (): Promise<void> => {
    await goTo(page, '/visit?walkIn=true');
    await expect(entry(page)).toBeFocused();
    await page.keyboard.type('奶茶 20');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('奶茶 单价')).toHaveValue('20');
    await page.getByLabel(/^券号或折扣码/).fill('Vip 88');
    await page.getByLabel(/^券号或折扣码/).press('Enter');
  };
  await sell();
  await expect(page.getByRole('checkbox', { name: 'VIP88' })).toBeChecked();
  await expect(page.getByText('券共省 ¥4')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await callFromPage(page, 'coupons.codes', {})).codes[0]?.used).toBe(1);
  await sell();
  await expect(page.getByText('已经用完')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/这张券已经用完/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'VIP88' }).press('Space');
  await expect(page.getByRole('checkbox', { name: 'VIP88' })).toBeHidden();
});

test('everyone marked gets a coupon in one go, who has one is left out; the owner sees what is out and undoes it with one key (R084, X36)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const names = ['王芳', '李强', '陈晨'];
  const ids: string[] = [];
  for (const name of names) ids.push((await callFromPage(page, 'customers.create', { name })).customerId);
  const terms = { kind: 'amount', amountCents: 2000, validDays: 20 } as const;
  const { typeId } = await callFromPage(page, 'coupons.saveType', { name: '周年券', terms });
  await callFromPage(page, 'coupons.issue', { customerId: ids[0] ?? '', typeId, reason: '老客' });
  await goTo(page, '/customers');
  await expect(page.getByRole('row', { name: /陈晨/ })).toBeVisible();
  await page.locator('#customers-list').focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('已选 3 位')).toBeVisible();
  await page.getByRole('button', { name: '批量修改…' }).press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: '要改什么' }).click();
  await page.getByRole('option', { name: '发优惠券' }).click();
  await drawer.getByRole('combobox', { name: '哪一种券' }).click();
  await page.getByRole('option', { name: '周年券' }).click();
  await drawer.getByLabel('为什么发').fill('开店三周年');
  await expect(drawer.getByText('会改 2 位。 另有 1 位手上还有一张这种券，不再发。')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('批量修改了 2 位')).toBeVisible();

  await goTo(page, '/loyalty');
  const part = page.getByRole('region', { name: '优惠券' });
  const row = part.getByRole('table', { name: '哪一种券' }).getByRole('row', { name: /周年券/ });
  await expect(row).toContainText('3');
  await expect(part.getByRole('table', { name: '30 天内到期' }).getByRole('link', { name: '陈晨' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await expect(row).toContainText('1');
  await expect(part.getByRole('link', { name: '陈晨' })).toBeHidden();
  await expect(part.getByRole('link', { name: '王芳' })).toBeVisible();
});
