import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { bestGift, giftBy } from './gifts.ts';
import { addPurses, covers, negated, purse, purseTotal } from './purse.ts';
import { goesBackToPurse, paysExchange, refundOf, splitSpend, storedSpendOrders } from './spending.ts';

const amount = fc.integer({ min: 0, max: 10_000_000_000 });
const anyPurse = fc.record({ principal: amount, gift: amount }).map(({ principal, gift }) => purse(principal, gift));

describe('spending', () => {
  it('takes principal and gift in proportion, or one before the other', () => {
    const balance = purse(500_00, 50_00);
    expect(splitSpend(cents(110_00), balance, 'proportion')).toEqual(purse(100_00, 10_00));
    expect(splitSpend(cents(110_00), balance, 'principal_first')).toEqual(purse(110_00, 0));
    expect(splitSpend(cents(110_00), balance, 'gift_first')).toEqual(purse(60_00, 50_00));
    expect(splitSpend(cents(510_00), balance, 'principal_first')).toEqual(purse(500_00, 10_00));
  });

  test.prop([anyPurse, fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...storedSpendOrders)])(
    'pays the amount exactly and leaves neither below nothing',
    (balance, share, order) => {
      const wanted = cents(Math.floor(purseTotal(balance) * share));
      const spent = splitSpend(wanted, balance, order);
      expect(purseTotal(spent)).toBe(wanted);
      expect(spent.principalCents >= 0 && spent.giftCents >= 0).toBe(true);
      expect(covers(balance, negated(spent))).toBe(true);
    },
  );
});

describe('a refund', () => {
  it('pays principal out and ends the gift with it', () => {
    expect(refundOf(purse(400_00, 40_00), cents(400_00))).toEqual(purse(400_00, 40_00));
    expect(refundOf(purse(400_00, 40_00), cents(100_00))).toEqual(purse(100_00, 10_00));
    expect(refundOf(purse(3_00, 1_00), cents(1_00))).toEqual(purse(1_00, 34));
  });

  test.prop([anyPurse, fc.double({ min: 0, max: 1, noNaN: true })])(
    'never takes more gift than there is, and all of it with all principal',
    (balance, share) => {
      const wanted = cents(Math.floor(balance.principalCents * share));
      fc.pre(wanted > 0);
      const taken = refundOf(balance, wanted);
      expect(covers(balance, negated(taken))).toBe(true);
      expect(refundOf(balance, balance.principalCents)).toEqual(balance);
    },
  );
});

describe('what a return gives back into the purse', () => {
  const sale = fc
    .record({
      total: fc.integer({ min: 1, max: 100_000 }),
      points: fc.integer({ min: 0, max: 100 }),
      stored: fc.integer({ min: 0, max: 100 }),
      gift: fc.integer({ min: 0, max: 100 }),
      cuts: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 }),
    })
    .map(({ total, points, stored, gift, cuts }) => {
      const withPoints = Math.floor((total * points) / 100);
      const fromPurse = Math.floor(((total - withPoints) * stored) / 100);
      const giftPart = Math.floor((fromPurse * gift) / 100);
      const marks: readonly number[] = [
        ...cuts.map((cut) => Math.floor((total * cut) / 100)).sort((one, other) => one - other),
        total,
      ];
      return { total, withPoints, stored: purse(fromPurse - giftPart, giftPart), marks };
    });

  test.prop([sale])(
    'never more than comes back, and all of it once everything has come back',
    ({ total, withPoints, stored, marks }) => {
      let returned = 0;
      let pointsBack = 0;
      let back = purse(0, 0);
      for (const mark of marks) {
        const now = mark - returned;
        const pointsNow = Math.max(0, withPoints - Math.floor((withPoints * (total - mark)) / total) - pointsBack);
        const given = goesBackToPurse(
          {
            totalCents: cents(total),
            pointsCents: cents(withPoints),
            pointsBackBefore: cents(pointsBack),
            pointsBackNow: cents(pointsNow),
            stored,
            storedBefore: back,
            returnedCents: cents(returned),
          },
          cents(now),
        );
        expect(given.principalCents >= 0 && given.giftCents >= 0).toBe(true);
        expect(pointsNow + purseTotal(given)).toBeLessThanOrEqual(now);
        const spent = paysExchange(given, cents(now), cents(Math.floor(now / 2)));
        expect(covers(given, negated(spent))).toBe(true);
        returned = mark;
        pointsBack += pointsNow;
        back = addPurses(back, given);
        expect(covers(stored, negated(back))).toBe(true);
      }
      expect(back).toEqual(stored);
    },
  );

  it('an exchange for the same price moves nothing', () => {
    const back = purse(80_00, 20_00);
    expect(paysExchange(back, cents(100_00), cents(100_00))).toEqual(back);
    expect(paysExchange(back, cents(100_00), cents(250_00))).toEqual(back);
    expect(paysExchange(back, cents(100_00), cents(50_00))).toEqual(purse(40_00, 10_00));
  });
});

describe('what the shop gives on top', () => {
  const rule = (from: number, give: number, isRepeated = false) =>
    ({ fromCents: cents(from), gift: { kind: 'amount', cents: cents(give), isRepeated } }) as const;
  const share = (from: number, basisPoints: number) =>
    ({ fromCents: cents(from), gift: { kind: 'percent', basisPoints } }) as const;

  it('is what the best rule gives, and nothing below every threshold', () => {
    const rules = [rule(500_00, 50_00), rule(1000_00, 150_00), share(300_00, 800)];
    expect(bestGift(rules, cents(299_99))).toBeNull();
    expect(bestGift(rules, cents(300_00))?.giftCents).toBe(24_00);
    expect(bestGift(rules, cents(500_00))?.giftCents).toBe(50_00);
    expect(bestGift(rules, cents(1000_00))).toMatchObject({ rule: { fromCents: 1000_00 }, giftCents: 150_00 });
    expect(giftBy(rule(500_00, 50_00), cents(1500_00))).toBe(50_00);
    expect(giftBy(rule(500_00, 50_00, true), cents(1499_99))).toBe(100_00);
  });
});
