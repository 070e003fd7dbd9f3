import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`brought or not, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const { rows } = await callFromPage(page, 'customers.list', { limit: 120 });
    const [first] = rows;
    for (const { id } of rows.slice(1, 60))
      await callFromPage(page, 'customers.update', { customerId: id, changes: { referrerId: first?.id ?? '' } });
    const shoot = camera(page, language, 320);
    await goTo(page, '/loyalty');
    await page.getByRole('link', { name: /比自己来的好多少|Brought by a regular, or not/ }).scrollIntoViewIfNeeded();
    await shoot('loyalty-referrals');
    await goTo(page, '/loyalty/referrals');
    await expect(page.getByRole('table').first()).toBeVisible();
    await shoot('referral-conversion');
  });
