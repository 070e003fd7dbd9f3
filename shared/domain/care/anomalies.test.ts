import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../types/time.ts';
import { anomaliesOf, birthdayKey } from './anomalies.ts';
import type { CheckBasis, CheckedFacts } from './anomalies.ts';
import { crowdedDays, poissonTail, regionVariants } from './crowds.ts';

const today = localDate('2026-11-21');
const basis: CheckBasis = {
  today,
  consentMonths: 24,
  birthdays: { lunarLeapBirthday: 'leap_month', feb29: 'feb_28' },
  crowdedBirthdays: new Map([['solar 2024-05-02', 412]]),
  regionVariants: new Map([['上海 浦东', '上海市浦东']]),
};
const clean: CheckedFacts = {
  name: '王芳',
  cardNo: '10023',
  region: '上海市浦东',
  consentOn: localDate('2026-01-01'),
  birthday: { calendar: 'solar', year: 1990, month: 5, day: 12, isLeapMonth: false },
  phones: [{ value: '138 1234 2210', e164: '+8613812342210', people: 2 }],
  emails: ['wang.fang@example.com'],
  purchaseDays: 3,
};
const found = (change: Partial<CheckedFacts>) =>
  anomaliesOf({ ...clean, ...change }, basis).map(({ kind, figure }) => [kind, figure]);
const born = (year: number | null, month: number | null = 5, day: number | null = 12) => ({
  birthday: { calendar: 'solar', year, month, day, isLeapMonth: false } as const,
});

