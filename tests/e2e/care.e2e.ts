import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { askFromPage, callFromPage } from './support/bridge.ts';
import type { Shop } from './support/shop.ts';
import { expect, test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};

/** The window that the customer sees, once it stands. */
const facingOf = async ({ app, page }: Shop): Promise<Page> => {
  await expect.poll(() => app.windows().length).toBe(2);
  const facing = app.windows().find((window) => window !== page);
  if (facing === undefined) throw new Error('no facing window');
  await facing.waitForLoadState('domcontentloaded');
  return facing;
};

test('a customer types their details on the turned screen, the code brings the clerk back, who takes them over (X39)', async ({
  shop,
}) => {
  const { page, app } = shop;
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  await callFromPage(page, 'customers.create', { name: '别人', phone: '13900000000' });
  await goTo(page, `/customers/${customerId}?tab=facts`);
  await page.getByRole('button', { name: '请顾客自己填' }).press('Enter');
  await page.getByLabel('回来用的密码').fill('2468');
  await page.keyboard.press('Enter');

  const facing = await facingOf(shop);
  await expect(facing.getByRole('heading', { name: '您好，请填一下您的资料' })).toBeVisible();
  // The clerk's window is out of reach, and this one knows nothing of anybody.
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => one.isVisible()).length))
    .toBe(1);
  const seen = await facing.evaluate(() => document.documentElement.outerHTML);
  expect(seen).not.toContain('王芳');
  for (const name of ['customers.list', 'customers.search', 'settings.get', 'intake.proposals', 'shell.copyText'] as const)
    expect(await facing.evaluate<unknown>(`window.regulars.call(${JSON.stringify(name)}, {})`)).toMatchObject({
      ok: false,
      error: { code: 'not_permitted' },
    });
  expect(await faultsOf(facing)).toEqual([]);

  await facing.getByText('English').click();
  await facing.getByLabel('What you like, what to be careful about').fill('短发 <b>冷色</b>');
  await facing.getByLabel('The shop may contact me with offers and reminders').press('Space');
  await facing.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(facing.getByRole('heading', { name: 'Thank you' })).toBeVisible();

  // Closing it, as Alt+F4 would, does not help; nor does a wrong code.
  await app.evaluate(({ BrowserWindow }) => {
    for (const one of BrowserWindow.getAllWindows()) if (one.isVisible()) one.close();
  });
  await facing.getByLabel('Code').fill('1111');
  await facing.keyboard.press('Enter');
  await expect(facing.getByText('That is not the code')).toBeVisible();
  await facing.getByLabel('Code').fill('2468');
  // The window closes under the very key: its release finds nobody.
  await facing.keyboard.press('Enter').catch(() => undefined);
  await expect.poll(() => app.windows().length).toBe(1);

  await page.getByRole('link', { name: '对方填了资料，去收下' }).press('Enter');
  await expect(page.getByText('短发 <b>冷色</b>')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('收下了王芳填的 2 项')).toBeVisible();
  const card = await callFromPage(page, 'customers.findById', { customerId });
  expect(card.fields.likes).toBe('短发 <b>冷色</b>');
  expect(card.fields.consentOn).not.toBeNull();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await callFromPage(page, 'customers.findById', { customerId })).fields.likes).toBeNull();
  expect(await faultsOf(page)).toEqual([]);
});

test('from the customer’s window no other page can be reached, not even the clerk’s own (X39)', async ({ shop }) => {
  const { page } = shop;
  await menuStands(page);
  await callFromPage(page, 'intake.open', { customerId: null });
  await callFromPage(page, 'shell.openFacing', { code: '2468' });
  const facing = await facingOf(shop);
  for (const place of ['app://regulars/index.html', 'https://example.com/', 'file:///etc/passwd', 'about:blank']) {
    await facing.evaluate((address) => {
      setTimeout(() => {
        location.assign(address);
      });
    }, place);
    await facing.waitForTimeout(300);
    await expect.poll(() => facing.url()).toMatch(/^app:\/\/regulars\/facing\.html/);
  }
  expect(await callFromPage(page, 'shell.facingState', {})).toEqual({ hasOwnScreen: false, isOpen: true });
});

test('what looks wrong is called right by one key, or mended where it stands, and either is undone (R185)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  await callFromPage(page, 'customers.create', { name: '阿007' });
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李强', phone: '1381234' });
  await goTo(page, '/customers/care?tab=anomalies');
  await expect(page.getByText('「1381234」不是完整的号码，有 7 位数字').first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('1');
  await expect(page.getByText('「阿007」不像姓名')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('「阿007」不像姓名').first()).toBeVisible();
  await page.getByRole('button', { name: /李强/ }).press('Enter');
  await page.getByRole('button', { name: /^电话 / }).press('Enter');
  // As a person does: what comes faster is a device's.
  await page.keyboard.type('13812342210', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.getByText('「1381234」')).toHaveCount(0);
  expect(await callFromPage(page, 'customers.findById', { customerId })).toMatchObject({ fields: { phone: '13812342210' } });
});

