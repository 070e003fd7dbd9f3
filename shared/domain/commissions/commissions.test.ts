import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CENTS, cents, quantity, sumCents } from '../../types/amounts.ts';
import { commissionRuleId, productId, staffId } from '../../types/ids.ts';
import { localDate } from '../../types/time.ts';
import {
  commissionKinds,
  commissionOf,
  commissionRuleFor,
  commissionSheet,
  inEqualShares,
  isSameCommission,
} from './commissions.ts';
import type { CommissionEntry, CommissionRule } from './commissions.ts';

/** An id in its form from a letter. */
const idOf = (letter: string): string => `00000000-0000-7000-8000-${letter.repeat(12)}`;
const rule = (name: string, more: Partial<CommissionRule> = {}): CommissionRule => ({
  id: commissionRuleId(idOf('0')),
  name,
  kind: 'sale',
  productId: null,
  category: null,
  rate: { kind: 'percent', basisPoints: 500 },
  fromOn: null,
  untilOn: null,
  ...more,
});
const entry = (more: Partial<CommissionEntry> = {}): CommissionEntry => ({
  kind: 'sale',
  on: localDate('2026-11-21'),
  productId: null,
  category: null,
  quantity: quantity(1000),
  baseCents: cents(100_00),
  staffIds: [staffId(idOf('a'))],
  ...more,
});

describe('commission (X69)', () => {
  it('follows the rule that says it most exactly, on its days', () => {
    const tea = productId(idOf('1'));
    const rules = [
      rule('everything'),
      rule('category', { category: '茶' }),
      rule('product', { productId: tea, fromOn: localDate('2026-11-01') }),
      rule('service', { kind: 'service' }),
    ];
    const found = (more: Partial<CommissionEntry>) => commissionRuleFor(rules, entry(more))?.name ?? null;
    expect(found({ productId: tea, category: '茶' })).toBe('product');
    expect(found({ productId: tea, category: '茶', on: localDate('2026-10-31') })).toBe('category');
    expect(found({ productId: productId(idOf('2')) })).toBe('everything');
    expect(found({ kind: 'service', productId: tea })).toBe('service');
    expect(found({ kind: 'top_up' })).toBeNull();
  });

  it('knows two rules that would both be meant', () => {
    const first = rule('a', { untilOn: localDate('2026-10-31') });
    expect(isSameCommission(first, rule('b', { fromOn: localDate('2026-11-01') }))).toBe(false);
    expect(isSameCommission(first, rule('b', { fromOn: localDate('2026-10-31') }))).toBe(true);
    expect(isSameCommission(first, rule('b', { category: '茶' }))).toBe(false);
    expect(isSameCommission(first, rule('b', { kind: 'service' }))).toBe(false);
  });

  it('is a share to the cent, or so much for each piece', () => {
    const of = (basisPoints: number, amount: number) =>
      commissionOf({ kind: 'percent', basisPoints }, { baseCents: cents(amount), quantity: quantity(1000) });
    expect(of(750, 99_99)).toBe(7_50);
    expect(of(5000, 1)).toBe(1);
    expect(of(10_000, MAX_CENTS)).toBe(MAX_CENTS);
    expect(commissionOf({ kind: 'each', cents: cents(15_00) }, { baseCents: cents(0), quantity: quantity(2500) })).toBe(37_50);
  });

  const amount = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 });
  const rate = fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 0, max: 10_000 }) }),
    fc.record({ kind: fc.constant('each' as const), cents: fc.integer({ min: 0, max: 100_000 }).map(cents) }),
  );
  it('takes back for what came back exactly what it had given', () => {
    fc.assert(
      fc.property(rate, amount, fc.integer({ min: 1, max: 100_000 }), (given, base, many) => {
        const sold = commissionOf(given, { baseCents: cents(base), quantity: quantity(many) });
        const back = commissionOf(given, { baseCents: cents(0 - base), quantity: quantity(0 - many) });
        expect(sold + back).toBe(0);
      }),
    );
  });

  it('parts nothing away and adds nothing', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 4 }), (whole, many) => {
        const shares = inEqualShares(cents(whole), many);
        expect(sumCents(shares)).toBe(whole);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(many);
      }),
    );
  });

  it('comes in all to what its items come to, whoever did them and in whatever order', () => {
    const anEntry = fc
      .record({
        kind: fc.constantFrom(...commissionKinds),
        baseCents: amount.map(cents),
        quantity: fc.integer({ min: -5000, max: 5000 }).map(quantity),
        staffIds: fc.uniqueArray(
          fc.constantFrom('a', 'b', 'c').map((letter) => staffId(idOf(letter))),
          { maxLength: 3 },
        ),
      })
      .map(entry);
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 40 }), rate, (entries, given) => {
        const rules = [rule('sale', { rate: given }), rule('use', { kind: 'card_use', rate: given })];
        const sheet = commissionSheet(rules, entries);
        const sums = [...sheet.values()].flatMap((row) => Object.values(row));
        expect(sums.reduce((sum, { baseCents }) => sum + baseCents, 0)).toBe(
          entries.reduce((sum, { baseCents }) => sum + baseCents, 0),
        );
        const expected = entries
          .filter(({ kind }) => kind === 'sale' || kind === 'card_use')
          .reduce((sum, one) => sum + commissionOf(given, one), 0);
        expect(sums.reduce((sum, { commissionCents }) => sum + commissionCents, 0)).toBe(expected);
        const other = commissionSheet(rules, [...entries].reverse());
        for (const [who, row] of sheet) expect(other.get(who)).toEqual(row);
      }),
    );
  });
});
