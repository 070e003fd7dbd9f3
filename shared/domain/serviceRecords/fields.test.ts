import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { comparedLines, fieldsOfRecord, firstChanging, fittedEntries, repeatedValues } from './fields.ts';
import type { RecordEntry, RecordField, RecordFieldKind } from './fields.ts';
import { presetTypes } from './presets.ts';

const field = (key: string, kind: RecordFieldKind, more: Partial<RecordField> = {}): RecordField => ({
  key,
  kind,
  label: key,
  unit: '',
  group: '',
  options: kind === 'choice' ? ['深', '浅'] : [],
  startsEmpty: false,
  ...more,
});
const type = [
  field('brand', 'text', { label: '品牌' }),
  field('grams', 'number', { label: '用量', unit: 'g' }),
  field('tone', 'choice', { label: '色调' }),
  field('next', 'date'),
  field('result', 'lines', { label: '效果', startsEmpty: true }),
];
const entriesOf = (given: readonly { key: string; value: string | number | null }[], former: readonly RecordEntry[] = []) => {
  const fitted = fittedEntries(type, former, given);
  return fitted.problem === null ? fitted.entries : expect.fail(fitted.problem.issue);
};

describe('the values of a service record (R067, X24)', () => {
  test('are kept in the order of the fields with the words of that day; blank ones are unknown', () => {
    expect(
      entriesOf([
        { key: 'result', value: '  偏红  ' },
        { key: 'grams', value: -0 },
        { key: 'brand', value: '   ' },
      ]),
    ).toEqual([
      { key: 'grams', kind: 'number', label: '用量', unit: 'g', group: '', value: 0 },
      { key: 'result', kind: 'lines', label: '效果', unit: '', group: '', value: '偏红' },
    ]);
  });

  test.each([
    [{ key: 'nothing', value: 'x' }, 'field_not_of_type'],
    [{ key: 'grams', value: '60' }, 'wrong_type'],
    [{ key: 'brand', value: 60 }, 'wrong_type'],
    [{ key: 'tone', value: '紫' }, 'unknown_option'],
    [{ key: 'next', value: '2026-02-30' }, 'no_such_day'],
    [{ key: 'brand', value: 'x'.repeat(201) }, 'too_long'],
  ])('%o is refused as %s', (given, issue) => {
    expect(fittedEntries(type, [], [given])).toEqual({ problem: { index: 0, issue } });
  });

  test('a key twice is refused', () => {
    const twice = [
      { key: 'brand', value: 'a' },
      { key: 'brand', value: 'b' },
    ];
    expect(fittedEntries(type, [], twice)).toEqual({ problem: { index: 1, issue: 'record_field_twice' } });
  });

  test('a type changed later leaves the words, the unit and the choice of an old record; new fields can be filled in too', () => {
    const old: RecordEntry[] = [
      { key: 'grams', kind: 'number', label: '克数', unit: '克', group: '', value: 60 },
      { key: 'tone', kind: 'choice', label: '色', unit: '', group: '', value: '橘' },
      { key: 'gone', kind: 'text', label: '染膏', unit: '', group: '', value: '旧' },
    ];
    const fields = fieldsOfRecord(type, old);
    expect(fields.map(({ label }) => label)).toEqual(['克数', '色', '染膏', '品牌', 'next', '效果']);
    const edited = entriesOf(
      [
        { key: 'grams', value: 55 },
        { key: 'tone', value: '橘' },
        { key: 'gone', value: null },
        { key: 'brand', value: '施华蔻' },
      ],
      old,
    );
    expect(edited.map(({ label, unit, value }) => [label, unit, value])).toEqual([
      ['克数', '克', 55],
      ['色', '', '橘'],
      // Its words stay, so that undoing finds them.
      ['染膏', '', null],
      ['品牌', '', '施华蔻'],
    ]);
  });

  test('repeating carries over what may be carried over, and the cursor goes where something changed last time', () => {
    const last = entriesOf([
      { key: 'brand', value: '施华蔻' },
      { key: 'grams', value: 60 },
      { key: 'result', value: '偏红' },
    ]);
    const previous = entriesOf([
      { key: 'brand', value: '施华蔻' },
      { key: 'grams', value: 50 },
    ]);
    expect(repeatedValues(type, last)).toEqual([
      { key: 'brand', value: '施华蔻' },
      { key: 'grams', value: 60 },
    ]);
    expect(firstChanging(type, last, previous)).toBe('grams');
    expect(firstChanging(type, last, [])).toBe('result');
    expect(firstChanging(type.slice(0, 2), last, [])).toBe('brand');
    expect(repeatedValues([field('tone', 'choice', { options: ['蓝'] })], entriesOf([{ key: 'tone', value: '深' }]))).toEqual([]);
  });

  test('side by side, what differs is marked, also what only one of them says', () => {
    const left = entriesOf([
      { key: 'brand', value: '施华蔻' },
      { key: 'grams', value: 50 },
      { key: 'tone', value: '深' },
    ]);
    const right = entriesOf([
      { key: 'brand', value: '施华蔻' },
      { key: 'grams', value: 60 },
      { key: 'result', value: '偏红' },
    ]);
    expect(comparedLines(left, right).map(({ key, isDifferent }) => [key, isDifferent])).toEqual([
      ['brand', false],
      ['grams', true],
      ['result', true],
      ['tone', true],
    ]);
  });
});

