import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** The page answers keys once its menu stands. */
export const menuStands = (page: Page) => expect(page.getByRole('navigation').first()).toBeVisible();

/** F3, and the hand waits for the field to take what it types: on a slow machine the page stands a moment later. */
export async function openNewCustomer(page: Page): Promise<void> {
  await page.keyboard.press('F3');
  await expect(page.getByLabel('姓名')).toBeFocused();
}

/** A person among those the one box found; the page under it may list the same name. */
export const searchHit = (page: Page, name: RegExp): Locator =>
  page.getByRole('listbox', { name: '找到的顾客' }).getByRole('option', { name });

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

/** Types what is bought at a visit, in free words. */
export const typeItem = async (page: Page, text: string, name: string): Promise<void> => {
  await expect(page.getByRole('combobox', { name: '下一项' })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(`${name} 单价`)).toBeVisible();
};
