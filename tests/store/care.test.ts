import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { careQueries } from '../../electron/store/care.ts';
import { careCheckQueries } from '../../electron/store/careChecks.ts';
import { anomaliesSql, careListQueries, peopleSql } from '../../electron/store/careLists.ts';
import { careMarkQueries } from '../../electron/store/careMarks.ts';
import { plainRows } from '../../electron/store/database.ts';
import { intakeQueries } from '../../electron/store/intake.ts';
import { addDays, instant, localDate } from '../../shared/types/time.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { openCareDesk } from '../helpers/care.ts';
import type { CareDesk } from '../helpers/care.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openTestStore } from '../helpers/store.ts';

let desk: CareDesk;
beforeEach(() => {
  desk = openCareDesk();
});
afterEach(() => {
  desk.closeAll();
});

const sharedPhone = '13812342210';
const kindsOf = (customerId: CustomerId): string[] => desk.care(customerId).anomalies.map(({ kind }) => kind);

describe('the score on the card (R186)', () => {
  test('says what is missing and what each would bring, and rises when it is filled in', () => {
    const customerId = desk.create({ name: '王芳' });
    const before = desk.care(customerId);
    expect(before.score).toBe(10);
    expect(before.reasons[0]).toEqual({ field: 'phone', problem: 'missing', lost: 25 });
    expect(before.ask).toBe('phone');
    desk.update(customerId, { phone: sharedPhone });
    const after = desk.care(customerId);
    expect(after.score).toBe(35);
    expect(after.ask).toBe('birthday');
  });

  test('falls when nobody has confirmed a number for a year, and rises when it is confirmed', async () => {
    const customerId = desk.create({ name: '王芳', phone: sharedPhone });
    desk.clock.today = localDate('2027-11-22');
    await desk.refresh();
    expect(desk.care(customerId).reasons).toContainEqual({ field: 'phone', problem: 'unverified', lost: 5 });
    expect(desk.overview().fields.find(({ field }) => field === 'phone')).toEqual({ field: 'phone', missing: 0, flawed: 1 });
  });

  test('counts everyone once in the overview, whose figures open the very people', () => {
    desk.create({ name: '王芳', phone: sharedPhone });
    desk.create({ name: '李强' });
    const overview = desk.overview();
    expect(overview).toMatchObject({ people: 2, waiting: 0, average: 23 });
    expect(overview.scores.reduce((sum, { people }) => sum + people, 0)).toBe(2);
    expect(desk.people({ filter: { by: 'score', from: 0, to: 19 } }).rows).toMatchObject([{ name: '李强', score: 10 }]);
    const missing = desk.people({ filter: { by: 'field', field: 'phone', problem: 'missing' } });
    expect(missing).toMatchObject({ total: 1, rows: [{ name: '李强' }] });
    expect(missing.rows[0]?.missing).toContain('phone');
  });
});

