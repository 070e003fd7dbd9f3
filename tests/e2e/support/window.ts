import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** The page answers keys once its menu stands. */
export const menuStands = (page: Page) => expect(page.getByRole('navigation').first()).toBeVisible();

/** Opens an address of the app, as a link in it would. The address is what follows the `#`. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await atRest(page);
}

/**
 * Waits until the page has drawn what it asked for: nothing is moving, no picture of what stood there before is left. Two frames
 * with the same text count as rest.
 */
export async function atRest(page: Page): Promise<void> {
  let before = '';
  await expect
    .poll(async () => {
      const text = await page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            requestAnimationFrame(() => {
              setTimeout(() => {
                resolve(document.body.innerText);
              }, 60);
            });
          }),
      );
      const isSame = text === before;
      before = text;
      return isSame && text !== '';
    })
    .toBe(true);
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))));
}
