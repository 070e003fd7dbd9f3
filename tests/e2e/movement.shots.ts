import { cdnow } from '../helpers/cdnow.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { importSample } from './support/log.ts';
import { freshUserData } from './support/shop.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`movement, ${language}`, async ({ open }) => {
    const userData = await freshUserData();
    const later = '1998-09-30';
    const shop = await open({ args: ['--today', cdnow.today, '--lang', language], userData });
    await menuStands(shop.page);
    await importSample(shop, userData);
    await goTo(shop.page, '/segments/movement');
    await expect(shop.page.getByRole('table').first()).toBeVisible({ timeout: 30_000 });
    await shop.close();
    const { page } = await open({ args: ['--today', later, '--lang', language], userData });
    await menuStands(page);
    const shoot = camera(page, language, 340);
    await goTo(page, '/segments/movement');
    await expect(page.getByRole('table').first()).toBeVisible({ timeout: 30_000 });
    await page.getByRole('table').first().getByRole('button').first().click();
    await shoot('movement');
  });
