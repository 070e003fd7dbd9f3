import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const entry = (page: Page) => page.getByRole('combobox', { name: '下一项' });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const total = (page: Page) => page.getByRole('status', { name: '合计' });

test('a sale with a discount on a line and on the whole, done by two people, one of them asked for (X35)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await callFromPage(page, 'staff.create', { name: '小美' });
  await callFromPage(page, 'staff.create', { name: '阿强' });
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('烫发 380');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '烫发 的优惠、谁做的、编号和要求' }).press('Enter');
  await expect(page.getByLabel('这一项优惠')).toBeFocused();
  await page.keyboard.type('8折');
  await expect(total(page)).toHaveText('¥304.00');
  const staff = page.getByRole('group', { name: '这一项谁做的' });
  await staff.getByRole('checkbox', { name: '小美' }).press('Space');
  await staff.getByRole('checkbox', { name: '顾客点名要 小美' }).press('Space');
  await staff.getByRole('checkbox', { name: '阿强', exact: true }).press('Space');
  await page.getByLabel('定制要求').fill('大卷，发尾不动');
  await page.getByLabel('整单优惠').fill('4');
  await page.getByLabel('为什么').fill('抹零');
  await expect(total(page)).toHaveText('¥300.00');
  await expect(page.getByText('原价 ¥304，优惠 ¥4')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('整单优惠').fill('305');
  await expect(page.getByText('写成 8折、20% 或 10，不能比金额还多')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('整单优惠')).toBeFocused();
  await page.getByLabel('整单优惠').fill('4');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('tab').first()).toBeVisible();
  await page.getByTitle('打开这一笔，可退换').press('Enter');
  await expect(heading(page, /^小票 /)).toBeVisible();
  await expect(page.getByText('小美（点名） · 阿强 · 大卷，发尾不动')).toBeVisible();
  await expect(page.getByText('优惠原因：抹零')).toBeVisible();
  await expectAccessible(page);
});

test('a walk-in is served without a name, found by the receipt, and claimed when one knows who it was (X29)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '赵敏', phone: '13812342210' });
  await page.keyboard.press('F2');
  await expect(heading(page, '谁来了？')).toBeVisible();
  await expect(page.getByRole('combobox', { name: '顾客', exact: true })).toBeFocused();
  await page.keyboard.press('F2');
  await expect(heading(page, '散客')).toBeVisible();
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('剪发 68');
  await page.keyboard.press('Enter');
  await expect(page.getByText('散客不得分')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^散客 ¥68 · 小票 \d{8}-0001$/)).toBeVisible();

  await page.getByRole('button', { name: '今天的到店' }).press('Enter');
  await expect(heading(page, '到店流水')).toBeVisible();
  await expect(page.getByRole('table', { name: '到店' })).toContainText('散客');
  await expectAccessible(page);
  await page.getByRole('link', { name: /-0001$/ }).press('Enter');
  await page.getByRole('button', { name: '认领' }).press('Enter');
  await expect(page.getByRole('region', { name: '这位散客是谁？' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('2210');
  await expect(page.getByRole('option', { name: /赵敏/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('记到 赵敏 名下，得 6 分')).toBeVisible();
  const claimed = await callFromPage(page, 'customers.findById', { customerId });
  expect(claimed.summary).toMatchObject({ visitCount: 1, spendCents: 6800, pointsBalance: 6 });
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '认领' })).toBeVisible();
  const again = await callFromPage(page, 'customers.findById', { customerId });
  expect(again.summary).toMatchObject({ visitCount: 0, spendCents: 0, pointsBalance: 0 });
});

test('a visit is parked while another person is served, and goes on as it was left (X30)', async ({ shop: { page } }) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '孙倩' });
  await callFromPage(page, 'products.create', { name: '包间', priceCents: 6000, chargedBy: 'hour', isFavourite: true });
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(entry(page)).toBeFocused();
  await page.getByRole('button', { name: /^包间/ }).press('Enter');
  await expect(page.getByRole('button', { name: /^停下 包间 的表/ })).toBeVisible();
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('茶 3');
  await page.keyboard.press('F9');
  await expect(heading(page, '谁来了？')).toBeVisible();
  const parked = page.getByRole('region', { name: '挂着的单' });
  await expect(parked).toContainText('孙倩');
  await expect(parked).toContainText('包间、茶');
  await expect(parked).toContainText('计时中');
  await expectAccessible(page);
  await parked.getByRole('button', { name: /^孙倩/ }).press('Enter');
  await expect(heading(page, '孙倩')).toBeVisible();
  await expect(page.getByLabel('茶 单价')).toHaveValue('3');
  await page.getByRole('button', { name: /^停下 包间 的表/ }).press('Enter');
  await expect(page.getByLabel('包间 数量')).toHaveValue('0.25');
  await expect(total(page)).toHaveText('¥18.00');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('tab').first()).toBeVisible();
  const { visits } = await callFromPage(page, 'parkedVisits.list', {});
  expect(visits).toEqual([]);
  const { summary } = await callFromPage(page, 'customers.findById', { customerId });
  expect(summary).toMatchObject({ visitCount: 1, spendCents: 1800 });
  // Undone, it is parked again as it was.
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^已撤销/)).toBeVisible();
  await goTo(page, '/visit');
  await expect(parked).toContainText('包间、茶');
  await expect(parked).toContainText('计时中');
});

