import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/tools/paths.ts';
import { callFromPage } from './support/bridge.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import type { Shop } from './support/shop.ts';
import { expect, test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

const languages = ['zh-CN', 'en'] as const;
const schemes = ['light', 'dark'] as const;
const today = '2026-11-21';

/** What axe finds wrong with the page as it stands, and where. */
async function faultsOf(page: Page): Promise<string[]> {
  // Not in a second page, which the window does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`),
  );
}

/** Names, signs and keys that a Chinese shopkeeper reads as they are. */
const allowedLatin =
  /^(?:VIP|RFM|[RFM][1-5]?|U|CSV|csv|Excel|XLSX|XLS|VCF|UTF-8|GB18030|No|Ctrl|Shift|Enter|Esc|Alt|F(?:[1-9]|10)|PageUp|PageDown|C|D|E|G|K|L|P|Q|T|V|X|Z|N|O|W|D\d{8}-\d{3}|PIN|PDF|ZIP|x|x2|MB|KB|cm|kg|mm|English|May|PPD|wx_demo_\w+)$/;

/** Latin words in what the page says: text, and the names and hints that are read aloud. */
async function latinWordsOf(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'alt'];
    const attributes = [...document.body.querySelectorAll(':not([aria-hidden="true"])')].flatMap((element) =>
      spoken.flatMap((name) => element.getAttribute(name) ?? []),
    );
    // Text that stands in one element each, so that neighbours do not grow into one word.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent?.checkVisibility() === true) texts.push(walker.currentNode.textContent ?? '');
    }
    return [...texts, ...attributes].join('\n');
  });
  const words = said.match(/[A-Za-z][\w-]*/g) ?? [];
  return [...new Set(words.filter((word) => !allowedLatin.test(word)))];
}

/** Every way a page of a shop with people in it can look. */
async function addressesOf(page: Page): Promise<string[]> {
  const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
  const customerId = rows[0]?.id ?? '';
  const line = { name: '连衣裙', quantity: 1000, unitPriceCents: 300_00 };
  const { orderId } = await callFromPage(page, 'orders.save', {
    customerId,
    kind: 'special',
    lines: [line],
    promisedOn: '2026-11-24',
    deposit: { cents: 100_00, method: 'cash' },
  });
  const repair = { customerId, kind: 'repair', item: '大衣', condition: '领口开线' } as const;
  const { orderId: coat } = await callFromPage(page, 'orders.save', { ...repair, lines: [] });
  await callFromPage(page, 'orders.setStatus', { orderId: coat, status: 'ready' });
  const hope = { customerId, title: '年卡', amountCents: 1_980_00, nextStep: '打电话', nextStepOn: '2026-11-20' };
  const { opportunityId } = await callFromPage(page, 'opportunities.save', hope);
  const lost = await callFromPage(page, 'opportunities.save', { customerId, title: '钢琴' });
  await callFromPage(page, 'opportunities.lose', { opportunityId: lost.opportunityId, reason: 'price' });
  const filter = encodeURIComponent(JSON.stringify({ axis: 'rfm', segment: 'at_risk' }));
  return [
    '/today',
    `/customers?customerId=${customerId}`,
    '/customers?text=%E9%93%81%E6%9F%B1%E5%AD%90',
    `/customers/${customerId}`,
    `/customers/${customerId}?tab=facts`,
    `/customers/${customerId}?tab=family`,
    `/customers/${customerId}?tab=records`,
    `/customers/${customerId}?tab=records&part=forms`,
    `/customers/${customerId}?tab=records&part=measurements`,
    `/customers/${customerId}?tab=records&part=incidents`,
    `/customers/${customerId}?tab=records&part=orders`,
    `/customers/${customerId}?tab=records&part=opportunities`,
    '/orders',
    '/orders?view=ready',
    '/orders?view=done',
    '/orders/new',
    `/orders/new?customerId=${customerId}&kind=repair`,
    `/orders/${orderId}`,
    `/orders/${orderId}/edit`,
    `/orders/${coat}`,
    `/customers/${customerId}?tab=privacy`,
    `/customers/${customerId}/edit`,
    '/customers/new',
    '/visit',
    `/visit?customerId=${customerId}`,
    '/visit?walkIn=true',
    '/visits',
    '/appointments',
    '/appointments?view=week',
    '/appointments/unconfirmed',
    '/appointments/queue',
    '/appointments/waitlist',
    '/settings/diary',
    '/settings/records',
    '/settings/forms',
    '/settings/measures',
    '/settings/stages',
    '/settings/rules',
    '/settings/templates',
    '/loyalty/coupons',
    '/loyalty/rewards',
    '/loyalty/gifts',
    '/loyalty/gifts/sets',
    '/loyalty/earning/stamps',
    '/loyalty/tiers/plans',
    '/loyalty/members',
    '/loyalty/unusual',
    '/visits/kept',
    '/loyalty/referrals',
    '/loyalty/advocates',
    '/loyalty/codes',
    '/tasks',
    `/tasks?customerId=${customerId}`,
    '/tasks/incidents',
    '/loyalty',
    '/loyalty/cards',
    '/loyalty/cards/kinds',
    '/loyalty/cards/sold',
    '/loyalty/member-cards',
    '/loyalty/top-ups',
    '/loyalty/tiers',
    '/loyalty/earning',
    '/opportunities',
    '/opportunities?view=open',
    '/opportunities?view=lost',
    `/opportunities?opportunityId=${opportunityId}`,
    `/opportunities?customerId=${customerId}`,
    '/segments',
    `/segments?filter=${filter}`,
    '/segments/own',
    '/segments/risk',
    '/segments/forecast',
    '/segments/movement',
    '/products',
    '/imports',
    '/backups',
    '/settings',
    '/settings/staff',
    '/settings/commissions',
    '/settings/commissions/rules',
    '/settings/audit',
    '/settings/privacy',
  ];
}

