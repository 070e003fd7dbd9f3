import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`spending PINs, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    await callFromPage(page, 'settings.update', { changes: { spendingProof: 'either', spendingProofFromCents: 100_00 } });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const [customerId = ''] = rows.map(({ id }) => id);
    await callFromPage(page, 'storedValue.topUp', { customerId, principalCents: 100_000, giftCents: 0, method: 'cash' });
    await callFromPage(page, 'spendingPins.set', { customerId, pin: '407193' });
    const shoot = camera(page, language, 150);
    await goTo(page, `/customers/${customerId}`);
    await page.getByRole('button', { name: /^(消费密码|Spending PIN)$/ }).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await shoot('pin-card');
    await page.keyboard.press('Escape');
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.locator('#visit-entry')).toBeFocused();
    await page.keyboard.type('烫发 380');
    await page.keyboard.press('Enter');
    await expect(page.locator('#visit-stored')).toBeVisible();
    await page.keyboard.press('Shift+F8');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await shoot('pin-asked');
    await page.getByText(/^(签字|Signature)$/).click();
    await shoot('pin-signed');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('F9');
    await goTo(page, '/settings');
    await page.getByRole('region', { name: /^(消费确认|Confirming what is spent)$/ }).scrollIntoViewIfNeeded();
    await shoot('pin-settings');
  });
