import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

test('a consent form is answered and signed by typing the name, without the mouse; drawn, it keeps the signature (X27)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  await goTo(page, `/customers/${customerId}?tab=records&part=forms`);
  await page.getByRole('button', { name: '填写并签署：染烫知情同意书' }).press('Enter');
  const questions = page.getByRole('radiogroup');
  await expect(questions.first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('先在框里签名，或改用输入姓名')).toBeVisible();
  await page.getByRole('radio', { name: '输入姓名' }).press('Space');
  for (const question of await questions.filter({ has: page.getByRole('radio', { name: '否' }) }).all())
    await question.getByRole('radio', { name: '否' }).press('Space');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('textbox', { name: '签署人姓名' }).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已签署染烫知情同意书')).toBeVisible();
  const list = page.getByRole('list', { name: '同意书与问卷' });
  await expect(list).toContainText('王芳 签署');
  await page.getByRole('button', { name: '查看 2026-11-21 签的染烫知情同意书' }).press('Enter');
  await expect(list).toContainText('输入姓名签署');

  await page.getByRole('button', { name: '重新签' }).press('Enter');
  for (const question of await questions.filter({ has: page.getByRole('radio', { name: '否' }) }).all())
    await question.getByRole('radio', { name: '否' }).press('Space');
  const pad = page.getByRole('img', { name: '在这里签名' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('no field to sign on');
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  for (const step of [1, 2, 3, 4, 5, 6, 7]) await page.mouse.move(box.x + 40 + step * 30, box.y + (step % 2 === 0 ? 60 : 110));
  await page.mouse.up();
  await page.getByRole('textbox', { name: '签署人姓名' }).focus();
  await page.keyboard.press('Control+Enter');
  await expect(list).toContainText('已被新的代替');
  const { rows } = await callFromPage(page, 'signedForms.list', { customerId });
  expect(rows.map(({ state, way }) => [state, way])).toEqual([
    ['valid', 'drawn'],
    ['superseded', 'typed'],
  ]);
  expect(await faultsOf(page)).toEqual([]);
});

test('what runs out is said at the head of the card, in English (X27)', async ({ open }) => {
  const { page } = await open({ args: ['--today', '2026-11-21', '--lang', 'en'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: 'Fang Wang' });
  const { templateId } = await callFromPage(page, 'signedForms.saveTemplate', {
    name: 'Brow tinting',
    text: 'I agree.',
    validMonths: 1,
  });
  await callFromPage(page, 'signedForms.sign', {
    customerId,
    templateId,
    version: 1,
    answers: [],
    way: 'paper',
    signer: 'Fang Wang',
    on: '2026-10-01',
  });
  await goTo(page, `/customers/${customerId}`);
  const due = page.getByRole('list', { name: 'Forms to be signed again' });
  await expect(due).toContainText('Brow tinting: ended on 2026-11-01, to be signed again');
  await due.getByRole('button', { name: 'Sign' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Consent and intake forms' })).toContainText('expired');
  expect(await faultsOf(page)).toEqual([]);
});
