import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { contract } from '../../../contract.ts';
import { productId, reminderRuleId } from '../../../types/ids.ts';
import { addDays, daysBetween, localDate } from '../../../types/time.ts';
import { festivalNames, festivals } from './festivalNames.ts';
import { festivalOn } from './festivals.ts';
import { lookbackDays, ownDueOn } from './own.ts';
import { presetTrades, rulePresets } from './presets.ts';
import type { BoughtItem, OwnRule, OwnRuleBase, OwnRuleFacts } from './types.ts';
import { ownInChinese, ownInEnglish } from './words.ts';

const TEA = productId('00000000-0000-7000-8000-000000000001');
const CUP = productId('00000000-0000-7000-8000-000000000002');
const day = localDate;
const options = { lunarLeapBirthday: 'plain_month', feb29: 'feb_28' } as const;
const rule = (base: OwnRuleBase, changes: Partial<OwnRule> = {}): OwnRule => ({
  id: reminderRuleId('00000000-0000-7000-8000-00000000000a'),
  name: '规则',
  base,
  steps: [30],
  giveUpDays: 7,
  values: [],
  isVipOnly: false,
  group: '',
  say: '',
  products: [TEA],
  ...changes,
});
const nobody: OwnRuleFacts = { isVip: false, firstVisitOn: null, bought: [], births: [] };
const tea = (on: string, pieces = 1, of: Partial<BoughtItem> = {}): BoughtItem => ({
  on: day(on),
  productId: TEA,
  name: '碧螺春',
  quantity: pieces * 1000,
  ...of,
});
const afterTea = { kind: 'after_purchase', productId: TEA, category: null } as const;
const due = (rules: readonly OwnRule[], facts: Partial<OwnRuleFacts>, on: string) =>
  ownDueOn({ ...nobody, ...facts }, 'middle', rules, day(on), options);
const occurrences = (rules: readonly OwnRule[], facts: Partial<OwnRuleFacts>, on: string) =>
  due(rules, facts, on).map(({ occurrence }) => occurrence.slice(37));

describe('the days shops greet on (R098, R110)', () => {
  test('fall where the calendars put them, lunar years and terms that open a year among them', () => {
    const in2026 = Object.fromEntries(festivals.map((name) => [name, festivalOn(name, 2026)]));
    expect(in2026).toMatchObject({
      spring_festival: '2026-02-17',
      lantern: '2026-03-03',
      qingming: '2026-04-05',
      mother: '2026-05-10',
      dragon_boat: '2026-06-19',
      father: '2026-06-21',
      qixi: '2026-08-19',
      mid_autumn: '2026-09-25',
      double_ninth: '2026-10-18',
      winter_solstice: '2026-12-22',
      spring_begins: '2026-02-04',
      winter_begins: '2026-11-07',
      laba: '2027-01-15',
      new_year_eve: '2027-02-05',
      christmas: '2026-12-25',
    });
    // The new years that a browser's own Chinese calendar gets wrong.
    expect([festivalOn('spring_festival', 2027), festivalOn('spring_festival', 2030)]).toEqual(['2027-02-06', '2030-02-03']);
  });
  test('have a name of their own in each language', () => {
    for (const language of ['zh-CN', 'en'] as const)
      expect(new Set(festivals.map((name) => festivalNames[name][language])).size).toBe(festivals.length);
  });
});

describe('steps around a base (X04)', () => {
  const rules = [rule(afterTea, { steps: [3, 30], giveUpDays: 7 })];
  test.each([
    ['2026-11-03', []],
    ['2026-11-04', ['2026-11-01 3']],
    ['2026-11-10', ['2026-11-01 3']],
    ['2026-11-11', []],
    ['2026-12-01', ['2026-11-01 30']],
    ['2026-12-07', ['2026-11-01 30']],
    ['2026-12-08', []],
  ])('%s: %j', (on, expected) => {
    expect(occurrences(rules, { bought: [tea('2026-11-01')] }, on)).toEqual(expected);
  });
  test('a later step takes the place of an earlier one, and only the latest purchase counts', () => {
    const close = [rule(afterTea, { steps: [3, 5], giveUpDays: 30 })];
    expect(occurrences(close, { bought: [tea('2026-11-01')] }, '2026-11-07')).toEqual(['2026-11-01 5']);
    expect(occurrences(close, { bought: [tea('2026-11-01'), tea('2026-11-04')] }, '2026-11-07')).toEqual(['2026-11-04 3']);
    expect(occurrences(close, { bought: [tea('2026-11-01'), tea('2026-11-06', 1, { productId: CUP })] }, '2026-11-07')).toEqual([
      '2026-11-01 5',
    ]);
  });
  test('what came back was not bought, and anything counts where no product is named', () => {
    expect(occurrences(rules, { bought: [tea('2026-11-01', 0)] }, '2026-11-04')).toEqual([]);
    const any = [rule({ ...afterTea, productId: null }, { steps: [3], products: null })];
    expect(occurrences(any, { bought: [tea('2026-11-01', 1, { productId: null })] }, '2026-11-04')).toEqual(['2026-11-01 3']);
  });
});

