import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { tierId } from '../../types/ids.ts';
import { localDate } from '../../types/time.ts';
import {
  heldTier,
  missingToKeep,
  nextTier,
  reviewed,
  risesTo,
  termEnd,
  thresholdFault,
  tierFor,
  windowStartOf,
} from './tiers.ts';
import type { TierEvent, TierStep } from './tiers.ts';

const idOf = (index: number) => tierId(`01919000-0000-7000-8000-${String(index).padStart(12, '0')}`);
const [silver, gold, jade] = [idOf(1), idOf(2), idOf(3)];
const tiers: readonly TierStep[] = [
  { id: silver, rank: 0, threshold: 100, keepThreshold: 50, isArchived: false },
  { id: gold, rank: 1, threshold: 300, keepThreshold: 200, isArchived: false },
  { id: jade, rank: 2, threshold: 1000, keepThreshold: null, isArchived: false },
];
const on = localDate('2026-11-23');
const event = (kind: TierEvent['kind'], id: TierStep['id'] | null, changes: Partial<TierEvent> = {}): TierEvent => ({
  kind,
  on,
  tierId: id,
  fromTierId: null,
  untilOn: localDate('2027-11-23'),
  isFixed: false,
  ...changes,
});
const heldAfter = (...events: TierEvent[]) => heldTier(tiers, events);

describe('tiers (R075, DOMAIN "Points")', () => {
  it('rises at once to the highest threshold that was reached, never down, and not where it is fixed', () => {
    expect([99, 100, 999, 5000].map((value) => tierFor(tiers, value)?.id ?? null)).toEqual([null, silver, gold, jade]);
    expect(risesTo(tiers, null, 300)?.id).toBe(gold);
    expect(risesTo(tiers, heldAfter(event('upgrade', gold)), 999)).toBeNull();
    expect(risesTo(tiers, heldAfter(event('manual', silver, { isFixed: true })), 5000)).toBeNull();
    expect(tierFor([...tiers.slice(0, 2), { ...(tiers[2] ?? never()), isArchived: true }], 5000)?.id).toBe(gold);
  });
  it('is kept at its own threshold, and falls as far as what was counted keeps', () => {
    const held = heldAfter(event('upgrade', gold)) ?? never();
    expect([200, 199, 50, 49].map((value) => reviewed(tiers, held, value)?.id ?? null)).toEqual([gold, silver, silver, null]);
    expect(missingToKeep(tiers, held, 150)).toBe(50);
  });
  it('tells the way to the next one', () => {
    expect(nextTier(tiers, null, 60)).toMatchObject({ tier: { id: silver }, missing: 40 });
    expect(nextTier(tiers, heldAfter(event('upgrade', gold)), 320)).toMatchObject({ tier: { id: jade }, missing: 680 });
    expect(nextTier(tiers, heldAfter(event('upgrade', jade)), 0)).toBeNull();
  });
  it('knows its terms and windows', () => {
    expect(termEnd({ kind: 'rolling', months: 12 }, localDate('2024-02-29'))).toBe('2025-02-28');
    expect(termEnd({ kind: 'year', months: 12 }, on)).toBe('2027-12-31');
    expect(windowStartOf({ kind: 'rolling' }, 12, on)).toBe('2025-11-23');
    expect(windowStartOf({ kind: 'year' }, 12, on)).toBe('2026-01-01');
    expect(windowStartOf({ kind: 'rolling' }, 0, on)).toBeNull();
  });
  it('names the tier whose thresholds contradict the order', () => {
    expect(thresholdFault(tiers)).toBeNull();
    expect(
      thresholdFault([
        { threshold: 100, keepThreshold: null },
        { threshold: 100, keepThreshold: null },
      ]),
    ).toEqual({
      index: 1,
      fault: 'threshold_not_above',
    });
    expect(thresholdFault([{ threshold: 100, keepThreshold: 101 }])?.fault).toBe('keep_above_threshold');
    expect(
      thresholdFault([
        { threshold: 100, keepThreshold: 90 },
        { threshold: 200, keepThreshold: 80 },
      ])?.fault,
    ).toBe('keep_not_above');
  });
});

describe('the steps of two customers who are one', () => {
  it('leave the better tier, and a step down only takes the tier it speaks of', () => {
    expect(heldAfter(event('upgrade', gold), event('upgrade', silver))?.tierId).toBe(gold);
    expect(heldAfter(event('upgrade', gold), event('downgrade', null, { fromTierId: silver }))?.tierId).toBe(gold);
    expect(heldAfter(event('upgrade', gold), event('keep', silver))?.by.kind).toBe('upgrade');
    expect(heldAfter(event('upgrade', gold), event('taken_back', silver, { fromTierId: gold }))?.tierId).toBe(silver);
  });

  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom('first' as const, 'upgrade' as const, 'keep' as const, 'downgrade' as const, 'taken_back' as const),
      tierId: fc.constantFrom(silver, gold, jade),
      fromTierId: fc.constantFrom(silver, gold, jade, null),
    }),
    { maxLength: 12 },
  );
  const rank = (id: string | undefined): number => tiers.find((tier) => tier.id === id)?.rank ?? -1;
  test.prop([steps, steps])('rising again never makes it worse, whatever came before', (one, other) => {
    const events = [...one, ...other].map(({ kind, tierId: id, fromTierId }) => event(kind, id, { fromTierId }));
    const before = rank(heldTier(tiers, events)?.tierId);
    for (const id of [silver, gold, jade])
      expect(rank(heldTier(tiers, [...events, event('upgrade', id)])?.tierId)).toBe(Math.max(before, rank(id)));
  });
});

function never(): never {
  return expect.fail('the tier is there');
}