/** The window as it opens, then each language in each scheme on each of the addresses. */
async function everyLook(page: Page, addresses: readonly string[]): Promise<void> {
  for (const language of languages)
    for (const colorScheme of schemes) {
      await callFromPage(page, 'settings.update', { changes: { language, colorScheme } });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const address of addresses) {
        await goTo(page, address);
        const look = `${address} ${language} ${colorScheme}`;
        expect.soft(await faultsOf(page), look).toEqual([]);
        if (language === 'zh-CN') expect.soft(await latinWordsOf(page), look).toEqual([]);
      }
    }
}

const rows = ['会员卡号,姓名,消费日期,项目,金额', '2001,王芳,2026-10-15,剪发,68', '2002,李强,2027-05-01,染发,280'].join('\n');

/** The steps of an import, of a backup, and what opens over a page. */
async function overlaysOf({ page, app, userData }: Shop): Promise<void> {
  const check = async (name: string): Promise<void> => {
    await atRest(page);
    expect.soft(await faultsOf(page), name).toEqual([]);
    expect.soft(await latinWordsOf(page), name).toEqual([]);
  };
  const file = join(userData, '消费.csv');
  await writeFile(file, rows);
  await answerOpenDialog(app, [file]);
  await goTo(page, '/imports');
  await page.getByRole('button', { name: '选文件' }).click();
  await expect(page.getByText('有 1 行读不懂，不导入')).toBeVisible();
  await check('an import with a row that is refused');
  await page.getByRole('button', { name: '导入 1 行' }).click();
  await expect(page.getByText('导入好了')).toBeVisible();
  await check('an import that is done');

  await goTo(page, '/today');
  await page.keyboard.press('Shift+Slash');
  await expect(page.getByRole('dialog')).toBeVisible();
  await check('the sheet of keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('王');
  await expect(page.getByRole('listbox', { name: '找到的顾客' })).toBeVisible();
  await check('the open search');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '记一通电话' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await check('the drawer of a call');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F3');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('这里要填')).toBeVisible();
  await check('a form that was refused');
}

test('axe finds nothing in what stands above a page; the Chinese words are Chinese (U4, U5)', async ({ open }) => {
  test.setTimeout(120_000);
  const shop = await open({ args: ['--demo', '--today', today] });
  await menuStands(shop.page);
  await overlaysOf(shop);
});

// In thirds, so that each stays far from its limit however many pages there are.
for (const third of [0, 1, 2])
  test(`axe finds nothing on any page, in either language, light or dark (U4); the Chinese pages are Chinese (U5): third ${third + 1}`, async ({
    open,
  }) => {
    test.setTimeout(240_000);
    const { page } = await open({ args: ['--demo', '--today', today] });
    await menuStands(page);
    const addresses = await addressesOf(page);
    await everyLook(
      page,
      addresses.filter((_, index) => index % 3 === third),
    );
  });

test('nor in an empty shop, nor where the store does not open', async ({ open }) => {
  test.setTimeout(120_000);
  const { page } = await open({ args: ['--today', today] });
  await menuStands(page);
  await everyLook(page, ['/today', '/customers', '/segments', '/products', '/no/such/page']);
  const broken = await open({ args: ['--store', join(root, 'package.json'), '--lang', 'zh-CN'] });
  await expect(broken.page.getByRole('alert')).toBeVisible();
  expect(await faultsOf(broken.page)).toEqual([]);
  expect(await latinWordsOf(broken.page)).toEqual([]);
});
