import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { askFromPage, callFromPage } from './support/bridge.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { handDeskTo } from './support/seats.ts';
import { expect, test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

// The owner's whole job on the pages of safety, without a mouse, and what a clerk sees of them.

const OWNER_PIN = '407193';
const CLERK_PIN = '2580';
const args = ['--today', '2026-11-21', '--lang', 'zh-CN'];

/** What axe finds once nothing moves any more. */
const violations = async (page: Page, within = 'body'): Promise<string[]> => {
  await atRest(page);
  const found = await new AxeBuilder({ page }).include(within).setLegacyMode(true).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
};

const main = (page: Page): Locator => page.getByRole('main');

/** An owner who has signed in, and a clerk with a PIN. */
async function staffed(page: Page): Promise<{ readonly clerkId: string }> {
  await callFromPage(page, 'staff.makeOwner', { name: '张丽', pin: OWNER_PIN });
  const { staffId } = await callFromPage(page, 'staff.create', { name: '小李', role: 'clerk' });
  await callFromPage(page, 'staff.setPin', { staffId, pin: CLERK_PIN });
  await menuStands(page);
  return { clerkId: staffId };
}

test('the owner sets up staff: a note that clerks never see, the lock, a role of the shop’s own, leaving; the log tells what (R192, X40)', async ({
  open,
}) => {
  const { page } = await open({ args });
  const { clerkId } = await staffed(page);
  await goTo(page, '/settings/staff');

  await page.getByRole('button', { name: '关于小李的备注' }).press('Enter');
  await expect(page.getByLabel('备注', { exact: true })).toBeFocused();
  await page.keyboard.type('试用到十二月底');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('关于小李的备注已存')).toBeVisible();
  expect(await callFromPage(page, 'staff.note', { staffId: clerkId })).toEqual({ note: '试用到十二月底' });

  const minutes = page.getByLabel('… 分钟没人动，桌面自动上锁（0 是从不）');
  await minutes.fill('5');
  await minutes.press('Enter');
  await expect(page.getByText('设置已存')).toBeVisible();

  await page.getByLabel('新身份的名称').fill('收银');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: '收银 · 看完整的电话号码' }).press('Space');
  await expect(page.getByText('「收银」的权限已改')).toBeVisible();

  await page.getByLabel('小李 在职').press('Space');
  await expect(page.getByText('小李 已离职')).toBeVisible();
  expect((await callFromPage(page, 'staff.session', {})).people.map(({ name }) => name)).toEqual(['张丽']);
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await callFromPage(page, 'staff.session', {})).people.map(({ name }) => name))
    .toEqual(['张丽', '小李']);

  await goTo(page, '/settings/audit');
  await expect(page.getByText('10 → 5 分钟没人动，桌面自动上锁（0 是从不）')).toBeVisible();
  await expect(page.getByText('给了：看完整的电话号码')).toBeVisible();
  await expect(page.getByText('离职，马上不能登录')).toBeVisible();
  await expect(page.getByText('改了关于 小李 的备注')).toBeVisible();
  await expect(page.getByText('试用到十二月底')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('a clerk meets a sentence on every page that is not theirs, and sees neither notes, private fields nor numbers (R192, X40, S7)', async ({
  open,
}) => {
  const { page } = await open({ args });
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  await staffed(page);
  await goTo(page, '/settings/fields');
  await page.getByRole('button', { name: '新建字段' }).first().press('Enter');
  await page.getByLabel('名称', { exact: true }).fill('血压');
  await page.getByRole('combobox', { name: '谁看得见' }).press('Enter');
  await page.getByRole('option', { name: '健康资料' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('可以按它搜索')).toBeDisabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('row', { name: /血压.*健康资料/ })).toBeVisible();
  const [field] = (await callFromPage(page, 'customFields.list', {})).fields;
  await callFromPage(page, 'customFields.saveValues', {
    customerId,
    values: [{ fieldId: field?.id ?? '', value: '偏高一点' }],
  });
  await goTo(page, `/customers/${customerId}?tab=facts`);
  await expect(page.getByText('偏高一点')).toBeVisible();
  await goTo(page, '/today');
  await expect(main(page).getByRole('link', { name: '导入老资料' })).toBeVisible();

  await handDeskTo(page, '小李', CLERK_PIN);
  // An empty page offers what this person may do, and nothing that would be refused.
  await expect(main(page).getByRole('link', { name: '记一次到店' })).toBeVisible();
  await expect(main(page).getByRole('link', { name: '导入老资料' })).toHaveCount(0);
  for (const address of [
    '/settings',
    '/settings/fields',
    '/settings/staff',
    '/settings/audit',
    '/imports',
    '/exports',
    `/customers/duplicates/merge?survivorId=${customerId}&otherId=${customerId}`,
  ]) {
    await goTo(page, address);
    await expect(page.getByRole('heading', { name: '这一页不对您开放' }), address).toBeVisible();
    await expect(page.getByText(/^现在的身份不能做这件事。请店主.*来操作。$/), address).toBeVisible();
  }
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: '回到今日' }).press('Enter');
  await expect(page.getByRole('heading', { name: '这一页不对您开放' })).toBeHidden();

  await goTo(page, `/customers/${customerId}?tab=facts`);
  await expect(main(page).getByText('偏高一点')).toHaveCount(0);
  await expect(main(page).getByText('血压')).toHaveCount(0);
  await expect(main(page).getByText('13812342210')).toHaveCount(0);
  await goTo(page, `/customers/${customerId}?tab=privacy`);
  await expect(page.getByRole('button', { name: '抹除…' })).toHaveCount(0);

  // One number, with a reason that is written down.
  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '查看完整号码' }).first().press('Enter');
  await expect(page.getByRole('radio', { name: '顾客本人要求' })).toBeVisible();
  await page.getByLabel('补充说明（可不填）').press('Enter');
  await expect(
    main(page)
      .getByText(/138\s?1234\s?2210/)
      .first(),
  ).toBeVisible();

  await goTo(page, '/backups');
  await expect(page.getByRole('button', { name: '用备份恢复' })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  expect(await askFromPage(page, 'staff.note', { staffId: customerId })).toMatchObject({
    error: { code: 'not_permitted', details: { permission: 'private.staff_notes' } },
  });
  await handDeskTo(page, '张丽', OWNER_PIN);
  await goTo(page, '/settings/audit');
  await expect(page.getByText('查看了 王芳 的完整号码')).toBeVisible();
});

