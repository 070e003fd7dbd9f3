import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};
const entry = (page: Page) => page.getByRole('combobox', { name: '下一项' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const orderOf = async (page: Page, customerId: string) => {
  const { rows } = await callFromPage(page, 'orders.list', { view: 'all', customerId });
  return callFromPage(page, 'orders.findById', { orderId: rows[0]?.id ?? '' });
};

test('a special order with a deposit goes its way to the customer by keys alone, and back by undo (R052, X31)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  await goTo(page, `/customers/${customerId}?tab=records&part=orders`);
  await page.getByRole('button', { name: '新订单' }).press('Enter');
  await expect(entry(page)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('至少写一样东西')).toBeVisible();
  await expect(entry(page)).toBeFocused();
  await page.keyboard.type('连衣裙 300');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '合计' })).toHaveText('¥300.00');
  await page.getByLabel('先收定金').fill('400');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('填金额，最多 ¥300')).toBeVisible();
  await expect(page.getByLabel('先收定金')).toBeFocused();
  await page.getByLabel('先收定金').fill('100');
  await page.keyboard.press('Control+Enter');
  await expect(heading(page)).toHaveText('订单 D20261121-001');
  await expect(page.getByText('王芳 的订单 D20261121-001')).toBeVisible();
  expect(await orderOf(page, customerId)).toMatchObject({ status: 'ordered', totalCents: 300_00, paidCents: 100_00 });
  expect(await faultsOf(page)).toEqual([]);

  // N is the next step; the last one hands it over and takes the rest.
  await page.keyboard.press('n');
  await expect(page.getByText('D20261121-001：待取')).toBeVisible();
  await expect(page.getByRole('button', { name: '待取', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('t');
  await expect(page.getByText('记下了：已通知 王芳')).toBeVisible();
  await expect(page.getByText('通知了顾客')).toBeVisible();
  await page.keyboard.press('n');
  const rest = page.getByRole('textbox', { name: '现在收' });
  await expect(rest).toBeFocused();
  await expect(rest).toHaveValue('200');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^王芳 取走了，小票 20261121-0001，得 30 分$/)).toBeVisible();
  expect(await orderOf(page, customerId)).toMatchObject({ status: 'collected', dueCents: 0 });

  // From the order to its visit, and from the visit to the order.
  await page.getByRole('link', { name: '小票 20261121-0001' }).press('Enter');
  await expect(heading(page)).toHaveText('小票 20261121-0001');
  await page.getByRole('link', { name: '订单 D20261121-001' }).press('Enter');
  await expect(heading(page)).toHaveText('订单 D20261121-001');

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '待取', exact: true })).toHaveAttribute('aria-pressed', 'true');
  expect(await orderOf(page, customerId)).toMatchObject({ status: 'ready', paidCents: 100_00, visit: null });
  expect((await callFromPage(page, 'customers.findById', { customerId })).summary.spendCents).toBe(0);

  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('tabpanel')).toContainText('D20261121-001');
});

