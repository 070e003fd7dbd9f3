import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { openNewCustomer } from './support/window.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
/** The page answers keys once its menu stands. */
const ready = (page: Page) => expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible();
const wangFang = { name: '王芳', phone: '13812342210' };

test('a customer is added by keyboard alone and stands on the card and in the list (R001, R011)', async ({ shop: { page } }) => {
  await ready(page);
  await openNewCustomer(page);
  await page.keyboard.type('王芳');
  await page.keyboard.press('Enter');
  await page.keyboard.type('13812342210');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.type('农历八月十五');
  await expect(page.getByText('农历八月十五', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Enter');

  await expect(heading(page, '王芳')).toBeVisible();
  await expect(page.getByText('138 1234 2210')).toBeVisible();
  await page.getByRole('tab', { name: '资料' }).click();
  await expect(page.getByRole('button', { name: /^生日 农历八月十五/ })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('row', { name: /王芳/ })).toBeVisible();
});

test('whose phone it already is is said while typing, and does not stand in the way (R001)', async ({ shop: { page } }) => {
  await ready(page);
  const { customerId } = await callFromPage(page, 'customers.create', wangFang);
  await openNewCustomer(page);
  await page.keyboard.type('王小芳');
  await page.keyboard.press('Enter');
  await page.keyboard.type('138 1234 2210');
  await expect(page.getByText('这个电话已经是「王芳」的')).toBeVisible();
  await expect(page.getByRole('link', { name: '打开「王芳」的卡片' })).toHaveAttribute('href', new RegExp(customerId));
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, '王小芳')).toBeVisible();
  const { total } = await callFromPage(page, 'customers.list', {});
  expect(total).toBe(2);
});

test('a name that is missing is told at its field, and what was typed stays', async ({ shop: { page } }) => {
  await ready(page);
  await openNewCustomer(page);
  await page.getByLabel('电话').fill('13812342210');
  await page.getByLabel('生日').fill('下个月');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('这里要填')).toBeVisible();
  await expect(page.getByText('没有这一天')).toBeVisible();
  await expect(page.getByLabel('姓名')).toBeFocused();
  await expect(page.getByLabel('电话')).toHaveValue('13812342210');
  await expect(page.getByLabel('生日')).toHaveValue('下个月');
});

test('leaving a form with something typed asks first, and staying keeps it', async ({ shop: { page } }) => {
  await ready(page);
  await openNewCustomer(page);
  await page.keyboard.type('王芳');
  await page.keyboard.press('F4');
  await page.getByRole('dialog').getByRole('button', { name: '接着填' }).click();
  await expect(page.getByLabel('姓名')).toHaveValue('王芳');
  await page.keyboard.press('F4');
  await page.getByRole('dialog').getByRole('button', { name: '不保存' }).click();
  await expect(page.getByLabel('姓名')).toHaveCount(0);
});

test('a fact is edited where it stands, and Ctrl+Z takes it back', async ({ shop: { page } }) => {
  await ready(page);
  await callFromPage(page, 'customers.create', wangFang);
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('row', { name: /王芳/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: '资料' }).click();
  await page.getByRole('button', { name: /^喜好/ }).click();
  await page.keyboard.type('短发、冷色');
  await page.keyboard.press('Control+Enter');
  const likes = page.getByRole('button', { name: /^喜好 短发、冷色/ });
  await expect(likes).toBeFocused();
  await expect(page.getByText('喜欢短发、冷色。')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(likes).toHaveCount(0);
  await expect(page.getByText('喜欢短发、冷色。')).toHaveCount(0);
});

test('a removed customer leaves the list and comes back by undo', async ({ shop: { page } }) => {
  await ready(page);
  const { customerId } = await callFromPage(page, 'customers.create', wangFang);
  await page.keyboard.press('Alt+2');
  await page.getByRole('row', { name: /王芳/ }).dblclick();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '删除顾客' }).click();
  await expect(page.getByText('这里会是您的顾客')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /王芳/ })).toBeVisible();
  const card = await callFromPage(page, 'customers.findById', { customerId });
  expect(card.removedAt).toBeNull();
});

