import { openBenchGate } from './gate.ts';
import { BENCH_TODAY } from './shop.ts';

/** Whatever a visit can bring about is on: points that lapse and pay, rules, tiers, growth, stamps, coupons, rewards of referrals. */
export const turnLoyaltyOn = async (path: string): Promise<void> => {
  const gate = await openBenchGate(path, BENCH_TODAY);
  await gate.call('settings.update', {
    changes: {
      pointsExpiry: 'months',
      pointsPerMoneyUnit: 100,
      growthPerHundred: 100,
      growthPerVisit: 10,
      growthPerDay: 5,
      referralsPaid: true,
      isOnAccount: true,
      keepsGifts: true,
    },
  });
  await gate.call('earningRules.save', { name: '周末双倍', percent: 200, weekdays: [6, 7] });
  await gate.call('earningRules.save', { name: '会员日三倍', percent: 300, monthDays: [8] });
  await gate.call('tiers.save', { name: '银卡', threshold: 1000_00, keepThreshold: 600_00, earnPercent: 120 });
  await gate.call('tiers.save', { name: '金卡', threshold: 3000_00, discountBasisPoints: 500, earnPercent: 150 });
  await gate.call('stamps.saveCard', {
    name: '集十送积分',
    per: 'visit',
    leastCents: 0,
    scope: { productIds: [], categories: [] },
    needed: 10,
    points: 50,
    couponTypeId: null,
  });
  await gate.close();
};
