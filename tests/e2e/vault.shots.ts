import type { ElectronApplication } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRecoveryCode, recoveryWords } from '../../electron/vault/recoveryCode.ts';
import { recoveryDocument } from '../../shared/domain/recovery/document.ts';
import { localDate } from '../../shared/types/time.ts';
import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages, shotsFolder, type ShotLanguage } from './support/camera.ts';
import { test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

/** The printed sheet itself, as wide as A4 at 96 dots an inch less its margins. */
async function shootPaper(app: ElectronApplication, language: ShotLanguage): Promise<void> {
  const code = makeRecoveryCode();
  const html = recoveryDocument({
    shopName: '小满造型',
    madeOn: localDate('2026-11-21'),
    words: { chinese: recoveryWords(code, 'zh-CN'), english: recoveryWords(code, 'en') },
    language,
  });
  const picture = await app.evaluate(async ({ BrowserWindow }, text) => {
    const window = new BrowserWindow({
      show: false,
      width: 673,
      height: 1017,
      useContentSize: true,
      webPreferences: { offscreen: true },
    });
    await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(text)}`);
    await new Promise((settle) => setTimeout(settle, 500));
    const png = (await window.webContents.capturePage()).toPNG().toString('base64');
    window.destroy();
    return png;
  }, html);
  await writeFile(join(shotsFolder, `169-recovery-paper.${language}.light.png`), Buffer.from(picture, 'base64'));
}

for (const language of shotLanguages) {
  test(`locking the records, ${language}`, async ({ open }) => {
    const args = ['--today', '2026-11-21', '--lang', language];
    const first = await open({ args });
    await menuStands(first.page);
    await callFromPage(first.page, 'customers.create', { name: '尉迟敏仪' });
    const shoot = camera(first.page, language, 160);
    await goTo(first.page, '/settings');
    const begin = first.page.getByRole('button', { name: /^(加密资料|Encrypt records)/ });
    await begin.scrollIntoViewIfNeeded();
    await shoot('vault-settings');
    await shootPaper(first.app, language);
    await begin.click();
    await first.page.getByLabel(/^(开门口令|Opening passphrase)/).fill('开门大吉 2026');
    await first.page.getByLabel(/^(再输一遍|Once more)/).fill('开门大吉 2026');
    await shoot('vault-passphrase');
    await first.page.keyboard.press('Enter');
    await first.page.locator('[data-word]').first().waitFor();
    await shoot('vault-sheet');
    await first.page
      .getByRole('radio')
      .nth(language === 'en' ? 0 : 1)
      .focus();
    await first.page.keyboard.press('Space');
    await first.page.getByRole('button', { name: /^(打印恢复单|Print recovery sheet)/ }).click();
    await first.page.getByRole('alert').waitFor();
    await shoot('vault-sheet-other-language');
    await first.page.getByRole('checkbox').last().check();
    await first.page.getByRole('button', { name: /^(完成|Done)$/ }).click();
    await shoot('vault-locked-settings');
    await first.close();
    const morning = await open({ args, userData: first.userData });
    await morning.page.getByRole('heading', { level: 1 }).waitFor();
    const again = camera(morning.page, language, 165);
    await again('vault-unlock');
    await morning.page.getByRole('button', { name: /恢复单|recovery sheet/ }).click();
    await again('vault-unlock-code');
  });
}
