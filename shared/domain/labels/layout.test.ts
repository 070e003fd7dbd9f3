import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import type { Household } from './households.ts';
import { labelDocument, placeLabels, wrapText } from './layout.ts';
import { A4, labelSheetNames, labelSheets, labelsOnSheet } from './sheets.ts';

const household = (names: readonly string[], address: string): Household => ({
  people: names.map((name) => ({ id: name, name, region: '厦门', address, phones: [], phone: '138 0000 2210' })),
  region: '厦门',
  address,
});
const choices = { sheet: labelSheets['24_70x37'], startAt: 1, withPhone: false, language: 'zh-CN' } as const;
const linesOf = (one: Household, language: 'zh-CN' | 'en' = 'zh-CN', withPhone = false): string[] =>
  placeLabels([one], { ...choices, language, withPhone })[0]?.[0]?.lines.map(({ text }) => text) ?? [];

it.each(labelSheetNames)('the labels of %s fit on a sheet of A4', (name) => {
  const sheet = labelSheets[name];
  const [columns, rows] = [sheet.columns, sheet.rows];
  expect(sheet.marginLeft + columns * sheet.width + (columns - 1) * sheet.gapColumn).toBeLessThanOrEqual(A4.width);
  expect(sheet.marginTop + rows * sheet.height + (rows - 1) * sheet.gapRow).toBeLessThanOrEqual(A4.height);
});

it('Chinese goes from the large to the small, English the other way round', () => {
  expect(linesOf(household(['张丽', '李强'], '中山路8号301室'))).toEqual(['厦门 中山路8号301室', '张丽 李强 收']);
  expect(linesOf(household(['Li Na', 'Wu Bo'], '8 Harbour Road'), 'en', true)).toEqual([
    'Li Na & Wu Bo',
    '8 Harbour Road',
    '厦门',
    '138 0000 2210',
  ]);
});

it('of more than three names the first stand with their number', () => {
  expect(linesOf(household(['甲', '乙', '丙', '丁'], '厦门中山路8号'))).toEqual(['厦门中山路8号', '甲 乙 丙 等 4 人 收']);
});

it('a begun sheet is used up from its first free label', () => {
  const pages = placeLabels(
    Array.from({ length: 24 }, (_, at) => household([`张${at}`], '中山路8号')),
    { ...choices, startAt: 23 },
  );
  expect(pages.map((page) => page.length)).toEqual([2, 22]);
  expect(pages[0]?.[0]).toMatchObject({ x: 70, y: 0.5 + 7 * 37 });
});

const text = fc.string({ unit: fc.constantFrom('中', '山', 'a', 'B', ' ', '8', '-', 'road '), maxLength: 120 });
test.prop([text, fc.integer({ min: 4, max: 30 })])('breaking lines loses no letter and no line is too long', (typed, most) => {
  const lines = wrapText(typed, most);
  expect(lines.join('').replaceAll(' ', '')).toBe(typed.replaceAll(' ', ''));
  for (const line of lines)
    expect([...line].reduce((sum, one) => sum + (/[ -˿]/.test(one) ? 0.56 : 1), 0)).toBeLessThanOrEqual(most);
});

test.prop([
  fc.array(
    fc.tuple(
      fc.array(
        text.filter((one) => one.trim() !== ''),
        { minLength: 1, maxLength: 5 },
      ),
      text,
    ),
    { maxLength: 60 },
  ),
  fc.constantFrom(...labelSheetNames),
  fc.integer({ min: 1, max: 24 }),
])('every line of every label stands inside its label, and every household has one', (found, name, startAt) => {
  const sheet = labelSheets[name];
  const pages = placeLabels(
    found.map(([names, address]) => household(names, address)),
    { ...choices, sheet, startAt },
  );
  expect(pages.flat()).toHaveLength(found.length);
  for (const page of pages) expect(page.length).toBeLessThanOrEqual(labelsOnSheet(sheet));
  for (const { x, y, width, height, lines } of pages.flat())
    for (const line of lines) {
      expect(line.x).toBeGreaterThanOrEqual(x);
      expect(line.x).toBeLessThan(x + width);
      expect(line.y).toBeGreaterThan(y);
      expect(line.y).toBeLessThanOrEqual(y + height);
    }
});

it('nothing that a customer is called can run in the printed page', () => {
  const html = labelDocument(placeLabels([household(['<img src=x onerror=alert(1)>'], '"><script>alert(2)</script>')], choices));
  expect(html).not.toMatch(/<script|<img/);
});