test('what was bought runs out by how much it was (replenishment)', () => {
  const base = { kind: 'replenish', productId: TEA, category: null, daysPerUnit: 20 } as const;
  const rules = [rule(base, { steps: [-7, 0], giveUpDays: 14 })];
  const bought = [tea('2026-09-01', 1.5), tea('2026-09-01', 0.5)];
  expect(occurrences(rules, { bought }, '2026-10-03')).toEqual([]);
  expect(due(rules, { bought }, '2026-10-04')).toMatchObject([
    { dueOn: '2026-10-04', reason: { kind: 'replenish', baseOn: '2026-10-11', since: '2026-09-01', about: '碧螺春' } },
  ]);
  expect(due(rules, { bought: [tea('2026-09-01', 9_000)] }, '2028-08-24')[0]?.reason.baseOn).toBe('2028-08-31');
});

test('a festival comes ahead and is over the day after, each year once; a birthday of nobody is none', () => {
  const rules = [rule({ kind: 'festival', festival: 'spring_festival' }, { steps: [-10], giveUpDays: 30 })];
  const days = Array.from({ length: 800 }, (_, index) => addDays(day('2025-12-01'), index));
  const seen = days.flatMap((on) => due(rules, {}, on).map(({ reason }) => `${reason.baseOn} ${daysBetween(on, reason.baseOn)}`));
  expect(seen).toHaveLength(33);
  expect([seen[0], seen[10], seen[11], seen.at(-1)]).toEqual(['2026-02-17 10', '2026-02-17 0', '2027-02-06 10', '2028-01-26 0']);
  const lunar = [rule({ kind: 'yearly_day', calendar: 'lunar', month: 12, day: 30 }, { steps: [0] })];
  expect(due(lunar, {}, '2027-02-05')).toHaveLength(1);
});

test('children and animals reach an age; who is not born yet has none (R012, R107)', () => {
  const born = (id: string, year: number, month: number, dayOfMonth: number | null, bearer: 'family' | 'pet' = 'family') => ({
    id,
    bearer,
    name: id,
    date: { calendar: 'solar', year, month, day: dayOfMonth, isLeapMonth: false } as const,
  });
  const rules = [rule({ kind: 'age_stage', bearer: 'family', months: 6 }, { steps: [-3], giveUpDays: 10 })];
  const births = [
    born('豆豆', 2026, 5, 31),
    born('未来', 2027, 1, 1),
    born('旺财', 2026, 5, 31, 'pet'),
    born('年底', 2026, 6, null),
  ];
  expect(due(rules, { births }, '2026-11-27').map(({ reason }) => [reason.about, reason.baseOn])).toEqual([
    ['豆豆', '2026-11-30'],
  ]);
  expect(due(rules, { births }, '2026-11-28').map(({ reason }) => reason.about)).toEqual(['豆豆', '年底']);
});

test('months after the first visit, for those alone whom the rule is for', () => {
  const base = { kind: 'first_visit', months: 12 } as const;
  const facts = { firstVisitOn: day('2025-11-21') };
  expect(occurrences([rule(base, { steps: [0] })], facts, '2026-11-21')).toEqual(['2025-11-21 0']);
  expect(occurrences([rule(base, { steps: [0], isVipOnly: true })], facts, '2026-11-21')).toEqual([]);
  expect(occurrences([rule(base, { steps: [0], values: ['high'] })], facts, '2026-11-21')).toEqual([]);
  expect(occurrences([rule(base, { steps: [0], values: ['high', 'middle'] })], facts, '2026-11-21')).toHaveLength(1);
});