test('the training is asked for at the foot of every page until it was read, each by themselves (R193)', async ({ open }) => {
  const { page } = await open({ args });
  await staffed(page);
  const reminder = page.getByRole('link', { name: '信息安全培训还没读' });
  await goTo(page, '/customers');
  await reminder.press('Enter');
  const points = main(page).getByRole('checkbox');
  await expect(points.first()).toBeVisible();
  for (let at = 0; at < (await points.count()); at += 1) await points.nth(at).press('Space');
  await page.getByRole('button', { name: '我都读过了，会照做' }).press('Enter');
  await expect(reminder).toBeHidden();
  await handDeskTo(page, '小李', CLERK_PIN);
  await expect(reminder).toBeVisible();
});

/** How many the list holds; null while the store is being changed for another. */
const peopleIn = async (page: Page): Promise<number | null> => {
  const answer = await askFromPage(page, 'customers.list', {});
  return answer.ok ? answer.value.total : null;
};

test('consent by keyboard: declined, given, withdrawn; the list and the labels follow (R190)', async ({ open }) => {
  const { page } = await open({ args });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', address: '湖滨路 1 号' });
  await callFromPage(page, 'customers.create', { name: '李强', address: '湖滨路 2 号' });
  await goTo(page, `/customers/${customerId}?tab=privacy`);
  const row = page.getByRole('row', { name: /邮寄/ });
  await expect(row.getByText('没有问过')).toBeVisible();
  await page.getByRole('button', { name: '记下不要：邮寄' }).press('Enter');
  await expect(page.getByRole('dialog', { name: '邮寄：不要' })).toBeVisible();
  expect(await violations(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(row.getByText('没有问过')).toHaveCount(0);
  await expect(row.getByRole('button', { name: '记下不要：邮寄' })).toHaveCount(0);
  await page.getByRole('button', { name: '记下同意：邮寄' }).press('Enter');
  await expect(page.getByRole('dialog', { name: '邮寄：已同意' })).toBeVisible();
  await atRest(page);
  await page.keyboard.press('Control+Enter');
  await expect(row.getByText('已同意')).toBeVisible();
  await expect(page.getByRole('button', { name: '记下撤回：邮寄' })).toBeVisible();

  const filter = (state: string): string => encodeURIComponent(JSON.stringify({ consents: [{ purpose: 'post', state }] }));
  await goTo(page, `/customers?filter=${filter('given')}`);
  await expect(page.getByRole('row', { name: /王芳/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /李强/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^筛选/ }).press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('combobox', { name: '邮寄' })).toHaveValue('同意');
  await drawer.getByRole('combobox', { name: '邮寄' }).press('Enter');
  await page.getByRole('option', { name: '没有问过' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await violations(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /李强/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /王芳/ })).toHaveCount(0);

  await goTo(page, '/exports?what=labels');
  await expect(page.getByText('1 位没有问过愿不愿意收，没有算进来。')).toBeVisible();
  await expect(page.getByText('1 位顾客，1 枚标签，1 张纸。')).toBeVisible();
});

test('a backup to a stick is told by what is in it; a restore is looked at first, done, and undone (R191)', async ({ open }) => {
  test.setTimeout(180_000);
  const { app, page, userData } = await open({ args });
  await menuStands(page);
  await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, '/today');
  await expect(page.getByRole('link', { name: /^还没有备份/ })).toBeVisible();
  const stick = join(userData, 'stick');
  await mkdir(stick);
  await answerOpenDialog(app, [stick]);
  await page.getByRole('link', { name: /^还没有备份/ }).press('Enter');
  await page.getByRole('button', { name: '选文件夹…' }).press('Enter');
  await expect(page.getByText(/可以拔/).first()).toBeVisible({ timeout: 60_000 });
  const made = page.getByRole('region', { name: '做过的备份' });
  await expect(made.getByRole('row', { name: /手动.*stick.*顾客 1 · 到店 0.*已核对/s })).toBeVisible();
  await expect(made.getByText(/每个地方/)).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await callFromPage(page, 'customers.create', { name: '李强' });
  const [file = ''] = await readdir(stick);
  await answerOpenDialog(app, [join(stick, file)]);
  await page.getByRole('button', { name: '用备份恢复' }).press('Enter');
  await expect(page.getByText('顾客 1 位，到店 0 次')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/现在的资料记到/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '就用这一份' }).press('Enter');
  await expect.poll(() => peopleIn(page), { timeout: 60_000 }).toBe(1);
  await goTo(page, '/backups');
  await page.getByRole('button', { name: '撤销这次恢复' }).press('Enter');
  await expect.poll(() => peopleIn(page), { timeout: 60_000 }).toBe(2);
  await atRest(page);
});

test('closing makes its backup with its progress in words, and going without it says what that means (R191)', async ({
  open,
}) => {
  const { app, page, userData } = await open({ args });
  await menuStands(page);
  await callFromPage(page, 'customers.create', { name: '王芳' });
  await app.evaluate(({ BrowserWindow }) => {
    const jobId = '01920000-0000-7000-8000-000000000001';
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.send('event', { type: 'closing', jobId, state: 'working', error: null });
    window?.webContents.send('event', { type: 'progress', jobId, phase: 'write', done: 40, total: 100 });
  });
  const dialog = page.getByRole('dialog', { name: '正在做关店备份' });
  await expect(dialog.getByText('直接关的话，这一份不要了', { exact: false })).toBeVisible();
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40');
  expect(await violations(page)).toEqual([]);
  expect(userData).not.toBe('');
});
