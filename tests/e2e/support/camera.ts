import type { Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../scripts/tools/paths.ts';
import { atRest } from './window.ts';

/** Where pictures for people go; git does not see it. */
export const shotsFolder = join(root, 'shots');
export const shotLanguages = ['zh-CN', 'en'] as const;
export type ShotLanguage = (typeof shotLanguages)[number];
export type Shoot = (name: string) => Promise<void>;

/** A page as it stands, light and dark, numbered in the order of taking. */
export function camera(page: Page, language: ShotLanguage, from: number): Shoot {
  let number = from;
  return async (name) => {
    await mkdir(shotsFolder, { recursive: true });
    await atRest(page);
    number += 1;
    for (const scheme of ['light', 'dark']) {
      // Mantine's own attribute: the same page, no reading again between the two.
      await page.evaluate((wanted) => {
        document.documentElement.dataset['mantineColorScheme'] = wanted;
      }, scheme);
      const file = `${String(number).padStart(2, '0')}-${name}.${language}.${scheme}.png`;
      await page.screenshot({ path: join(shotsFolder, file), animations: 'disabled' });
    }
    await page.evaluate(() => {
      document.documentElement.dataset['mantineColorScheme'] = 'light';
    });
  };
}
