import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { chooseFiles, photo } from './support/photos.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`safety, alerts, photos and files, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    await callFromPage(page, 'safety.saveFact', {
      customerId,
      kind: 'allergy',
      what: '氨水',
      severity: 'severe',
      sinceOn: '2024-03-01',
      source: '本人说',
      note: '起过红疹',
    });
    await callFromPage(page, 'safety.saveFact', { customerId, kind: 'history', what: '高血压' });
    await callFromPage(page, 'safety.savePatchTest', {
      customerId,
      what: '染发',
      result: 'pass',
      doneOn: '2026-10-01',
      validDays: 180,
    });
    await callFromPage(page, 'safety.saveAlert', {
      customerId,
      alert: '为上次等太久道歉',
      fromOn: '2026-11-21',
      endsWithVisit: true,
    });
    const shoot = camera(page, language, 70);
    await goTo(page, `/customers/${customerId}?tab=safety`);
    await shoot('safety-tab');
    await callFromPage(page, 'safety.block', { customerId, reason: '多次辱骂店员' });
    await goTo(page, `/visit?customerId=${customerId}`);
    await page.keyboard.type('剪发 88');
    await page.keyboard.press('Enter');
    await shoot('safety-visit');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await shoot('safety-confirm');
    await page.keyboard.press('F8');
    await expect(page.getByRole('tab').first()).toBeVisible();
    await goTo(page, `/customers/${customerId}?tab=files`);
    await shoot('files-empty');
    const colors = ['#8d6e63', '#4cc29a', '#b98412', '#5c6bc0'];
    await chooseFiles(page, [
      ...(await Promise.all(
        colors.map(async (color, index) => ({
          name: `IMG_${index}.jpg`,
          mimeType: 'image/jpeg',
          buffer: await photo(page, color, index % 2 === 0 ? 2400 : 1200, 1800),
        })),
      )),
      { name: '同意书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nsigned') },
    ]);
    const tiles = page.getByRole('listbox').getByRole('option');
    await expect(tiles).toHaveCount(5);
    const photos = (await callFromPage(page, 'attachments.list', { customerId })).rows.filter(({ isPhoto }) => isPhoto);
    await callFromPage(page, 'attachments.pair', { customerId, beforeId: photos[0]?.id ?? '', afterId: photos[1]?.id ?? '' });
    await page.waitForTimeout(500);
    await shoot('files');
    await tiles.nth(2).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').locator('img')).toBeVisible();
    await shoot('files-viewer');
    await page.keyboard.press('Escape');
    await page
      .getByRole('region', { name: /前后对比|Before and after/ })
      .getByRole('button')
      .click();
    await expect(page.getByRole('dialog').locator('img')).toHaveCount(2);
    await shoot('files-compare');
  });
