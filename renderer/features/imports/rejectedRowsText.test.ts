import { expect, it } from 'vitest';
import { rejectedRowsText } from './rejectedRowsText.ts';

it('quotes every cell under its header and defuses what a spreadsheet would run', () => {
  expect(rejectedRowsText(['a', '=b'], [['3', '=1+1', 'a "b"']], (row) => row)).toBe(
    '\uFEFF"a","\'=b"\r\n"3","\'=1+1","a ""b"""\r\n',
  );
});
