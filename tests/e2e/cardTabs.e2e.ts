import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { chooseFiles, photo } from './support/photos.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const args = ['--today', '2026-11-21'];
const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

/** Somebody with something on every tab: near and past days, a retired thing, fulfilled wishes, ended facts, photos and a file. */
const fullCustomer = async (page: Page): Promise<string> => {
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  const { thingId } = await callFromPage(page, 'things.save', { customerId, type: 'pet', name: '旺财', note: '怕吹风机' });
  const car = await callFromPage(page, 'things.save', {
    customerId,
    type: 'car',
    name: '白色凯美瑞',
    fields: [{ name: 'plate', value: '粤B12345' }],
  });
  const sold = await callFromPage(page, 'things.save', { customerId, type: 'bicycle', name: '旧单车' });
  await callFromPage(page, 'things.retire', {
    customerId,
    thingId: sold.thingId,
    retired: { on: '2026-01-01', because: 'sold' },
  });
  for (const fact of [
    { thingId, kind: 'vaccine', label: '狂犬疫苗', validUntil: '2026-11-26' },
    { thingId: car.thingId, kind: 'inspection', validUntil: '2026-11-11' },
    { thingId: car.thingId, kind: 'insurance', validUntil: '2027-10-01' },
  ] as const)
    await callFromPage(page, 'things.saveFact', { customerId, ...fact });
  await callFromPage(page, 'interests.save', { customerId, kind: 'asked', name: '护理套餐' });
  await callFromPage(page, 'interests.save', {
    customerId,
    kind: 'wanted',
    name: '定制婚鞋',
    requirements: [{ label: '颜色', value: '酒红' }],
    wantedBy: '2027-01-10',
  });
  await callFromPage(page, 'safety.saveFact', { customerId, kind: 'allergy', what: '氨水', severity: 'severe' });
  await callFromPage(page, 'safety.saveFact', { customerId, kind: 'contraindication', what: '孕期', endedOn: '2026-01-01' });
  await callFromPage(page, 'safety.savePatchTest', { customerId, what: '染发', result: 'fail', doneOn: '2026-10-01' });
  await callFromPage(page, 'safety.saveAlert', { customerId, alert: '把伞还给她', fromOn: '2026-11-21' });
  await callFromPage(page, 'safety.saveAlert', { customerId, alert: '道歉', fromOn: '2026-11-01', untilOn: '2026-11-05' });
  await callFromPage(page, 'safety.block', { customerId, reason: '多次辱骂店员' });
  await goTo(page, `/customers/${customerId}?tab=files`);
  await chooseFiles(page, [
    { name: '之前.jpg', mimeType: 'image/jpeg', buffer: await photo(page, '#8d6e63', 640, 480) },
    { name: '之后.jpg', mimeType: 'image/jpeg', buffer: await photo(page, '#4cc29a', 480, 640) },
    { name: '同意书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nsigned') },
  ]);
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(3);
  const { rows } = await callFromPage(page, 'attachments.list', { customerId });
  const [beforeId = '', afterId = ''] = rows.filter(({ isPhoto }) => isPhoto).map(({ id }) => id);
  await callFromPage(page, 'attachments.pair', { customerId, beforeId, afterId });
  return customerId;
};

test('axe finds nothing on the filled tabs of the card, nor in what opens on them, in either language, light or dark (U4, X20, X22, X25)', async ({
  open,
}) => {
  test.setTimeout(240_000);
  const { page } = await open({ args });
  await menuStands(page);
  const customerId = await fullCustomer(page);
  for (const language of ['zh-CN', 'en'] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await callFromPage(page, 'settings.update', { changes: { language, colorScheme } });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const tab of ['things', 'interests', 'safety', 'files'] as const) {
        await goTo(page, `/customers/${customerId}?tab=${tab}`);
        expect.soft(await faultsOf(page), `${tab} ${language} ${colorScheme}`).toEqual([]);
      }
      const tiles = page.getByRole('tabpanel').getByRole('listbox').getByRole('option');
      await tiles.first().press('Space');
      await expect(tiles.first()).toHaveAttribute('aria-selected', 'true');
      expect.soft(await faultsOf(page), `selected ${language} ${colorScheme}`).toEqual([]);
      await tiles.first().press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect.soft(await faultsOf(page), `viewer ${language} ${colorScheme}`).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
});

