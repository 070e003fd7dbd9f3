import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { quantity } from '../../types/amounts.ts';
import { keptEntryId } from '../../types/ids.ts';
import { keptLeft, mayTakeKeptBack, standingKept } from './ledger.ts';
import type { KeptEntry } from './ledger.ts';

const idOf = (place: number) => keptEntryId(`0190${String(place).padStart(4, '0')}-0000-7000-8000-000000000000`);
const step = fc.record({
  what: fc.constantFrom('keep', 'take', 'reverse'),
  amount: fc.integer({ min: 1, max: 5000 }),
  at: fc.nat(100),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Movements as the store would write them: what nothing covers is refused. */
const written = (steps: readonly Step[]): KeptEntry[] => {
  const entries: KeptEntry[] = [];
  for (const { what, amount, at } of steps) {
    const id = idOf(entries.length);
    if (what === 'keep') entries.push({ id, kind: what, quantity: quantity(amount), reversesId: null });
    const most = Math.min(amount, keptLeft(entries));
    if (what === 'take' && most > 0) entries.push({ id, kind: what, quantity: quantity(0 - most), reversesId: null });
    const standing = standingKept(entries);
    const chosen = standing[at % Math.max(1, standing.length)];
    if (what === 'reverse' && chosen && mayTakeKeptBack(entries, chosen))
      entries.push({ id, kind: what, quantity: quantity(0 - chosen.quantity), reversesId: chosen.id });
  }
  return entries;
};

describe('kept goods (X51)', () => {
  test.prop([fc.array(step, { maxLength: 60 })])(
    'what is left is the sum of what stands and never below nothing; taking the last movement back leaves what there was',
    (steps) => {
      const entries = written(steps);
      expect(keptLeft(entries)).toBe(keptLeft(standingKept(entries)));
      expect(keptLeft(entries)).toBeGreaterThanOrEqual(0);
      const came: KeptEntry = { id: idOf(900), kind: 'keep', quantity: quantity(70), reversesId: null };
      const back: KeptEntry = { id: idOf(901), kind: 'reverse', quantity: quantity(-70), reversesId: came.id };
      expect(keptLeft([...entries, came, back])).toBe(keptLeft(entries));
    },
  );
});
