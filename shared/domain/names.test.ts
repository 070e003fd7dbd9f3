import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { nameInitials, nameSortKey, nameSyllables } from './names.ts';

describe('names are sorted as they are spoken', () => {
  test.each([
    ['张小明', 'zhang xiao ming'],
    ['单雄信', 'shan xiong xin'],
    ['仇英', 'qiu ying'],
    ['解缙', 'xie jin'],
    ['曾国藩', 'zeng guo fan'],
    ['尉迟恭', 'yu chi gong'],
    ['区小明', 'ou xiao ming'],
    ['张重阳', 'zhang chong yang'],
    ['John 王', 'john wang'],
    ['ＡＮＮＡ', 'anna'],
    ['顾客10001', 'gu ke 10001'],
  ])('%s as %s', (name, key) => {
    expect(nameSortKey(name)).toBe(key);
  });
});

describe('every reading of a name is known', () => {
  const readings = (name: string): (readonly string[])[] => nameSyllables(name).map((syllable) => syllable.readings);

  test('the surname reading leads, the others follow', () => {
    expect(readings('单')[0]?.slice(0, 2)).toEqual(['shan', 'dan']);
    expect(readings('尉迟恭').map(([first]) => first)).toEqual(['yu', 'chi', 'gong']);
    expect(readings('尉迟恭')[0]).toContain('wei');
  });

  test('ü can be typed as v, u or yu', () => {
    expect(readings('吕')[0]).toEqual(['lv', 'lu', 'lyu']);
  });

  test('marks and figures are passed over, words stay whole', () => {
    expect(nameSyllables('阿 May(2)').map(({ start, end, readings: [first] }) => [start, end, first])).toEqual([
      [0, 1, 'a'],
      [2, 5, 'may'],
    ]);
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 12 })])(
    'no text is too strange: syllables stay inside it and in order',
    (name) => {
      let last = 0;
      for (const { start, end, readings: known, initials } of nameSyllables(name)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
        for (const reading of known) {
          expect(reading).toMatch(/^[a-z]+$/);
          expect(initials).toContain(reading.charAt(0));
        }
      }
      expect(last).toBeLessThanOrEqual(name.length);
      expect(nameSortKey(name)).toBe(nameSortKey(name).trim());
    },
  );

  test('initials take the likeliest reading', () => {
    expect([nameInitials('曾国藩'), nameInitials('洗发水'), nameInitials('John 王')]).toEqual(['zgf', 'xfs', 'jw']);
  });
});
