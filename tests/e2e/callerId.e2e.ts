import AxeBuilder from '@axe-core/playwright';
import { callFromPage } from './support/bridge.ts';
import { scanInto } from './support/scanner.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands, searchHit } from './support/window.ts';

test('X41: a caller-ID box opens the card of who is calling, from any page', async ({ shop }) => {
  const { page } = shop;
  await menuStands(page);
  await callFromPage(page, 'customers.create', { name: '王芳', phone: '138 0000 1001' });
  await callFromPage(page, 'customers.create', { name: '李强', phone: '0592-5123456' });
  const pages = ['/', '/customers', '/exports', '/imports', '/customers/new'];
  for (const [at, path] of pages.entries()) {
    await goTo(page, path);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    // On one of them the cursor is in a field: what the box typed is taken out of it again.
    if (path !== '/customers/new')
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    const [number, name] = at % 2 === 0 ? ['13800001001', '王芳'] : ['05925123456', '李强'];
    await scanInto(shop, number ?? '');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
});

test('X41: a number that is nobody’s is offered as a new card, one of a family as a choice, and the page stays', async ({
  shop,
}) => {
  const { page } = shop;
  await menuStands(page);
  await callFromPage(page, 'customers.create', { name: '王芳', phone: '13800001001' });
  await callFromPage(page, 'customers.create', { name: '王小明', phone: '13800001001' });
  await goTo(page, '/exports');
  const search = page.getByRole('combobox', { name: '找顾客' }).or(page.locator('#regulars-search')).first();
  await scanInto(shop, '13800001001');
  await expect(search).toHaveValue('13800001001');
  await expect(searchHit(page, /王芳/)).toBeVisible();
  await expect(searchHit(page, /王小明/)).toBeVisible();
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await scanInto(shop, '13900002002');
  await expect(search).toHaveValue('13900002002');
  await expect(page.getByText('13900002002').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toContain('/exports');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('新建顾客');
  await expect(page.getByRole('textbox', { name: /电话|手机/ }).first()).toHaveValue('13900002002');

  // A code that is no phone is no new card.
  await goTo(page, '/exports');
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await scanInto(shop, '123456');
  await expect(page.getByText('没有人用「123456」这个卡号、编号或电话。')).toBeVisible();
});