describe('the anomaly queue (R185)', () => {
  test('lists a number of three people with all three, and lets go of all when one gets another', () => {
    const [one, two, three] = ['甲', '乙', '丙'].map((name) => desk.create({ name: `${name}女`, phone: sharedPhone }));
    if (!one || !two || !three) throw new Error('nobody there');
    expect(desk.anomalies().kinds).toEqual([{ kind: 'phone_shared', count: 3 }]);
    expect(desk.anomalies().rows.map(({ figure }) => figure)).toEqual([3, 3, 3]);
    desk.update(two, { phone: '13912342210' });
    expect(desk.anomalies()).toMatchObject({ total: 0, kinds: [], rows: [] });
    desk.update(two, { phone: sharedPhone });
    expect(desk.anomalies().total).toBe(3);
    desk.remove(three);
    expect(desk.anomalies().total).toBe(0);
    desk.restore(three);
    expect(desk.anomalies().total).toBe(3);
  });

  test('takes "it is right" for this value, keeps it, asks again for another, and can be taken back', () => {
    const customerId = desk.create({ name: '阿007' });
    expect(kindsOf(customerId)).toEqual(['name_odd']);
    const anomaly = { customerId, kind: 'name_odd', value: '阿007' } as const;
    expect(desk.care(customerId).score).toBe(0);
    desk.accept(anomaly);
    expect(desk.anomalies().total).toBe(0);
    expect(desk.care(customerId)).toMatchObject({ score: 10, anomalies: [{ isAccepted: true }] });
    desk.update(customerId, { name: '阿008' });
    expect(desk.anomalies().total).toBe(1);
    desk.update(customerId, { name: '阿007' });
    expect(desk.anomalies().total).toBe(0);
    desk.reopen(anomaly);
    expect(desk.anomalies().total).toBe(1);
    expect(failureOf(() => desk.reopen(anomaly))).toMatchObject({ code: 'already_undone' });
    expect(failureOf(() => desk.accept({ ...anomaly, value: '别的' }))).toMatchObject({ code: 'not_found' });
  });

  test('finds the day that an old system invented once everyone was looked at, and the usual spelling of a region', async () => {
    for (let index = 0; index < 6; index += 1)
      desk.create({
        name: `顾客${'甲乙丙丁戊己'[index] ?? ''}`,
        birthday: { calendar: 'solar', year: 2024, month: 5, day: 2 },
        region: '上海市',
      });
    desk.create({ name: '李强', region: '上海' });
    expect(desk.anomalies().total).toBe(0);
    await desk.refresh();
    expect(desk.anomalies().kinds).toEqual([
      { kind: 'birthday_crowded', count: 6 },
      { kind: 'region_variant', count: 1 },
    ]);
    expect(desk.anomalies({ kind: 'birthday_crowded' }).rows[0]).toMatchObject({ figure: 6, field: 'birthday' });
    expect(desk.anomalies({ kind: 'region_variant' }).rows[0]).toMatchObject({ usual: '上海市', value: '上海' });
  });
});

const phones = ['13800000001', '13800000002', '12', ''];
const step = fc.oneof(
  fc.record({ do: fc.constant('create' as const), phone: fc.constantFrom(...phones) }),
  fc.record({ do: fc.constant('phone' as const), who: fc.nat(9), phone: fc.constantFrom(...phones) }),
  fc.record({ do: fc.constant('name' as const), who: fc.nat(9), name: fc.constantFrom('王芳', '测试', '0755') }),
  fc.record({ do: fc.constant('remove' as const), who: fc.nat(9) }),
  fc.record({ do: fc.constant('restore' as const), who: fc.nat(9) }),
  fc.record({ do: fc.constant('accept' as const), who: fc.nat(9) }),
  fc.record({ do: fc.constant('birthday' as const), who: fc.nat(9), year: fc.constantFrom(1905, 1990, 2020, 2030) }),
  fc.record({ do: fc.constant('visit' as const), who: fc.nat(9) }),
);

