import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/tools/paths.ts';
import { openSalon } from './support/salon.ts';
import { expect, test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

const folder = join(root, 'shots');

test.beforeAll(async () => {
  await mkdir(folder, { recursive: true });
});

for (const language of ['zh-CN', 'en'] as const)
  test(`the diary, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    let number = 90;
    const shoot = async (name: string): Promise<void> => {
      await atRest(page);
      number += 1;
      for (const scheme of ['light', 'dark']) {
        await page.evaluate((wanted) => {
          document.documentElement.dataset['mantineColorScheme'] = wanted;
        }, scheme);
        await page.screenshot({ path: join(folder, `${number}-${name}.${language}.${scheme}.png`), animations: 'disabled' });
      }
      await page.evaluate(() => {
        document.documentElement.dataset['mantineColorScheme'] = 'light';
      });
    };
    const { customerId } = await openSalon(page);
    const grid = page.getByRole('listbox', { name: language === 'en' ? 'Diary' : '日程' });
    await goTo(page, '/appointments');
    await expect(grid).toBeFocused();
    await shoot('diary-day');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await shoot('diary-booking');
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('alert', { name: /约不了|撞了|cannot|clashes/ })).toBeVisible();
    await shoot('diary-moving');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await shoot('diary-form');
    await goTo(page, '/appointments?view=resources');
    await shoot('diary-places');
    await goTo(page, '/appointments?view=week');
    await shoot('diary-week');
    await goTo(page, '/appointments/unconfirmed');
    await shoot('diary-unconfirmed');
    await goTo(page, '/appointments/queue');
    await shoot('diary-queue');
    await goTo(page, '/appointments/waitlist');
    await shoot('diary-waitlist');
    await goTo(page, '/settings/diary');
    await shoot('diary-rosters');
    await goTo(page, `/customers/${customerId}`);
    await shoot('diary-card');
  });