describe('what looks wrong in a customer’s data (R185)', () => {
  it('is nothing in sound data', () => {
    expect(found({})).toEqual([]);
    expect(
      found({ name: 'Anna Müller', cardNo: null, region: null, consentOn: null, birthday: null, phones: [], emails: [] }),
    ).toEqual([]);
  });

  it.each([
    ['born in the future', born(2027), [['birthday_impossible', -1]]],
    ['born later this year', born(2026, 12, 1), [['birthday_impossible', -1]]],
    ['116 years old', born(1910), [['birthday_impossible', 116]]],
    ['110 years old can be', born(1916), []],
    ['a day of birth without a year can be', born(null), []],
    ['born on a day the old system invented', born(2024, 5, 2), [['birthday_crowded', 412]]],
    ['a child of six who buys', born(2020), [['child_spending', 6]]],
    ['a child of six who never bought', { ...born(2020), purchaseDays: 0 }, []],
    ['a number with a figure too few', { phones: [{ value: '1381234221', e164: null, people: 0 }] }, [['phone_unreadable', 10]]],
    [
      'a number of three people',
      { phones: [{ value: '13812342210', e164: '+8613812342210', people: 3 }] },
      [['phone_shared', 3]],
    ],
    ['a name of figures', { name: '13812342210' }, [['name_odd', null]]],
    ['a test', { name: '测试1' }, [['name_odd', null]]],
    ['a name that stands for nobody', { name: '未知' }, [['name_odd', null]]],
    ['punctuation', { name: '。' }, [['name_odd', null]]],
    ['a card number a spreadsheet made', { cardNo: '1.38E+10' }, [['card_odd', null]]],
    ['a card number of zeros', { cardNo: '000000' }, [['card_odd', null]]],
    ['an apostrophe before a card number', { cardNo: "'10023" }, [['card_odd', null]]],
    ['an address without a domain', { emails: ['wang@'] }, [['email_malformed', null]]],
    ['the unusual spelling of a region', { region: '上海 浦东' }, [['region_variant', null]]],
    ['a consent of two years ago', { consentOn: localDate('2024-11-01') }, [['consent_old', 24]]],
  ])('%s', (_what, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  it('leaves real names alone: one character, with a figure to tell two apart, of a minority, in Latin letters', () => {
    for (const name of ['单', '小丽2', '阿依古丽·买买提', "Conor O'Brien", 'José', '欧阳小满', '陈女士'])
      expect(found({ name })).toEqual([]);
  });

  it('is told once, however often the same number was noted', () => {
    const phone = { value: '12', e164: null, people: 0 };
    expect(found({ phones: [phone, phone] })).toEqual([['phone_unreadable', 2]]);
  });

  it('answers for any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (name, cardNo, email) => {
        expect(anomaliesOf({ ...clean, name, cardNo, emails: [email] }, basis).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('birthdays an old system invented (R185)', () => {
  const spread = (people: number, days: number) =>
    Array.from({ length: days }, (_day, index) => ({ key: `solar day ${index}`, people }));

  it('stand out from those of chance: 300 of 10,000 on one day, but not 5', () => {
    const days = [...spread(1, 9_700), { key: 'solar 2024-05-02', people: 300 }];
    expect(crowdedDays(days).map(({ key }) => key)).toEqual(['solar 2024-05-02']);
    expect(crowdedDays([...spread(1, 9_995), { key: 'solar 1988-08-08', people: 5 }])).toEqual([]);
  });

  it('in a small shop five on one day are too many, four are not', () => {
    expect(crowdedDays([...spread(1, 100), { key: 'a', people: 5 }])).toHaveLength(1);
    expect(crowdedDays([...spread(1, 100), { key: 'a', people: 4 }])).toEqual([]);
  });

  it('are judged by the Poisson tail: the sum of its terms, falling with the count, rising with the mean', () => {
    expect(poissonTail(0, 3)).toBeCloseTo(1, 12);
    expect(poissonTail(1, 3)).toBeCloseTo(1 - Math.exp(-3), 12);
    // Reference: sum of e^-2 2^k / k! from 5 up.
    expect(poissonTail(5, 2)).toBeCloseTo(0.052653017, 8);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.double({ min: 0.01, max: 50, noNaN: true }), (count, mean) => {
        const tail = poissonTail(count, mean);
        expect(tail).toBeGreaterThanOrEqual(0);
        expect(tail).toBeLessThanOrEqual(1 + 1e-12);
        expect(poissonTail(count + 1, mean)).toBeLessThanOrEqual(tail + 1e-12);
      }),
    );
  });

  it('are the same day only in the same calendar, with the same leap month', () => {
    const date = { calendar: 'lunar', year: 1990, month: 5, day: 3, isLeapMonth: true } as const;
    expect(birthdayKey(date)).toBe('lunar 1990-05-03 leap');
    expect(birthdayKey({ ...date, isLeapMonth: false })).not.toBe(birthdayKey(date));
    expect(birthdayKey({ ...date, year: null })).toBe('lunar ?-05-03 leap');
  });
});

describe('spellings of a region (R185)', () => {
  it('are variants of the one most people have; of equals, of the longest', () => {
    const variants = regionVariants([
      { spelling: '上海市浦东', people: 40 },
      { spelling: '上海 浦东', people: 3 },
      { spelling: '上海浦东', people: 1 },
      { spelling: '杭州', people: 1 },
      { spelling: '杭州市', people: 1 },
      { spelling: '南京', people: 9 },
    ]);
    expect([...variants]).toEqual([
      ['上海 浦东', '上海市浦东'],
      ['上海浦东', '上海市浦东'],
      ['杭州', '杭州市'],
    ]);
  });

  it('always lead to a spelling in use that is no variant itself', () => {
    const spelling = fc.constantFrom('上海', '上海市', ' 上海', '北京', '北京市', 'Pudong', 'pudong', 'PUDONG.', '市');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ spelling, people: fc.integer({ min: 1, max: 9 }) }), { selector: (one) => one.spelling }),
        (spellings) => {
          const variants = regionVariants(spellings);
          for (const [, usual] of variants) {
            expect(spellings.some((one) => one.spelling === usual)).toBe(true);
            expect(variants.has(usual)).toBe(false);
          }
        },
      ),
    );
  });
});
