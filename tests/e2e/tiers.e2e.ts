import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const entry = (page: Page) => page.getByRole('combobox', { name: '下一项' });
test('a tier and a rule of earning are defined; a visit rises to the tier, the next is priced and earns by it; undo takes both back (R075)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const { today } = await callFromPage(page, 'shell.startState', {});
  const heldTier = async () => (await callFromPage(page, 'tiers.ofCustomer', { customerId })).held?.tier.name ?? null;

  await goTo(page, '/loyalty/tiers');
  await page.getByRole('button', { name: '新等级' }).first().press('Enter');
  const panel = page.getByRole('complementary', { name: '等级' });
  await expect(panel.getByLabel('等级', { exact: true })).toBeFocused();
  await page.keyboard.type('金卡');
  await panel.getByLabel('消费满多少元升级').fill('三千');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('写一个金额，比如 3000')).toBeVisible();
  await panel.getByLabel('消费满多少元升级').fill('1000');
  await panel.getByLabel('折扣').fill('9折');
  await panel.getByLabel('积分倍率（100 是照常）').fill('200');
  await panel.getByLabel('别的好处，一行一条').fill('专属顾问');
  await panel.getByLabel('升级送多少积分').fill('50');
  await expect(panel.getByText('这样没有人升上来。')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('row', { name: /金卡/ })).toContainText('优惠 10% · 积分 200% · 专属顾问 · 升级送50 积分');
  await expectAccessible(page);

  await goTo(page, '/loyalty/earning');
  await page.getByRole('button', { name: '新规则' }).first().press('Enter');
  await expect(page.getByLabel('名称')).toBeFocused();
  await page.keyboard.type('今天三倍');
  await page.getByLabel('平时的百分之几').fill('300');
  await page.getByLabel('每月几号（会员日）').fill('32');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/写 1 到 31/)).toBeVisible();
  await page.getByLabel('每月几号（会员日）').fill(String(Number(today.slice(8))));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('row', { name: /今天三倍/ })).toContainText('3 倍');
  await expectAccessible(page);

  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('烫发 1000');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('烫发 单价')).toHaveValue('1000');
  await expect(page.getByText('今天三倍 3 倍')).toBeVisible();
  await expect(page.getByText(/本次得 300 分/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect.poll(heldTier).toBe('金卡');
  const line = page.getByRole('button', { name: /金卡/ });
  await expect(line).toBeVisible();
  await line.press('Enter');
  const drawer = page.getByRole('dialog', { name: '王芳 的会员等级' });
  await expect(drawer).toContainText('专属顾问');
  await expect(drawer).toContainText('升到金卡');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();

  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(entry(page)).toBeFocused();
  await expect(page.getByText('金卡', { exact: true })).toBeVisible();
  await page.keyboard.type('护理 100');
  await page.keyboard.press('Enter');
  await expect(page.locator('output')).toHaveText('¥90.00');
  await expect(page.getByText('金卡 2 倍 · 今天三倍 3 倍')).toBeVisible();
  await expect(page.getByText(/本次得 54 分/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await callFromPage(page, 'customers.findById', { customerId })).summary.pointsBalance).toBe(404);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await callFromPage(page, 'customers.findById', { customerId })).summary.pointsBalance).toBe(350);
  expect(await heldTier()).toBe('金卡');

  // By hand, with a reason, and taken back by the same key as everything.
  await page.getByRole('button', { name: /金卡/ }).press('Enter');
  await drawer.getByRole('button', { name: '手动调等级' }).press('Enter');
  await drawer.getByLabel('原因').fill('朋友');
  await drawer.getByLabel('固定住，不再自动升降').press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toContainText('手动定为金卡');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await callFromPage(page, 'tiers.ofCustomer', { customerId })).held?.isFixed).toBe(false);
});

test('customers are told apart by their tier: in the search, by a condition of the list, in a column', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李明' });
  await callFromPage(page, 'customers.create', { name: '李红' });
  await goTo(page, '/customers');
  await page.getByRole('button', { name: '列', exact: true }).press('Enter');
  await expect(page.getByRole('checkbox', { name: '标签' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: '等级' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  const { tierId } = await callFromPage(page, 'tiers.save', { name: '钻石', threshold: 9_000_00 });
  await callFromPage(page, 'tiers.setByHand', { customerId, tierId, reason: '朋友' });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('liming');
  await expect(page.getByRole('option', { name: /李明/ })).toContainText('钻石');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '列', exact: true }).press('Enter');
  await page.getByRole('checkbox', { name: '等级' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /李明/ })).toContainText('钻石');
  await page.getByRole('button', { name: '筛选', exact: true }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '筛选顾客' });
  await drawer.getByRole('combobox', { name: '会员等级' }).press('ArrowDown');
  await page.getByRole('option', { name: '没有等级' }).click();
  await drawer.getByRole('button', { name: '看名单' }).press('Enter');
  await expect(page.getByRole('row', { name: /李红/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /李明/ })).toHaveCount(0);
});
