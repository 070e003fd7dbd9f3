import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`sales, walk-ins, parked visits, returns, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 2 });
    const customerId = rows[0]?.id ?? '';
    for (const [name, priceCents, chargedBy] of [
      ['剪发', 6800, 'unit'],
      ['头皮护理', 16_800, 'unit'],
      ['包间', 6000, 'hour'],
    ] as const)
      await callFromPage(page, 'products.create', { name: `${name}★`, priceCents, chargedBy, isFavourite: true });
    await callFromPage(page, 'deferrals.add', { customerId, name: '烫发', reason: '怕伤发' });
    const draft = { lines: [], discount: '', discountReason: '', staffId: null, note: '好', date: null };
    await callFromPage(page, 'parkedVisits.save', {
      parkedVisitId: '00000000-0000-7000-8000-00000000000c',
      customerId: rows[1]?.id ?? '',
      draft,
    });
    const { visitId } = await callFromPage(page, 'visits.record', {
      customerId: null,
      lines: [
        { name: '剪发', quantity: 1000, unitPriceCents: 6800 },
        { name: '洗发水 250ml', quantity: 2000, unitPriceCents: 8800, discount: { kind: 'percent', basisPoints: 1000 } },
      ],
    });
    const shoot = camera(page, language, 140);
    await goTo(page, '/visit');
    await shoot('visit-who-parked');
    await goTo(page, `/visit?customerId=${customerId}`);
    await expect(page.locator('#visit-entry')).toBeFocused();
    await page.keyboard.type('烫发 380');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /谁做的|^Discount, staff/ }).press('Enter');
    await page.keyboard.type('20%');
    await page.getByRole('checkbox').first().press('Space');
    await shoot('visit-line-details');
    await page.keyboard.press('F9');
    await goTo(page, '/visit?walkIn=true');
    await shoot('visit-walk-in');
    await goTo(page, '/visits');
    await shoot('visits-of-a-day');
    await goTo(page, `/visits/${visitId}`);
    await shoot('visit-receipt');
    await goTo(page, `/visits/${visitId}/return`);
    await page.keyboard.type('1');
    await shoot('visit-return');
  });
