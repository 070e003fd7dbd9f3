import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { handsAt, tell } from './support/hands.ts';
import { expect, test } from './support/test.ts';
import { atRest, menuStands } from './support/window.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const firstLine = (page: Page) => page.getByRole('tabpanel').getByRole('listitem').first();

test('an empty shop: the first customer and the first visit by mouse, without reading (U1); then a known one by keys (U2)', async ({
  shop: { page },
}, info) => {
  await menuStands(page);
  const newcomer = handsAt(page);
  await newcomer.click(page.getByRole('link', { name: '记一次到店' }));
  await newcomer.click(page.getByRole('button', { name: '新建顾客' }));
  await newcomer.type('王芳');
  await newcomer.click(page.getByLabel('电话'));
  await newcomer.type('13812342210');
  await newcomer.click(page.getByRole('button', { name: '保存并记到店' }));
  await expect(heading(page, '王芳')).toBeVisible();
  await newcomer.click(page.getByLabel('下一项'));
  await newcomer.type('剪发 68');
  await expect(page.getByRole('option', { name: /剪发/ }).first()).toBeVisible();
  await newcomer.click(page.getByRole('button', { name: '记下到店' }));
  await expect(page.getByText('近 12 个月')).toBeVisible();
  await expect(firstLine(page)).toContainText('剪发 · ¥68 · +6 分');
  const first = newcomer.count();
  tell(info, `U1: first visit of an empty shop after ${first.clicks} clicks and ${first.keys} keys beyond the text`);
  expect(first.clicks).toBeLessThanOrEqual(12);
  expect(first.keys).toBe(0);

  for (const name of ['王大力', '李强', '陈晨']) await callFromPage(page, 'customers.create', { name });
  await page.keyboard.press('F4');
  await expect(heading(page, '今日')).toBeVisible();
  const clerk = handsAt(page);
  await clerk.press('/');
  await clerk.type('王芳');
  await clerk.press('Shift+Enter');
  await expect(page.getByText('第 2 次到店')).toBeVisible();
  await clerk.type('88');
  await clerk.press('Control+Enter');
  await expect(page.getByText('近 12 个月')).toBeVisible();
  const second = clerk.count();
  tell(info, `U2: a known customer's visit with ${second.keys} keys beyond the text, ${second.clicks} clicks`);
  expect(second.keys).toBeLessThanOrEqual(6);
  expect(second.clicks).toBe(0);
  await expect(firstLine(page)).toContainText('¥88 · +8 分');
  const { rows } = await callFromPage(page, 'customers.list', { text: '王芳' });
  const customerId = rows[0]?.id ?? '';
  const points = async () => (await callFromPage(page, 'customers.findById', { customerId })).summary.pointsBalance;
  expect(await points()).toBe(14);

  await clerk.press('Control+z');
  await expect(page.getByText('已撤销：王芳 到店 ¥88 · +8 分')).toBeVisible();
  await expect(firstLine(page)).toContainText('已撤销');
  expect(await points()).toBe(6);
  // Faster than the screen: an amount is one line, however quickly the second Enter follows the first.
  await page.keyboard.press('F2');
  await expect(page.getByLabel('下一项')).toBeFocused();
  await page.keyboard.type('35');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(firstLine(page)).toContainText('¥35 · +3 分');
  expect(await points()).toBe(9);
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('row', { name: /王芳/ })).toContainText('¥103');
});

test("the day's calls by keys alone: walk, read why, note, outcome, next person, undo (U3)", async ({ open }, info) => {
  const { page } = await open({ args: ['--demo', '--today', '2026-11-21'] });
  await menuStands(page);
  const panel = page.getByRole('complementary', { name: '这个人的情况' });
  const selected = page.getByRole('option', { selected: true });
  await expect(selected).toBeVisible();
  const { rows, handled } = await callFromPage(page, 'callbacks.today', {});
  const [first, second, third, fourth] = rows;
  if (!first || !second || !third || !fourth) throw new Error('the demo shop has a short list');
  expect(handled).toEqual([]);
  const clerk = handsAt(page);

  await clerk.press('ArrowDown');
  await expect(panel.getByRole('heading', { name: second.name })).toBeVisible();
  await clerk.press('ArrowUp');
  await expect(panel.getByRole('heading', { name: first.name })).toBeVisible();
  await expect(panel.getByText('为什么今天联系')).toBeVisible();

  // A call without more to say: one key after it.
  const before = clerk.count().keys;
  await clerk.press('2');
  await expect(panel.getByRole('heading', { name: second.name })).toBeVisible();
  await expect(page.getByText('1 / 20')).toBeVisible();
  const afterCall = clerk.count().keys - before;
  tell(info, `U3: an outcome recorded with ${afterCall} key after the call`);
  expect(afterCall).toBeLessThanOrEqual(2);

  // With a note: its digits are words, and stand on the person's timeline.
  await clerk.press('n');
  await clerk.type('下周 3 点来染发');
  await clerk.press('Enter');
  await clerk.press('1');
  await expect(panel.getByRole('heading', { name: third.name })).toBeVisible();
  await expect(page.getByText('2 / 20')).toBeVisible();
  const told = async (customerId: string) =>
    (await callFromPage(page, 'customers.timeline', { customerId, kinds: ['contact'] })).entries;
  expect((await told(second.customerId))[0]?.contact).toMatchObject({ outcome: 'done', note: '下周 3 点来染发' });

  // Call again: 4 asks when, a digit answers.
  await clerk.press('4');
  await expect(panel.getByText('什么时候再打？')).toBeVisible();
  await clerk.press('3');
  await expect(panel.getByRole('heading', { name: fourth.name })).toBeVisible();
  expect((await told(third.customerId))[0]?.contact?.nextAttemptAt).toBeGreaterThan(0);

  // The last thing done is taken back first; the person is there again.
  const lastCalls = (await told(third.customerId)).length;
  await clerk.press('Control+z');
  await expect(panel.getByRole('heading', { name: third.name })).toBeVisible();
  expect(await told(third.customerId)).toHaveLength(lastCalls - 1);
  await clerk.press('Control+z');
  await expect(panel.getByRole('heading', { name: second.name })).toBeVisible();
  await expect(page.getByText('1 / 20')).toBeVisible();

  // From the list to the card, where the first call stands, and back.
  await clerk.press('/');
  await clerk.type(first.phone ?? first.customerNo);
  await clerk.press('Enter');
  await expect(heading(page, first.name)).toBeVisible();
  await expect(firstLine(page)).toContainText('没人接');
  await clerk.press('Escape');
  await expect(panel.getByRole('heading', { name: second.name })).toBeVisible();
  expect(clerk.count().clicks).toBe(0);
});

test('a key that bounces, or a hand that is faster than the screen, records one outcome a person', async ({ open }) => {
  const { page } = await open({ args: ['--demo', '--today', '2026-11-21'] });
  await menuStands(page);
  await expect(page.getByRole('option', { selected: true })).toBeVisible();
  const handled = async () => (await callFromPage(page, 'callbacks.today', {})).handled;
  // All in one breath, as a bouncing key sends them: the first counts.
  await page.evaluate(() => {
    for (let press = 0; press < 3; press += 1)
      window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit2', key: '2', bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('1 / 20')).toBeVisible();
  expect(await handled()).toHaveLength(1);
  // One after the other, without looking: whom they reach, they reach once.
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('1');
  await atRest(page);
  const people = (await handled()).map(({ customerId }) => customerId);
  expect(people.length).toBeGreaterThan(1);
  expect(new Set(people).size).toBe(people.length);
});