describe('what is kept of everyone’s data (R185, R186)', () => {
  test('equals a recount after any history of edits, removals, shared numbers and "it is right"', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const shop = openCareDesk();
        try {
          const people: CustomerId[] = [shop.create({ name: '第一位' })];
          const gone = new Set<CustomerId>();
          for (const one of steps) {
            const customerId = people[('who' in one ? one.who : 0) % people.length];
            if (!customerId) continue;
            if (one.do === 'create') people.push(shop.create({ name: '某人', phone: one.phone }));
            else if (one.do === 'restore') {
              shop.restore(customerId);
              gone.delete(customerId);
            } else if (gone.has(customerId)) continue;
            else if (one.do === 'phone') shop.update(customerId, { phone: one.phone });
            else if (one.do === 'name') shop.update(customerId, { name: one.name });
            else if (one.do === 'birthday')
              shop.update(customerId, { birthday: { calendar: 'solar', year: one.year, month: 5, day: 3 } });
            else if (one.do === 'visit') shop.record({ customerId, lines: [item(100)] });
            else if (one.do === 'remove') {
              shop.remove(customerId);
              gone.add(customerId);
            } else {
              const open = shop.care(customerId).anomalies.find(({ isAccepted }) => !isAccepted);
              if (open) shop.accept({ customerId, kind: open.kind, value: open.value });
            }
            expect(shop.notYetKept()).toEqual([]);
          }
          await shop.refresh(true);
          expect(shop.notYetKept()).toEqual([]);
          expect(shop.overview().people).toBe(people.length - gone.size);
        } finally {
          shop.closeAll();
        }
      }),
      { numRuns: 25 },
    );
  });

  test('is brought to a bulk change by the next refresh, and a refresh of the same day does nothing', async () => {
    desk.create({ name: '王芳', phone: sharedPhone });
    await desk.refresh();
    desk.events.length = 0;
    await desk.refresh();
    expect(desk.events).toEqual([]);
    // As an import does: rows without a fact, and the run no longer holds.
    desk.command(() => {
      desk.database.connection.exec(`UPDATE customers SET name = '测试';
        INSERT INTO engine_runs (name, invalidations) VALUES ('everyone', 1)
          ON CONFLICT (name) DO UPDATE SET business_date = NULL, invalidations = invalidations + 1`);
    });
    await desk.refresh();
    expect(desk.anomalies().kinds).toEqual([{ kind: 'name_odd', count: 1 }]);
    expect(desk.notYetKept()).toEqual([]);
  });
});

describe('asking today (X39)', () => {
  test('is not repeated after "not now" until the days are over, and "not now" can be taken back', () => {
    const customerId = desk.create({ name: '王芳' });
    const { until, before } = desk.decline({ customerId, field: 'phone' });
    expect(until).toBe(addDays(desk.clock.today, 30));
    expect(desk.care(customerId).ask).toBeNull();
    desk.restoreAsk({ customerId, field: 'phone', until: before });
    expect(desk.care(customerId).ask).toBe('phone');
    desk.decline({ customerId, field: 'phone' });
    desk.clock.today = until;
    expect(desk.care(customerId).ask).toBe('phone');
  });
});

describe('the quarterly check (R183)', () => {
  const regular = (name: string, price: number): CustomerId => {
    const customerId = desk.create({ name, phone: `139${String(price).padStart(8, '0')}` });
    desk.record({ customerId, lines: [item(price)] });
    return customerId;
  };

  test('takes who came lately and spends most, as many as the shop can do, and goes on where it was left', async () => {
    desk.settings({ careCheckSize: 2 });
    const little = regular('小额', 100);
    const much = regular('大额', 90_000);
    const middle = regular('中额', 9_000);
    desk.create({ name: '没来过', phone: '13700000000' });
    await desk.refresh();
    expect(desk.plan()).toEqual({ added: 2, total: 2 });
    expect(desk.quarter().rows.map(({ customerId }) => customerId)).toEqual([much, middle]);
    desk.check(much, 'correct');
    expect(desk.plan()).toEqual({ added: 0, total: 2 });
    desk.settings({ careCheckSize: 3 });
    expect(desk.plan()).toEqual({ added: 1, total: 3 });
    expect(desk.quarter()).toMatchObject({ name: '2026-Q4', endsOn: '2026-12-31', done: 1, size: 3 });
    expect(desk.quarter().rows.map(({ customerId }) => customerId)).toEqual([much, middle, little]);
    desk.clock.today = localDate('2027-01-01');
    expect(desk.quarter().rows).toEqual([]);
  });

  test('"all correct" confirms every field that still holds, and taking it back restores the former days', async () => {
    const customerId = regular('王芳', 5_000);
    await desk.refresh();
    desk.plan();
    const before = desk.card(customerId);
    desk.clock.today = localDate('2026-12-20');
    desk.check(customerId, 'correct');
    expect(desk.card(customerId).contactMethods[0]?.verifiedOn).toBe('2026-12-20');
    expect(failureOf(() => desk.check(customerId, 'correct'))).toMatchObject({ details: { reason: 'check_settled' } });
    desk.undoCheck(customerId);
    expect(desk.card(customerId)).toEqual({ ...before, age: before.age });
    expect(failureOf(() => desk.undoCheck(customerId))).toMatchObject({ code: 'already_undone' });
    expect(desk.notYetKept()).toEqual([]);
  });

  test('"number invalid" marks the number, takes it out of use, keeps it as a trace, and can be taken back', async () => {
    const customerId = regular('王芳', 5_000);
    await desk.refresh();
    desk.plan();
    desk.check(customerId, 'invalid');
    expect(desk.card(customerId).contactMethods).toMatchObject([{ value: '13900005000', isValid: false }]);
    expect(desk.care(customerId).reasons).toContainEqual({ field: 'phone', problem: 'invalid', lost: 25 });
    desk.undoCheck(customerId);
    expect(desk.card(customerId).contactMethods).toMatchObject([{ isValid: true }]);
    desk.check(customerId, 'invalid');
    expect(failureOf(() => desk.check(desk.create({ name: '不在名单' }), 'correct'))).toMatchObject({ code: 'not_found' });
  });
});

