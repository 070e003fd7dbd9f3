import { expectAccessible } from './support/accessible.ts';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

test('a segment with a group in it is put together by keyboard, counted as it changes, explained, used in the list and written down (R031, R037)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21', '--demo'] });
  await menuStands(page);
  // Everybody has been judged: until then the classes still move.
  await expect.poll(async () => (await callFromPage(page, 'segments.overview', {})).asOf).toBe('2026-11-21');
  await goTo(page, '/segments');
  await page.getByRole('navigation', { name: '分群的各页' }).getByRole('link', { name: '本店分群' }).press('Enter');
  await expect(page.getByText('还没有本店自己的分群')).toBeVisible();
  await page.getByRole('button', { name: '新分群' }).press('Enter');
  await expect(page.getByRole('textbox', { name: '名称' })).toBeFocused();
  await page.keyboard.type('常来的高价值');

  const outer = page.getByRole('group', { name: '全部条件', exact: true });
  const first = outer.getByRole('group', { name: '条件 1', exact: true });
  await first.getByRole('textbox', { name: '条件 1：最少' }).fill('5');
  const everybody = page.getByRole('status').filter({ hasText: '现在有' });
  await expect(everybody).toBeVisible();
  const countOf = async (): Promise<number> =>
    Number(/\d[\d,]*/.exec((await everybody.textContent()) ?? '')?.[0].replace(',', ''));
  const often = (
    await callFromPage(page, 'ownSegments.people', {
      source: { tree: { test: 'group', match: 'all', items: [{ test: 'figure', figure: 'visits', min: 5 }] } },
    })
  ).total;
  await expect.poll(countOf).toBe(often);

  await outer.getByRole('button', { name: '全部条件：加一组' }).press('Enter');
  const inner = page.getByRole('group', { name: '第 2 组', exact: true });
  const subject = inner.getByRole('combobox', { name: '条件 2.1：看什么' });
  await subject.focus();
  await subject.fill('消费高低');
  await expect(page.getByRole('option', { name: '消费高低' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('条件还没填完，填好就数。')).toBeVisible();
  const values = inner
    .getByRole('combobox', { name: '条件 2.1：哪些' })
    .or(inner.getByRole('textbox', { name: '条件 2.1：哪些' }));
  await values.focus();
  await page.keyboard.type('高价值');
  await page.getByRole('option', { name: '高价值' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('note', { name: '整句话' })).toHaveText('到店次数 ≥ 5，并且消费高低是高价值');
  const both = (
    await callFromPage(page, 'ownSegments.people', {
      source: {
        tree: {
          test: 'group',
          match: 'all',
          items: [
            { test: 'figure', figure: 'visits', min: 5 },
            { test: 'one_of', attribute: 'value', values: ['high'] },
          ],
        },
      },
    })
  ).total;
  await expect.poll(countOf).toBe(both);
  expect(both).toBeGreaterThan(0);
  expect(both).toBeLessThanOrEqual(often);
  await expectAccessible(page);

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('有了分群「常来的高价值」')).toBeVisible();
  await expect(page.getByRole('list', { name: '本店的分群' })).toContainText('常来的高价值');
  const people = page.getByRole('table', { name: '这一群的人' });
  await people
    .getByRole('button', { name: /为什么在里面/ })
    .first()
    .press('Enter');
  await expect(page.getByText('在里面，因为：')).toBeVisible();
  await expect(page.getByText(/到店次数：\d+（要 ≥ 5）/)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '「常来的高价值」还能做什么' }).press('Enter');
  await page.getByRole('menuitem', { name: '记成固定名单' }).click();
  await expect(page.getByText(`记下了 ${both} 人的固定名单`)).toBeVisible();
  await expect(page.getByText('这是 2026-11-21 记下的固定名单')).toBeVisible();
  await page.getByRole('button', { name: /^「常来的高价值 2026/ }).press('Enter');
  await page.getByRole('menuitem', { name: '在顾客列表里看' }).click();
  await expect(
    page
      .getByText('本店分群：常来的高价值 2026-11-21')
      .or(page.getByText(/本店分群.*常来的高价值/))
      .first(),
  ).toBeVisible();
});

test('a segment that would lead back to itself is refused with the way around, and what was typed stays (bad input)', async ({
  open,
}) => {
  const { page } = await open({ args: ['--today', '2026-11-21', '--lang', 'en'] });
  await menuStands(page);
  const visits = { test: 'figure', figure: 'visits', min: 1 } as const;
  const { segmentId } = await callFromPage(page, 'ownSegments.save', {
    name: 'Inner',
    tree: { test: 'group', match: 'all', items: [visits] },
  });
  await callFromPage(page, 'ownSegments.save', {
    name: 'Outer',
    tree: { test: 'group', match: 'all', items: [{ test: 'segment', segmentId }] },
  });
  await goTo(page, '/segments/own');
  await page.getByRole('button', { name: 'Inner' }).click();
  const subject = page.getByRole('combobox', { name: 'Condition 1: about what' });
  await subject.fill('In another');
  await page.getByRole('option', { name: 'In another segment' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('It would lead back to itself: Outer');
  await expect(page.getByRole('note', { name: 'The whole sentence' })).toHaveText('In another segment is Outer');
});
