import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { auditProblems, foreignKeyProblems } from '../../electron/store/audit.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { refreshSummaries } from '../../electron/store/summaries.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId, MergeId, PointsEntryId, VisitId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import { item } from '../helpers/desk.ts';
import { dumpStore } from '../helpers/dump.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { TEST_TODAY } from '../helpers/store.ts';

// Any shop, any merges, undone: the store is as before, byte for byte.

const PEOPLE = 4;
const who = fc.nat({ max: PEOPLE - 1 });
const which = fc.nat({ max: 100 });
const few = <T>(...values: T[]) => fc.constantFrom<(T | null)[]>(null, ...values);
const fields = fc.record({
  name: fc.constantFrom('王芳', '王方', '李强', '尉迟恭'),
  gender: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const),
  phone: few('13800000001', '13800000002', '021-5555555'),
  wechat: few('wf_88', 'lq'),
  email: few('a@b.cn'),
  birthday: few({ calendar: 'solar' as const, year: 1990, month: 3, day: 8 }, { calendar: 'lunar' as const, month: 8, day: 15 }),
  note: few('爱喝茶', '周六来'),
  safetyNote: few('酒精过敏', '花生过敏'),
  isVip: fc.boolean(),
  doNotContact: fc.boolean(),
});
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('visit' as const), who, ago: fc.nat({ max: 200 }), price: fc.nat({ max: 90_000 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undoVisit' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redeem' as const), who, points: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('adjust' as const), who, points: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('contact' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), who, fields }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('date' as const), who, month: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('member' as const), who, name: fc.constantFrom('朵朵', '豆豆') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('card' as const), who, card: fc.constantFrom('A1', 'B2', 'C3') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refer' as const), who, by: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('relate' as const), who, to: who }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const histories = fc.array(step, { maxLength: 30, size: 'max' });
const merges = fc.array(fc.record({ who, other: who, takeOther: fc.boolean() }), { minLength: 1, maxLength: 4, size: 'max' });

interface Shop {
  readonly desk: MergeDesk;
  readonly people: readonly CustomerId[];
  readonly visits: VisitId[];
  readonly entries: PointsEntryId[];
}

/** What the desk refuses (removed, taken, not enough) does not happen. */
const attempt = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
};

const perform = ({ desk, people, visits, entries }: Shop, one: Step): void => {
  const person = (index: number): CustomerId => people[index] ?? expect.fail('nobody');
  const keep = <T>(list: T[], value: T | undefined): void => {
    if (value !== undefined) list.push(value);
  };
  attempt(() => {
    switch (one.do) {
      case 'visit': {
        const businessDate = addDays(TEST_TODAY, -one.ago);
        keep(visits, desk.record({ customerId: person(one.who), lines: [item(one.price)], businessDate }).visitId);
        return;
      }
      case 'undoVisit': {
        const visitId = visits[one.which % Math.max(1, visits.length)];
        if (visitId) desk.undo({ visitId });
        return;
      }
      case 'redeem':
        keep(entries, desk.redeem({ customerId: person(one.who), points: one.points, reason: '换' }).entryId);
        return;
      case 'adjust':
        keep(entries, desk.adjust({ customerId: person(one.who), points: one.points, reason: '调' }).entryId);
        return;
      case 'reverse': {
        const entryId = entries[one.which % Math.max(1, entries.length)];
        if (entryId) desk.reverse({ entryId, reason: '错' });
        return;
      }
      case 'contact':
        desk.contact({ customerId: person(one.who), channel: 'phone', direction: 'out', note: '' });
        return;
      case 'edit':
        desk.update({ customerId: person(one.who), changes: one.fields });
        return;
      case 'date':
        desk.saveDate({ customerId: person(one.who), label: '纪念', date: { calendar: 'solar', month: one.month, day: 1 } });
        return;
      case 'member':
        desk.saveMember({ customerId: person(one.who), name: one.name });
        return;
      case 'card':
        desk.update({ customerId: person(one.who), changes: { cardNo: one.card } });
        return;
      case 'refer':
        desk.update({ customerId: person(one.who), changes: { referrerId: person(one.by) } });
        return;
      case 'relate':
        if (one.who !== one.to)
          plainRun(desk.database, `INSERT OR IGNORE INTO relationships VALUES (@one, @to, 'friend')`, {
            one: person(one.who),
            to: person(one.to),
          });
    }
  });
};

const openShop = (history: readonly Step[]): Shop => {
  const desk = openMergeDesk();
  const people = Array.from({ length: PEOPLE }, (_, index) => desk.create({ name: `顾客${index}` }));
  const shop: Shop = { desk, people, visits: [], entries: [] };
  for (const one of history) perform(shop, one);
  return shop;
};

