import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { storedValueEntryId } from '../../types/ids.ts';
import { addDays, localDate } from '../../types/time.ts';
import { addPurses, covers, emptyPurse, negated, purse, purseTotal } from './purse.ts';
import type { Purse } from './purse.ts';
import { replayStoredValue } from './replay.ts';
import type { StoredValueEntry } from './replay.ts';
import { splitSpend, storedSpendOrders } from './spending.ts';
import { storedValueSums } from './sums.ts';

const idOf = (place: number) => storedValueEntryId(`0190${String(place).padStart(4, '0')}-0000-7000-8000-000000000000`);
const entry = (place: number, change: Purse, more: Partial<StoredValueEntry> = {}): StoredValueEntry => ({
  ...change,
  id: idOf(place),
  kind: change.principalCents + change.giftCents >= 0 ? 'top_up' : 'spend',
  businessDate: addDays(localDate('2026-01-01'), place),
  reversesId: null,
  concernsId: null,
  ...more,
});
const reversal = (place: number, of: StoredValueEntry): StoredValueEntry =>
  entry(place, negated(of), { kind: 'reverse', reversesId: of.id });
const leftOf = (entries: readonly StoredValueEntry[]) =>
  replayStoredValue(entries).lots.map(({ entryId, left }) => [entryId, left.principalCents, left.giftCents]);

describe('the ledger of stored value, replayed', () => {
  it('spends the oldest first, principal and gift each for itself, and gives back where it came from', () => {
    const [first, second] = [entry(0, purse(100, 10)), entry(1, purse(200, 0))];
    const spending = entry(2, purse(-150, -5));
    expect(leftOf([first, second, spending])).toEqual([
      [first.id, 0, 5],
      [second.id, 150, 0],
    ]);
    const back = entry(3, purse(60, 2), { kind: 'return', concernsId: spending.id });
    expect(leftOf([first, second, spending, back])).toEqual([
      [first.id, 10, 7],
      [second.id, 200, 0],
    ]);
  });

  it('says what each sum is made of, a taken back entry not at all', () => {
    const topUp = entry(0, purse(500, 50));
    const entries = [topUp, entry(1, purse(-100, -10)), reversal(2, topUp), entry(3, purse(-1, 0), { kind: 'void' })];
    expect(storedValueSums(entries)).toMatchObject({ toppedUp: purse(0, 0), spent: purse(-100, -10), voided: purse(-1, 0) });
  });

  const step = fc.record({
    what: fc.constantFrom('topUp', 'spend', 'refund', 'void', 'return', 'reverse', 'adjust'),
    principal: fc.integer({ min: 0, max: 500 }),
    gift: fc.integer({ min: 0, max: 100 }),
    order: fc.constantFrom(...storedSpendOrders),
    at: fc.nat(200),
  });
  type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
  /** The next entry as the store would write it: what nothing covers is refused. */
  const written = (entries: readonly StoredValueEntry[], one: Step): StoredValueEntry | null => {
    const place = entries.length;
    const { balance } = replayStoredValue(entries);
    const isReversed = (of: StoredValueEntry): boolean => entries.some(({ reversesId }) => reversesId === of.id);
    const pick = (from: readonly StoredValueEntry[]): StoredValueEntry | undefined => from[one.at % Math.max(1, from.length)];
    const change = (): StoredValueEntry | null => {
      switch (one.what) {
        case 'topUp':
          return entry(place, purse(one.principal, one.gift));
        case 'spend':
          return entry(place, negated(splitSpend(cents(Math.min(one.principal, purseTotal(balance))), balance, one.order)));
        case 'refund':
        case 'void':
          return entry(place, purse(0 - one.principal, 0 - one.gift), { kind: one.what });
        case 'adjust':
          return entry(place, purse(one.principal - 250, one.gift - 50), { kind: 'adjust' });
        case 'return': {
          const of = pick(entries.filter((each) => each.kind === 'spend' && !isReversed(each)));
          if (of === undefined) return null;
          const before = entries
            .filter(
              ({ kind, concernsId, ...each }) =>
                kind === 'return' && concernsId === of.id && !isReversed({ kind, concernsId, ...each }),
            )
            .reduce<Purse>(addPurses, emptyPurse);
          const open = addPurses(negated(of), negated(before));
          return entry(place, purse(Math.min(one.principal, open.principalCents), Math.min(one.gift, open.giftCents)), {
            kind: 'return',
            concernsId: of.id,
          });
        }
        case 'reverse': {
          const hasReturn = (of: StoredValueEntry): boolean =>
            entries.some((each) => each.concernsId === of.id && !isReversed(each));
          const of = pick(entries.filter((each) => each.kind !== 'reverse' && !isReversed(each) && !hasReturn(each)));
          return of === undefined ? null : reversal(place, of);
        }
      }
    };
    const next = change();
    return next === null || (next.principalCents === 0 && next.giftCents === 0) || !covers(balance, next) ? null : next;
  };
  const history = fc.array(step, { maxLength: 80 }).map((steps) =>
    steps.reduce<StoredValueEntry[]>((entries, one) => {
      const next = written(entries, one);
      return next === null ? entries : [...entries, next];
    }, []),
  );

  test.prop([history])(
    'balance = sum of the entries = what is left in the lots, never below nothing, nothing ever missing',
    (entries) => {
      for (let length = 0; length <= entries.length; length += 1) {
        const some = entries.slice(0, length);
        const { balance, lots, missing } = replayStoredValue(some);
        expect(balance).toEqual(some.reduce<Purse>(addPurses, emptyPurse));
        expect(lots.map(({ left }) => left).reduce(addPurses, emptyPurse)).toEqual(balance);
        expect(missing).toEqual(emptyPurse);
        expect(balance.principalCents >= 0 && balance.giftCents >= 0).toBe(true);
        expect(Object.values(storedValueSums(some)).reduce(addPurses, emptyPurse)).toEqual(balance);
      }
      for (const { left, principalCents, giftCents } of replayStoredValue(entries).lots)
        expect(left.principalCents <= principalCents && left.giftCents <= giftCents).toBe(true);
    },
  );

  test.prop([history, step])('whatever is undone at once leaves every lot as it was before', (entries, one) => {
    const next = written(entries, one);
    fc.pre(next !== null && next.kind !== 'reverse');
    expect(leftOf([...entries, next, reversal(entries.length + 1, next)])).toEqual(leftOf(entries));
  });

  test.prop([fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), { maxLength: 40 })])(
    'a ledger that was never covered still adds up: balance = left - missing, never both',
    (changes) => {
      const { balance, lots, missing } = replayStoredValue(
        changes.map(([principal, gift], place) => entry(place, purse(principal, gift))),
      );
      const left = lots.map((lot) => lot.left).reduce(addPurses, emptyPurse);
      expect(addPurses(left, negated(missing))).toEqual(balance);
      expect(left.principalCents === 0 || missing.principalCents === 0).toBe(true);
      expect(left.giftCents === 0 || missing.giftCents === 0).toBe(true);
    },
  );
});