test('a later purchase of one rule closes the others of its group (X03)', () => {
  const other = { kind: 'after_purchase', productId: CUP, category: null } as const;
  const id = reminderRuleId('00000000-0000-7000-8000-00000000000b');
  const bought = [tea('2026-11-01'), tea('2026-11-20', 1, { productId: CUP })];
  const pair = (group: string) => [
    rule(afterTea, { steps: [20], group }),
    rule(other, { id, steps: [1], group, products: [CUP] }),
  ];
  expect(due(pair(''), { bought }, '2026-11-21')).toHaveLength(2);
  expect(due(pair('护理'), { bought }, '2026-11-21').map(({ reason }) => reason.ruleId)).toEqual([id]);
});

property.prop([
  fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }),
  fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 6 }),
  fc.integer({ min: 1, max: 60 }),
])('each step stands on at most one run of days, and nothing before the lookback matters', (ago, steps, giveUpDays) => {
  const sorted = [...steps].sort((one, next) => one - next);
  const rules = [rule(afterTea, { steps: sorted, giveUpDays })];
  const bought = [...ago].sort((one, next) => next - one).map((days) => tea(addDays(day('2026-11-21'), -days)));
  const stood = new Map<string, string[]>();
  for (let back = 320; back >= 0; back -= 1) {
    const on = addDays(day('2026-11-21'), -back);
    const all = due(rules, { bought }, on);
    const since = addDays(on, -(lookbackDays(rule(afterTea, { steps: sorted, giveUpDays })) ?? 0));
    expect(due(rules, { bought: bought.filter((item) => item.on >= since) }, on)).toEqual(all);
    for (const { occurrence } of all) stood.set(occurrence, [...(stood.get(occurrence) ?? []), on]);
  }
  for (const days of stood.values()) {
    const [first] = days;
    expect(first !== undefined && days.length <= giveUpDays).toBe(true);
    expect(days).toEqual(days.map((_, index) => addDays(day(first ?? ''), index)));
  }
});

test.each([
  [
    { kind: 'after_purchase', since: '2026-11-01', baseOn: '2026-11-01', about: '护发素', inDays: -20 },
    '买了 20 天',
    'Bought 20 days ago',
  ],
  [
    { kind: 'replenish', since: '2026-10-01', baseOn: '2026-11-24', about: '奶粉', inDays: 3 },
    '大约3 天后用完',
    'Runs out about in 3 days',
  ],
  [
    { kind: 'festival', since: null, baseOn: '2026-12-22', about: '', inDays: 1, festival: 'winter_solstice' },
    '明天冬至',
    'Winter solstice tomorrow',
  ],
  [
    { kind: 'age_stage', since: '2026-05-31', baseOn: '2026-11-30', about: '豆豆', months: 6, inDays: 9 },
    '豆豆9 天后满 6 个月',
    '豆豆: 6 months old in 9 days',
  ],
  [
    { kind: 'first_visit', since: '2025-11-21', baseOn: '2026-11-21', about: '', months: 12, inDays: 0 },
    '今天来店满 1 年',
    '1 year with us today',
  ],
] as const)('is said with its figures: %j', (figures, chinese, english) => {
  const reason = {
    ruleId: reminderRuleId('00000000-0000-7000-8000-00000000000a'),
    name: '规则',
    say: '',
    months: null,
    festival: null,
    ...figures,
    since: figures.since === null ? null : day(figures.since),
    baseOn: day(figures.baseOn),
  };
  expect(ownInChinese(reason, String).title).toBe(chinese);
  expect(ownInEnglish(reason, String).title).toBe(english);
});

test('what shops usually call about could be saved as it stands, but for the product', () => {
  expect(new Set(rulePresets.map(({ key }) => key)).size).toBe(rulePresets.length);
  expect(new Set(rulePresets.map(({ trade }) => trade))).toEqual(new Set(presetTrades));
  for (const { key, base, steps, giveUpDays, values, name, say } of rulePresets)
    for (const language of ['zh-CN', 'en'] as const) {
      const parsed = contract.reminderRules.save.input.safeParse({
        name: name[language],
        say: say[language],
        base,
        steps,
        giveUpDays,
        values,
      });
      expect([key, parsed.error?.issues]).toEqual([key, undefined]);
    }
});
