import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a shop that writes gifts down gives a card from the card and a sample for a complaint, sees both and what they cost (R080, R086)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李强' });
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('button', { name: '积分明细' })).toBeVisible();
  await expect(page.getByRole('button', { name: '送礼' })).toBeHidden();
  await callFromPage(page, 'settings.update', { changes: { keepsGifts: true } });
  await callFromPage(page, 'rewards.save', { name: '面霜小样', points: null, isSample: true, costCents: 1200 });
  await callFromPage(page, 'incidents.save', { customerId, severity: 'minor', what: '色号推荐不准' });

  await page.getByRole('button', { name: '送礼' }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '送给 李强 的' });
  await drawer.getByRole('button', { name: '送一份' }).press('Enter');
  await expect(drawer.getByLabel('为什么送')).toBeFocused();
  await page.keyboard.type('手写贺卡');
  await page.keyboard.press('Control+Enter');
  await expect(drawer.getByText('选一样小样，或写下送了什么')).toBeVisible();
  await drawer.getByLabel('还送了什么、做了什么').fill('手写一张贺卡');
  await drawer.getByLabel('花了多少').fill('5');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('记下了送给李强的，¥5')).toBeVisible();
  await expect(drawer.getByText('送过 1 次，共 ¥5')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page.getByText('送「手写一张贺卡」（¥5）')).toBeVisible();

  await goTo(page, '/tasks/incidents');
  const list = page.getByRole('main');
  await list.getByRole('button', { name: '赠小样、赔礼' }).press('Enter');
  await expect(drawer.getByLabel('为什么送')).toHaveValue('赔礼');
  await drawer.getByLabel('面霜小样').fill('1');
  await drawer.getByLabel('面霜小样').press('Control+Enter');
  await expect(page.getByText('记下了送给李强的，¥12')).toBeVisible();
  const count = async () => (await callFromPage(page, 'gifts.ofCustomer', { customerId })).count;
  expect(await count()).toBe(2);

  await goTo(page, '/loyalty/gifts');
  await expect(page.getByRole('table', { name: '送得最多的顾客' }).getByRole('row', { name: /李强/ })).toContainText('¥17');
  await expectAccessible(page);
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByText('赔礼：送「面霜小样」（¥12）')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(count).toBe(1);
});
