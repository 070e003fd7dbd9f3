import type { ElectronApplication, Page } from '@playwright/test';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { permissions } from '../../shared/contract/operation.ts';
import { root } from '../../scripts/tools/paths.ts';
import { callFromPage } from './support/bridge.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { handDeskTo } from './support/seats.ts';
import type { Shop } from './support/shop.ts';
import { expect, test } from './support/test.ts';
import { atRest, goTo, menuStands } from './support/window.ts';

const today = '2026-11-21';
const OWNER = { name: '张丽', pin: '407193' };
const HELPER = { name: '小陈', pin: '2580' };

/** So many figures in a row of a number that somebody could dial give it away. */
const SHORTEST = 7;

/** Every run of so many figures that stands in one of the numbers. */
const runsOf = (numbers: readonly string[]): Set<string> =>
  new Set(
    numbers.flatMap((number) =>
      Array.from({ length: Math.max(0, number.length - SHORTEST + 1) }, (_, at) => number.slice(at, at + SHORTEST)),
    ),
  );

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Figures of a text that follow one another, however they are written or parted. */
const figuresIn = (text: string): string[] =>
  text
    .replaceAll(uuid, ' ')
    .normalize('NFKC')
    .replaceAll(/(?<=\d)[ \-.()/]{1,3}(?=\d)/g, '')
    .match(/\d{7,}/g) ?? [];

const toldIn = (text: string, runs: ReadonlySet<string>): string[] =>
  figuresIn(text).filter((figures) =>
    Array.from({ length: figures.length - SHORTEST + 1 }, (_, at) => figures.slice(at, at + SHORTEST)).some((run) =>
      runs.has(run),
    ),
  );

/** Everything the page holds: its text, every attribute but drawings, and what stands in its fields. */
const everythingOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name !== 'd' && name !== 'points').map(({ value }) => value),
    );
    const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    );
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent !== null && parent.tagName !== 'SCRIPT' && parent.tagName !== 'STYLE')
        texts.push(walker.currentNode.textContent ?? '');
    }
    return [...texts, ...attributes, ...fields, document.title].join('\n');
  });

const mobile = (at: number): string => `137${String(40_000_000 + at * 7919).slice(-8)}`;

