import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`sharers, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 5 });
    const [customerId = '', otherId = '', third = '', fourth = ''] = rows.map(({ id }) => id);
    await callFromPage(page, 'storedValue.topUp', { customerId, principalCents: 500_00, giftCents: 0, method: 'cash' });
    const may = { maySpendStored: true, mayUseCards: true };
    const note = language === 'en' ? 'Daughter' : '女儿';
    await callFromPage(page, 'sharers.save', { customerId, otherId, ...may, monthCents: 200_00, visitCents: 100_00, note });
    const { sharerId } = await callFromPage(page, 'sharers.save', { customerId, otherId: third, ...may });
    await callFromPage(page, 'sharers.end', { sharerId, isEnded: true });
    await callFromPage(page, 'sharers.save', { customerId: fourth, otherId: customerId, ...may });
    const { visitId } = await callFromPage(page, 'visits.record', {
      customerId: otherId,
      lines: [{ name: language === 'en' ? 'Tea' : '茶', quantity: 1000, unitPriceCents: 60_00 }],
      payments: [{ method: 'stored', cents: 60_00 }],
      storedFromId: customerId,
      acknowledged: [],
    });
    const shoot = camera(page, language, 160);
    await goTo(page, `/customers/${customerId}`);
    await shoot('sharers-timeline');
    await page.getByRole('button', { name: /^(储值明细|Stored value)$/ }).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await shoot('sharers-account');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(副卡|Sharers)$/ })
      .press('Enter');
    await shoot('sharers-list');
    await page
      .getByRole('button', { name: /^(改|Change what )/ })
      .first()
      .press('Enter');
    await shoot('sharers-form');
    await goTo(page, `/visits/${visitId}`);
    await shoot('sharers-sale');
    await goTo(page, `/visit?customerId=${otherId}`);
    await page.getByRole('main').getByRole('combobox').first().focus();
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    const purse = page.getByLabel(/用谁的储值|Whose stored value/);
    await expect(purse).toBeVisible();
    await purse.selectOption(customerId);
    await page.keyboard.press('Shift+F8');
    await shoot('sharers-visit');
  });
