import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/tools/paths.ts';
import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages, type Shoot, type ShotLanguage } from './support/camera.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import type { Shop } from './support/shop.ts';
import { expect, test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

const today = '2026-11-21';

const purchases = [
  '会员卡号,姓名,手机号,消费日期,项目,数量,金额',
  ...Array.from({ length: 24 }, (_row, index) => {
    const names = ['王芳', '李强', '陈晨', '刘洋', '赵敏', '孙倩'];
    const phone = `138${String(12_340_000 + (index % 6) * 1111)}`;
    return `${2001 + (index % 6)},${names[index % 6] ?? ''},${phone},2026-${String(1 + (index % 10)).padStart(2, '0')}-15,剪发,1,${68 + index}`;
  }),
  '2007,周洁,13712345678,2027-05-01,染发,1,280',
  '2008,吴敏,13712345679,2026-13-40,护理,1,120',
  '2009,何静,13712345680,2026-05-01,护理,1,一百二',
  '2010,郑洁,13712345681,2026-05-01,护理',
].join('\n');

for (const language of shotLanguages) {
  const base = ['--today', today, '--lang', language];

  test(`an empty shop, ${language}`, async ({ open }) => {
    const { page } = await open({ args: base });
    await menuStands(page);
    const shoot = camera(page, language, 0);
    for (const name of ['today', 'customers', 'visit', 'segments', 'imports', 'backups', 'settings', 'products']) {
      await goTo(page, `/${name}`);
      await shoot(`empty-${name}`);
    }
    await goTo(page, '/nowhere').catch(() => undefined);
    await shoot('no-such-page');
  });

  test(`a store that does not open, ${language}`, async ({ open }) => {
    const { page } = await open({ args: [...base, '--store', join(root, 'package.json')] });
    await expect(page.getByRole('alert')).toBeVisible();
    await camera(page, language, 9)('store-trouble');
  });

  test(`the demo shop, ${language}`, async ({ open }) => {
    const shop = await open({ args: [...base, '--demo'] });
    const { page } = shop;
    await menuStands(page);
    await callFromPage(page, 'settings.update', { changes: { shopName: '小满造型' } });
    const shoot = camera(page, language, 10);
    await shootToday(shop, shoot);
    await shootCustomers(shop, shoot);
    await shootVisit(shop, shoot);
    await shootOwnerPages(shop, shoot, language);
    await shootImports(shop, shoot);
    await shootEndOfDay(shop, shoot);
  });
}

async function shootToday({ page }: Shop, shoot: Shoot): Promise<void> {
  await goTo(page, '/today');
  await shoot('today');
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await atRest(page);
  await page.keyboard.press('4');
  await shoot('today-call-at');
  await page.keyboard.press('6');
  await shoot('today-call-at-free');
  await page.keyboard.press('Escape');
}

async function shootCustomers({ page }: Shop, shoot: Shoot): Promise<void> {
  const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 3 });
  const customerId = rows[0]?.id ?? '';
  const changes = { isVip: true, safetyNote: '酒精过敏', likes: '短发、冷色、喜欢下午联系' };
  await callFromPage(page, 'customers.update', { customerId, changes });
  await goTo(page, '/customers');
  await shoot('customers');
  await goTo(page, `/customers?customerId=${customerId}`);
  await shoot('customers-chosen');
  await goTo(page, '/customers?text=%E9%93%81%E6%9F%B1%E5%AD%90');
  await shoot('customers-nobody');
  await goTo(page, `/customers/${customerId}`);
  await shoot('card');
  await goTo(page, `/customers/${customerId}?tab=facts`);
  await shoot('card-facts');
  await goTo(page, `/customers/${customerId}?tab=family`);
  await shoot('card-family');
  await goTo(page, `/customers/${customerId}/edit`);
  await shoot('edit-customer');
  await goTo(page, '/customers/new');
  await shoot('new-customer');
  await page.keyboard.press('Control+Enter');
  await shoot('new-customer-refused');
  await goTo(page, `/customers/${rows[1]?.id ?? ''}`);
  await page.keyboard.press('/');
  await page.keyboard.type('w');
  await expect(page.getByRole('listbox')).toBeVisible();
  await shoot('search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function shootVisit({ page }: Shop, shoot: Shoot): Promise<void> {
  const { rows } = await callFromPage(page, 'customers.list', { sort: 'visits', limit: 1 });
  await goTo(page, '/visit');
  await shoot('visit-who');
  await goTo(page, `/visit?customerId=${rows[0]?.id ?? ''}`);
  await shoot('visit-empty');
  await page.keyboard.type('剪');
  await expect(page.getByRole('listbox')).toBeVisible();
  await shoot('visit-entry');
  await page.keyboard.press('Enter');
  await page.keyboard.type('护发素 88 x2');
  await page.keyboard.press('Enter');
  await page.keyboard.type('33.5');
  await page.keyboard.press('Enter');
  await shoot('visit-filled');
  await page.keyboard.press('F4');
  await shoot('visit-leave');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('tab').first()).toBeVisible();
  await shoot('visit-saved');
}

async function shootOwnerPages({ page }: Shop, shoot: Shoot, language: ShotLanguage): Promise<void> {
  await goTo(page, '/segments');
  await shoot('segments-eight');
  const rfm = encodeURIComponent(JSON.stringify({ axis: 'rfm', segment: 'at_risk' }));
  await goTo(page, '/today');
  await goTo(page, `/segments?filter=${rfm}`);
  await shoot('segments-rfm');
  await goTo(page, '/products');
  await shoot('products');
  await goTo(page, '/settings');
  await shoot('settings');
  await page.getByRole('region').last().scrollIntoViewIfNeeded();
  await shoot('settings-end');
  await goTo(page, '/backups');
  await shoot('backups');
  await page.keyboard.press('Shift+Slash');
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot(`keys`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await callFromPage(page, 'settings.update', { changes: { language } });
}

async function shootImports(shop: Shop, shoot: Shoot): Promise<void> {
  const { page, app, userData } = shop;
  const file = join(userData, '消费记录.csv');
  await writeFile(file, purchases);
  await answerOpenDialog(app, [file]);
  await goTo(page, '/imports');
  const main = page.getByRole('main');
  await main.getByRole('button').first().click();
  await expect(main.getByRole('table')).toHaveCount(3);
  await shoot('imports-mapping');
  await main.getByRole('table').last().scrollIntoViewIfNeeded();
  await shoot('imports-rejected');
  await main.getByRole('button', { name: '24' }).click();
  await expect(main.getByRole('alert')).toBeVisible();
  await shoot('imports-done');
  await answerOpenDialog(app, [userData]);
  await goTo(page, '/backups');
  await main.getByRole('button', { name: /^(选别的文件夹|Choose another folder)/ }).click();
  await expect(main.getByText(/\.rgbackup/).first()).toBeVisible({ timeout: 60_000 });
  await shoot('backups-done');
}

async function shootEndOfDay({ page }: Shop, shoot: Shoot): Promise<void> {
  const { rows } = await callFromPage(page, 'callbacks.today', {});
  for (const [index, { customerId }] of rows.entries())
    await callFromPage(page, 'callbacks.recordOutcome', { customerId, outcome: index % 3 === 0 ? 'no_answer' : 'done' });
  await goTo(page, '/today');
  await shoot('today-finished');
}