test('points are adjusted with a reason, never spent beyond the balance, and reversed (R013)', async ({ shop: { page } }) => {
  await ready(page);
  await callFromPage(page, 'customers.create', wangFang);
  await page.keyboard.press('Alt+2');
  await page.getByRole('row', { name: /王芳/ }).dblclick();
  await page.getByRole('button', { name: '调整积分' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('加减多少分').fill('120');
  await expect(drawer.getByText('之后 120 分')).toBeVisible();
  await drawer.getByLabel('为什么调整').fill('补录纸卡积分');
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  await page.getByRole('button', { name: '用积分' }).click();
  await drawer.getByLabel('用多少分').fill('121');
  await drawer.getByLabel('做什么用').fill('换护理一次');
  await page.keyboard.press('Control+Enter');
  await expect(drawer.getByText('只有 120 分')).toBeVisible();
  await drawer.getByLabel('用多少分').fill('100');
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  const line = page.getByRole('listitem').filter({ hasText: '换护理一次' });
  await line.getByRole('button', { name: '撤销这笔积分' }).click();
  await expect(line.getByText('已撤销')).toBeVisible();
  await expect(page.getByRole('button', { name: '用积分' })).toBeVisible();
});

test('a long list keeps few rows in the page, walks by keys to its end and opens there (P9)', async ({ shop: { page } }) => {
  await ready(page);
  await callFromPage(page, 'settings.createDemo', { customers: 300 });
  await page.keyboard.press('Alt+2');
  const grid = page.getByRole('grid', { name: '顾客名单' });
  await expect(grid).toHaveAttribute('aria-rowcount', '301');
  await grid.focus();
  await page.keyboard.press('End');
  const selected = grid.getByRole('row', { selected: true });
  await expect(selected).toHaveAttribute('aria-rowindex', '301');
  await expect(selected).toBeInViewport();
  expect(await grid.getByRole('row').count()).toBeLessThanOrEqual(80);
  const name = await selected.getByRole('gridcell').first().locator('[title]').first().getAttribute('title');
  await page.keyboard.press('Enter');
  await expect(heading(page, name ?? 'no name')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('row', { selected: true })).toBeInViewport();
});

test('a column orders the list and says so to a screen reader', async ({ shop: { page } }) => {
  await ready(page);
  await callFromPage(page, 'settings.createDemo', { customers: 40 });
  await page.keyboard.press('Alt+2');
  const spend = page.getByRole('columnheader', { name: '累计消费' });
  await spend.getByRole('button').click();
  await expect(spend).toHaveAttribute('aria-sort', 'descending');
  const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
  await expect(page.getByRole('row').nth(1)).toContainText(rows[0]?.name ?? 'nobody');
  await spend.getByRole('button').click();
  await expect(spend).toHaveAttribute('aria-sort', 'ascending');
});

test('nobody found offers the name that was typed', async ({ shop: { page } }) => {
  await ready(page);
  await callFromPage(page, 'customers.create', wangFang);
  await page.keyboard.press('Alt+2');
  await page.getByLabel('在名单里找').fill('赵铁柱');
  await page.getByRole('link', { name: '新建「赵铁柱」' }).click();
  await expect(page.getByLabel('姓名')).toHaveValue('赵铁柱');
  await expect(page.getByLabel('电话')).toBeFocused();
});

for (const language of ['zh-CN', 'en'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`list, card, form and products have no accessibility fault: ${language}, ${colorScheme} (U4)`, async ({
      shop: { page },
    }) => {
      await ready(page);
      await callFromPage(page, 'settings.createDemo', { customers: 60 });
      await callFromPage(page, 'settings.update', { changes: { language, colorScheme } });
      const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
      const customerId = rows[0]?.id ?? '';
      await callFromPage(page, 'customers.update', {
        customerId,
        changes: { isVip: true, safetyNote: '酒精过敏', likes: '短发' },
      });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      const tab = (index: number) => page.getByRole('tab', { selected: true }).and(page.getByRole('tab').nth(index));
      const pages = [
        [`/customers?customerId=${customerId}`, page.getByRole('grid')],
        [`/customers/${customerId}`, tab(0)],
        [`/customers/${customerId}?tab=facts`, tab(1)],
        [`/customers/${customerId}?tab=family`, tab(2)],
        [`/customers/${customerId}/edit`, page.locator('input[data-path="wechat"]')],
        ['/products', page.getByRole('table')],
      ] as const;
      for (const [address, mark] of pages) {
        await page.evaluate((hash) => {
          window.location.hash = hash;
        }, address);
        await expect(mark).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
        expect(found, address).toEqual([]);
      }
    });
  }
}
