import type { Locator, Page } from '@playwright/test';
import { askFromPage, callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands, searchHit } from './support/window.ts';

const args = ['--today', '2026-11-21'];
const notice = (page: Page) => page.getByRole('list', { name: '要注意的' });
const due = (page: Page) => page.getByRole('region', { name: '来了先看' });
/** The colour a person sees, as one of three; the words beside it say the same. */
const colourOf = async (badge: Locator): Promise<'amber' | 'red' | 'other'> => {
  const painted = await badge.evaluate((element) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    if (canvas === null) throw new Error('no canvas');
    const around = element.closest('.mantine-Badge-root') ?? element;
    canvas.fillStyle = getComputedStyle(around).color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  });
  const [red = 0, green = 0, blue = 0] = painted.map((part) => part / 255);
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < 0.15 || most !== red) return 'other';
  // Degrees on the circle of hues, of which red has the first and the last.
  const hue = ((green - blue) / range) * 60;
  return hue > 15 && hue < 60 ? 'amber' : hue > -30 && hue <= 15 ? 'red' : 'other';
};
const press = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  await target.focus();
  await page.keyboard.press(key);
};

test('a dog comes for a wash: its allergy, the patch test of that service and its vaccine are said before the work begins (X20, X21, X22)', async ({
  open,
}) => {
  const { page } = await open({ args });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await callFromPage(page, 'products.create', { name: '药浴', priceCents: 12_800, isService: true, patchTestDays: 90 });
  await callFromPage(page, 'products.create', { name: '剪指甲', priceCents: 3000, isService: true });
  const { thingId } = await callFromPage(page, 'things.save', {
    customerId,
    type: 'pet',
    name: '旺财',
    note: '对硫磺浴液过敏，用燕麦的',
  });
  await callFromPage(page, 'things.save', { customerId, type: 'pet', name: '咪咪' });
  await callFromPage(page, 'things.saveFact', {
    customerId,
    thingId,
    kind: 'vaccine',
    label: '狂犬疫苗',
    validUntil: '2026-11-26',
  });
  await page.keyboard.press('/');
  await page.keyboard.type('旺财');
  await expect(searchHit(page, /王芳/)).toContainText('旺财');
  await page.keyboard.press('Shift+Enter');
  await expect(due(page)).toContainText('旺财 狂犬疫苗');
  expect(await colourOf(due(page).getByText('5 天后到期'))).toBe('amber');

  // Two pets: the clerk says which, and what is noted of that one stands beside it.
  const note = page.getByRole('note').filter({ hasText: '对硫磺浴液过敏，用燕麦的' });
  await page.getByRole('radio', { name: '旺财' }).press('Space');
  await expect(note).toBeVisible();
  await page.getByRole('radio', { name: '咪咪' }).press('Space');
  await expect(note).toHaveCount(0);
  await page.getByRole('radio', { name: '旺财' }).press('Space');

  await page.getByRole('combobox', { name: '下一项' }).focus();
  await page.keyboard.type('剪指甲');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(
    page
      .getByRole('row', { name: /剪指甲/ })
      .or(page.getByText('剪指甲'))
      .first(),
  ).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  await page.keyboard.type('药浴');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(notice(page).getByText('「药浴」还没有做皮试')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: '先看清楚，再记这次到店' })).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByText('药浴（旺财）')).toBeVisible();
  await expect(page.getByText('已提醒：「药浴」还没有做皮试')).toBeVisible();
});

