import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`measurements and incidents, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    await callFromPage(page, 'settings.update', { changes: { language } });
    const shoot = camera(page, language, 400);
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    await goTo(page, `/customers/${customerId}?tab=records&part=measurements`);
    await page.locator('[data-scroller]').evaluate((scroller) => {
      scroller.scrollTop = 1000;
    });
    await shoot('measurements-empty');
    const { measures } = await callFromPage(page, 'measurements.measures', {});
    const [, weight, , waist, hips] = measures;
    const { thingId } = await callFromPage(page, 'things.save', { customerId, type: 'pet', name: isEnglish ? 'Rex' : '旺财' });
    for (const [on, kilos, centimetres] of [
      ['2026-03-02', 58_400, 74_000],
      ['2026-04-20', 57_100, 72_500],
      ['2026-07-01', 56_200, 72_000],
      ['2026-09-20', 54_800, 70_000],
      ['2026-11-15', 55_300, 69_500],
    ] as const)
      await callFromPage(page, 'measurements.save', {
        customerId,
        on,
        values: [
          { measureId: weight?.id ?? '', value: kilos },
          { measureId: waist?.id ?? '', value: centimetres },
          { measureId: hips?.id ?? '', value: centimetres + 18_000 },
        ],
        note: on === '2026-09-20' ? (isEnglish ? 'before eating' : '空腹') : '',
      });
    await callFromPage(page, 'measurements.save', {
      customerId,
      thingId,
      values: [{ measureId: weight?.id ?? '', value: 4200 }],
    });
    await callFromPage(page, 'incidents.save', {
      customerId,
      thingId,
      on: '2026-11-18',
      what: isEnglish ? 'Ear touched by the dryer, slightly red' : '烘干时烫到耳朵，有一点红',
      severity: 'serious',
      action: isEnglish ? 'Cooled it, apologised, no charge' : '冷敷，道歉，免单',
      followUpOn: '2026-11-21',
    });
    await callFromPage(page, 'incidents.save', {
      customerId,
      what: isEnglish ? 'Tea spilt on the coat' : '茶洒在外套上',
      severity: 'minor',
      followUpOn: '2026-11-25',
    });
    await goTo(page, `/customers/${customerId}`);
    await shoot('incidents-card');
    await goTo(page, `/customers/${customerId}?tab=records&part=measurements`);
    await expect(page.getByRole('img', { name: /58.4/ })).toBeVisible();
    await page.locator('[data-scroller]').evaluate((scroller) => {
      scroller.scrollTop = 1000;
    });
    await shoot('measurements');
    await page.getByRole('button', { name: isEnglish ? 'Measure' : '量一次', exact: true }).press('Enter');
    await shoot('measurements-form');
    await page.keyboard.press('Escape');
    await goTo(page, `/customers/${customerId}?tab=records&part=incidents`);
    await page.locator('[data-scroller]').evaluate((scroller) => {
      scroller.scrollTop = 1000;
    });
    await shoot('incidents');
    await page.getByRole('button', { name: isEnglish ? 'Note an incident' : '记一件事' }).press('Enter');
    await shoot('incidents-form');
    await page.keyboard.press('Escape');
    await goTo(page, '/settings/measures');
    await page.getByRole('button', { name: measures[1]?.name ?? '', exact: true }).press('Enter');
    await shoot('measures');
  });
