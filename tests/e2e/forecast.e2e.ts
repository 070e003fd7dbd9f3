import { cdnow } from '../helpers/cdnow.ts';
import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { importSample } from './support/log.ts';
import { freshUserData } from './support/shop.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a new shop is told what is wanting before anything can be forecast, and nothing is made up (R118)', async ({
  shop: { page },
}) => {
  await menuStands(page);
  await goTo(page, '/segments/forecast');
  await expect(page.getByRole('heading', { name: '现在还推算不出来' })).toBeVisible();
  await expect(page.getByText('至少要 200 位，现在有 0 位')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await expectAccessible(page);
});

test('a real log is forecast, by keyboard: what to expect, in plain words, and how good that would have been (R118)', async ({
  open,
}) => {
  const userData = await freshUserData();
  const shop = await open({ args: ['--today', cdnow.today], userData });
  const { page } = shop;
  await menuStands(page);
  await importSample(shop, userData);
  await goTo(page, '/segments');
  await page.getByRole('navigation', { name: '分群的各页' }).getByRole('link', { name: '预测' }).press('Enter');
  const expected = page.getByRole('group', { name: '推算出来的' });
  await expect(expected).toContainText('现有的 2,357 位顾客，往后 13 周', { timeout: 30_000 });
  const answer = await callFromPage(page, 'forecast.get', {});
  if (answer.outcome === 'refused' || answer.calibration.outcome === 'refused') throw new Error('there should be a forecast');
  const figure = (value: number): string => Math.round(value).toLocaleString('zh-CN');
  await expect(expected).toContainText(`约 ${figure(answer.expectedPurchases)} 次`);
  await expect(expected).toContainText(`约 ${figure(answer.expectedAlive)} 位`);
  // What was fitted is said in plain words, with its figures.
  const { r, alpha, a, b } = answer.params;
  await expect(page.getByText(`平均每 ${figure((alpha / r) * 7)} 天来消费一次`)).toBeVisible();
  await expect(page.getByText(`平均有 ${figure((100 * a) / (a + b))}% 的可能不再来`)).toBeVisible();

  const { actual, predicted, weeks, classes } = answer.calibration;
  await expect(page.getByText(`推算 ${figure(predicted)} 次，实际 ${figure(actual)} 次`)).toBeVisible();
  await expect(page.getByRole('img', { name: /每周来消费的次数/ })).toBeVisible();
  await expect(page.getByRole('table', { name: '按周比' }).getByRole('row')).toHaveCount(weeks.length + 1);
  await expect(page.getByRole('table', { name: '按以前又来过几次比' }).getByRole('row')).toHaveCount(classes.length + 1);

  await page.getByRole('radiogroup', { name: '往后看' }).getByRole('radio', { name: '13 周' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(expected).toContainText('往后 52 周', { timeout: 30_000 });
  await expectAccessible(page);
});
