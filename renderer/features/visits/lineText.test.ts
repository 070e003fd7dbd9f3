import { describe, expect, it } from 'vitest';
import { parseLineText } from './lineText.ts';

describe('a line as typed', () => {
  it.each([
    ['88', '', 8800, 1000],
    ['88.5', '', 8850, 1000],
    ['剪发', '剪发', null, 1000],
    ['剪发 88', '剪发', 8800, 1000],
    ['剪发88', '剪发', 8800, 1000],
    ['护发素 250ml 88', '护发素 250ml', 8800, 1000],
    ['护发素 88 x2', '护发素', 8800, 2000],
    ['护发素 88*2', '护发素', 8800, 2000],
    ['茶叶 360 ×0.25', '茶叶', 36000, 250],
    ['护发素 x3', '护发素', null, 3000],
    ['护发素 250ml', '护发素 250ml', null, 1000],
    ['疗程第2', '疗程第2', null, 1000],
    ['iPhone X', 'iPhone X', null, 1000],
    ['  ', '', null, 1000],
    ['6901234567890123', '6901234567890123', null, 1000],
  ])('%j', (text, name, price, quantity) => {
    expect(parseLineText(text)).toEqual({ name, price, quantity });
  });
});