/** People with numbers in every place where somebody might have typed one; returns every number and whom to look at. */
async function fill(page: Page): Promise<{
  readonly numbers: string[];
  readonly ids: string[];
  readonly visitId: string;
  readonly orderId: string;
}> {
  const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 200 });
  const numbers: string[] = [];
  for (const { id } of rows) {
    const { contactMethods } = await callFromPage(page, 'customers.findById', { customerId: id });
    numbers.push(...contactMethods.map(({ value }) => value.normalize('NFKC').replaceAll(/\D/g, '')));
  }
  let at = 0;
  const next = (): string => {
    at += 1;
    const number = mobile(at);
    numbers.push(number);
    return number;
  };
  const spaced = (number: string): string => `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
  const ids: string[] = [];
  let visitId = '';
  let orderId = '';
  for (const [name, shared] of [
    ['周敏', next()],
    ['周 敏', null],
    ['何平', next()],
  ] as const) {
    const phone = shared ?? numbers.at(-1) ?? '';
    const { customerId } = await callFromPage(page, 'customers.create', {
      name,
      phone,
      note: `先生电话 ${spaced(next())}`,
      address: `花园路 3 号 ${next()}`,
      safetyNote: `紧急联系 ${next()}`,
      likes: `短信发到 ${next()}`,
      motive: `邻居 ${next()} 介绍`,
    });
    ids.push(customerId);
    await callFromPage(page, 'customers.saveContactMethod', { customerId, type: 'mobile', value: next(), label: '丈夫' });
    await callFromPage(page, 'customers.saveContactMethod', { customerId, type: 'landline', value: '0571-88266031' });
    await callFromPage(page, 'customers.update', { customerId, changes: { note: `改打 ${next()}` } });
    ({ visitId } = await callFromPage(page, 'visits.record', {
      customerId,
      businessDate: '2026-10-02',
      lines: [{ name: `剪发 ${next()}`, quantity: 1000, unitPriceCents: 6800, specification: `问 ${next()}` }],
      note: `代付 ${next()}`,
    }));
    ({ orderId } = await callFromPage(page, 'orders.save', {
      customerId,
      kind: 'repair',
      item: `手表 ${next()}`,
      condition: `取货打 ${next()}`,
      note: `送来的是 ${next()}`,
      lines: [{ name: `换电池 ${next()}`, quantity: 1000, unitPriceCents: 6800, specification: `问 ${next()}` }],
      deposit: { cents: 1000, method: 'cash' },
    }));
    await callFromPage(page, 'orders.setStatus', { orderId, status: 'ready' });
    await callFromPage(page, 'orders.tell', { orderId, channel: 'phone', note: `打的 ${next()}` });
    await callFromPage(page, 'deferrals.add', { customerId, name: '烫发', reason: `先问 ${next()}` });
  }
  numbers.push('057188266031', '88266031');
  const gone = await callFromPage(page, 'customers.create', { name: '施远', phone: next(), note: `电话 ${next()}` });
  await callFromPage(page, 'customers.remove', { customerId: gone.customerId });
  return { numbers: numbers.filter(({ length }) => length >= SHORTEST), ids, visitId, orderId };
}

/** Every address of the app, read off its routes and tabs, so that a page that is added later is crawled too. */
async function addresses([first = '', second = '']: readonly string[], visitId: string, orderId: string): Promise<string[]> {
  const routes = await readFile(join(root, 'renderer', 'app', 'routes.tsx'), 'utf8');
  const searches = await readFile(join(root, 'renderer', 'features', 'customers', 'search.ts'), 'utf8');
  const paths = [...routes.matchAll(/path: '([^']+)'/g)].flatMap(([, path]) => (path === undefined ? [] : [path]));
  const tabs = [...(/tab: z\s*\.enum\(\[([^\]]+)\]/.exec(searches)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, tab]) => tab ?? '');
  expect(paths.length).toBeGreaterThan(20);
  expect(tabs.length).toBeGreaterThan(6);
  return [
    ...paths.map((path) => path.replace('$customerId', first).replace('$visitId', visitId).replace('$orderId', orderId)),
    ...tabs.map((tab) => `/customers/${first}?tab=${tab}`),
    `/customers/${first}?tab=records&part=forms`,
    `/customers/${first}?tab=records&part=orders`,
    '/orders?view=ready',
    `/orders/new?customerId=${first}`,
    '/visits?day=2026-10-02',
    `/appointments?customerId=${first}`,
    `/customers?customerId=${first}`,
    `/customers/duplicates/merge?survivorId=${first}&otherId=${second}`,
    `/visit?customerId=${first}`,
    '/customers/care?tab=anomalies',
    '/customers/care?tab=checks',
    '/customers/care?tab=proposals',
    '/exports?what=labels',
    '/exports?what=purchases',
    '/today',
  ];
}

const clipboardOf = (app: ElectronApplication): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText());

/** What opens over a page, what one types into, and what is handed to other programs. */
async function openings(
  { app, page, userData }: Shop,
  ids: readonly string[],
  look: (where: string) => Promise<void>,
): Promise<void> {
  await goTo(page, '/today');
  await page.keyboard.press('/');
  await page.keyboard.type('周敏');
  await expect(page.getByRole('listbox', { name: '找到的顾客' })).toBeVisible();
  await look('the search by name');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '记一通电话' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('the drawer of a call');
  await page.keyboard.press('Escape');

  await goTo(page, '/customers');
  const copied = page.getByRole('button', { name: /复制/ });
  for (let at = 0; at < (await copied.count()); at += 1) {
    await copied.nth(at).press('Enter');
    expect(await clipboardOf(app), 'the clipboard').not.toMatch(/\d{7}/);
  }
  const file = join(userData, '名单.csv');
  await writeFile(file, `姓名,手机号,备注\n吴静,${mobile(901)},另有 ${mobile(902)}\n吴静,${mobile(901)},\n,,${mobile(903)}\n`);
  await answerOpenDialog(app, [file]);
  await goTo(page, '/imports');
  await page.getByRole('main').getByRole('button', { name: '选文件' }).press('Enter');
  await expect(page.getByRole('main').getByRole('button', { name: /^导入 \d+ 行/ })).toBeVisible({ timeout: 30_000 });
  await look('the preview of an import');

  await goTo(page, `/customers/${ids[0] ?? ''}?tab=privacy`);
  await page.keyboard.press('Control+p');
  await look('the statement');
}

test('nobody without the right is told a number: on any page, in what opens over it, on the clipboard, in the log (S7, R192)', async ({
  open,
}) => {
  test.setTimeout(300_000);
  const shop = await open({ args: ['--demo', '--today', today] });
  const { page, userData } = shop;
  await menuStands(page);
  const { numbers, ids, visitId, orderId } = await fill(page);
  const runs = runsOf([...numbers, ...[901, 902, 903].map(mobile)]);
  await callFromPage(page, 'duplicates.scan', { jobId: crypto.randomUUID() }).catch(() => null);
  await callFromPage(page, 'staff.makeOwner', OWNER);
  const { roleId } = await callFromPage(page, 'staff.saveRole', {
    name: '样样能做，看不到号码',
    permissions: permissions.filter((name) => name !== 'customers.phones' && name !== 'customers.reveal'),
  });
  const { staffId } = await callFromPage(page, 'staff.create', { name: HELPER.name, role: roleId });
  await callFromPage(page, 'staff.setPin', { staffId, pin: HELPER.pin });

  // The crawl would find them: the owner sees them.
  await goTo(page, `/customers/${ids[0] ?? ''}?tab=facts`);
  expect(toldIn(await everythingOf(page), runs)).not.toEqual([]);
  await handDeskTo(page, HELPER.name, HELPER.pin);

  const look = async (where: string): Promise<void> => {
    await atRest(page);
    expect.soft(toldIn(await everythingOf(page), runs), where).toEqual([]);
  };
  for (const address of await addresses(ids, visitId, orderId)) {
    await goTo(page, address);
    await look(address);
  }
  await openings(shop, ids, look);

  await shop.close();
  const logs = (await readdir(userData, { recursive: true })).filter((name) => name.endsWith('.log'));
  expect(logs.length).toBeGreaterThan(0);
  for (const name of logs) expect(toldIn(await readFile(join(userData, name), 'utf8'), runs), name).toEqual([]);
});
