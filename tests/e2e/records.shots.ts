import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages) {
  test(`the audit log, backups and privacy, ${language}`, async ({ open }) => {
    const { page, app, userData } = await open({ args: ['--demo', '--today', '2026-11-21', '--lang', language] });
    const shoot = camera(page, language, 190);
    await menuStands(page);
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 2 });
    const [customer, other] = rows;
    if (!customer || !other) throw new Error('the demo shop is empty');
    await callFromPage(page, 'loyalty.adjust', { customerId: customer.id, points: 50, reason: '补分' });
    await callFromPage(page, 'settings.update', { changes: { dormantMonths: 7 } });
    await callFromPage(page, 'customers.remove', { customerId: other.id });
    await goTo(page, `/customers/${customer.id}?tab=privacy`);
    await page.getByRole('tab').first().waitFor();
    await shoot('privacy-card');
    await goTo(page, '/settings/privacy');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await shoot('privacy');
    await goTo(page, '/settings/audit');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await shoot('audit');
    await goTo(page, '/backups');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await shoot('backups-none');
    const stick = join(userData, 'stick');
    await mkdir(stick);
    await answerOpenDialog(app, [stick]);
    await page.getByRole('button', { name: /^(选文件夹|Choose a folder)/ }).click();
    await page.getByText(/^(备份好了|Backed up and proven:)/).waitFor({ timeout: 60_000 });
    await shoot('backups-made');
    await callFromPage(page, 'privacy.recordConsent', {
      customerId: customer.id,
      purpose: 'post',
      state: 'withdrawn',
      on: '2026-11-20',
      way: 'in_person',
    });
    await goTo(page, `/customers/${customer.id}?tab=privacy`);
    await page.getByRole('tab').first().waitFor();
    await shoot('privacy-declined');
    await goTo(page, '/exports?what=labels');
    await shoot('labels-agreed');
    await goTo(
      page,
      `/customers?filter=${encodeURIComponent(JSON.stringify({ consents: [{ purpose: 'post', state: 'unasked' }] }))}`,
    );
    await page.getByRole('button', { name: /^(筛选|Filter)/ }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('combobox', { name: /^(同意（按用途）|Consent by purpose)$/ }).scrollIntoViewIfNeeded();
    await shoot('filter-consent');
    await page.keyboard.press('Escape');
    await goTo(page, '/settings/fields');
    await page
      .getByRole('button', { name: /^(新建字段|New field)$/ })
      .first()
      .click();
    await shoot('field-private');
    await app.evaluate(({ BrowserWindow }) => {
      const jobId = '01920000-0000-7000-8000-000000000001';
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.send('event', { type: 'closing', jobId, state: 'working', error: null });
      window?.webContents.send('event', { type: 'progress', jobId, phase: 'write', done: 40, total: 100 });
    });
    await page.getByRole('progressbar').waitFor();
    await shoot('closing');
  });
}
