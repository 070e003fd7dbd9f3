import { describe, expect, it } from 'vitest';
import { detectDelimiter } from './delimiter.ts';
import { headerKey } from './headerKey.ts';
import { findHeaderRows } from './headerRows.ts';
import { guessForm, guessMapping, recognised } from './headers.ts';
import { cellText, isTotalsRow, textOrNull } from './text.ts';

const inEitherForm = (headers: readonly string[]): number => recognised('auto', headers);

describe('a guessed mapping', () => {
  it('understands the headers of a Chinese member export', () => {
    const headers = [
      '会员卡号',
      '姓名',
      '手机号码',
      '性别',
      '会员生日',
      '生日类型',
      '剩余积分',
      '积分',
      '开卡日期',
      '备注',
      'openid',
    ];
    expect(guessMapping('customers', 'auto', headers)).toEqual([
      'cardNo',
      'name',
      'phone',
      'gender',
      'birthday',
      'birthdayCalendar',
      'points',
      null,
      'createdOn',
      'note',
      null,
    ]);
  });
  it('takes the balance of points before the lifetime sum, wherever they stand', () => {
    expect(guessMapping('customers', 'auto', ['姓名', '积分', '剩余积分'])).toEqual(['name', null, 'points']);
  });
  it('understands a purchase log with units and spaces in its headers', () => {
    expect(guessMapping('purchases', 'auto', ['会员号 ', '消费时间', '商品名称', '数量', '实收金额(元)', '营业员'])).toEqual([
      'customerNumber',
      'date',
      'product',
      'quantity',
      'amount',
      'staff',
    ]);
  });
  it('understands the CDNOW log with and without its preset', () => {
    const headers = ['customer_id', 'date', 'number_of_cds', 'dollar_value'];
    const meanings = ['customerNumber', 'date', 'quantity', 'amount'];
    expect(guessMapping('purchases', 'cdnow', headers)).toEqual(meanings);
    expect(guessMapping('purchases', 'auto', headers)).toEqual(meanings);
  });
  it('gives a meaning to one column only, but for further numbers and texts in parts', () => {
    expect(guessMapping('customers', 'auto', ['手机', '积分', '固定电话', '剩余积分'])).toEqual([
      'phone',
      null,
      'phone',
      'points',
    ]);
    expect(guessMapping('customers', 'auto', ['省份', '城市', '地址'])).toEqual(['region', 'region', 'address']);
    expect(guessMapping('purchases', 'auto', ['手机', '电话', '手机号'])).toEqual([null, null, 'phone']);
  });
  it('tells a purchase log from a customer list', () => {
    expect(guessForm(['姓名', '手机', '消费日期', '金额'])).toBe('purchases');
    expect(guessForm(['姓名', '手机', '生日'])).toBe('customers');
  });
  it('passes over titles and group headings above the header', () => {
    const rows = [
      ['会员资料导出', '', ''],
      ['基本信息', '', '联系方式'],
      ['卡号', '姓名', '手机号'],
      ['001', '王芳', '13800000001'],
    ];
    expect(findHeaderRows(rows, inEitherForm)).toMatchObject({ first: 2, last: 2 });
    expect(findHeaderRows([['001', '王芳', '13800000001']], inEitherForm)).toBeNull();
  });
  it('compares headers without case, marks and units', () => {
    expect(headerKey('﻿Customer_ID ')).toBe('customerid');
    expect(headerKey('金额(元)*')).toBe('金额');
  });
});

describe('what separates the fields', () => {
  it.each([
    ['comma', ['a,b,c', '1,"x,y",3', '2,z,4']],
    ['tab', ['a\tb', '1\t2,5']],
    ['semicolon', ['a;b;c', '1,5;2;3']],
    ['pipe', ['a|b', '1|2']],
    ['spaces', [' customer_id  date number_of_cds  dollar_value', ' 00001 19970101  1   11.77']],
    ['comma', ['姓名', '王芳', '李 雷']],
    ['comma', ['a,b', '1,"x | y', 'p | q', 'r | s"', '2,"u | v', 'cut | off']],
  ] as const)('is seen: %s', (expected, lines) => {
    expect(detectDelimiter(lines)).toBe(expected);
  });
});

describe('a cell', () => {
  it('loses padding, a leading apostrophe and the wrapper that keeps zeros', () => {
    expect([cellText(" '00012 "), cellText('="00012"'), cellText('\ufeff号'), cellText("O'Neil")]).toEqual([
      '00012',
      '00012',
      '号',
      "O'Neil",
    ]);
  });
  it('is empty when an old program wrote a mark for nothing', () => {
    expect(['无', '-', 'NULL', ' ', '暂无'].map(textOrNull)).toEqual([null, null, null, null, null]);
    expect(textOrNull('无锡')).toBe('无锡');
  });
  it('shows a totals line for what it is', () => {
    expect(isTotalsRow(['合计', '', '1280'])).toBe(true);
    expect(isTotalsRow(['', 'Total:', '3'])).toBe(true);
    expect(isTotalsRow(['合计美', '2024-01-01', '3'])).toBe(false);
  });
});
