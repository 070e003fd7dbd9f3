import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { points } from '../../types/amounts.ts';
import { pointsEntryId } from '../../types/ids.ts';
import { addDays, localDate } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { replayPoints } from './replay.ts';
import type { LedgerEntry, PointsAccount } from './replay.ts';

const START = localDate('2026-01-01');

const idOf = (place: number) => pointsEntryId(`00000000-0000-7000-8000-${String(place).padStart(12, '0')}`);

const entry = (place: number, change: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: idOf(place),
  kind: change < 0 ? 'redeem' : 'earn',
  points: points(change),
  businessDate: addDays(START, place),
  reversesId: null,
  concernsId: null,
  expiresOn: null,
  idleMonths: null,
  ...more,
});

const reversal = (place: number, of: LedgerEntry): LedgerEntry =>
  entry(place, 0 - of.points, { kind: 'reverse', reversesId: of.id });

const open = (account: PointsAccount) => account.lots.map(({ entryId, remaining }) => [entryId, remaining]);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('the points ledger, replayed', () => {
  test('spends what ends first, of two that never end the older one, and says from which lots', () => {
    const account = replayPoints([
      entry(0, 100),
      entry(1, 50, { expiresOn: localDate('2026-12-31') }),
      entry(2, 30, { expiresOn: localDate('2026-06-30') }),
      entry(3, -90),
    ]);
    expect(open(account)).toEqual([[idOf(0), 90]]);
    expect(account.uses).toEqual([
      { entryId: idOf(3), lotId: idOf(2), points: 30 },
      { entryId: idOf(3), lotId: idOf(1), points: 50 },
      { entryId: idOf(3), lotId: idOf(0), points: 10 },
    ]);
  });

  test('an expiry takes its own lot and nothing else', () => {
    const account = replayPoints([entry(0, 40), entry(1, 60), entry(2, -60, { kind: 'expire', concernsId: idOf(1) })]);
    expect(open(account)).toEqual([[idOf(0), 40]]);
  });

  test('a return takes back from the lot of its visit, and gives points back to the lots they were spent from', () => {
    const ends = localDate('2026-02-01');
    const spent = [entry(0, 40), entry(1, 60, { expiresOn: ends }), entry(2, -70)];
    const back = replayPoints([...spent, entry(3, 35, { kind: 'return', concernsId: idOf(2) })]);
    expect(back.lots.map(({ entryId, remaining, expiresOn }) => [entryId, remaining, expiresOn])).toEqual([
      [idOf(1), 25, ends],
      [idOf(0), 40, null],
    ]);
    const taken = replayPoints([entry(0, 40), entry(1, 60), entry(2, -10, { kind: 'return', concernsId: idOf(1) })]);
    expect(open(taken)).toEqual([
      [idOf(0), 40],
      [idOf(1), 50],
    ]);
  });

  test('what was owed is settled by the next points that come in', () => {
    const earned = entry(0, 40);
    const owing = [earned, entry(1, -40), reversal(2, earned)];
    expect(replayPoints(owing)).toMatchObject({ balance: -40, lots: [], owed: 40 });
    expect(replayPoints([...owing, entry(3, 100)])).toMatchObject({ balance: 60, owed: 0 });
    expect(open(replayPoints([...owing, entry(3, 100)]))).toEqual([[idOf(3), 60]]);
  });

  interface Step {
    readonly what: 'earn' | 'spend' | 'adjust' | 'reverse' | 'expire' | 'back' | 'takenBack';
    readonly size: number;
    readonly which: number;
    readonly endsIn: number | null;
  }
  const step: fc.Arbitrary<Step> = fc.record({
    what: fc.constantFrom('earn', 'earn', 'spend', 'adjust', 'reverse', 'expire', 'back', 'takenBack'),
    size: fc.integer({ min: 1, max: 500 }),
    which: fc.nat(),
    endsIn: fc.option(fc.integer({ min: 0, max: 400 })),
  });
  const endOf = ({ endsIn }: Step): LocalDate | null => (endsIn === null ? null : addDays(START, endsIn));

  /** Writes the step as the desk would: no spending without lots, nothing taken back twice. */
  const written = (entries: readonly LedgerEntry[], one: Step): LedgerEntry | null => {
    const place = entries.length;
    const account = replayPoints(entries);
    const pick = <T>(from: readonly T[]): T | undefined => from[one.which % Math.max(1, from.length)];
    const isReversed = ({ id }: LedgerEntry): boolean => entries.some(({ reversesId }) => reversesId === id);
    switch (one.what) {
      case 'earn':
        return entry(place, one.size, { expiresOn: endOf(one) });
      case 'spend':
        return account.balance >= one.size ? entry(place, -one.size) : null;
      case 'adjust':
        return entry(place, one.which % 2 === 0 ? one.size : -one.size, { kind: 'adjust' });
      case 'reverse': {
        const of = pick(entries.filter((each) => each.kind !== 'reverse' && each.kind !== 'expire' && !isReversed(each)));
        return of === undefined ? null : reversal(place, of);
      }
      case 'expire': {
        const lot = pick(account.lots);
        return lot === undefined ? null : entry(place, 0 - lot.remaining, { kind: 'expire', concernsId: lot.entryId });
      }
      case 'back': {
        const of = pick(entries.filter((each) => each.kind === 'redeem' && !isReversed(each)));
        if (of === undefined) return null;
        const before = sum(
          entries.filter(({ kind, concernsId }) => kind === 'return' && concernsId === of.id).map((each) => each.points),
        );
        const most = Math.min(one.size, 0 - of.points - before);
        return most <= 0 ? null : entry(place, most, { kind: 'return', concernsId: of.id });
      }
      case 'takenBack': {
        const of = pick(entries.filter((each) => each.kind === 'earn' && !isReversed(each)));
        return of === undefined ? null : entry(place, 0 - Math.min(one.size, of.points), { kind: 'return', concernsId: of.id });
      }
    }
  };
  const historyOf = (steps: readonly Step[]): LedgerEntry[] =>
    steps.reduce<LedgerEntry[]>((entries, one) => {
      const next = written(entries, one);
      return next === null ? entries : [...entries, next];
    }, []);
  const history = fc.array(step, { maxLength: 120 }).map(historyOf);

  test.prop([history])('balance = sum of the ledger = what is left in the lots - what is owed, and never both', (entries) => {
    for (let length = 0; length <= entries.length; length += 1) {
      const { balance, lots, owed } = replayPoints(entries.slice(0, length));
      const left = sum(lots.map(({ remaining }) => remaining));
      expect(balance).toBe(sum(entries.slice(0, length).map((each) => each.points)));
      expect(left - owed).toBe(balance);
      expect(left === 0 || owed === 0).toBe(true);
    }
  });

  test.prop([history])(
    'no lot holds more than came in, and what is used of it and left of it is never more either',
    (entries) => {
      const { lots, uses } = replayPoints(entries);
      const came = new Map(entries.map((each) => [each.id, each.points]));
      const used = new Map<string, number>();
      for (const use of uses) used.set(use.lotId, (used.get(use.lotId) ?? 0) + use.points);
      for (const lot of lots)
        expect(lot.remaining + (used.get(lot.entryId) ?? 0)).toBeLessThanOrEqual(came.get(lot.entryId) ?? 0);
      for (const [lotId, many] of used) expect(many).toBeLessThanOrEqual(came.get(pointsEntryId(lotId)) ?? 0);
    },
  );

  test.prop([history, step])('whatever is undone at once leaves every lot as it was before', (entries, one) => {
    const next = written(entries, one);
    fc.pre(next !== null && next.kind !== 'reverse' && next.kind !== 'expire');
    const before = replayPoints(entries);
    const after = replayPoints([...entries, next, reversal(entries.length + 1, next)]);
    expect(open(after)).toEqual(open(before));
    expect([after.balance, after.owed]).toEqual([before.balance, before.owed]);
  });

  test.prop([history, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 })])(
    'a spending, part of it given back, that taken away again, and the spending undone: every lot as it was, with its end',
    (entries, spent, back) => {
      fc.pre(replayPoints(entries).balance >= spent);
      const place = entries.length;
      const spending = entry(place, -spent);
      const given = entry(place + 1, Math.min(back, spent), { kind: 'return', concernsId: spending.id });
      const all = [...entries, spending, given, reversal(place + 2, given)];
      expect(replayPoints(all)).toEqual(replayPoints([...entries, spending]));
      expect(replayPoints([...all, reversal(place + 3, spending)]).lots).toEqual(replayPoints(entries).lots);
    },
  );

  test.prop([history, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 })])(
    'two spendings in either order leave the same lots',
    (entries, one, other) => {
      fc.pre(replayPoints(entries).balance >= one + other);
      const place = entries.length;
      const [first, second] = [entry(place, -one), entry(place + 1, -other)];
      expect(open(replayPoints([...entries, first, second]))).toEqual(open(replayPoints([...entries, second, first])));
    },
  );
});
