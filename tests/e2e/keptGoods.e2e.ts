import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a shop that keeps goods keeps six bottles, hands two out by keyboard, undoes one, and sees what is left when they come in (X51)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '李强' });
  await goTo(page, `/customers/${customerId}`);
  await expect(page.getByRole('button', { name: '积分明细' })).toBeVisible();
  await expect(page.getByRole('button', { name: '寄存' })).toBeHidden();
  await callFromPage(page, 'settings.update', { changes: { keepsGoods: true } });

  await page.getByRole('button', { name: '寄存' }).press('Enter');
  const drawer = page.getByRole('dialog', { name: '李强 寄存的东西' });
  await drawer.getByRole('button', { name: '寄存一样' }).press('Enter');
  const form = page.getByRole('dialog', { name: '寄存 · 李强' });
  await expect(form.getByLabel('寄存什么')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(form.getByLabel('寄存什么')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('寄存什么').fill('红酒');
  await form.getByLabel('多少').fill('6');
  await form.getByLabel('放在哪里').fill('酒柜');
  await expectAccessible(page);
  await form.getByLabel('放在哪里').press('Control+Enter');
  await expect(page.getByText('李强 寄存了 红酒')).toBeVisible();
  await expect(drawer.getByText('还有 6')).toBeVisible();

  const handOut = async (many: string): Promise<void> => {
    await drawer.getByRole('button', { name: '支取 红酒' }).press('Enter');
    const taking = page.getByRole('dialog', { name: '支取 · 李强' });
    await expect(taking.getByLabel('支取多少 红酒')).toBeFocused();
    await taking.getByLabel('支取多少 红酒').fill(many);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(`支取了 红酒 × ${many}`)).toBeVisible();
  };
  await handOut('2');
  await expect(drawer.getByText('还有 4')).toBeVisible();
  await handOut('1.5');
  await expect(drawer.getByText('还有 2.5')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '寄存 1 样' })).toBeVisible();
  const left = async () => (await callFromPage(page, 'keptGoods.ofCustomer', { customerId })).goods[0]?.leftQuantity;
  await expect.poll(left).toBe(4000);
  await expect(page.getByText('支取「红酒」× 2', { exact: false })).toBeVisible();

  await goTo(page, `/visit?customerId=${customerId}`);
  await expect(page.getByText('红酒 × 4 · 酒柜')).toBeVisible();
  await goTo(page, '/visits');
  await page.getByRole('link', { name: '店里寄存的东西' }).press('Enter');
  await expect(page.getByRole('table', { name: '店里寄存的东西' }).getByRole('row', { name: /红酒/ })).toContainText('李强');
});
