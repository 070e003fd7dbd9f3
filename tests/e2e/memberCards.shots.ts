import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`cards by number, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const name = language === 'en' ? 'Gold cards, first batch' : '金卡第一批';
    await callFromPage(page, 'memberCards.saveBatch', { name, prefix: 'G', first: '0001', last: '0200', hasCheckDigit: true });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const [customerId = ''] = rows.map(({ id }) => id);
    const [batch] = (await callFromPage(page, 'memberCards.batches', {})).batches;
    const [cardNo = ''] = batch?.next ?? [];
    await callFromPage(page, 'memberCards.give', { customerId, cardNo });
    const reason = language === 'en' ? 'Purse stolen' : '钱包丢了';
    await callFromPage(page, 'memberCards.change', { customerId, kind: 'lost', reason });
    const shoot = camera(page, language, 160);
    await goTo(page, `/customers/${customerId}`);
    await shoot('cards-entry');
    await page.getByRole('button', { name: /^(会员卡已挂失|Card reported lost)$/ }).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await shoot('cards-drawer');
    await page.keyboard.press('Escape');
    await goTo(page, '/visit');
    await expect(page.getByRole('main').getByRole('combobox').first()).toBeFocused();
    await page.keyboard.type(cardNo);
    await expect(page.getByRole('link', { name: /打开持卡人|Open its owner/ })).toBeVisible();
    await shoot('cards-refused');
    await goTo(page, '/loyalty/member-cards');
    await page.getByRole('button', { name }).press('Enter');
    await shoot('cards-batches');
  });
