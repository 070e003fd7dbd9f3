import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`the list, its conditions, views and changes to many, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const { rows } = await callFromPage(page, 'customers.list', { limit: 40 });
    for (const [at, { id: customerId }] of rows.entries())
      await callFromPage(page, 'customers.update', { customerId, changes: { region: at % 3 === 0 ? '厦门思明' : '厦门湖里' } });
    const filter = { regions: ['厦门思明'], daysSinceVisit: { min: 3 }, statuses: ['customer' as const] };
    const columns = ['phone', 'last_visit', 'spend', 'region', 'birthday', 'created'] as const;
    await callFromPage(page, 'customerViews.save', {
      name: language === 'en' ? 'Siming, silent' : '思明久未到店',
      filter,
      columns: [...columns],
      sort: 'spend',
      direction: 'descending',
    });
    const shoot = camera(page, language, 80);
    await goTo(page, '/customers');
    await shoot('lists-everyone');
    await goTo(
      page,
      `/customers?filter=${encodeURIComponent(JSON.stringify(filter))}&columns=${encodeURIComponent(JSON.stringify(columns))}`,
    );
    await shoot('lists-narrowed');
    await page.getByRole('button', { name: language === 'en' ? 'Filter' : '筛选', exact: true }).click();
    await shoot('lists-conditions');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: language === 'en' ? 'Columns' : '列', exact: true }).click();
    await shoot('lists-columns');
    await page.keyboard.press('Escape');
    await page.locator('#customers-list').focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: language === 'en' ? 'Edit together…' : '批量修改…' }).click();
    await page.getByRole('dialog').getByRole('combobox').first().click();
    await page
      .getByRole('option')
      .filter({ hasText: language === 'en' ? 'Set the region' : '改地区' })
      .click();
    await page.getByRole('dialog').getByRole('combobox').nth(1).fill('厦门集美');
    await expect(page.getByRole('table')).toBeVisible();
    await shoot('lists-bulk');
    await page.keyboard.press('Control+Enter');
    await goTo(page, `/customers/${rows[0]?.id ?? ''}`);
    await goTo(page, '/today');
    await page.keyboard.press('/');
    await expect(page.getByRole('option').first()).toBeVisible();
    await shoot('lists-recent');
  });