/** The clock of changes, what merges note of themselves, and the timeline's own notes are no facts of a customer. */
const facts = ({ desk }: Shop): readonly string[] =>
  dumpStore(desk.database, {
    withoutTables: ['merges', 'merge_moves', 'duplicate_pairs', 'customer_changes'],
    withoutColumns: ['revision', 'changed_at'],
  });

const mergeAll = ({ desk, people }: Shop, wanted: readonly { who: number; other: number; takeOther: boolean }[]): MergeId[] =>
  wanted.flatMap(({ who: one, other, takeOther }) => {
    const [survivorId, otherId] = [people[one] ?? expect.fail('nobody'), people[other] ?? expect.fail('nobody')];
    const merged = attempt(() => {
      const { differences } = desk.preview(survivorId, otherId);
      const choices = takeOther ? differences.map(({ field }) => ({ field, take: 'other' as const })) : [];
      return desk.merge({ survivorId, otherId, choices });
    });
    return merged === null ? [] : [merged.mergeId];
  });

const expectSound = ({ desk, people }: Shop): void => {
  const summaries = plainRows(desk.database, 'SELECT * FROM customer_summaries ORDER BY customer_id');
  refreshSummaries(desk.database, people);
  expect(plainRows(desk.database, 'SELECT * FROM customer_summaries ORDER BY customer_id')).toEqual(summaries);
  expect([...auditProblems(desk.database), ...foreignKeyProblems(desk.database)]).toEqual([]);
};

describe('the laws of merging (R184)', () => {
  test.prop([histories, merges], { numRuns: 150 })('merged and undone, every table is as before', (history, wanted) => {
    const shop = openShop(history);
    const before = facts(shop);
    const done = mergeAll(shop, wanted);
    expectSound(shop);
    for (const mergeId of done.toReversed()) {
      const result = shop.desk.undoMerge({ mergeId });
      expect(result).toMatchObject({ keptFields: [], copiedRows: [] });
    }
    expect(facts(shop)).toEqual(before);
    expectSound(shop);
    shop.desk.close();
  });

  test.prop([histories, merges], { numRuns: 60 })(
    'a merge keeps every visit and every point, and audits stay clean',
    (history, wanted) => {
      const shop = openShop(history);
      const { database } = shop.desk;
      const sums = () =>
        plainRows(
          database,
          `SELECT (SELECT count(*) FROM visits) AS visits, (SELECT total(total_cents) FROM visits WHERE undone_at IS NULL) AS spend,
          (SELECT total(points) FROM points_entries) AS points,
          (SELECT total(points_balance) FROM customer_summaries) AS balances, (SELECT count(*) FROM interactions) AS contacts`,
        );
      const before = sums();
      mergeAll(shop, wanted);
      expect(sums()).toEqual(before);
      const atRemoved = `SELECT count(*) AS count FROM visits JOIN customers ON customers.id = visits.customer_id WHERE removed_at IS NOT NULL`;
      expect(plainRows(database, atRemoved)).toEqual([{ count: 0 }]);
      expectSound(shop);
      shop.desk.close();
    },
  );

  test.prop([histories, merges, histories], { numRuns: 100 })(
    'undone after any further work, the ledgers part as they were and nothing is lost',
    (history, wanted, later) => {
      const shop = openShop(history);
      const { database } = shop.desk;
      const owners = () =>
        new Map(
          plainRows<{ id: string; owner: string }>(
            database,
            `SELECT id, customer_id AS owner FROM visits UNION ALL SELECT id, customer_id FROM points_entries
             UNION ALL SELECT id, customer_id FROM interactions`,
          ).map(({ id, owner }) => [id, owner]),
        );
      const before = owners();
      const done = mergeAll(shop, wanted);
      for (const one of later) perform(shop, one);
      const merged = owners();
      for (const mergeId of done.toReversed()) shop.desk.undoMerge({ mergeId });
      const after = owners();
      expect([...after.keys()].sort()).toEqual([...merged.keys()].sort());
      for (const [id, owner] of before) expect(after.get(id)).toBe(owner);
      // A correction is with the person whose entry it corrects.
      const astray = plainRows(
        database,
        `SELECT entries.id FROM points_entries AS entries
         LEFT JOIN visits ON visits.id = entries.visit_id
         LEFT JOIN points_entries AS reversed ON reversed.id = entries.reverses_id
         WHERE visits.customer_id <> entries.customer_id OR reversed.customer_id <> entries.customer_id`,
      );
      expect(astray).toEqual([]);
      expectSound(shop);
      shop.desk.close();
    },
  );
});
