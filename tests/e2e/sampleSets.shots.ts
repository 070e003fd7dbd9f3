import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`sets of samples, and one changed on the spot, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const words = (chinese: string, english: string): string => (isEnglish ? english : chinese);
    await callFromPage(page, 'settings.update', { changes: { keepsGifts: true } });
    const sample = async (name: string, costCents: number) =>
      (await callFromPage(page, 'rewards.save', { name, points: null, isSample: true, costCents })).rewardId;
    const wash = await sample(words('洗发水小样', 'Shampoo sample'), 300);
    const mask = await sample(words('发膜小样', 'Hair mask sample'), 500);
    const items = [
      { rewardId: wash, quantity: 1 },
      { rewardId: mask, quantity: 2 },
    ];
    const { setId } = await callFromPage(page, 'sampleSets.save', { name: words('染后护理试用装', 'After colouring'), items });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    const reason = words('谢谢反馈', 'Thanks for feedback');
    await callFromPage(page, 'gifts.give', { customerId, reason, setId, items: [{ rewardId: mask, quantity: 1 }] });
    const shoot = camera(page, language, 164);
    await goTo(page, '/loyalty/gifts/sets');
    await page.getByRole('table').getByRole('button').first().press('Enter');
    await expect(page.getByRole('textbox').first()).toBeFocused();
    await shoot('sample-sets');
    await goTo(page, '/loyalty/gifts');
    await expect(page.getByRole('table').first()).toBeVisible();
    await shoot('gifts-by-set');
    await goTo(page, `/customers/${customerId}`);
    await page.getByRole('button', { name: words('送礼', 'Gifts'), exact: true }).press('Enter');
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('送一份', 'Give something') })
      .press('Enter');
    await shoot('gift-of-a-set');
  });
