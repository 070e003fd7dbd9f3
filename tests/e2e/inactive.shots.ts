import { camera, shotLanguages } from './support/camera.ts';
import { callFromPage } from './support/bridge.ts';
import { test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages) {
  test(`an inactive customer on the card, in the box, in the list and at the visit, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const shoot = camera(page, language, 140);
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 6 });
    const [first, ...others] = rows;
    if (first === undefined) return;
    await goTo(page, `/customers/${first.id}`);
    await page.getByRole('button', { name: /^(更多|More)/ }).click();
    await page.getByRole('menuitem', { name: /停用…|Deactivate…/ }).click();
    await page.getByRole('textbox', { name: /原因|Reason/ }).fill(language === 'en' ? 'Moved away' : '搬走了');
    await shoot('inactive-drawer');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /恢复启用|Make active again/ }).waitFor();
    await shoot('inactive-card');
    for (const { id } of others.slice(0, 3)) await callFromPage(page, 'inactive.set', { customerId: id, inactive: {} });
    await goTo(page, `/visit?customerId=${first.id}`);
    await shoot('inactive-visit');
    await goTo(page, '/customers');
    await page.keyboard.press('Control+k');
    await page.keyboard.type(first.name);
    await page.getByText(/停用的顾客里还有|among the deactivated/).waitFor();
    await shoot('inactive-box-before');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page
      .getByRole('option')
      .getByText(/^(停用|deactivated)$/)
      .first()
      .waitFor();
    await shoot('inactive-box');
    await goTo(page, `/customers?filter=${encodeURIComponent(JSON.stringify({ inactive: 'only' }))}`);
    await page.getByRole('grid').getByText(first.name).waitFor();
    await shoot('inactive-list');
  });
}
