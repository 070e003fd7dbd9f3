import AxeBuilder from '@axe-core/playwright';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const wangFang = { name: '王芳', phone: '13812342210', birthday: { calendar: 'solar', year: 1990, month: 3, day: 8 } } as const;

test('duplicates are found, judged and merged by keyboard, and the merge is undone (R184, X38)', async ({ shop: { page } }) => {
  await menuStands(page);
  await callFromPage(page, 'customers.create', { ...wangFang, safetyNote: '酒精过敏' });
  const other = await callFromPage(page, 'customers.create', { ...wangFang, safetyNote: '花生过敏', note: '周六来' });
  await callFromPage(page, 'customers.create', { name: '陈晨', phone: '13900001111' });
  await callFromPage(page, 'customers.create', { name: '陈晨', phone: '13900001112' });
  await goTo(page, '/customers/duplicates');
  await page.getByRole('button', { name: '查一遍' }).press('Enter');
  const pairs = page.getByRole('list', { name: '可能重复的顾客' }).getByRole('listitem');
  await expect(pairs).toHaveCount(2);
  await expect(pairs.first()).toContainText('电话相同（尾号 2210）');
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);

  // The second pair is two people; taken back, and said again.
  await pairs.first().getByRole('button', { name: /^合并/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('n');
  await expect(pairs).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(pairs).toHaveCount(2);
  await pairs.last().getByRole('button', { name: /^合并/ }).focus();
  await page.keyboard.press('n');
  await expect(pairs).toHaveCount(1);

  await pairs.first().getByRole('button', { name: /^合并/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '合并两张卡' })).toBeVisible();
  await expect(page.getByRole('radio', { name: '选用「两段都留」作为过敏与禁忌' })).toBeChecked();
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('没有重复的顾客')).toBeVisible();

  await goTo(page, '/customers/merges');
  await expect(page.getByText(/王芳 10002 并入 王芳 10001/)).toBeVisible();
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: '撤销合并' }).press('Enter');
  await expect(page.getByRole('row', { name: /王芳 10002 并入/ })).toContainText('已撤销');
  await goTo(page, `/customers/${other.customerId}`);
  await expect(page.getByRole('heading', { level: 1, name: '王芳' })).toBeVisible();
  // Both cards tell of it, and lead to it.
  await page.getByRole('link', { name: '并入「王芳」' }).press('Enter');
  await expect(page.getByRole('row', { name: /王芳 10002 并入 王芳 10001/ })).toBeVisible();
  await expect(page.getByRole('link', { name: '全部合并记录' })).toBeVisible();
});

test('a removed customer waits in the bin, comes back, and is deleted for good only when asked (X37)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', wangFang);
  await callFromPage(page, 'customers.remove', { customerId });
  await goTo(page, '/customers/bin');
  await expect(page.getByRole('row', { name: /王芳/ })).toContainText('30 天');
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: '恢复' }).press('Enter');
  await expect(page.getByText('回收站是空的')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /王芳/ })).toBeVisible();
  await page.getByRole('button', { name: '彻底删除' }).press('Enter');
  await expect(page.getByText('彻底删除「王芳」？')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: '彻底删除' }).press('Enter');
  await expect(page.getByText('回收站是空的')).toBeVisible();
});