test('a car is found by its plate: what is due in ten days stands in amber, what is overdue in red, and a press renews it (X20, X21)', async ({
  open,
}) => {
  const { page } = await open({ args });
  await menuStands(page);
  for (const [name, plate, validUntil] of [
    ['李强', '粤B12345', '2026-12-01'],
    ['赵敏', '粤B67890', '2026-11-11'],
  ] as const) {
    const { customerId } = await callFromPage(page, 'customers.create', { name });
    const { thingId } = await callFromPage(page, 'things.save', {
      customerId,
      type: 'car',
      name: `${name}的车`,
      fields: [{ name: 'plate', value: plate }],
    });
    await callFromPage(page, 'things.saveFact', { customerId, thingId, kind: 'inspection', validUntil });
  }
  for (const [plate, name, said, colour] of [
    ['b12345', '李强', '10 天后到期', 'amber'],
    ['67890', '赵敏', '过期 10 天', 'red'],
  ] as const) {
    // From the line of a visit a stroke is a stroke; this key leads to the one box from anywhere.
    await page.keyboard.press('Control+k');
    await page.keyboard.type(plate);
    await expect(searchHit(page, new RegExp(plate, 'iu'))).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await press(page, page.getByRole('tab', { name: '爱宠爱车' }));
    const badge = page.getByRole('region', { name: `${name}的车` }).getByText(said);
    await expect(badge).toBeVisible();
    expect(await colourOf(badge), said).toBe(colour);
    await page.keyboard.press('F2');
    await expect(due(page)).toContainText(`${name}的车 年检`);
    expect(await colourOf(due(page).getByText(said)), `${said} at the visit`).toBe(colour);
  }
  await press(page, due(page).getByRole('button', { name: /年检续到/ }));
  await expect(due(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(due(page)).toContainText('过期 10 天');
});

test('an alert with an end shows at the desk and at the visit until its last day, and is dismissed from there (X23)', async ({
  open,
}) => {
  const first = await open({ args });
  const { page } = first;
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, `/customers/${customerId}?tab=safety`);
  await press(page, page.getByRole('button', { name: '加一条提醒' }));
  await page.keyboard.type('把伞还给她');
  await page.getByLabel('到哪天（空着就一直提醒）').focus();
  await page.keyboard.type('2026-11-30');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('到 2026-11-30')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('王芳');
  await expect(searchHit(page, /王芳.*到店提醒/)).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(notice(page).getByText('把伞还给她')).toBeVisible();
  const { userData } = first;
  await first.close();

  const onTheLastDay = await open({ args: ['--today', '2026-11-30'], userData });
  await menuStands(onTheLastDay.page);
  await goTo(onTheLastDay.page, `/visit?customerId=${customerId}`);
  await expect(notice(onTheLastDay.page).getByText('把伞还给她')).toBeVisible();
  await onTheLastDay.close();

  const after = await open({ args: ['--today', '2026-12-01'], userData });
  await menuStands(after.page);
  await goTo(after.page, `/customers/${customerId}?tab=safety`);
  await expect(after.page.getByRole('region', { name: '到店提醒' }).getByText('已过期')).toBeVisible();
  await expect(notice(after.page)).toHaveCount(0);
  await after.close();

  const again = await open({ args, userData });
  await menuStands(again.page);
  await goTo(again.page, `/visit?customerId=${customerId}`);
  await press(again.page, notice(again.page).getByRole('button', { name: '不再提醒' }));
  await expect(notice(again.page)).toHaveCount(0);
  await again.page.keyboard.press('/');
  await again.page.keyboard.type('王芳');
  await expect(searchHit(again.page, /王芳/)).toBeVisible();
  await expect(searchHit(again.page, /到店提醒/)).toHaveCount(0);
});

test('do-not-serve is set by the owner with a reason; a window without that right is refused, and the visit says it (X23)', async ({
  shop: { page, app },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const { customerId: other } = await callFromPage(page, 'customers.create', { name: '李强' });
  await goTo(page, `/customers/${customerId}?tab=safety`);
  const section = page.getByRole('region', { name: '不接待' });
  await press(page, section.getByRole('button', { name: '设为不接待' }));
  // Not without a reason.
  await page.keyboard.press('Enter');
  await expect(section.getByText('这里要填')).toBeVisible();
  await page.getByLabel('为什么不接待').focus();
  await page.keyboard.type('多次辱骂店员');
  await page.keyboard.press('Enter');
  await expect(notice(page).getByText('不接待：多次辱骂店员')).toBeVisible();
  await page.keyboard.press('F2');
  await expect(notice(page).getByText('不接待：多次辱骂店员')).toBeVisible();
  await page.keyboard.press('Escape');

  // The window turned to the customer has the least of all roles.
  await goTo(page, `/customers/${customerId}?tab=facts`);
  await press(page, page.getByRole('button', { name: '请顾客自己填' }));
  await page.getByLabel('回来用的密码').fill('2468');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.windows().length).toBe(2);
  const facing = app.windows().find((window) => window !== page);
  if (facing === undefined) throw new Error('no facing window');
  await facing.waitForLoadState('domcontentloaded');
  for (const refused of [
    await askFromPage(facing, 'safety.block', { customerId: other, reason: '看不顺眼' }),
    await askFromPage(facing, 'safety.unblock', { customerId }),
  ])
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_permitted' } });
  const blockOf = async (id: string) => (await callFromPage(page, 'customers.findById', { customerId: id })).safety.block;
  expect(await blockOf(other)).toBeNull();
  expect(await blockOf(customerId)).toMatchObject({ reason: '多次辱骂店员' });
});
