import type { Page } from '@playwright/test';
import { dateParts } from '../../shared/types/time.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';

const ready = (page: Page) => expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible();
const showCard = async (page: Page, customerId: string, tab = ''): Promise<void> => {
  await page.evaluate(
    (hash) => {
      window.location.hash = hash;
    },
    `/customers/${customerId}${tab === '' ? '' : `?tab=${tab}`}`,
  );
  await expect(page.getByRole('tab', { selected: true })).toBeVisible();
};
/** Presses Tab until the element has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, target: ReturnType<Page['getByRole']>): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
};

test('a second number is added by keyboard, marked as wrong and taken back (R002)', async ({ shop: { page } }) => {
  await ready(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  await showCard(page, customerId, 'facts');
  await tabTo(page, page.getByRole('button', { name: '加一个', exact: true }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('问妈妈');
  await page.keyboard.press('Enter');
  await expect(page.getByText('电话里要有数字')).toBeVisible();
  await expect(page.getByLabel('号码或账号')).toHaveValue('问妈妈');
  await page.getByLabel('号码或账号').fill('13900139000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('139 0013 9000')).toBeVisible();

  const more = page.getByRole('button', { name: '「13900139000」还能做什么' });
  await tabTo(page, more);
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '标为不对' }).press('Enter');
  await expect(page.getByText('不对了')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('不对了')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('139 0013 9000')).toHaveCount(0);
  const { contactMethods } = await callFromPage(page, 'customers.findById', { customerId });
  expect(contactMethods).toMatchObject([{ value: '13812342210', isValid: true }]);
});

test('the portrait says who somebody is, and a press shows the facts it was made from (R013)', async ({ shop: { page } }) => {
  await ready(page);
  const { customerId } = await callFromPage(page, 'customers.create', {
    name: '王芳',
    gender: 'female',
    occupation: '会计',
    statedAge: { years: 40, on: '2026-01-01' },
    needs: '遮白发',
  });
  await callFromPage(page, 'customers.saveFamilyMember', {
    customerId,
    name: '朵朵',
    relation: '女儿',
    birthDate: { calendar: 'solar', year: new Date().getFullYear() - 1, month: 1, day: 1 },
  });
  await showCard(page, customerId);
  const sentence = page.getByRole('button', { name: /^女，约 4\d 岁，会计，家里朵朵 \d+ 个月。/ });
  await expect(sentence).toBeVisible();
  await expect(page.getByRole('button', { name: /^想要遮白发。/ })).toBeVisible();
  await sentence.press('Enter');
  await expect(page.getByText('这句话的依据')).toBeVisible();
  await expect(page.getByRole('row', { name: /职业 会计/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('这句话的依据')).toHaveCount(0);
  await expect(sentence).toBeFocused();
});

test('a customer is handed over with a note, which stays on the card until it is read (R174, R175)', async ({
  shop: { page },
}) => {
  await ready(page);
  await callFromPage(page, 'staff.create', { name: '张丽' });
  const { staffId } = await callFromPage(page, 'staff.create', { name: '李娜' });
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await showCard(page, customerId);
  await page.getByRole('button', { name: '更多', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: '交接给别人' }).press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('现在没有人负责。')).toBeVisible();
  await expect(drawer.getByRole('combobox', { name: '交给谁' })).toBeFocused();
  await page.keyboard.type('李');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('答应了染发八折');
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toHaveCount(0);
  await expect(page.getByText('归属 李娜')).toBeVisible();
  const note = page.getByRole('region', { name: '现在要做' }).getByRole('listitem').filter({ hasText: '答应了染发八折' });
  await expect(note).toBeVisible();
  await note.getByRole('button', { name: '知道了' }).press('Enter');
  await expect(note).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(note).toBeVisible();
  const { fields } = await callFromPage(page, 'customers.findById', { customerId });
  expect(fields.ownerId).toBe(staffId);
});

test('what a call brings to light is written down in the call panel (R187)', async ({ shop: { page } }) => {
  await ready(page);
  // The shop's day, not the one of the machine that runs the test.
  const { today } = await callFromPage(page, 'shell.startState', {});
  const { month, day } = dateParts(today);
  const { customerId } = await callFromPage(page, 'customers.create', {
    name: '王芳',
    phone: '13812342210',
    birthday: { calendar: 'solar', month, day },
  });
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: '顺手改资料' }).press('Enter');
  await page.getByRole('button', { name: /^需要什么/ }).press('Enter');
  await page.keyboard.type('想换发色');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^需要什么 想换发色/ })).toBeVisible();
  const { fields } = await callFromPage(page, 'customers.findById', { customerId });
  expect(fields.needs).toBe('想换发色');
});

test('the form of all facts holds tags and own fields; Ctrl+Z takes all of it back at once (R001, R005, R009)', async ({
  shop,
}) => {
  const { page } = shop;
  await ready(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', occupation: '会计' });
  const { groupId } = await callFromPage(page, 'tags.createGroup', { name: '色调' });
  await callFromPage(page, 'tags.createTag', { groupId, name: '冷色' });
  await callFromPage(page, 'customFields.create', { name: '脚长', type: 'number' });
  await page.evaluate((id) => {
    window.location.hash = `/customers/${id}/edit`;
  }, customerId);
  const box = page.getByRole('textbox', { name: '标签' });
  await box.focus();
  await page.keyboard.type('ls');
  await expect(page.getByRole('option', { name: /冷色/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^去掉「冷色」/ })).toBeVisible();
  await page.getByLabel('脚长').focus();
  await page.keyboard.type('24.5');
  await page.getByLabel('姓名').focus();
  await page.keyboard.press('End');
  await page.keyboard.type('芳');
  await page.keyboard.press('Control+Enter');
  const facts = async () => {
    const { fields, tags, customFields } = await callFromPage(page, 'customers.findById', { customerId });
    return { name: fields.name, tags: tags.map(({ name }) => name), own: customFields.map(({ text }) => text) };
  };
  await expect.poll(facts).toEqual({ name: '王芳芳', tags: ['冷色'], own: ['24.5'] });
  // The store knows it a moment before the window can take it back.
  await expect(page.getByRole('button', { name: '撤销' }).last()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(facts).toEqual({ name: '王芳', tags: [], own: [] });
});
