import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`gifts and samples, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    await callFromPage(page, 'settings.update', { changes: { keepsGifts: true } });
    const name = isEnglish ? 'Sample of face cream' : '面霜小样';
    await callFromPage(page, 'rewards.save', { name, points: null, isSample: true, costCents: 1200 });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    const shoot = camera(page, language, 150);
    await goTo(page, `/customers/${customerId}`);
    await page.getByRole('button', { name: isEnglish ? 'Gifts' : '送礼' }).press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer
      .getByRole('button')
      .filter({ hasText: isEnglish ? /Give/ : '送一份' })
      .first()
      .press('Enter');
    await drawer.getByLabel(isEnglish ? 'Why' : '为什么送').fill(isEnglish ? 'Birthday' : '生日');
    await drawer.getByLabel(name).fill('2');
    await shoot('gift-form');
    await drawer.getByLabel(name).press('Control+Enter');
    await expect(drawer.getByText(name).first()).toBeVisible();
    await shoot('gifts-of-customer');
    await page.keyboard.press('Escape');
    await goTo(page, '/loyalty/gifts');
    await shoot('gifts-page');
  });
