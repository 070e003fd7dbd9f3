import AxeBuilder from '@axe-core/playwright';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a task for the end of the month is written down, done and taken back without the mouse; the next comes once (R055)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-30'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await callFromPage(page, 'tasks.save', { title: '送蛋糕', dueOn: '2026-11-28', customerId });
  await goTo(page, '/tasks');
  await expect(page.getByRole('list', { name: '过了日子' })).toContainText('王芳');
  await page.getByRole('button', { name: '加一件事' }).press('Enter');
  await expect(page.getByRole('textbox', { name: '做什么' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('这里要填')).toBeVisible();
  await page.getByRole('textbox', { name: '做什么' }).fill('交租');
  await page.getByRole('combobox', { name: '重复' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: '按月' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('没有这一天的月份，算在月底。')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已加上「交租」')).toBeVisible();
  const due = page.getByRole('list', { name: '今天' });
  await expect(due).toContainText('每月');
  await due.getByRole('button', { name: '做完：交租' }).press('Enter');
  await expect(page.getByText('「交租」做完了，下次 2026-12-30')).toBeVisible();
  await expect(due).toHaveCount(0);
  await expect(page.getByRole('list', { name: '以后' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(due).toContainText('交租');
  await expect(page.getByRole('list', { name: '以后' })).toHaveCount(0);
  await page.getByRole('button', { name: '删除：送蛋糕' }).press('Enter');
  await expect(page.getByRole('list', { name: '过了日子' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('list', { name: '过了日子' })).toContainText('送蛋糕');
});

test('what is due stands on the morning list and on the card, and is settled there by keys; the list of calls stays (R055, R054)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await callFromPage(page, 'tasks.save', { title: '送蛋糕', dueOn: '2026-11-20', customerId });
  await callFromPage(page, 'tasks.save', { title: '盘点', dueOn: '2026-11-21' });
  await callFromPage(page, 'tasks.save', { title: '交租', dueOn: '2026-11-30' });
  const hope = { customerId, title: '年卡', nextStep: '打电话', nextStepOn: '2026-11-19' };
  await callFromPage(page, 'opportunities.save', hope);
  await goTo(page, '/today');
  const due = page.getByRole('region', { name: '今天要做 3 件' });
  await expect(due.getByRole('listitem')).toHaveText([
    /打电话.*商机「年卡」，有意向.*过了 2 天/,
    /送蛋糕.*王芳.*过了 1 天/,
    /盘点.*今天/,
  ]);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([]);
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: '做完：打电话' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('「年卡」的下一步做完了')).toBeVisible();
  await expect(page.getByRole('button', { name: '做完：送蛋糕' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '做完：打电话' })).toBeVisible();
  await goTo(page, `/customers/${customerId}`);
  const toDo = page.getByRole('region', { name: '现在要做' });
  await expect(toDo).toContainText('年卡');
  await toDo.getByRole('button', { name: '做完：送蛋糕' }).press('Enter');
  await expect(page.getByText('「送蛋糕」做完了')).toBeVisible();
  await expect(toDo).not.toContainText('送蛋糕');
});

test('what went wrong anywhere and is not settled stands in one list, what is due first, and is settled there by keys (X28)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const { customerId: other } = await callFromPage(page, 'customers.create', { name: '李强' });
  await callFromPage(page, 'incidents.save', { customerId, what: '洒了茶', severity: 'minor', followUpOn: '2026-11-28' });
  await callFromPage(page, 'incidents.save', {
    customerId: other,
    what: '烫到耳朵',
    severity: 'serious',
    followUpOn: '2026-11-21',
  });
  await goTo(page, '/tasks');
  await page.getByRole('link', { name: '没了结的事件' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '没了结的事件' })).toBeVisible();
  const list = page.getByRole('list', { name: '没了结的事件' });
  await expect(list.getByRole('listitem')).toHaveText([/该再问了.*李强.*烫到耳朵/, /再问.*王芳.*洒了茶/]);
  await page.getByRole('button', { name: '了结：烫到耳朵' }).press('Enter');
  await expect(page.getByText('已了结这件事')).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(list.getByRole('listitem')).toHaveCount(2);
});

test('a template is changed in the settings and planned for a customer from the card, with its days told before; one undo takes all back (R055)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, '/settings/templates');
  await page.getByRole('button', { name: '迎新客' }).press('Enter');
  const panel = page.getByRole('complementary', { name: '模板' });
  await expect(panel.getByLabel('名称')).toBeFocused();
  await panel.getByRole('textbox', { name: '第 2 件事', exact: true }).fill('打电话问问');
  await panel.getByRole('button', { name: '再加一件' }).press('Enter');
  await panel.getByRole('textbox', { name: '第 4 件事', exact: true }).fill('寄生日卡');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('改了模板「迎新客」')).toBeVisible();

  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '更多' }).press('Enter');
  await page.getByRole('menuitem', { name: '按模板排事' }).press('Enter');
  const plan = page.getByRole('complementary', { name: '要做的事' });
  await expect(plan).toContainText('王芳');
  await plan.getByRole('combobox', { name: '用哪个模板' }).press('Enter');
  await page.getByRole('option', { name: '迎新客' }).click();
  await expect(plan.getByRole('listitem')).toHaveText([
    '2026-11-21 加微信，介绍会员权益',
    '2026-11-24 打电话问问',
    '2026-12-21 约下一次来',
    '2026-12-21 寄生日卡',
  ]);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('按「迎新客」排上了 4 件事')).toBeVisible();
  await expect(page.getByRole('list', { name: '今天' })).toContainText('加微信，介绍会员权益');
  await expect(page.getByRole('list', { name: '以后' }).getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('没有要做的事')).toBeVisible();
});
