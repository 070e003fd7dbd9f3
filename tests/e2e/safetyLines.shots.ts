import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backUp } from './support/backups.ts';
import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { test } from './support/test.ts';
import { menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`a clock that is behind, and a restore from the unlock page, ${language}`, async ({ open }) => {
    const args = ['--lang', language];
    const first = await open({ args: [...args, '--today', '2026-11-21'] });
    await menuStands(first.page);
    await callFromPage(first.page, 'customers.create', { name: '尉迟敏仪' });
    await callFromPage(first.page, 'settings.update', { changes: { shopName: '小满造型' } });
    const { english } = await callFromPage(first.page, 'vault.encrypt', { passphrase: 'good morning 2026' });
    const stick = join(first.userData, 'stick');
    await backUp(first, stick);
    await first.close();
    const [file = ''] = readdirSync(stick);

    const { page, close } = await open({ args: [...args, '--today', '2026-11-18'], userData: first.userData });
    const shoot = camera(page, language, 175);
    await page.getByRole('button', { name: /^(从备份恢复|Restore from a backup)/ }).click();
    await page.getByRole('button', { name: new RegExp(file) }).waitFor();
    await shoot('unlock-restore');
    await page.getByRole('button', { name: new RegExp(file) }).click();
    await page.getByRole('textbox').waitFor();
    await shoot('unlock-restore-code');
    await page.getByRole('textbox').fill(english.join(' '));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^(就用这一份|Use this one)/ }).waitFor();
    await shoot('unlock-restore-inside');
    await page.getByRole('button', { name: /^(就用这一份|Use this one)/ }).click();
    await menuStands(page);
    await page
      .getByRole('status')
      .filter({ hasText: /时钟|clock/ })
      .waitFor();
    await shoot('clock-behind');
    await close();
  });