test('a repair is taken in without a price, priced later, and found in the list of those to collect (X32)', async ({ open }) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  await callFromPage(page, 'customers.create', { name: '李强', phone: '13700001234' });
  await goTo(page, '/orders');
  await expect(page.getByText('没有进行中的订单')).toBeVisible();
  await page.getByRole('button', { name: '新订单' }).first().press('Enter');
  await expect(heading(page)).toHaveText('给谁记一张订单？');
  const picker = page.getByRole('combobox', { name: '顾客', exact: true });
  await expect(picker).toBeFocused();
  await page.keyboard.type('李强');
  await expect(page.getByRole('option', { name: /李强/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(entry(page)).toBeFocused();
  await page.getByRole('radio', { name: '维修改衣' }).press('Space');
  const item = page.getByLabel('送来的是什么');
  await expect(item).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('填送来的是什么，或收费项目')).toBeVisible();
  await item.fill('欧米茄手表');
  await page.getByLabel('机身号、序列号').fill('OM-88231');
  await page.getByLabel('收下时的样子').fill('表镜有裂');
  await page.keyboard.press('Control+Enter');
  await expect(heading(page)).toHaveText('订单 D20261121-001');
  await expect(page.getByText('表镜有裂')).toBeVisible();
  await page.keyboard.press('e');
  await expect(item).toHaveValue('欧米茄手表');
  await entry(page).focus();
  await page.keyboard.type('换表镜 260');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '合计' })).toHaveText('¥260.00');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('table', { name: '明细' })).toContainText('换表镜');
  await page.getByRole('button', { name: '待取', exact: true }).press('Enter');
  await expect(page.getByText('D20261121-001：待取')).toBeVisible();

  await goTo(page, '/orders?view=ready');
  const table = page.getByRole('table', { name: '订单' });
  await expect(table).toBeFocused();
  await expect(table).toContainText('137 0000 1234');
  await expect(table).toContainText('今天到');
  await page.keyboard.press('t');
  await expect(page.getByText('记下了：已通知 李强')).toBeVisible();
  await page.getByLabel('按单号、机身号、运单号找').fill('om-88231');
  await expect(page.getByRole('link', { name: '打开订单 D20261121-001' })).toBeVisible();
  await page.getByLabel('按单号、机身号、运单号找').fill('om-9');
  await expect(page.getByText('没有找到')).toBeVisible();
  // What is looked for stands in the address: Back finds it again.
  await page.getByLabel('按单号、机身号、运单号找').fill('1121-001');
  await expect(page.getByRole('link', { name: '打开订单 D20261121-001' })).toBeVisible();
  await table.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('订单 D20261121-001');
  await page.evaluate(() => {
    history.back();
  });
  await expect(page.getByLabel('按单号、机身号、运单号找')).toHaveValue('1121-001');
  await expect(page.getByRole('radio', { name: '全部' })).toBeChecked();
  await expect(page.getByRole('link', { name: '打开订单 D20261121-001' })).toBeVisible();
});

test('money of a layaway: instalments, a mistake, cancelling and giving back, in English (X31)', async ({ open }) => {
  const { page } = await open({ args: ['--today', '2026-11-21', '--lang', 'en'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: 'Fang Wang' });
  const line = { name: 'Necklace', quantity: 1000, unitPriceCents: 900_00 };
  const { orderId } = await callFromPage(page, 'orders.save', { customerId, kind: 'layaway', lines: [line] });
  await goTo(page, `/orders/${orderId}`);
  await expect(heading(page)).toHaveText('Order D20261121-001');
  await page.keyboard.press('p');
  const amount = page.getByRole('textbox', { name: 'Amount' });
  await expect(amount).toBeFocused();
  await amount.fill('1000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('An amount, at most ¥900')).toBeVisible();
  await amount.fill('300');
  await page.keyboard.press('Enter');
  await expect(page.getByText('¥300 taken')).toBeVisible();
  await page.keyboard.press('g');
  const rest = page.getByRole('textbox', { name: 'Taken now' });
  await expect(rest).toBeFocused();
  await rest.fill('100');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A layaway is handed over once ¥600 is paid.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rest).toHaveCount(0);

  await page.keyboard.press('x');
  await expect(page.getByLabel('Why it is cancelled')).toBeFocused();
  await page.keyboard.type('Moved away');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('Cancelled: Moved away ¥300 was paid and not given back: it counts as a deposit kept.'),
  ).toBeVisible();
  // What is kept is income of the day, and no visit.
  await goTo(page, '/visits');
  const kept = page.getByRole('region', { name: 'Deposits kept' });
  await expect(kept).toContainText('Fang Wang');
  await expect(kept).toContainText('¥300.00');
  expect(await faultsOf(page)).toEqual([]);
  await kept.getByRole('link', { name: 'Cancelled order D20261121-001' }).press('Enter');
  await expect(heading(page)).toHaveText('Order D20261121-001');
  await page.getByRole('button', { name: 'Give back' }).press('Enter');
  await expect(amount).toBeFocused();
  await expect(amount).toHaveValue('300');
  await page.getByLabel('Why it is given back').fill('Cancelled');
  await page.keyboard.press('Enter');
  await expect(page.getByText('¥300 given back')).toBeVisible();
  expect(await callFromPage(page, 'orders.findById', { orderId })).toMatchObject({ status: 'cancelled', paidCents: 0 });
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone/)).toBeVisible();
  expect(await callFromPage(page, 'orders.findById', { orderId })).toMatchObject({ paidCents: 300_00 });
});
