import { expect, test } from 'vitest';
import { localDate } from '../../types/time.ts';
import { cardRows, isPaidByCard } from './receiptCards.ts';

const card = {
  name: '洗车 10 次卡',
  number: 'K20261121-0001',
  kind: 'use',
  uses: -2,
  left: 7,
  lastDay: localDate('2027-11-21'),
} as const;

test('a receipt tells which card was used, what is left of it and until when (R069)', () => {
  expect(cardRows('zh-CN', [card])).toEqual([
    { kind: 'text', text: '洗车 10 次卡 K20261121-0001' },
    { kind: 'text', text: '  扣 2 次，还剩 7 次，到 2027-11-21' },
  ]);
  expect(cardRows('en', [{ ...card, left: null, lastDay: null }]).at(-1)).toEqual({ kind: 'text', text: '  2 used' });
  expect(cardRows('zh-CN', [{ ...card, kind: 'void' }]).at(-1)).toEqual({ kind: 'text', text: '  作废' });
  expect(cardRows('zh-CN', [])).toEqual([]);
});

test('a line that sells a card is not paid by one', () => {
  expect(isPaidByCard({ cards: [card] })).toBe(true);
  expect(isPaidByCard({ cards: [{ ...card, kind: 'issue', uses: 10 }] })).toBe(false);
});
