import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/tools/paths.ts';
import { callFromPage } from './support/bridge.ts';
import { test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

const folder = join(root, 'shots');

for (const language of ['zh-CN', 'en'] as const)
  test(`tags and custom fields, ${language}`, async ({ open }) => {
    await mkdir(folder, { recursive: true });
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language] });
    await menuStands(page);
    const shoot = async (name: string): Promise<void> => {
      await atRest(page);
      for (const scheme of ['light', 'dark']) {
        await page.evaluate((wanted) => {
          document.documentElement.dataset['mantineColorScheme'] = wanted;
        }, scheme);
        await page.screenshot({ path: join(folder, `tags-${name}.${language}.${scheme}.png`), animations: 'disabled' });
      }
    };
    await goTo(page, '/customers/tags');
    await shoot('empty');
    await callFromPage(page, 'tags.addPreset', { trade: 'clothing', language });
    const { rows } = await callFromPage(page, 'tags.list', { limit: 200 });
    await callFromPage(page, 'customFields.create', { name: language === 'en' ? 'Parking' : '停车位', type: 'text' });
    await callFromPage(page, 'customFields.create', {
      name: language === 'en' ? 'Sole' : '鞋底',
      type: 'choice',
      options: language === 'en' ? ['Soft', 'Hard'] : ['软底', '硬底'],
      isInList: true,
    });
    const { customerId } = await callFromPage(page, 'customers.create', {
      name: '王芳',
      phone: '13812342210',
      tagIds: rows.filter((_tag, index) => index % 23 === 0).map(({ id }) => id),
    });
    await page
      .getByRole('button', { name: language === 'en' ? 'Add by trade' : '按行业添加' })
      .first()
      .click();
    await shoot('presets');
    await page
      .getByRole('button', { name: rows[0]?.name ?? '' })
      .first()
      .click();
    await shoot('library');
    await goTo(page, `/customers/${customerId}?tab=facts`);
    await page
      .getByLabel(language === 'en' ? 'Tags' : '标签', { exact: true })
      .last()
      .focus();
    await page.keyboard.type(language === 'en' ? 'co' : 'xz');
    await shoot('card');
    await page.keyboard.press('Escape');
    await goTo(page, '/settings/fields');
    await page.getByRole('button', { name: language === 'en' ? 'Sole' : '鞋底' }).click();
    await shoot('fields');
    await goTo(page, '/customers/new');
    await shoot('new-customer');
  });