test('the next time is asked for by one key, and the diary opens on that day for this person', async ({ shop: { page } }) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '陈晨' });
  await callFromPage(page, 'staff.create', { name: '小美' });
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('剪发 68');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('剪发 单价')).toHaveValue('68');
  await page.keyboard.press('F7');
  await expect(page.getByRole('button', { name: /^记下后约下次/ })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#\/appointments\?/);
  const grid = page.getByRole('listbox', { name: '日程' });
  await expect(grid).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('陈晨', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => {
      const { upcoming } = await callFromPage(page, 'appointments.ofCustomer', { customerId });
      return upcoming.length;
    })
    .toBe(1);
  const { summary } = await callFromPage(page, 'customers.findById', { customerId });
  expect(summary.visitCount).toBe(1);
});

test('what is not done today is noted, asked at the next visit, and done then (X33)', async ({ shop: { page } }) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李娜' });
  await callFromPage(page, 'products.create', { name: '护理', priceCents: 12_000 });
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('护理');
  await expect(page.getByRole('option', { name: /护理/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '护理 的优惠、谁做的、编号和要求' }).press('Enter');
  await page.getByRole('button', { name: '今天不做' }).press('Enter');
  await expect(entry(page)).toBeFocused();
  const section = page.getByRole('region', { name: '今天不做的' });
  await section.getByLabel('护理 为什么今天不做').fill('赶时间');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('tab').first()).toBeVisible();
  await page.keyboard.press('F2');
  await expect(section).toContainText('赶时间');
  await section.getByRole('button', { name: '今天做 护理' }).press('Enter');
  await expect(total(page)).toHaveText('¥120.00');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('tab').first()).toBeVisible();
  const { items } = await callFromPage(page, 'deferrals.ofCustomer', { customerId });
  expect(items).toEqual([]);
});

test('one of two comes back and something else is taken for it: the money and the points follow (R068)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '周洁' });
  await callFromPage(page, 'products.create', { name: '包间', priceCents: 6000, chargedBy: 'hour' });
  const { visitId } = await callFromPage(page, 'visits.record', {
    customerId,
    lines: [{ name: '衬衫', quantity: 2000, unitPriceCents: 10_000 }],
    discount: { kind: 'percent', basisPoints: 1000 },
  });
  await goTo(page, `/visits/${visitId}`);
  await page.getByRole('button', { name: '退换' }).press('Enter');
  const much = page.getByLabel('衬衫 退多少');
  await expect(much).toBeFocused();
  await page.keyboard.type('3');
  await expect(page.getByText('填数量，最多 2')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(much).toBeFocused();
  await much.fill('1');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('为什么退')).toBeFocused();
  await page.keyboard.type('尺码不合');
  await expect(total(page)).toHaveText('¥90.00');
  await entry(page).focus();
  await page.keyboard.type('围巾 120');
  await page.keyboard.press('Enter');
  await expect(page.getByText('顾客再付')).toBeVisible();
  await expect(total(page)).toHaveText('¥30.00');
  await expectAccessible(page);
  // What was typed is not left behind unasked.
  await page.keyboard.press('F4');
  await page.getByRole('dialog').getByRole('button', { name: '接着填' }).press('Enter');
  await expect(page.getByLabel('为什么退')).toHaveValue('尺码不合');
  // A service by the hour: its watch is stopped by saving, a quarter of an hour is the least.
  await entry(page).focus();
  await page.keyboard.type('包间');
  await expect(page.getByRole('option', { name: /包间/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^停下 包间 的表/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, /^退货 /)).toBeVisible();
  const { summary } = await callFromPage(page, 'customers.findById', { customerId });
  expect(summary).toMatchObject({ spendCents: 22_500, pointsBalance: 22 });
  await page.getByRole('link', { name: '看原来那一笔' }).press('Enter');
  await expect(page.getByText('已退 1')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已退 1')).toBeHidden();
  const before = await callFromPage(page, 'customers.findById', { customerId });
  expect(before.summary).toMatchObject({ spendCents: 18_000, pointsBalance: 18 });
});
