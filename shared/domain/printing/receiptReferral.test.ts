import { describe, expect, it } from 'vitest';
import { points } from '../../types/amounts.ts';
import { referralRows } from './receiptReferral.ts';

const nothing = { points: points(0), coupon: null };

describe('what a receipt tells of a referral (R093)', () => {
  it('both sides with what they got, and nothing where nobody got anything', () => {
    const referral = { newcomer: { points: points(50), coupon: '五元券' }, referrer: { points: points(1000), coupon: null } };
    expect(referralRows(referral, 'zh-CN')).toEqual([
      { kind: 'rule' },
      { kind: 'title', text: '介绍奖励' },
      { kind: 'pair', left: '您得', right: '50 分、券「五元券」' },
      { kind: 'pair', left: '介绍人得', right: '1,000 分' },
    ]);
    expect(referralRows({ newcomer: nothing, referrer: nothing }, 'en')).toEqual([]);
    expect(referralRows(null, 'en')).toEqual([]);
  });
});
