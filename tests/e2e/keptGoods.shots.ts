import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`kept goods, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    await callFromPage(page, 'settings.update', { changes: { keepsGoods: true } });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 2 });
    const customerId = rows[0]?.id ?? '';
    const item = isEnglish ? 'Red wine' : '红酒';
    const place = isEnglish ? 'Cabinet, second row' : '酒柜第二层';
    const kept = { customerId, name: item, isBought: true, quantity: 6000, place };
    const { keptId } = await callFromPage(page, 'keptGoods.keep', kept);
    await callFromPage(page, 'keptGoods.take', { keptId, quantity: 2000, reason: '' });
    const mask = isEnglish ? 'Face masks' : '面膜';
    await callFromPage(page, 'keptGoods.keep', { ...kept, name: mask, expiresOn: '2026-11-01', quantity: 3000 });
    const own = { isBought: false, name: isEnglish ? 'Own towel' : '自己的毛巾', quantity: 1000 };
    await callFromPage(page, 'keptGoods.keep', { customerId: rows[1]?.id ?? '', ...own });
    const shoot = camera(page, language, 150);
    await goTo(page, `/customers/${customerId}`);
    await page.getByRole('button', { name: isEnglish ? '2 things kept' : '寄存 2 样' }).press('Enter');
    await expect(page.getByRole('dialog').getByText(place).first()).toBeVisible();
    await shoot('kept-goods');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: isEnglish ? 'Keep something' : '寄存一样' })
      .press('Enter');
    await expect(page.getByRole('combobox', { name: isEnglish ? 'What is kept' : '寄存什么' })).toBeFocused();
    await shoot('kept-form');
    await page.keyboard.press('Escape');
    await goTo(page, '/visits/kept');
    await shoot('kept-in-shop');
    await goTo(page, `/visit?customerId=${customerId}`);
    await shoot('kept-at-visit');
  });
