import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands, searchHit } from './support/window.ts';

const addCustomer = async (page: Page): Promise<string> => {
  await menuStands(page);
  return (await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' })).customerId;
};
const notice = (page: Page) => page.getByRole('list', { name: '要注意的' });

test('an allergy is noted by keyboard, stands on the card at once, and a visit needs one deliberate key (X22)', async ({
  shop: { page },
}) => {
  const customerId = await addCustomer(page);
  await goTo(page, `/customers/${customerId}?tab=safety`);
  const facts = page.getByRole('region', { name: '过敏、禁忌、既往史' });
  await facts.getByRole('button', { name: '加一条' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('氨水');
  await page.keyboard.press('Enter');
  await expect(notice(page).getByText('过敏：氨水')).toBeVisible();

  await page.keyboard.press('F2');
  await expect(notice(page).getByText('过敏：氨水')).toBeVisible();
  await page.keyboard.type('剪发 88');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: '先看清楚，再记这次到店' });
  await expect(dialog.getByText('过敏：氨水')).toBeVisible();
  // Enter on its own goes back: what a hand presses out of habit is no confirmation.
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByText('已提醒：过敏：氨水')).toBeVisible();
  const { summary } = await callFromPage(page, 'customers.findById', { customerId });
  expect(summary.visitCount).toBe(1);
});

test('a product that needs a patch test warns while its line is typed; a passed one warns no more (X22)', async ({
  shop: { page },
}) => {
  const customerId = await addCustomer(page);
  const { productId } = await callFromPage(page, 'products.create', {
    name: '染发',
    priceCents: 28_000,
    isService: true,
    patchTestDays: 180,
  });
  await goTo(page, `/visit?customerId=${customerId}`);
  await page.keyboard.type('染发');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(notice(page).getByText('「染发」还没有做皮试')).toBeVisible();
  await callFromPage(page, 'safety.savePatchTest', {
    customerId,
    productId,
    what: '染发',
    result: 'pass',
    doneOn: (await callFromPage(page, 'shell.startState', {})).today,
  });
  await expect(notice(page)).toHaveCount(0);
});

test('an alert pinned to arrival is seen in the search and on the visit, and dismissing it can be undone (X23)', async ({
  shop: { page },
}) => {
  const customerId = await addCustomer(page);
  await goTo(page, `/customers/${customerId}?tab=safety`);
  await page.getByRole('button', { name: '加一条提醒' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('把伞还给她');
  await page.keyboard.press('Enter');
  await expect(notice(page).getByText('把伞还给她')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('王芳');
  await expect(searchHit(page, /王芳.*到店提醒/)).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(notice(page).getByText('把伞还给她')).toBeVisible();
  await notice(page).getByRole('button', { name: '不再提醒' }).focus();
  await page.keyboard.press('Enter');
  await expect(notice(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(notice(page).getByText('把伞还给她')).toBeVisible();
});

test('who is not to be served is refused until the owner agrees, and the card and the search say so (X23)', async ({
  shop: { page },
}) => {
  const customerId = await addCustomer(page);
  await goTo(page, `/customers/${customerId}?tab=safety`);
  const section = page.getByRole('region', { name: '不接待' });
  await section.getByRole('button', { name: '设为不接待' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('多次辱骂店员');
  await page.keyboard.press('Enter');
  await expect(notice(page).getByText('不接待：多次辱骂店员')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('王芳');
  await expect(searchHit(page, /王芳.*不接待/)).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('剪发 88');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: '店主同意，照样接待' })).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByText('已提醒：不接待：多次辱骂店员')).toBeVisible();
});
