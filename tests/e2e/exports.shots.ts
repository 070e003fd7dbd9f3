import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`what leaves the shop, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const { rows } = await callFromPage(page, 'customers.list', { limit: 60 });
    for (const [at, { id: customerId }] of rows.entries())
      await callFromPage(page, 'customers.update', {
        customerId,
        changes: { region: '厦门市思明区', address: `湖滨南路 ${10 + (at % 37)} 号 ${1 + (at % 6)} 单元 ${301 + (at % 9)} 室` },
      });
    const shoot = camera(page, language, 60);
    for (const what of ['customers', 'purchases', 'labels']) {
      await goTo(page, `/exports?what=${what}`);
      await shoot(`exports-${what}`);
    }
  });
