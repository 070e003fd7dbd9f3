import { MAX_QUANTITY, UNIT_QUANTITY, quantity, type Quantity } from '../types/amounts.ts';

const QUANTITY_PATTERN = /^(\d*)(?:\.(\d{0,3}))?$/;

/** The quantity a person typed (`2`, `0.25`), in thousandths. Null unless it is more than nothing and fits a field. */
export const parseQuantity = (text: string): Quantity | null => {
  const plain = text
    .trim()
    .replaceAll(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\uff0e\u3002]/g, '.');
  const match = QUANTITY_PATTERN.exec(plain);
  if (match === null || !/\d/.test(plain)) return null;
  const value =
    BigInt(match[1] === '' ? '0' : (match[1] ?? '0')) * BigInt(UNIT_QUANTITY) + BigInt((match[2] ?? '').padEnd(3, '0'));
  return value < 1n || value > BigInt(MAX_QUANTITY) ? null : quantity(Number(value));
};

/** A quantity without needless zeros: 1000 is "1", 250 is "0.25", -2000 is "-2". */
export const formatQuantity = (amount: Quantity): string => {
  const size = Math.abs(amount);
  const fraction = String(size % UNIT_QUANTITY)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${amount < 0 ? '-' : ''}${Math.trunc(size / UNIT_QUANTITY)}${fraction === '' ? '' : `.${fraction}`}`;
};
