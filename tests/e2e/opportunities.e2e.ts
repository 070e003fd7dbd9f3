import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};
const column = (page: Page, stage: string) => page.getByRole('region', { name: stage, exact: true });
const panel = (page: Page) => page.getByRole('complementary', { name: '商机' });

test('an opportunity is written from the card, moved on the board, won by a visit, and taken back by keys alone (R054)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const line = { productId: null, name: '试妆', quantity: 1000, unitPriceCents: 300_00 };
  await callFromPage(page, 'visits.record', { customerId, lines: [line] });
  await goTo(page, `/customers/${customerId}`);
  await page.keyboard.press('o');
  const title = page.getByRole('textbox', { name: '什么商机' });
  await expect(title).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('这里要填')).toBeVisible();
  await expect(title).toBeFocused();
  await page.keyboard.type('婚礼跟妆');
  await page.getByRole('textbox', { name: '预计金额' }).fill('3000');
  await page.getByRole('textbox', { name: '下一步做什么' }).fill('约试妆');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已记下「婚礼跟妆」')).toBeVisible();
  await expect(panel(page).getByRole('heading', { name: '婚礼跟妆' })).toBeVisible();
  await expect(column(page, '有意向')).toContainText('王芳');
  expect(await faultsOf(page)).toEqual([]);
  await expect(panel(page).getByRole('button', { name: '成交' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^婚礼跟妆/ })).toBeFocused();

  // The board: the card keeps the focus while it moves.
  await page.keyboard.press(']');
  await expect(column(page, '已看货/试过').getByRole('button', { name: /^婚礼跟妆/ })).toBeFocused();
  await expect(page.getByText('「婚礼跟妆」：已看货/试过')).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(column(page, '已报价').getByRole('button', { name: /^婚礼跟妆/ })).toBeFocused();
  await expect(page.getByText('1 条谈着，合计 ¥3,000，预计成交 ¥1,800')).toBeVisible();
  await page.keyboard.press('[');
  await expect(column(page, '已看货/试过').getByRole('button', { name: /^婚礼跟妆/ })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(column(page, '已报价').getByRole('button', { name: /^婚礼跟妆/ })).toBeVisible();

  // Won by the visit.
  await page.getByRole('button', { name: /^婚礼跟妆/ }).press('w');
  const win = panel(page).getByRole('button', { name: '成交' });
  await expect(win).toBeFocused();
  await expect(panel(page).getByRole('combobox', { name: '是哪一次（可不选）' })).toBeVisible();
  await panel(page).getByRole('combobox', { name: '是哪一次（可不选）' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: '到店 2026-11-21，¥300' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '是哪一次（可不选）' })).toHaveValue('到店 2026-11-21，¥300');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('「婚礼跟妆」成交了')).toBeVisible();
  await expect(panel(page).getByRole('link', { name: '到店 2026-11-21，¥300' })).toBeVisible();
  await expect(panel(page).getByRole('button', { name: '重新谈' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(panel(page).getByRole('combobox', { name: '阶段' })).toHaveValue('已报价');

  // What happened stands on the timeline, without what was taken back; what is open stands on the card.
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('region', { name: '现在要做' })).toContainText('婚礼跟妆');
  await expect(page.getByText('已看货/试过 → 已报价')).toBeVisible();
  await expect(page.getByText('已报价 → 已看货/试过')).toHaveCount(0);
});

test('one that comes to nothing says why; the list of what is due leads to the next step (R054)', async ({ open }) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李强' });
  const hope = { customerId, title: '钢琴', nextStep: '打电话', nextStepOn: '2026-11-19' };
  await callFromPage(page, 'opportunities.save', hope);
  await callFromPage(page, 'opportunities.save', { customerId, title: '吉他' });
  await page.keyboard.press('Alt+Minus');
  await expect(page.getByRole('heading', { level: 1, name: '商机' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^钢琴/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /^吉他/ })).toBeFocused();
  await page.keyboard.press('l');
  await expect(page.getByRole('radio', { name: '价格' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: '其他' })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('这里要填')).toBeVisible();
  await page.getByRole('textbox', { name: '多说一句' }).fill('家里放不下');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('「吉他」没有谈成')).toBeVisible();
  await expect(panel(page)).toContainText('家里放不下');
  await expect(panel(page).getByRole('button', { name: '重新谈' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^钢琴/ })).toBeFocused();
  await goTo(page, '/opportunities?view=lost');
  await expect(page.getByRole('table', { name: '商机' })).toContainText('家里放不下');
  await goTo(page, '/opportunities?view=due');
  const table = page.getByRole('table', { name: '商机' });
  await expect(table).toContainText('过了 2 天');
  await expect(table).toBeFocused();
  await page.keyboard.press('d');
  const step = page.getByRole('textbox', { name: '下一步做什么' });
  await expect(step).toBeFocused();
  await page.keyboard.type('带来试琴');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('「钢琴」的下一步：带来试琴')).toBeVisible();
  await expect(page.getByText('没有该跟进的')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(table).toContainText('过了 2 天');
});

test('the stages are the shop’s own: renamed, weighed anew and put away by keys, and back by undo (R054)', async ({ open }) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  await goTo(page, '/settings/stages');
  await page.getByRole('button', { name: '待付款' }).press('Enter');
  const name = page.getByRole('textbox', { name: '名称' });
  await expect(name).toBeFocused();
  await name.fill('等付款');
  await page.getByRole('textbox', { name: '成交可能（%）' }).fill('95');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已修改「等付款」')).toBeVisible();
  await expect(page.getByRole('row', { name: /等付款/ })).toContainText('95%');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /待付款/ })).toContainText('90%');
  await page.getByRole('button', { name: '已看货/试过' }).press('Enter');
  await expect(name).toBeFocused();
  await page.getByRole('button', { name: '收起来' }).press('Enter');
  await expect(page.getByText('已收起「已看货/试过」')).toBeVisible();
  await expect(page.getByRole('row', { name: /已看货\/试过/ })).toContainText('已收起');
});
