import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/tools/paths.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

const folder = join(root, 'shots');

test.beforeAll(async () => {
  await mkdir(folder, { recursive: true });
});

for (const language of ['zh-CN', 'en'] as const)
  test(`things and interests, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    let number = 70;
    const shoot = async (name: string): Promise<void> => {
      await atRest(page);
      number += 1;
      for (const scheme of ['light', 'dark']) {
        await page.evaluate((wanted) => {
          document.documentElement.dataset['mantineColorScheme'] = wanted;
        }, scheme);
        await page.screenshot({ path: join(folder, `${number}-${name}.${language}.${scheme}.png`), animations: 'disabled' });
      }
      await page.evaluate(() => {
        document.documentElement.dataset['mantineColorScheme'] = 'light';
      });
    };
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    await goTo(page, `/customers/${customerId}?tab=things`);
    await shoot('things-empty');
    const { thingId } = await callFromPage(page, 'things.save', {
      customerId,
      type: 'pet',
      name: '旺财',
      fields: [
        { name: 'species', value: 'dog' },
        { name: 'breed', value: '柯基' },
        { name: 'weightKilograms', value: '12.5' },
      ],
      birthDate: { calendar: 'solar', year: 2021, month: 4, day: 8 },
      note: '怕吹风机',
    });
    const car = await callFromPage(page, 'things.save', {
      customerId,
      type: 'car',
      name: '白色凯美瑞',
      fields: [
        { name: 'plate', value: '粤B12345' },
        { name: 'mileageKilometres', value: '86000' },
      ],
    });
    const fact = { customerId, label: '' } as const;
    await callFromPage(page, 'things.saveFact', {
      ...fact,
      thingId,
      kind: 'vaccine',
      label: '狂犬疫苗',
      validUntil: '2026-11-26',
    });
    await callFromPage(page, 'things.saveFact', { ...fact, thingId: car.thingId, kind: 'inspection', validUntil: '2026-11-18' });
    await callFromPage(page, 'things.saveFact', { ...fact, thingId: car.thingId, kind: 'insurance', validUntil: '2027-06-30' });
    await callFromPage(page, 'things.saveFact', { ...fact, kind: 'eye_recheck', validUntil: '2026-12-20' });
    await callFromPage(page, 'interests.save', { customerId, kind: 'asked', name: '护理套餐' });
    await callFromPage(page, 'interests.save', {
      customerId,
      kind: 'wanted',
      name: '定制婚鞋',
      requirements: [{ label: '颜色', value: '酒红' }],
      wantedBy: '2027-01-10',
    });
    await goTo(page, `/customers/${customerId}?tab=things`);
    await shoot('things');
    await page.getByRole('region', { name: '旺财' }).getByRole('button').first().press('Enter');
    await shoot('things-edit');
    await page.keyboard.press('Escape');
    await goTo(page, `/customers/${customerId}?tab=interests`);
    await shoot('interests');
    await page.getByRole('tabpanel').getByRole('button').first().press('Enter');
    await page.getByRole('radio').last().press('ArrowRight');
    await shoot('interests-edit');
    await page.keyboard.press('Escape');
    await goTo(page, `/visit?customerId=${customerId}`);
    await page.keyboard.type('洗澡 88');
    await page.keyboard.press('Enter');
    await shoot('visit-things');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('tab').first()).toBeVisible();
    await shoot('things-timeline');
    await page.keyboard.press('/');
    await page.keyboard.type('12345');
    await expect(page.getByRole('listbox')).toBeVisible();
    await shoot('search-plate');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await goTo(page, '/customers/expiring');
    await shoot('expiring');
    await goTo(page, '/settings');
    await page.getByRole('region').last().scrollIntoViewIfNeeded();
    await shoot('settings-lead-days');
  });
