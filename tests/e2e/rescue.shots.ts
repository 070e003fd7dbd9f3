import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { answerOpenDialog } from './support/dialogs.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages) {
  test(`a damaged store, ${language}`, async ({ open }) => {
    const args = ['--demo', '--today', '2026-11-21', '--lang', language];
    const first = await open({ args });
    await menuStands(first.page);
    await answerOpenDialog(first.app, [first.userData]);
    await goTo(first.page, '/backups');
    await first.page.getByRole('button', { name: /^(选文件夹…|Choose a folder…|Choose folder…)$/ }).click();
    await first.page
      .getByText(/备份好了，已核对|checked|proven/i)
      .first()
      .waitFor();
    await camera(first.page, language, 170)('backups-check-up');
    await first.close();
    const path = join(first.userData, 'demo.db');
    const database = new DatabaseSync(path, { readOnly: true });
    const page = Number(database.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'tags'`).get()?.['rootpage']);
    database.close();
    writeFileSync(path, readFileSync(path).fill(0, (page - 1) * 4096, page * 4096));
    rmSync(`${path}-wal`, { force: true });
    const broken = await open({ userData: first.userData, args });
    const shoot = camera(broken.page, language, 171);
    await broken.page
      .getByRole('button', { name: /^(恢复 |Restore )/ })
      .first()
      .waitFor();
    await shoot('rescue-page');
    await broken.page.getByRole('button', { name: /^(开始抢救|Start rescuing)/ }).click();
    await broken.page.getByRole('button', { name: /^(就用抢救出来的|Use what was rescued)/ }).waitFor();
    await shoot('rescue-salvaged');
    await broken.page
      .getByRole('button', { name: /^(恢复 |Restore )/ })
      .first()
      .click();
    await broken.page.getByRole('button', { name: /^(就用这一份|Use this one)/ }).waitFor();
    await shoot('rescue-confirm');
    await broken.close();

    const fresh = await open({ welcome: true, args: ['--lang', language] });
    await fresh.page.getByRole('button', { name: /^(以前用过|Used it before)/ }).click();
    await camera(fresh.page, language, 174)('rescue-new-computer');
    await fresh.close();
  });
}
