import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`advocates and testers, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    await callFromPage(page, 'settings.update', {
      changes: { advocateTitle: language === 'en' ? 'Style scout' : '造型体验官' },
    });
    const { rows } = await callFromPage(page, 'customers.list', { limit: 6 });
    for (const { id: customerId } of rows) {
      await callFromPage(page, 'advocates.appoint', { customerId, kind: 'advocate' });
      await callFromPage(page, 'advocates.appoint', { customerId, kind: 'tester' });
      const test = { customerId, what: '新款护发精油', givenOn: '2026-11-20', said: '味道淡，不油，第二天还顺。' };
      await callFromPage(page, 'advocates.saveTest', test);
      await callFromPage(page, 'advocates.saveTest', { ...test, what: '头皮磨砂膏', givenOn: '2026-11-21', said: '' });
    }
    const shoot = camera(page, language, 330);
    await goTo(page, `/customers/${rows[0]?.id ?? ''}`);
    await page.getByRole('button', { name: /造型体验官|Style scout/ }).press('Enter');
    await expect(page.getByRole('dialog').getByText(/0001/)).toBeVisible();
    await shoot('advocate-drawer');
    await page.keyboard.press('Escape');
    await goTo(page, '/loyalty/advocates');
    await expect(page.getByRole('table')).toBeVisible();
    await shoot('advocates');
  });
