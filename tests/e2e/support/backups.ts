import { mkdirSync } from 'node:fs';
import { answerOpenDialog } from './dialogs.ts';
import type { Shop } from './shop.ts';
import { expect } from './test.ts';
import { goTo } from './window.ts';

/** Backs up by hand to a folder, as somebody would from the page; the folder is the usual place from then on. */
export const backUp = async ({ app, page }: Shop, folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  await answerOpenDialog(app, [folder]);
  await goTo(page, '/backups');
  await page.getByRole('button', { name: /^(选文件夹…|Choose a folder…)$/ }).press('Enter');
  await expect(page.getByText(/备份好了，已核对|Backed up and proven:/)).toBeVisible({ timeout: 60_000 });
};
