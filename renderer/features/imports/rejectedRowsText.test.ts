import { expect, it } from 'vitest';
import { rejectedRowsText } from './rejectedRowsText.ts';

it('quotes every cell and defuses what a spreadsheet would run', () => {
  expect(rejectedRowsText([['3', '=1+1', 'a "b"']], (row) => row)).toBe('\uFEFF"3","\'=1+1","a ""b"""\r\n');
});
