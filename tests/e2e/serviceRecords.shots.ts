import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`service records, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    // The types of record speak the language of the shop.
    await callFromPage(page, 'settings.update', { changes: { language } });
    const shoot = camera(page, language, 400);
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    const { types } = await callFromPage(page, 'serviceRecords.types', {});
    await goTo(page, `/customers/${customerId}?tab=records`);
    await shoot('records-empty');
    const [repair, colour, , eyes] = types;
    const formula = (shade: string, grams: number) => [
      { key: 'brand', value: language === 'en' ? 'Schwarzkopf Igora' : '施华蔻 伊采' },
      { key: 'shade', value: shade },
      { key: 'grams', value: grams },
      { key: 'developer', value: 9 },
      { key: 'ratio', value: '1:1.5' },
      { key: 'minutes', value: 35 },
    ];
    const save = (typeId: string, on: string, values: { key: string; value: string | number }[], note = '') =>
      callFromPage(page, 'serviceRecords.save', { customerId, typeId, on, values, note });
    await save(colour?.id ?? '', '2026-08-02', formula('6.1', 60));
    await save(
      colour?.id ?? '',
      '2026-09-20',
      formula('6.11', 75),
      language === 'en' ? 'Less time at the front' : '前额少停 5 分钟',
    );
    await save(eyes?.id ?? '', '2026-10-01', [
      { key: 'right_sphere', value: -2.5 },
      { key: 'right_cylinder', value: -0.75 },
      { key: 'right_axis', value: 180 },
      { key: 'left_sphere', value: -3 },
      { key: 'pd', value: 62 },
    ]);
    await save(repair?.id ?? '', '2026-11-01', [{ key: 'parts', value: language === 'en' ? 'Filter' : '滤芯' }]);
    await goTo(page, `/customers/${customerId}?tab=records`);
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await page.locator('[data-scroller]').evaluate((scroller) => {
      scroller.scrollTop = 1000;
    });
    await shoot('records');
    await page
      .getByRole('button', { name: language === 'en' ? /^Repeat Colour/ : /^重复 .*染发/ })
      .first()
      .press('Enter');
    await expect(page.locator('[data-record-field="shade"]')).toBeFocused();
    await shoot('records-repeat');
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: language === 'en' ? /^Compare Colour/ : /^对比 .*染发/ })
      .first()
      .press('Enter');
    await shoot('records-compare');
    await page.getByRole('button', { name: language === 'en' ? 'Record: Eye test' : '记一笔：验光单' }).press('Enter');
    await shoot('records-eyes');
    await goTo(page, '/settings/records');
    await page.getByRole('button', { name: types[0]?.name ?? '' }).press('Enter');
    await shoot('record-types');
  });
