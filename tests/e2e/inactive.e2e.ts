import AxeBuilder from '@axe-core/playwright';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a customer is made inactive with a reason, found only when asked for, and active again by hand and by a visit, all by keyboard (X37)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  await callFromPage(page, 'customers.create', { name: '王芳芳' });
  await goTo(page, `/customers/${customerId}`);
  await page.getByRole('button', { name: '更多' }).press('Enter');
  await page.getByRole('menuitem', { name: '停用…' }).press('Enter');
  await expect(page.getByRole('textbox', { name: '原因（可不填）' })).toBeFocused();
  await page.keyboard.type('搬走了');
  await page.keyboard.press('Control+Enter');
  const again = page.getByRole('button', { name: '恢复启用' });
  await expect(page.getByText('今天停用：搬走了')).toBeVisible();
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(again).toBeHidden();
  await callFromPage(page, 'inactive.set', { customerId, inactive: { reason: '搬走了' } });
  await expect(again).toBeVisible();

  // The box keeps silent about them until asked.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('王芳');
  const options = page.getByRole('listbox', { name: '找到的顾客' }).getByRole('option');
  await expect(options).toHaveCount(2);
  await expect(options.last()).toContainText('停用的顾客里还有 1 位');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(options.last()).toContainText('停用');
  await expect(options.last()).toContainText('2210');
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await goTo(page, '/customers');
  await expect(page.getByRole('grid').getByText('王芳', { exact: true })).toBeHidden();
  await expect(page.getByRole('grid').getByText('王芳芳')).toBeVisible();

  // Who comes again is active again, and not if the visit is undone.
  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(page.getByText(/记下这次到店，就恢复启用/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '王芳' })).toBeVisible();
  // On the timeline: once by the undo above, once by the visit.
  await expect(page.getByText('恢复启用', { exact: true })).toHaveCount(2);
  await expect(again).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(again).toBeVisible();
  await again.press('Enter');
  await expect(again).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(again).toBeVisible();
});
