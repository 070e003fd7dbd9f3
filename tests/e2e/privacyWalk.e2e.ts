import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readZip } from '../helpers/zip.ts';
import { backUp } from './support/backups.ts';
import { askFromPage, callFromPage } from './support/bridge.ts';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts';
import { readPdf } from './support/pdf.ts';
import { expect, test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

// What a person may ask of a shop, done by keyboard in the English of the screen: to know, to take along, to be erased.

const args = ['--today', '2026-11-21', '--lang', 'en'];

const violations = async (page: Page, within = 'body'): Promise<string[]> => {
  await atRest(page);
  const found = await new AxeBuilder({ page }).include(within).setLegacyMode(true).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
};

/** Somebody with a phone, a visit and points, and somebody else. */
const twoPeople = async (page: Page): Promise<string> => {
  const { customerId } = await callFromPage(page, 'customers.create', { name: '尉迟敏仪', phone: '13812342210' });
  await callFromPage(page, 'customers.create', { name: '王小满' });
  await callFromPage(page, 'visits.record', {
    customerId,
    lines: [{ name: '龙井', quantity: 1000, unitPriceCents: 8800 }],
    acknowledged: [],
  });
  return customerId;
};

/** Who is found by that text at the desk. */
const found = async (page: Page, text: string): Promise<string[]> =>
  (await callFromPage(page, 'customers.search', { text, limit: 10 })).hits.map(({ name }) => name);

/** How many the list holds; null while the store is being changed for another. */
const peopleIn = async (page: Page): Promise<number | null> => {
  const answer = await askFromPage(page, 'customers.list', {});
  return answer.ok ? answer.value.total : null;
};

test('a customer is erased from the card: told what goes and stays, found by nobody, and no older backup brings them back (R190, S8)', async ({
  open,
}) => {
  test.setTimeout(180_000);
  const shop = await open({ args });
  const { app, page, userData } = shop;
  await menuStands(page);
  const customerId = await twoPeople(page);
  const stick = join(userData, 'stick');
  await backUp(shop, stick);
  const [older = ''] = readdirSync(stick);

  await goTo(page, `/customers/${customerId}?tab=privacy`);
  await page.getByRole('button', { name: 'Erase…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Erase “尉迟敏仪”' });
  const typed = dialog.getByLabel('To confirm, type the name “尉迟敏仪”');
  await expect(typed).toBeFocused();
  for (const text of [
    'This cannot be taken back',
    '1 visit, 8 points',
    '¥88 spent',
    `A fresh backup is made at once in ${stick}`,
  ])
    await expect(dialog.getByText(text, { exact: false })).toBeVisible();
  expect(await violations(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.type('尉迟');
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
  await page.keyboard.press('Enter');
  expect(await found(page, '2210')).toEqual(['尉迟敏仪']);
  await page.keyboard.type('敏仪');
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Privacy and training' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('1 earlier backup still holds somebody who was erased')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  expect(await found(page, '尉迟')).toEqual([]);
  await page.keyboard.press('Control+k');
  await expect(page.getByLabel('Find a customer')).toBeFocused();
  await page.keyboard.type('2210');
  await expect(page.getByText('Nobody found for "2210"')).toBeVisible();
  await page.keyboard.press('Escape');

  await goTo(page, '/backups');
  await answerOpenDialog(app, [join(stick, older)]);
  await page.getByRole('button', { name: 'Restore a backup' }).press('Enter');
  await page.getByRole('button', { name: 'Use this one' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Undo this restore' })).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => peopleIn(page)).toBe(1);
  expect(await found(page, '尉迟')).toEqual([]);
  expect(await found(page, '2210')).toEqual([]);
  expect(await found(page, 'wang')).toEqual(['王小满']);
});

test('a customer takes everything along as a file and gets the statement to read, each in one step from the card (R190, R194)', async ({
  open,
}) => {
  const { app, page, userData } = await open({ args });
  await menuStands(page);
  await callFromPage(page, 'settings.update', { changes: { shopName: 'Tea House', language: 'en' } });
  const customerId = await twoPeople(page);
  await callFromPage(page, 'privacy.recordConsent', {
    customerId,
    purpose: 'wechat',
    state: 'given',
    on: '2026-11-20',
    way: 'in_person',
  });
  await goTo(page, `/customers/${customerId}?tab=privacy`);
  const zip = join(userData, 'person.zip');
  await answerSaveDialog(app, zip);
  await page.getByRole('button', { name: 'Choose a place and export' }).press('Enter');
  await expect(page.getByText('Written: person.zip', { exact: false })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const parts = await readZip(readFileSync(zip));
  const text = (name: string): string => parts.get(name)?.toString('utf8') ?? '';
  for (const said of ['Everything held about 尉迟敏仪', '13812342210', '龙井', '2026-11-20', 'Tea House'])
    expect(text('index.html')).toContain(said);
  expect(text('index.html')).not.toContain('王小满');
  const data: unknown = JSON.parse(text('data.json'));
  expect(data).toMatchObject({ format: 'regulars-person-1', tables: { customers: { rows: [{ name: '尉迟敏仪' }] } } });
  expect(text('data.json')).not.toContain('王小满');

  const pdf = join(userData, 'statement.pdf');
  await answerSaveDialog(app, pdf);
  await page.keyboard.press('Control+p');
  await expect(page.getByText('Written: statement.pdf')).toBeVisible();
  const { pages, characters } = readPdf(readFileSync(pdf));
  expect(pages).toBeGreaterThan(0);
  for (const character of '尉迟敏仪龙井') expect(characters).toContain(character);
  expect(characters).not.toContain('满');
  const told = (await callFromPage(page, 'audit.list', { limit: 20 })).entries.map(({ operation }) => operation);
  expect(told).toEqual(expect.arrayContaining(['privacy.personFile', 'privacy.statement']));
});