const value = fc.oneof(fc.string({ maxLength: 30 }), fc.integer(), fc.constant(null), fc.constantFrom('深', '浅', '2026-11-01'));
const given = fc.uniqueArray(fc.record({ key: fc.constantFrom(...type.map(({ key }) => key)), value }), {
  selector: ({ key }) => key,
});

describe('laws of records', () => {
  property.prop([given, given])('what was kept is kept again as it is, and an edit undone leaves it as it was', (one, other) => {
    const first = fittedEntries(type, [], one);
    if (first.problem !== null) return;
    const again = fittedEntries(type, first.entries, first.entries);
    expect(again).toEqual(first);
    const edited = fittedEntries(type, first.entries, other);
    if (edited.problem !== null) return;
    const undone = fittedEntries(type, edited.entries, first.entries);
    const said = (entries: readonly RecordEntry[]) => entries.filter((entry) => entry.value !== null);
    expect(undone.problem === null ? new Set(said(undone.entries)) : undone).toEqual(new Set(said(first.entries)));
  });

  property.prop([given])('a record is the same as itself, whatever it holds', (one) => {
    const fitted = fittedEntries(type, [], one);
    if (fitted.problem !== null) return;
    expect(comparedLines(fitted.entries, fitted.entries).some(({ isDifferent }) => isDifferent)).toBe(false);
  });
});

describe('the types every shop starts with (X24)', () => {
  test('are the same in both languages but for the words', () => {
    const [chinese, english] = [presetTypes('zh-CN'), presetTypes('en')];
    const shape = (types: typeof chinese) =>
      types.map(({ id, isPrivate, fields }) => ({
        id,
        isPrivate,
        fields: fields.map(({ key, kind, options, startsEmpty }) => ({ key, kind, options: options.length, startsEmpty })),
      }));
    expect(shape(chinese)).toEqual(shape(english));
    expect(
      english
        .flatMap(({ name, fields }) => [name, ...fields.map(({ label }) => label)])
        .filter((text) => /\p{Script=Han}/u.test(text)),
    ).toEqual([]);
    for (const { fields } of chinese) expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
  });

  test('know the formula with grams and cost, skin, eyes, maintenance, grooming, and any install or repair (R067)', () => {
    const types = presetTypes('zh-CN');
    expect(types.map(({ name }) => name)).toEqual(['安装 / 维修 / 保养', '染发配方', '护理记录', '验光单', '保养单', '美容记录']);
    expect(types[1]?.fields.map(({ label, unit }) => `${label}${unit}`)).toEqual(
      expect.arrayContaining(['染膏用量g', '成本元', '双氧浓度%']),
    );
    expect(types.filter(({ isPrivate }) => isPrivate).map(({ name }) => name)).toEqual(['护理记录', '验光单']);
  });
});
