import { expectAccessible } from './support/accessible.ts';
import { importSample } from './support/log.ts';
import { cdnow } from '../helpers/cdnow.ts';
import { freshUserData } from './support/shop.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('who moved between two days is a picture, a table and the people behind each figure, by keyboard (R039)', async ({
  open,
}) => {
  const userData = await freshUserData();
  const shop = await open({ args: ['--today', cdnow.today], userData });
  const { page } = shop;
  await menuStands(page);
  await goTo(page, '/segments/movement');
  await expect(page.getByRole('heading', { name: '还没有变动可看' })).toBeVisible();
  await importSample(shop, userData);
  await goTo(page, '/segments');
  await page.getByRole('navigation', { name: '分群的各页' }).getByRole('link', { name: '变动' }).press('Enter');

  const table = page.getByRole('table', { name: '变动表' });
  await expect(table).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('img', { name: /^变动图/ })).toBeVisible();
  // Nothing was written down of the month before, and the page says so.
  await expect(page.getByText(`店里从 ${cdnow.today} 起记下每个人在哪一群`)).toBeVisible();
  const figure = table.getByRole('button').first();
  const name = await figure.getAttribute('aria-label');
  if (name === null) throw new Error('a figure without a name');
  await figure.press('Enter');
  const people = page.getByRole('table', { name });
  await expect(people.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page);
  await people.getByRole('link').first().press('Enter');
  await expect(page).toHaveURL(/customers\//);
});
