import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`what goes to paper, ${language}`, async ({ open }, info) => {
    const { app, page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    await callFromPage(page, 'settings.update', {
      changes: { shopName: '小满造型', receiptFooter: '解放路 8 号 · 021-5555 6666\n谢谢光临' },
    });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    const { visitId } = await callFromPage(page, 'visits.record', {
      customerId,
      lines: [
        { name: '染发', quantity: 1000, unitPriceCents: 28_000, specification: '冷棕 7.1，发根补色' },
        { name: '洗发水 250ml', quantity: 2000, unitPriceCents: 8800, discount: { kind: 'percent', basisPoints: 1000 } },
      ],
    });
    const shoot = camera(page, language, 220);
    const save = language === 'en' ? 'Save as PDF' : '存成 PDF';
    for (const paper of ['58mm', '80mm'] as const) {
      await callFromPage(page, 'settings.update', { changes: { receiptPaper: paper } });
      await goTo(page, `/visits/${visitId}`);
      await answerSaveDialog(app, info.outputPath(`receipt-${paper}.pdf`));
      await page.getByRole('button', { name: save }).press('Enter');
      await expect(page.getByText(`receipt-${paper}.pdf`)).toBeVisible();
    }
    await shoot('visit-print');
    await goTo(page, '/visits');
    await answerSaveDialog(app, info.outputPath('day.pdf'));
    await page.getByRole('button', { name: save }).press('Enter');
    await expect(page.getByText('day.pdf')).toBeVisible();
    await shoot('visits-print');
    await goTo(page, `/customers/${customerId}`);
    await page.getByRole('button', { name: language === 'en' ? 'More' : '更多' }).press('Enter');
    await page.getByRole('menuitem', { name: language === 'en' ? /statement/ : /对账单/ }).press('Enter');
    await answerSaveDialog(app, info.outputPath('statement.pdf'));
    await page.getByRole('dialog').getByRole('button', { name: save }).press('Enter');
    await expect(page.getByText('statement.pdf')).toBeVisible();
    await shoot('statement');
    await goTo(page, '/settings');
    await page.getByRole('region', { name: language === 'en' ? 'Receipts' : '小票' }).scrollIntoViewIfNeeded();
    await shoot('settings-receipts');
    await goTo(page, '/appointments');
    await shoot('diary-print');
  });