describe('thanks for an updated profile (R188)', () => {
  test('go through the ledger with their reason, once in so many months, and the reversal takes them back', () => {
    desk.settings({ profileRewardPoints: 50, profileRewardScore: 30 });
    const customerId = desk.create({ name: '王芳', phone: sharedPhone });
    expect(failureOf(() => desk.reward(customerId))).toMatchObject({ details: { reason: 'reward_not_due' } });
    desk.update(customerId, { birthday: { calendar: 'solar', year: 1990, month: 5, day: 12 } });
    expect(desk.care(customerId).rewardPoints).toBe(50);
    const { entryId, pointsBalance } = desk.reward(customerId);
    expect(pointsBalance).toBe(50);
    expect(desk.ledger(customerId)).toMatchObject([{ points: 50, reason: '更新资料', kind: 'adjust' }]);
    expect(desk.care(customerId).rewardPoints).toBe(0);
    desk.clock.now = instant(desk.clock.now + 1000);
    desk.reverse({ entryId, reason: '撤销' });
    expect(desk.summary(customerId).points_balance).toBe(0);
    expect(desk.care(customerId).rewardPoints).toBe(50);
  });
});

const planOf = (text: string): string[] => {
  const store = openTestStore();
  const values = { from: '', to: '', e164: '', limit: 1, customerId: '', offset: 0, quarter: '', id: '', kind: '', bit: 1 };
  try {
    const more = { activity: '', firstDay: '', ids: '[]', numbers: '[]', most: 2 };
    return plainRows<{ detail: string }>(store.database, `EXPLAIN QUERY PLAN ${text}`, { ...values, ...more }).map(
      (row) => row.detail,
    );
  } finally {
    store.close();
  }
};

describe('the cost of data care does not grow with the shop (P13)', () => {
  test.each(Object.entries({ ...careQueries, ...careMarkQueries, ...careCheckQueries, ...intakeQueries }))(
    '%s walks through no table',
    (_name, text) => {
      const plan = planOf(text);
      expect(plan.length).toBeGreaterThan(0);
      expect(plan.filter((one) => /^SCAN (?!json_each)/.test(one) && !one.includes('USING INDEX'))).toEqual([]);
    },
  );

  test.each([
    ['sums of anomalies', careListQueries.kinds],
    ['people of a score', peopleSql('score BETWEEN 0 AND 9')],
    ['people without a field', peopleSql('(missing & 4) <> 0')],
    ['anomalies', anomaliesSql(false)],
    ['anomalies of a kind', anomaliesSql(true)],
  ])('%s come from one covering index, in its order', (_name, text) => {
    const plan = planOf(text);
    expect(plan.filter((one) => one.includes('GROUP BY'))).toEqual([]);
    expect(plan.some((one) => /USING COVERING INDEX (customer_care_by_score|care_anomalies_open)/.test(one))).toBe(true);
    expect(plan.filter((one) => one.startsWith('SCAN c') && !one.includes('COVERING'))).toEqual([]);
  });
});
