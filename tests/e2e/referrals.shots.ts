import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`who brought whom, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 12 });
    const ids = rows.map(({ id }) => id);
    const [self = '', ...others] = ids;
    for (const [index, customerId] of others.entries())
      await callFromPage(page, 'customers.update', {
        customerId,
        changes: { referrerId: index < 4 ? self : (ids[index - 3] ?? self) },
      });
    await callFromPage(page, 'referrals.link', { customerId: self, otherId: others[0] ?? '', relation: 'child' });
    await callFromPage(page, 'referrals.link', { customerId: self, otherId: others[5] ?? '', relation: 'colleague' });
    const shoot = camera(page, language, 300);
    await callFromPage(page, 'settings.update', { changes: { referralCodes: true } });
    await callFromPage(page, 'referrals.makeCode', { customerId: ids[1] ?? '' });
    await goTo(page, `/customers/${ids[1] ?? ''}`);
    await shoot('card-referral-line');
    await page.getByRole('button', { name: /介绍来的|^Brought by/ }).press('Enter');
    await expect(page.getByRole('tree')).toBeVisible();
    await page.getByRole('treeitem').first().focus();
    await shoot('referral-picture');
    await page.keyboard.press('Escape');
    await goTo(page, `/customers/${self}?tab=family`);
    await page.getByRole('button', { name: /连一位顾客|Link a customer/ }).press('Enter');
    await shoot('customer-links');
    await goTo(page, '/settings');
    await page
      .getByLabel(/客户来源有这些|Where customers come from/)
      .first()
      .scrollIntoViewIfNeeded();
    await shoot('settings-sources');
    const programme = page.getByRole('region', { name: /介绍有奖|Rewards for bringing/ });
    await programme.getByRole('switch', { name: /两边都有奖|are rewarded/ }).press('Space');
    await programme.getByText(/新客得一张券|Whoever comes gets a coupon/).scrollIntoViewIfNeeded();
    await shoot('settings-programme');
  });
