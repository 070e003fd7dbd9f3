import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`reminder rules of the shop, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const words = (chinese: string, english: string): string => (language === 'en' ? english : chinese);
    const shoot = camera(page, language, 465);
    await goTo(page, '/settings/rules');
    await expect(page.getByText(words('还没有自己的规则', 'No rules of your own yet'))).toBeVisible();
    await shoot('reminder-rules-empty');
    const { rows } = await callFromPage(page, 'products.list', { limit: 50 });
    const [product] = rows;
    if (!product) throw new Error('the demo shop sells nothing');
    const save = (input: Parameters<typeof callFromPage<'reminderRules.save'>>[2]) =>
      callFromPage(page, 'reminderRules.save', input);
    await save({
      name: words('买后回访', 'After a purchase'),
      base: { kind: 'after_purchase', productId: product.id },
      steps: [7, 30],
      giveUpDays: 14,
      values: ['high', 'middle'],
      say: words('上次买的用着怎么样？', 'How do you like what you bought?'),
    });
    await save({
      name: words('春节问候', 'Spring Festival greeting'),
      base: { kind: 'festival', festival: 'spring_festival' },
      steps: [-3],
      giveUpDays: 4,
      isVipOnly: true,
    });
    await save({
      name: words('满一年', 'A year with us'),
      base: { kind: 'first_visit', months: 12 },
      steps: [0],
      giveUpDays: 30,
    });
    await expect(page.getByRole('button', { name: words('买后回访', 'After a purchase') })).toBeVisible();
    await page.getByRole('button', { name: words('买后回访', 'After a purchase') }).click();
    await page
      .getByRole('button', { name: words('看看最近 30 天会提醒谁', 'Whom would it have called in the last 30 days?') })
      .click();
    await expect(page.getByText(words('按现在知道的资料', 'Worked back from'))).toBeVisible();
    await expect(page.getByRole('textbox', { name: words('一样商品', 'A product') })).toHaveValue(product.name);
    await shoot('reminder-rules');
    await page.getByText(words('按现在知道的资料', 'Worked back from')).scrollIntoViewIfNeeded();
    await shoot('reminder-rules-preview');
  });
