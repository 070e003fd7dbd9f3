import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`tasks, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const shoot = camera(page, language, 420);
    await goTo(page, '/tasks');
    await shoot('tasks-empty');
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const { staff } = await callFromPage(page, 'staff.list', {});
    const add = (title: string, dueOn: string, more: object = {}) => callFromPage(page, 'tasks.save', { title, dueOn, ...more });
    const staffId = staff[0]?.id ?? null;
    await add(isEnglish ? 'Count the colour tubes' : '盘点染膏', '2026-11-16', { repeat: { unit: 'week', every: 1 }, staffId });
    await add(isEnglish ? 'Bring the cake' : '送蛋糕', '2026-11-21', {
      customerId: rows[0]?.id ?? null,
      note: isEnglish ? 'no cream' : '不要奶油',
    });
    await add(isEnglish ? 'Pay the rent' : '交租', '2026-11-30', { repeat: { unit: 'month', every: 1 } });
    await goTo(page, '/tasks');
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await page.getByRole('button', { name: isEnglish ? 'Edit: Pay the rent' : '编辑：交租' }).press('Enter');
    await shoot('tasks');
    await page.keyboard.press('Escape');
    await goTo(page, `/tasks?customerId=${rows[0]?.id ?? ''}`);
    await page.getByRole('combobox', { name: isEnglish ? 'Which list' : '用哪个模板' }).press('Enter');
    await page.getByRole('option').first().click();
    await shoot('task-template-planned');
    await goTo(page, '/settings/templates');
    await page.getByRole('button', { name: /^(投诉之后|After a complaint)$/ }).press('Enter');
    await shoot('task-templates');
    await page.keyboard.press('Escape');
    await goTo(page, '/today');
    await expect(page.getByText(isEnglish ? 'Bring the cake' : '送蛋糕').first()).toBeVisible();
    await shoot('today-what-is-due');
  });
