import { localDate } from '../../shared/types/time.ts';
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

for (const language of shotLanguages)
  test(`own figures and dates, orders, widths and the views of a shop, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const owners: string[] = [];
    for (const name of ['周敏', '欧阳张丽娜', '阿杰']) owners.push((await callFromPage(page, 'staff.create', { name })).staffId);
    const field = async (name: string, type: 'number' | 'date') =>
      (await callFromPage(page, 'customFields.create', { name, type, isInList: true })).fieldId;
    const length = await field(isEnglish ? 'Hair length, cm' : '发长（厘米）', 'number');
    const card = await field(isEnglish ? 'Annual card ends on' : '年卡到期日', 'date');
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 40 });
    for (const [at, { id: customerId }] of rows.entries()) {
      if (at % 5 !== 4)
        await callFromPage(page, 'customers.update', { customerId, changes: { ownerId: owners[at % 3] ?? null } });
      const values = [
        { fieldId: length, value: 12.5 + at },
        { fieldId: card, value: `2027-${String((at % 12) + 1).padStart(2, '0')}-15` },
      ];
      await callFromPage(page, 'customFields.saveValues', { customerId, values });
    }
    await callFromPage(page, 'engine.refresh', { force: true });
    const columns = ['owner', 'birthday', 'completeness', 'spend', 'tags', 'custom'] as const;
    const filter = {
      custom: [
        { test: 'number' as const, fieldId: length, from: 12.5, to: 40 },
        { test: 'date' as const, fieldId: card, from: localDate('2027-01-01'), to: null },
      ],
    };
    const own = { columns: [...columns], widths: { owner: 'wide' as const, tags: 'narrow' as const } };
    const views = isEnglish
      ? ['Annual cards to renew', 'Birthdays next month', 'Whose data wants care']
      : ['年卡快到期', '下个月生日', '资料要补的'];
    for (const [at, name] of views.entries())
      await callFromPage(page, 'customerViews.save', {
        name,
        filter: at === 0 ? filter : {},
        sort: (['owner', 'birthday', 'completeness'] as const)[at] ?? 'spend',
        direction: 'ascending',
        ...own,
      });
    const shoot = camera(page, language, 180);
    await goTo(page, '/customers');
    for (const [at, name] of views.entries()) {
      await page.getByRole('button', { name, exact: true }).click();
      await shoot(`lists-view-${at + 1}`);
    }
    await page.getByRole('button', { name: views[0] ?? '', exact: true }).click();
    await page.getByRole('button', { name: isEnglish ? /^More for|more/i : /的更多操作/ }).click();
    await shoot('lists-view-menu');
    await page.getByRole('menuitem', { name: isEnglish ? /list opens|first|open/i : '打开列表时先看它' }).click();
    await shoot('lists-view-default');
    await page.getByRole('button', { name: isEnglish ? 'Columns' : '列', exact: true }).click();
    await shoot('lists-widths');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: isEnglish ? 'Filter' : '筛选', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByText(isEnglish ? 'Annual card ends on' : '年卡到期日', { exact: true })
      .scrollIntoViewIfNeeded();
    await shoot('lists-own-ranges');
  });
