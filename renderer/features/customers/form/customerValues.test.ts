import { describe, expect, test } from 'vitest';
import { blankCustomer } from '../../../../shared/contract/customers.ts';
import { localDate } from '../../../../shared/types/time.ts';
import { changesBetween, customerValuesSchema, inputOf, valuesOf } from './customerValues.ts';

const today = localDate('2026-11-21');
const blank = valuesOf({ fields: { ...blankCustomer, name: '' }, referrerName: null }, 'zh-CN');
const wang = { ...blank, name: ' 王芳 ', phone: '13812342210', birthday: '农历八月十五' };

const issuesOf = (values: typeof blank): [string, string][] => {
  const answer = customerValuesSchema(today).safeParse(values);
  return answer.success ? [] : answer.error.issues.map((issue) => [issue.path.join('.'), issue.code]);
};

describe('the customer form', () => {
  test('a name is enough', () => {
    expect(issuesOf({ ...blank, name: '王芳' })).toEqual([]);
    expect(issuesOf(blank)).toEqual([['name', 'too_small']]);
  });

  test('a birthday that cannot be read is told at its field and nothing else is lost', () => {
    expect(issuesOf({ ...wang, birthday: '下个月' })).toEqual([['birthday', 'custom']]);
    expect(issuesOf({ ...wang, name: '', birthday: '下个月' })).toEqual([
      ['birthday', 'custom'],
      ['name', 'too_small'],
    ]);
  });

  test('empty fields are unknown, not empty text', () => {
    expect(inputOf({ ...wang, wechat: '  ' }, today)).toMatchObject({
      wechat: null,
      birthday: { calendar: 'lunar', year: null, month: 8, day: 15, isLeapMonth: false },
    });
  });

  test('only what was changed is sent', () => {
    const before = inputOf(wang, today);
    expect(changesBetween(before, inputOf({ ...wang, likes: '短发', birthday: '8.15' }, today))).toEqual({
      likes: '短发',
      birthday: { calendar: 'solar', year: null, month: 8, day: 15, isLeapMonth: false },
    });
    expect(changesBetween(before, inputOf({ ...wang }, today))).toEqual({});
  });

  test('opening a card in the form and saving it untouched changes nothing', () => {
    const fields = {
      ...blankCustomer,
      name: '王芳',
      phone: '13812342210',
      birthday: { calendar: 'lunar' as const, year: 1990, month: 5, day: 3, isLeapMonth: true },
    };
    const before = inputOf(valuesOf({ fields, referrerName: null }, 'zh-CN'), today);
    expect(before).toEqual(fields);
  });

  test('the reason for VIP goes when VIP goes', () => {
    expect(inputOf({ ...wang, isVip: false, vipReason: '老板的朋友' }, today).vipReason).toBeNull();
  });
});
