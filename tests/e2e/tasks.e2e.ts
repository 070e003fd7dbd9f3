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
