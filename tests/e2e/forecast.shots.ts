import { cdnow } from '../helpers/cdnow.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { importSample } from './support/log.ts';
import { freshUserData } from './support/shop.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`forecast, ${language}`, async ({ open }) => {
    const userData = await freshUserData();
    const shop = await open({ args: ['--today', cdnow.today, '--lang', language], userData });
    const { page } = shop;
    await menuStands(page);
    const shoot = camera(page, language, 340);
    await goTo(page, '/segments/forecast');
    await expect(page.getByText(/200/)).toBeVisible();
    await shoot('forecast-refused');
    await importSample(shop, userData);
    await goTo(page, '/segments');
    await goTo(page, '/segments/forecast');
    await expect(page.getByRole('table').first()).toBeVisible({ timeout: 30_000 });
    await shoot('forecast');
    await page.getByRole('table').last().scrollIntoViewIfNeeded();
    await shoot('forecast-proof');
    await goTo(page, '/segments');
    await expect(page.getByRole('navigation').last()).toBeVisible();
    await shoot('segments-sections');
  });
