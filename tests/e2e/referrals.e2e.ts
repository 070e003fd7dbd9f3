import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a new card says who brought them and where they come from; the picture is walked by keys, and a circle is refused (R091, R034)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const wang = await callFromPage(page, 'customers.create', { name: '王芳' });
  const li = await callFromPage(page, 'customers.create', { name: '李雷', referrerId: wang.customerId, source: '熟客介绍' });
  const han = await callFromPage(page, 'customers.create', { name: '韩梅梅', referrerId: li.customerId });
  await callFromPage(page, 'visits.record', {
    customerId: han.customerId,
    lines: [{ name: '剪发', quantity: 1000, unitPriceCents: 88_00 }],
  });
  await goTo(page, `/customers/${li.customerId}`);
  await page.getByRole('button', { name: '王芳 介绍来的 · 介绍来 1 人' }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '李雷 的介绍与熟人' });
  await expect(drawer.getByText('介绍来 1 人，他们一共消费 ¥88')).toBeVisible();
  await expect(drawer.getByText(/^关系价值 ¥[\d,]+：自己消费 ¥[\d,]+，加上带来的人 ¥88$/)).toBeVisible();
  const tree = drawer.getByRole('tree', { name: '谁介绍了谁' });
  await expect(tree.getByRole('treeitem')).toHaveCount(3);
  await expectAccessible(page);
  await tree.getByRole('treeitem').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(tree.getByRole('treeitem', { name: '韩梅梅' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('韩梅梅');

  await goTo(page, `/customers/${wang.customerId}?tab=facts`);
  await page.getByRole('button', { name: /介绍人/ }).press('Enter');
  const picker = page.getByRole('combobox', { name: '介绍人' });
  await picker.fill('韩梅梅');
  await expect(page.getByRole('option', { name: /韩梅梅/ })).toBeVisible();
  await picker.press('Enter');
  await page.getByRole('button', { name: '保存' }).press('Enter');
  await expect(page.getByText(/这样就绕回来了/)).toBeVisible();
  await page.getByRole('button', { name: '取消' }).press('Enter');
  await page.getByRole('button', { name: /^来源/ }).press('Enter');
  await page.getByRole('combobox', { name: '来源' }).press('ArrowDown');
  await expect(page.getByRole('option', { name: '路过进店' })).toBeVisible();
});

test('two customers are linked from the card, both see it, and it is undone by one key (R092)', async ({ shop: { page } }) => {
  await menuStands(page);
  const mother = await callFromPage(page, 'customers.create', { name: '王芳' });
  const child = await callFromPage(page, 'customers.create', { name: '朵朵' });
  await goTo(page, `/customers/${child.customerId}?tab=family`);
  await page.getByRole('button', { name: '连一位顾客' }).press('Enter');
  const who = page.getByRole('combobox', { name: '哪位顾客' });
  await expect(who).toBeFocused();
  await page.keyboard.type('王芳');
  await expect(page.getByRole('option', { name: /王芳/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const relation = page.getByRole('combobox', { name: '是 朵朵 的什么人' });
  await expect(relation).toBeFocused();
  await relation.press('Enter');
  await page.getByRole('option', { name: '父母' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('王芳 是 朵朵 的父母')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '王芳' })).toContainText('父母');
  await expectAccessible(page);
  await page.getByRole('link', { name: '王芳' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('王芳');
  await page.getByRole('button', { name: '认识 1 位顾客' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('listitem').filter({ hasText: '朵朵' })).toContainText('子女');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  const links = async () => (await callFromPage(page, 'referrals.around', { personId: mother.customerId })).links.length;
  await expect.poll(links).toBe(0);
});

test('bringing somebody is rewarded: switched on in the settings, told at the visit and on the sale, taken back by one key (R093)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  await goTo(page, '/settings');
  const part = page.getByRole('region', { name: '介绍有奖' });
  await part.getByLabel('熟客介绍新客，两边都有奖').press('Space');
  await part.getByLabel('一次买满多少算数').fill('80');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('设置已存')).toBeVisible();
  const wang = await callFromPage(page, 'customers.create', { name: '王芳' });
  const li = await callFromPage(page, 'customers.create', { name: '李雷', referrerId: wang.customerId });
  await goTo(page, `/visit?customerId=${li.customerId}`);
  await expect(page.locator('#visit-entry')).toBeFocused();
  await page.keyboard.type('剪发 88');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('剪发 单价')).toHaveValue('88');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/介绍奖励：新客得 50 分，介绍人得 100 分/)).toBeVisible();
  const balanceOf = async () => (await callFromPage(page, 'loyalty.account', { customerId: wang.customerId })).balance;
  expect(await balanceOf()).toBe(100);
  await page.getByTitle('打开这一笔，可退换').press('Enter');
  await expect(page.getByText(/介绍奖励：新客得 50 分/).last()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await expect.poll(balanceOf).toBe(0);
});

test('a regular’s code is made and copied with the shop’s words, and names them in the picker of a new card (R096)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  await goTo(page, '/settings');
  const part = page.getByRole('region', { name: '介绍有奖' });
  await part.getByLabel('熟客有自己的推荐码，可以发给朋友').press('Space');
  const words = part.getByLabel('要发的话，空着就用写好的这一段');
  await words.fill('来小满造型，有{奖励}');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('花括号里只能是 {店名}、{推荐码} 或 {姓名}')).toBeVisible();
  await words.fill('来小满造型，报 {推荐码}');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('设置已存')).toBeVisible();
  const wang = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, `/customers/${wang.customerId}`);
  await page.getByRole('button', { name: '推荐码', exact: true }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '王芳 的介绍与熟人' });
  await drawer.getByRole('button', { name: '生成推荐码，复制要发的话' }).press('Enter');
  await expect(page.getByText('已复制')).toBeVisible();
  const { code } = await callFromPage(page, 'referrals.makeCode', { customerId: wang.customerId });
  await expect(drawer.getByText(`来小满造型，报 ${code}`)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: `推荐码 ${code}` })).toBeVisible();

  const li = await callFromPage(page, 'customers.create', { name: '李雷' });
  await goTo(page, `/customers/${li.customerId}?tab=facts`);
  await page.getByRole('button', { name: /介绍人/ }).press('Enter');
  const picker = page.getByRole('combobox', { name: '介绍人' });
  await picker.fill(code.toLowerCase());
  await expect(page.getByRole('option', { name: /王芳/ })).toContainText(code);
  await picker.press('Enter');
  await page.getByRole('button', { name: '保存' }).press('Enter');
  await expect(page.getByRole('button', { name: '王芳 介绍来的 · 推荐码' })).toBeVisible();
});
