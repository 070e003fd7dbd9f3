import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};
const measured = async (page: Page, customerId: string) =>
  (await callFromPage(page, 'measurements.list', { customerId })).rows.map(({ values }) =>
    values.map(({ name, value }) => `${name} ${value}`),
  );

test('a waist and a weight are measured twice and seen over time, without the mouse; corrected and taken away with undo (X26)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳' });
  await goTo(page, `/customers/${customerId}?tab=records&part=measurements`);
  await page.getByRole('button', { name: '量一次' }).press('Enter');
  const choice = page.getByRole('combobox', { name: '加一项' });
  await expect(choice).toBeFocused();
  for (const [name, value] of [
    ['体重', '52.5'],
    ['腰围', '68'],
  ] as const) {
    await choice.focus();
    await page.keyboard.type(name);
    await expect(page.getByRole('option', { name })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name })).toBeFocused();
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已记下 2026-11-21 的测量')).toBeVisible();
  expect(await measured(page, customerId)).toEqual([['体重 52500', '腰围 68000']]);

  // An earlier one, so that there is a line; too fine a value is refused where it stands.
  await page.getByRole('button', { name: '量一次' }).press('Enter');
  const weight = page.getByRole('textbox', { name: '体重' });
  await expect(weight).toBeFocused();
  await expect(weight).toHaveAttribute('placeholder', '上次 52.5 kg');
  await page.keyboard.type('50.25');
  const day = page.getByRole('textbox', { name: '日期' });
  await day.fill('2026-10-01');
  await day.press('Tab');
  await weight.press('Control+Enter');
  await expect(page.getByText('小数位数太多了')).toBeVisible();
  await weight.fill('50.2');
  await weight.press('Control+Enter');
  await expect(page.getByText('已记下 2026-10-01 的测量')).toBeVisible();
  const over = page.getByRole('list', { name: '随时间' });
  await expect(over.getByRole('button', { name: '体重' })).toContainText('+2.3，比 2026-10-01');
  await over.getByRole('button', { name: '腰围' }).press('Enter');
  await expect(page.getByRole('table', { name: '腰围的每一次' })).toContainText('第一次');
  await over.getByRole('button', { name: '体重' }).press('Enter');
  await expect(
    page.getByRole('img', { name: /^体重：2026-10-01 量得 50.2 kg，2026-11-21 量得 52.5 kg，一共 2 次/ }),
  ).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('button', { name: '编辑 2026-10-01 的测量' }).press('Enter');
  await expect(weight).toBeFocused();
  await weight.fill('51');
  await weight.press('Control+Enter');
  await expect(over).toContainText('+1.5，比 2026-10-01');
  await page.keyboard.press('Control+z');
  await expect(over).toContainText('+2.3，比 2026-10-01');
  await page.getByRole('button', { name: '删除 2026-11-21 的测量' }).press('Enter');
  await expect(over.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(over.getByRole('listitem')).toHaveCount(2);
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('tabpanel')).toContainText('体重 52.5 kg、腰围 68.0 cm');
});

test('an incident stands at the head of the card and at the visit until it is closed, and a measure is made in English (X28)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21', '--lang', 'en'] });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: 'Fang Wang' });
  await goTo(page, `/customers/${customerId}?tab=records&part=incidents`);
  await page.getByRole('button', { name: 'Note an incident' }).press('Enter');
  const what = page.getByRole('textbox', { name: 'What happened' });
  await expect(what).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('This is needed')).toBeVisible();
  await what.fill('Ear touched by the dryer');
  await page.getByRole('radio', { name: 'minor' }).press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'serious' })).toBeChecked();
  const again = page.getByRole('textbox', { name: 'Ask again on' });
  await again.fill('2026-11-21');
  await again.press('Tab');
  expect(await faultsOf(page)).toEqual([]);
  await what.press('Control+Enter');
  await expect(page.getByText('Incident noted')).toBeVisible();
  const notice = page.getByRole('list', { name: 'Open incidents' });
  await expect(notice).toContainText('Open incident, serious (today): Ear touched by the dryer');
  await expect(notice).toContainText('time to ask again');
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(notice).toContainText('Ear touched by the dryer');
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('tabpanel')).toContainText('Ear touched by the dryer');
  await notice.getByRole('button', { name: 'See to it' }).press('Enter');
  await page.getByRole('button', { name: 'Close: Ear touched by the d' }).press('Enter');
  await expect(notice).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Delete: Ear touched by the d' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Incidents', exact: true }).getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('list', { name: 'Incidents', exact: true }).getByRole('listitem')).toHaveCount(1);

  await goTo(page, '/settings/measures');
  await page.getByRole('button', { name: 'New measure' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Neck');
  await page.getByRole('textbox', { name: 'Unit' }).fill('in');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Added “Neck”')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Neck' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Neck' })).toHaveCount(0);
});
