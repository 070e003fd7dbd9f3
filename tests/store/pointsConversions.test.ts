import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loyaltyHandlers } from '../../electron/handlers/loyalty.ts';
import { storedValueHandlers } from '../../electron/handlers/storedValue.ts';
import { findStoredValueLedger } from '../../electron/store/storedValue.ts';
import { contract } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';

let desk: MergeDesk;
let wang: CustomerId;
const openShop = (): void => {
  desk = openMergeDesk();
  desk.settings({ pointsPerHundred: 0, pointsPerStoredUnit: 15 });
  wang = desk.create({ name: '王芳' });
};
beforeEach(openShop);
afterEach(() => {
  desk.close();
});

const { loyalty, storedValue } = contract;
const give = (points: number) =>
  desk.command(() =>
    loyaltyHandlers['loyalty.adjust'](desk.context, loyalty.adjust.input.parse({ customerId: wang, points, reason: '补' })),
  );
const turn = (points: number) =>
  desk.command(() =>
    loyaltyHandlers['loyalty.toStoredValue'](desk.context, loyalty.toStoredValue.input.parse({ customerId: wang, points })),
  );
const reverse = (entryId: string) =>
  desk.command(() => loyaltyHandlers['loyalty.reverse'](desk.context, loyalty.reverse.input.parse({ entryId, reason: '撤销' })));
const reverseStored = (entryId: string) =>
  desk.command(() =>
    storedValueHandlers['storedValue.reverse'](desk.context, storedValue.reverse.input.parse({ entryId, reason: '撤销' })),
  );
const storedEntries = () =>
  storedValue.entries.output.parse(
    storedValueHandlers['storedValue.entries'](desk.context, storedValue.entries.input.parse({ customerId: wang })),
  ).rows;
const both = () => {
  const { balance } = findStoredValueLedger(desk.database, wang);
  return [desk.summary(wang).points_balance, balance.principalCents, balance.giftCents];
};

describe('points to stored value (X62)', () => {
  it('become a gift at the rate of the shop, fractions dropped, and either entry takes both back, once', () => {
    give(100);
    expect(turn(50)).toMatchObject({ giftCents: 3_33, pointsBalance: 50, balance: { principalCents: 0, giftCents: 3_33 } });
    const [entry] = storedEntries();
    expect(entry).toMatchObject({ kind: 'adjust', reason: '积分转储值', giftCents: 3_33 });
    reverseStored(entry?.id ?? '');
    expect(both()).toEqual([100, 0, 0]);
    const { entryId } = turn(30);
    reverse(entryId);
    expect(both()).toEqual([100, 0, 0]);
    expect(failureOf(() => reverse(entryId)).code).toBe('already_undone');
    const last = storedEntries().find(({ kind }) => kind === 'adjust');
    expect(failureOf(() => reverseStored(last?.id ?? '')).code).toBe('already_undone');
  });

  it('are refused without a rate, for more than there are, for what is worth nothing; what was spent cannot be taken back', () => {
    give(100);
    desk.settings({ pointsPerStoredUnit: 1000 });
    expect(failureOf(() => turn(9)).details).toMatchObject({ issues: [{ path: 'points', message: 'too_few_points' }] });
    expect(failureOf(() => turn(101)).code).toBe('not_enough_points');
    desk.settings({ pointsPerStoredUnit: 0 });
    expect(failureOf(() => turn(10)).details).toEqual({ reason: 'conversion_off' });
    desk.settings({ pointsPerStoredUnit: 10 });
    const { entryId } = turn(100);
    desk.record({ customerId: wang, lines: [item(10_00)], payments: [{ method: 'stored', cents: 10_00 }] });
    expect(failureOf(() => reverse(entryId)).details).toMatchObject({ reason: 'stored_value_spent' });
    expect(both()).toEqual([0, 0, 0]);
  });

  it('go along with a merge and its undo, and are taken back there', () => {
    give(100);
    turn(30);
    const li = desk.create({ name: '王方' });
    const { mergeId } = desk.merge({ survivorId: li, otherId: wang });
    desk.undoMerge({ mergeId });
    expect(both()).toEqual([70, 0, 2_00]);
    reverseStored(storedEntries()[0]?.id ?? '');
    expect(both()).toEqual([100, 0, 0]);
  });

  test.prop(
    [fc.array(fc.tuple(fc.constantFrom('turn', 'turn', 'points', 'stored'), fc.integer({ min: 1, max: 90 })), { maxLength: 20 })],
    {
      numRuns: 25,
    },
  )('any turning and taking back: what was turned and stands is exactly what is stored', (history) => {
    desk.close();
    openShop();
    give(500);
    const standing = new Map<string, number>();
    for (const [kind, pick] of history) {
      const ids = [...standing.keys()];
      const id = ids[pick % Math.max(1, ids.length)];
      if (kind === 'turn' && desk.summary(wang).points_balance >= pick) standing.set(turn(pick).entryId, pick);
      else if (kind === 'points' && id !== undefined) {
        reverse(id);
        standing.delete(id);
      } else if (kind === 'stored' && id !== undefined) {
        const place = [...desk.ledger(wang)].filter((row) => row.kind === 'redeem').findIndex((row) => row.id === id);
        const entry = storedEntries()
          .toReversed()
          .filter((row) => row.kind === 'adjust')[place];
        reverseStored(entry?.id ?? '');
        standing.delete(id);
      }
      const turned = [...standing.values()];
      const worth = turned.reduce((sum, points) => sum + Math.floor((points * 100) / 15), 0);
      expect(both()).toEqual([500 - turned.reduce((sum, points) => sum + points, 0), 0, worth]);
    }
  });
});
