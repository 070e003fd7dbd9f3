import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, points, quantity } from '../../types/amounts.ts';
import { productId, stampCardId } from '../../types/ids.ts';
import { countedLines, replayStamps, settleStep, stampsFor } from './stamps.ts';
import type { StampCard, StampEntry, StampLine } from './stamps.ts';

const id = (digit: number) => `0190a000-0000-7000-8000-00000000000${digit}`;
const line = (position: number, many: number, amount: number): StampLine => ({
  position,
  productId: productId(id(position)),
  category: position === 0 ? '咖啡' : null,
  quantity: quantity(many),
  amountCents: cents(amount),
});
const card: StampCard = {
  id: stampCardId(id(9)),
  name: '十送一',
  per: 'item',
  leastCents: cents(0),
  scope: { productIds: [], categories: ['咖啡'] },
  needed: 10,
  points: points(0),
  couponTypeId: null,
};

describe('stamps (X61)', () => {
  it('come for pieces of what counts; what is free, or not whole, brings none', () => {
    const lines = [line(0, 3000, 30_00), line(1, 5000, 50_00)];
    expect(countedLines(card, lines)).toEqual([lines[0]]);
    expect(stampsFor(card, countedLines(card, lines))).toBe(3);
    expect(stampsFor(card, [line(0, 2900, 29_00), line(1, 1000, 0)])).toBe(2);
  });
  it('come for a visit that is dear enough, and for every so much money', () => {
    const visit = { per: 'visit', leastCents: cents(50_00) } as const;
    expect(stampsFor(visit, [line(0, 1000, 49_99)])).toBe(0);
    expect(stampsFor(visit, [line(0, 1000, 30_00), line(1, 1000, 20_00)])).toBe(1);
    expect(stampsFor({ ...visit, leastCents: cents(0) }, [line(0, 1000, 0)])).toBe(1);
    expect(stampsFor({ ...visit, leastCents: cents(0) }, [line(0, 0, 0)])).toBe(0);
    expect(stampsFor({ per: 'amount', leastCents: cents(50_00) }, [line(0, 1000, 149_99)])).toBe(2);
  });

  const amounts = fc.array(fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 90_000 })), { maxLength: 6 });
  it('are never more for what is left than they were for the whole', () => {
    const per = fc.constantFrom('visit' as const, 'item' as const, 'amount' as const);
    fc.assert(
      fc.property(per, fc.integer({ min: 1, max: 50_000 }), amounts, fc.nat(100), (kind, least, sold, percent) => {
        const terms = { per: kind, leastCents: cents(least) };
        const whole = sold.map(([many, amount], position) => line(position, many, amount));
        const left = sold.map(([many, amount], position) =>
          line(position, Math.floor((many * percent) / 100), Math.floor((amount * percent) / 100)),
        );
        expect(stampsFor(terms, left)).toBeLessThanOrEqual(stampsFor(terms, whole));
      }),
    );
  });

  interface Row extends StampEntry<number> {
    readonly isUsed: boolean;
  }
  const needed = 10;
  const settle = (ledger: Row[], isUsed: (row: Row) => boolean): void => {
    for (;;) {
      const { stamps, rewards } = replayStamps<number, Row>(ledger);
      const step = settleStep(stamps, needed, rewards, isUsed);
      if (step === null) return;
      const next = { id: ledger.length, isUsed: false };
      if ('give' in step) ledger.push({ ...next, kind: 'reward', stamps: -needed, reversesId: null });
      else ledger.push({ ...next, kind: 'reverse', stamps: needed, reversesId: step.takeBack.id });
    }
  };
  const steps = fc.array(fc.tuple(fc.constantFrom('earn', 'undo', 'use'), fc.nat(30)), { maxLength: 40 });

  it('add up over any history: what was earned is on the card or in rewards that stand, and a card owes only where all were used', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const ledger: Row[] = [];
        const used = new Set<number>();
        const isUsed = ({ id: row }: Row): boolean => used.has(row);
        for (const [kind, pick] of history) {
          const undone = new Set(ledger.map(({ reversesId }) => reversesId));
          const standing = ledger.filter((row) => row.kind === 'earn' && !undone.has(row.id));
          const rewards = replayStamps<number, Row>(ledger).rewards;
          const earned = standing[pick % Math.max(standing.length, 1)];
          const reward = rewards[pick % Math.max(rewards.length, 1)];
          const next = { id: ledger.length, isUsed: false };
          if (kind === 'earn') ledger.push({ ...next, kind: 'earn', stamps: (pick % 13) + 1, reversesId: null });
          else if (kind === 'undo' && earned !== undefined)
            ledger.push({ ...next, kind: 'reverse', stamps: 0 - earned.stamps, reversesId: earned.id });
          else if (kind === 'use' && reward !== undefined) used.add(reward.id);
          settle(ledger, isUsed);
          const after = replayStamps<number, Row>(ledger);
          const gone = new Set(ledger.map(({ reversesId }) => reversesId));
          const kept = ledger.filter((row) => row.kind === 'earn' && !gone.has(row.id)).reduce((sum, row) => sum + row.stamps, 0);
          expect(after.stamps + needed * after.rewards.length).toBe(kept);
          expect(after.stamps).toBeLessThan(needed);
          expect(after.stamps >= 0 || after.rewards.every(isUsed)).toBe(true);
        }
      }),
    );
  });

  it('are as before once what was earned last is undone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 12 }), (many) => {
        const ledger: Row[] = [];
        let before = replayStamps<number, Row>(ledger);
        let last = 0;
        for (const stamps of many) {
          before = replayStamps<number, Row>(ledger);
          last = ledger.length;
          ledger.push({ id: last, kind: 'earn', stamps, reversesId: null, isUsed: false });
          settle(ledger, () => false);
        }
        ledger.push({
          id: ledger.length,
          kind: 'reverse',
          stamps: 0 - (ledger[last]?.stamps ?? 0),
          reversesId: last,
          isUsed: false,
        });
        settle(ledger, () => false);
        const after = replayStamps<number, Row>(ledger);
        expect([after.stamps, after.rewards.length]).toEqual([before.stamps, before.rewards.length]);
      }),
    );
  });
});
