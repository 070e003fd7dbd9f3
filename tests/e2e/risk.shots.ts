import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`who may be about to leave, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const shoot = camera(page, language, 475);
    await goTo(page, '/segments/risk');
    await expect(page.getByRole('table')).toBeVisible();
    await shoot('risk');
  });
