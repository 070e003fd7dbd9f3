import { describe, expect, it } from 'vitest';
import { stampRows } from './receiptStamps.ts';

describe('what a receipt tells of stamps (X61)', () => {
  it('how each card stands that it moved, that a full one brought its reward, and nothing below none', () => {
    const card = { name: '十送一', stamps: 7, needed: 10, rewards: 0 };
    expect(stampRows([card], 'zh-CN')).toEqual([{ kind: 'pair', left: '十送一', right: '7/10 点' }]);
    expect(stampRows([{ ...card, stamps: -2, rewards: 1 }], 'en')).toEqual([
      { kind: 'pair', left: '十送一', right: '0 of 10 stamps' },
      { kind: 'text', text: 'Card full: reward given' },
    ]);
    expect(stampRows([], 'en')).toEqual([]);
  });
});
