import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Types a PIN at the lock screen for the person whose tile is pressed. */
export async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).press('Enter');
  await expect(page.getByLabel(`${name}的 PIN`)).toBeFocused();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}

/** Locks the desk and hands it to somebody else. */
export async function handDeskTo(page: Page, name: string, pin: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await signIn(page, name, pin);
  await expect(page.getByRole('button', { name: `现在是${name}` })).toBeVisible();
}