/** Every fact of one value that the card's list of facts holds, as R001, R003, R004, R006, R008 and R020 name them. */
const facts = [
  ['name', 'gender', 'birthday', 'statedAge', 'occupation'],
  ['region', 'address'],
  ['incomeBand', 'education'],
  ['motive', 'needs', 'usageHabits', 'painPoints', 'needType', 'likes', 'safetyNote', 'note'],
  ['preferredChannel', 'hours', 'doNotContact', 'consentOn', 'consentSource', 'consentWithdrawnOn'],
  ['cardNo', 'status', 'ownerId', 'source', 'referrerId', 'vip'],
].flat();

test('every fact is reached with Tab and opens its editor where it stands (R001, R003, R004, R006, R008, R020)', async ({
  open,
}) => {
  test.setTimeout(180_000);
  const { page } = await open({ args });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', {
    name: '王芳',
    phone: '13812342210',
    gender: 'female',
    occupation: '会计',
    region: '浦东',
    needs: '遮白发',
    cardNo: '2001',
    incomeBand: '1 万到 2 万',
    preferredChannel: 'wechat',
  });
  await goTo(page, `/customers/${customerId}?tab=facts`);
  const editor = page.getByRole('tabpanel').locator('form');
  const focused = () =>
    page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['fact'] ?? null) : null,
    );
  await page.getByRole('tab', { selected: true }).focus();
  const seen = new Set<string>();
  for (let presses = 0; presses < 160 && seen.size < facts.length; presses += 1) {
    await page.keyboard.press('Tab');
    const fact = await focused();
    if (fact === null || seen.has(fact)) continue;
    await page.keyboard.press('Enter');
    await expect(editor, fact).toHaveCount(1);
    await expect(editor.locator(':focus'), fact).toHaveCount(1);
    expect(await editor.locator(':focus').evaluate((element) => element.matches('input, textarea')), fact).toBe(true);
    // The first Escape may close the choices of the field.
    for (let escapes = 0; escapes < 2 && (await editor.count()) > 0; escapes += 1) await page.keyboard.press('Escape');
    await expect(editor, fact).toHaveCount(0);
    await expect.poll(focused, fact).toBe(fact);
    seen.add(fact);
  }
  expect([...seen].toSorted()).toEqual(facts.toSorted());
});

test('ways to reach somebody, tags with their source, days to remember and the family are edited in place too (R002, R005, R009, R010, R011, R012)', async ({
  open,
}) => {
  const { page } = await open({ args });
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13812342210' });
  const { groupId } = await callFromPage(page, 'tags.createGroup', { name: '风格' });
  await callFromPage(page, 'tags.createTag', { groupId, name: '简约' });
  await callFromPage(page, 'customers.saveFamilyMember', {
    customerId,
    name: '朵朵',
    relation: '女儿',
    birthDate: { calendar: 'solar', year: 2025, month: 9, day: 1 },
  });
  await goTo(page, `/customers/${customerId}?tab=facts`);
  await page.getByRole('button', { name: '修改 13812342210' }).press('Enter');
  await expect(page.getByLabel('号码或账号')).toHaveValue('13812342210');
  await page.getByLabel('号码或账号').fill('13812342211');
  await page.keyboard.press('Enter');
  await expect(page.getByText('138 1234 2211').first()).toBeVisible();

  await page.getByRole('textbox', { name: '标签' }).focus();
  await page.keyboard.type('jy');
  await expect(page.getByRole('option', { name: /简约/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^去掉「简约」/ })).toBeVisible();
  const { tags } = await callFromPage(page, 'customers.findById', { customerId });
  expect(tags).toMatchObject([{ name: '简约', source: 'by_hand', taggedOn: '2026-11-21' }]);

  await goTo(page, `/customers/${customerId}?tab=family`);
  await expect(page.getByRole('tabpanel').getByText(/14 个月/)).toBeVisible();
  for (const [button, field] of [
    ['加一个日子', '什么日子'],
    ['加一位家人', '称呼'],
  ] as const) {
    await page.getByRole('button', { name: button }).press('Enter');
    await expect(page.getByLabel(field)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByLabel(field)).toHaveCount(0);
  }
});