test('the quarter’s list is drawn up and worked off by the keys 1 to 3, and goes on where it was left (R183)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  for (const [index, name] of ['王芳', '李强', '陈晨'].entries()) {
    const { customerId } = await callFromPage(page, 'customers.create', { name, phone: `1381234221${index}` });
    await callFromPage(page, 'visits.record', {
      customerId,
      lines: [{ name: '剪发', unitPriceCents: 10_000 - index, quantity: 1000 }],
    });
  }
  await goTo(page, '/customers/care?tab=checks');
  await page.getByRole('button', { name: '排出本季度名单' }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: '王芳' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { level: 2, name: '李强' })).toBeVisible();
  await page.keyboard.press('3');
  await expect(page.getByRole('heading', { level: 2, name: '陈晨' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/3 位里核对了 1 位/)).toBeVisible();
  await goTo(page, '/today');
  await goTo(page, '/customers/care?tab=checks');
  await expect(page.getByText(/3 位里核对了 1 位/)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test('the card says how complete its data is and what to ask today, and is not asked again after "not now" (R186, R188, X39)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  await callFromPage(page, 'settings.update', { changes: { profileRewardPoints: 50, profileRewardScore: 20 } });
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('link', { name: '今天问一下：电话' })).toBeVisible();
  await callFromPage(page, 'customers.update', { customerId, changes: { phone: '13812342210' } });
  await expect(page.getByRole('link', { name: '今天问一下：生日' })).toBeVisible();
  await page.getByRole('button', { name: '资料 35 分，看看为什么' }).press('Enter');
  await expect(page.getByText('没有生日 −15')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '先不问生日' }).press('Enter');
  await expect(page.getByRole('link', { name: '今天问一下：生日' })).toHaveCount(0);
  await page.getByRole('button', { name: '送 50 分谢更新' }).press('Enter');
  await expect(page.getByText('送了王芳 50 分')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await callFromPage(page, 'customers.findById', { customerId })).summary.pointsBalance).toBe(0);
  await goTo(page, '/customers/care');
  await atRest(page);
  await expect(page.getByText('1 位顾客，资料平均 35 分。')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  expect((await askFromPage(page, 'care.reward', { customerId, reason: '更新资料' })).ok).toBe(true);
});

test('long lists turn their pages by keyboard, and each reason leads to the editor of that very fact (R185, R186)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  for (let at = 0; at < 60; at += 1)
    await callFromPage(page, 'customers.create', { name: `顾客${'甲乙丙丁戊己'.charAt(at % 6)}`, phone: String(1_380_000 + at) });
  await goTo(page, '/customers/care?tab=anomalies');
  const pages = page.getByRole('navigation', { name: '翻页' });
  await expect(pages.getByRole('status')).toHaveText('第 1–50 条，共 60 条');
  await expect(pages.getByRole('button', { name: '上一页' })).toBeDisabled();
  expect(await faultsOf(page)).toEqual([]);
  await pages.getByRole('button', { name: '下一页' }).press('Enter');
  await expect(pages.getByRole('status')).toHaveText('第 51–60 条，共 60 条');
  await pages.getByRole('button', { name: '上一页' }).press('Enter');
  await expect(pages.getByRole('status')).toHaveText('第 1–50 条，共 60 条');

  await goTo(page, '/customers/care');
  await page.getByRole('button', { name: /^喜好/ }).press('Enter');
  await expect(page.getByRole('heading', { name: '没有喜好的顾客' })).toBeVisible();
  await pages.getByRole('button', { name: '下一页' }).press('Enter');
  await expect(pages.getByRole('status')).toHaveText('第 51–60 条，共 60 条');
  expect(await faultsOf(page)).toEqual([]);
  await page
    .getByRole('link', { name: /^顾客.* No\./ })
    .first()
    .press('Enter');
  const editor = page.getByRole('textbox', { name: '喜好' });
  await expect(editor).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.type('短发');
  await page.getByRole('button', { name: '保存' }).press('Enter');
  await expect(editor).toHaveCount(0);
  const customerId = /customers\/([^?]+)/.exec(page.url())?.[1] ?? '';
  const likesOf = async () => (await callFromPage(page, 'customers.findById', { customerId })).fields.likes;
  expect(await likesOf()).toBe('短发');
  await page.keyboard.press('Control+z');
  await expect.poll(likesOf).toBeNull();

  // From the score of the card itself, and to a way of reaching them, which has an editor of its own.
  await page.getByRole('button', { name: /看看为什么/ }).press('Enter');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: /^「138\d{4}」不是完整的号码/ }).press('Enter');
  await expect(page.getByRole('textbox', { name: '号码或账号' })).toBeFocused();
});

test('whom the customer’s window waits for is named on the card and in data care, withdrawn, and waited for again by undo (X39)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  const other = await callFromPage(page, 'customers.create', { name: '李强' });
  const waitedFor = async () => (await callFromPage(page, 'intake.state', {})).open?.name ?? null;
  await callFromPage(page, 'intake.open', { customerId });
  await goTo(page, `/customers/${customerId}?tab=facts`);
  await expect(page.getByText('正在等王芳填写')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '收回' }).press('Enter');
  await expect(page.getByText('已收回，不再请人填写')).toBeVisible();
  await expect(page.getByRole('button', { name: '请顾客自己填' })).toBeVisible();
  expect(await waitedFor()).toBeNull();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('正在等王芳填写')).toBeVisible();
  expect(await waitedFor()).toBe('王芳');

  await goTo(page, '/customers/care');
  await expect(page.getByText('正在等王芳填写')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await goTo(page, `/customers/${other.customerId}?tab=facts`);
  await page.getByRole('button', { name: '请顾客自己填' }).press('Enter');
  await expect(page.getByText('现在正在等王芳填写，开始以后改由这一位填。')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await waitedFor()).toBe('王芳');
});
