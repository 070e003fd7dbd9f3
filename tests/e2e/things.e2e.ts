import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands, searchHit } from './support/window.ts';

const today = '2026-11-21';
const args = ['--today', today];
const tabTo = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name }).focus();
  await page.keyboard.press('Enter');
};

test('a pet with its vaccine is written down by keyboard, renewed at one press, and Ctrl+Z takes it back (X20, X21)', async ({
  open,
}) => {
  const { page } = await open({ args });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, `/customers/${customerId}`);
  await tabTo(page, '爱宠爱车');
  await page.getByRole('button', { name: '加爱宠' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('名字')).toBeFocused();
  await page.keyboard.type('旺财');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('柯基');
  await page.keyboard.press('Control+Enter');
  const pet = page.getByRole('region', { name: '旺财' });
  await expect(pet.getByText('柯基')).toBeVisible();

  await pet.getByRole('button', { name: '给「旺财」加一个到期日' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('有效到').focus();
  await page.keyboard.type('2026-11-26');
  await page.keyboard.press('Tab');
  await page.getByLabel('叫什么').focus();
  await page.keyboard.type('狂犬疫苗');
  await page.keyboard.press('Control+Enter');
  await expect(pet.getByText('5 天后到期')).toBeVisible();

  await pet.getByRole('button', { name: '旺财 狂犬疫苗续到 2027-11-21' }).focus();
  await page.keyboard.press('Enter');
  await expect(pet.getByText('有效到 2027-11-21')).toBeVisible();
  await expect(pet.getByText('续过 1 次，上一期到 2026-11-26')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(pet.getByText('有效到 2026-11-26')).toBeVisible();

  await tabTo(page, '时间线');
  await expect(page.getByText('加上「旺财」')).toBeVisible();
  await expect(page.getByText('撤销续期，旺财 狂犬疫苗有效到 2026-11-26')).toBeVisible();
});

test('the search box finds the owner by plate and by the name of a pet, and says which it was (X20)', async ({ open }) => {
  const { page } = await open({ args });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李强' });
  const fields = [{ name: 'plate' as const, value: '粤b·12345' }];
  await callFromPage(page, 'things.save', { customerId, type: 'car', name: '白色凯美瑞', fields });
  await callFromPage(page, 'things.save', { customerId, type: 'pet', name: '旺财' });
  for (const [typed, shown] of [
    ['b12345', '粤B12345'],
    ['345', '粤B12345'],
    ['旺财', '旺财'],
    ['wangcai', '旺财'],
  ] as const) {
    await page.keyboard.press('/');
    await page.keyboard.type(typed);
    const hit = searchHit(page, /李强/);
    await expect(hit).toContainText(shown);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('/');
  await page.keyboard.type('粤B12345');
  await expect(searchHit(page, /李强/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '李强' })).toBeVisible();
});

test('at the visit what ran out is said, the only thing is chosen already, and the line keeps it (X20, X21)', async ({
  open,
}) => {
  const { page } = await open({ args });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const { thingId } = await callFromPage(page, 'things.save', { customerId, type: 'pet', name: '旺财' });
  await callFromPage(page, 'things.saveFact', { customerId, thingId, kind: 'vaccine', validUntil: '2026-11-18' });
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(page.getByRole('region', { name: '来了先看' })).toContainText('过期 3 天');
  await expect(page.getByRole('radio', { name: '旺财' })).toBeChecked();
  await page.keyboard.type('洗澡 88');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('洗澡（旺财）')).toBeVisible();
  const { entries } = await callFromPage(page, 'things.history', { thingId });
  expect(entries.flatMap(({ visit }) => visit?.lines.map(({ name }) => name) ?? [])).toEqual(['洗澡']);
});

test('what a customer wants, with its points, stays on the card until it is fulfilled (R018, R019)', async ({ open }) => {
  const { page } = await open({ args });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, `/customers/${customerId}`);
  await tabTo(page, '看过想要');
  await page.getByRole('button', { name: '记一笔' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '什么', exact: true })).toBeFocused();
  await page.keyboard.type('定制婚鞋');
  await page.getByRole('radio', { name: '问过' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByLabel('第 1 项是什么').focus();
  await page.keyboard.type('酒红');
  await page.keyboard.press('Control+Enter');
  const toDo = page.getByRole('region').or(page.locator('section')).filter({ hasText: '现在要做' }).first();
  await expect(toDo).toContainText('想要 定制婚鞋 · 颜色：酒红');
  await page.getByRole('button', { name: '「定制婚鞋」已满足' }).focus();
  await page.keyboard.press('Enter');
  await expect(toDo).not.toContainText('定制婚鞋');
  await page.keyboard.press('Control+z');
  await expect(toDo).toContainText('定制婚鞋');
});

test('the page of what runs out shows the next 30 days first and renews in place (X21)', async ({ open }) => {
  const { page } = await open({ args });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '赵敏' });
  for (const [kind, validUntil] of [
    ['eye_recheck', '2026-12-01'],
    ['insurance', '2027-02-01'],
    ['maintenance', '2026-11-01'],
  ] as const)
    await callFromPage(page, 'things.saveFact', { customerId, kind, validUntil });
  await goTo(page, '/customers/expiring');
  await expect(page.getByRole('row', { name: /复查/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /保险/ })).toHaveCount(0);
  await page.getByRole('radio', { name: '30 天内' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('row', { name: /保险/ })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('row', { name: /保养/ })).toContainText('过期 20 天');
  await page.getByRole('button', { name: /^保养续到/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /保养/ })).toHaveCount(0);
});
