import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { addDays, localDate } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import type { CustomerId, ExpiringFactId, ThingId } from '../../shared/types/ids.ts';
import { failureOf } from '../helpers/desk.ts';
import { openEngineDesk } from '../helpers/engine.ts';
import type { EngineDesk } from '../helpers/engine.ts';
import { thingsAt } from '../helpers/things.ts';

const TODAY = localDate('2026-11-21');
let desk: EngineDesk;
let things: ReturnType<typeof thingsAt>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openEngineDesk({ today: TODAY });
  things = thingsAt(desk);
  customerId = desk.addCustomer();
});
afterEach(() => {
  desk.closeAll();
});

const reminded = (id: CustomerId = customerId): string[] =>
  desk
    .reminders(id)
    .filter(({ rule }) => rule === 'expiring')
    .map(({ due_on: dueOn, occurrence }) => `${dueOn} ${occurrence.slice(0, 10)}`);

describe('something that runs out (X21)', () => {
  test('is brought up from its lead time on, and turns red the day after its last', () => {
    things.saveFact({ customerId, kind: 'vaccine', validUntil: '2026-12-05' });
    const states: (string | undefined)[] = [];
    for (const day of ['2026-11-20', '2026-11-21', '2026-12-05', '2026-12-06']) {
      desk.goTo(localDate(day));
      states.push(things.of(customerId).facts[0]?.state);
    }
    expect(states).toEqual(['fine', 'near', 'near', 'past']);
  });

  test("goes by its own days, else by the shop's for the kind, which the engine judges by too", async () => {
    things.saveFact({ customerId, kind: 'insurance', validUntil: '2027-01-10' });
    expect(reminded()).toEqual([]);
    desk.settings({ expiringLeadDays: { ...desk.context.settings().expiringLeadDays, insurance: 60 } });
    await desk.refresh();
    expect(reminded()).toEqual(['2026-11-11 2027-01-10']);
    const [fact] = things.of(customerId).facts;
    things.saveFact({ customerId, factId: fact?.id ?? null, kind: 'insurance', validUntil: '2027-01-10', leadDays: 0 });
    expect(reminded()).toEqual([]);
  });

  test('renewed keeps the former day, is no longer brought up, and undone is brought up as before', () => {
    const { factId } = things.saveFact({ customerId, kind: 'vaccine', validUntil: '2026-11-25' });
    const before = desk.reminders(customerId);
    const { periodId } = things.renew({ customerId, factId, validUntil: '2027-11-21' });
    expect(things.of(customerId).facts[0]).toMatchObject({
      validUntil: '2027-11-21',
      state: 'fine',
      periods: [
        { renewedOn: TODAY, validUntil: '2027-11-21' },
        { renewedOn: TODAY, validUntil: '2026-11-25' },
      ],
    });
    expect(reminded()).toEqual([]);
    things.undoRenewal({ customerId, factId, periodId });
    expect(desk.reminders(customerId)).toEqual(before);
    expect(failureOf(() => things.undoRenewal({ customerId, factId, periodId })).code).toBe('already_undone');
  });

  test('of a thing no longer served, or taken away, is not brought up; of one given away it is, with the new owner', () => {
    const other = desk.addCustomer();
    const { thingId } = things.save({ customerId, type: 'car', name: '凯美瑞' });
    things.saveFact({ customerId, thingId, kind: 'inspection', validUntil: '2026-12-01' });
    expect(reminded()).toHaveLength(1);
    things.retire({ customerId, thingId, retired: { on: TODAY, because: 'sold' } });
    expect(reminded()).toEqual([]);
    things.retire({ customerId, thingId, retired: null });
    things.remove({ customerId, thingId });
    expect(reminded()).toEqual([]);
    things.restore({ customerId, thingId });
    things.transfer({ customerId, thingId, toCustomerId: other });
    expect(reminded()).toEqual([]);
    expect(reminded(other)).toHaveLength(1);
  });

  test('stands on the daily list with its figures, once, and a call about it settles that day only', async () => {
    desk.addPhone(customerId, '13800138000');
    const { thingId } = things.save({ customerId, type: 'pet', name: '旺财' });
    const { factId } = things.saveFact({ customerId, thingId, kind: 'vaccine', label: '狂犬疫苗', validUntil: '2026-11-26' });
    await desk.refresh(true);
    const [row] = desk.today().rows;
    expect(row?.reasons).toEqual([
      {
        code: 'expiring',
        params: { factId, kind: 'vaccine', label: '狂犬疫苗', thingName: '旺财', validUntil: '2026-11-26', inDays: 5 },
      },
    ]);
    desk.outcome({ customerId, outcome: 'done' });
    expect(desk.today().rows).toEqual([]);
    things.renew({ customerId, factId, validUntil: '2026-12-01' });
    expect(desk.today().rows.map(({ reasons }) => reasons[0]?.code)).toEqual(['expiring']);
  });

  test('long past it leaves the list and stays on the card', () => {
    things.saveFact({ customerId, kind: 'maintenance', validUntil: '2026-09-21' });
    expect(things.of(customerId).facts[0]?.state).toBe('past');
    expect(reminded()).toEqual([]);
  });

  test('switched off as a rule it is on no list', async () => {
    things.saveFact({ customerId, kind: 'vaccine', validUntil: '2026-11-26' });
    desk.settings({ reminderRules: { ...desk.context.settings().reminderRules, expiring: false } });
    await desk.refresh();
    expect(reminded()).toEqual([]);
  });

  test.each([
    [{ kind: 'other' as const, validUntil: '2027-01-01' }, 'label', 'label_missing'],
    [{ kind: 'vaccine' as const, validUntil: '1969-12-31' }, 'validUntil', 'date_too_early'],
  ])('refuses %o', (input, path, message) => {
    expect(failureOf(() => things.saveFact({ customerId, ...input })).details).toEqual({ issues: [{ path, message }] });
  });

  test('is not renewed until before the day of renewal, nor on a day that has not come', () => {
    const { factId } = things.saveFact({ customerId, kind: 'vaccine', validUntil: '2026-11-26' });
    const refused = (input: { validUntil: string; renewedOn?: string }) =>
      failureOf(() => things.renew({ customerId, factId, ...input })).details;
    expect(refused({ validUntil: '2026-11-20' })).toEqual({ issues: [{ path: 'validUntil', message: 'before_renewal' }] });
    expect(refused({ validUntil: '2027-11-20', renewedOn: '2026-11-22' })).toEqual({
      issues: [{ path: 'renewedOn', message: 'date_in_future' }],
    });
  });

  test('all of the shop between two days, the earliest first, paged, without removed people and things not served', () => {
    const other = desk.addCustomer();
    const { thingId } = things.save({ customerId: other, type: 'car', name: '凯美瑞' });
    for (const [who, day] of [
      [customerId, '2026-12-03'],
      [customerId, '2026-12-01'],
      [customerId, '2027-03-01'],
    ] as const)
      things.saveFact({ customerId: who, kind: 'eye_recheck', validUntil: day });
    things.saveFact({ customerId: other, thingId, kind: 'inspection', validUntil: '2026-12-02' });
    const range = { from: TODAY, to: '2026-12-31' };
    const days = (input: object = {}): string[] =>
      things.expiring({ ...range, ...input }).rows.map(({ fact }) => fact.validUntil);
    expect(days()).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
    expect(days({ offset: 1, limit: 1 })).toEqual(['2026-12-02']);
    expect(days({ kind: 'inspection' })).toEqual(['2026-12-02']);
    expect(things.expiring(range).total).toBe(3);
    things.retire({ customerId: other, thingId, retired: { on: TODAY, because: 'sold' } });
    desk.setCustomer(customerId, { removed_at: desk.clock.now });
    expect(things.expiring(range)).toEqual({ total: 0, rows: [] });
  });
});

type Step =
  | { readonly do: 'add' | 'edit' | 'renew'; readonly days: number; readonly pick: number }
  | { readonly do: 'undo' | 'remove' | 'restore' | 'retire' | 'revive' | 'drop' | 'back' | 'transfer'; readonly pick: number };
const pick = fc.nat({ max: 7 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('add' as const, 'edit' as const, 'renew' as const),
    days: fc.integer({ min: -90, max: 400 }),
    pick,
  }),
  fc.record({
    do: fc.constantFrom(
      'undo' as const,
      'remove' as const,
      'restore' as const,
      'retire' as const,
      'revive' as const,
      'drop' as const,
      'back' as const,
      'transfer' as const,
    ),
    pick,
  }),
);

/** Whether the store is what its facts add up to: owner of a fact = owner of its thing, day = latest period that stands. */
const broken = (): unknown[] =>
  plainRows(
    desk.database,
    `SELECT fact.id FROM expiring_facts AS fact
     LEFT JOIN things ON things.id = fact.thing_id
     WHERE things.customer_id <> fact.customer_id
       OR fact.valid_until IS NOT (SELECT valid_until FROM expiring_periods WHERE fact_id = fact.id AND undone_at IS NULL
            ORDER BY at DESC, id DESC LIMIT 1)`,
  );

describe('any history of adding, correcting, renewing, giving away and undoing (X20, X21)', () => {
  property.prop([fc.array(step, { maxLength: 25 })], { numRuns: 30 })(
    'leaves the store as a recount of its facts, and every customer judged as a run over everyone would',
    async (steps) => {
      const people = [desk.addCustomer(), desk.addCustomer()];
      const owned: { thingId: ThingId; at: number }[] = people.map((owner, at) => ({
        thingId: things.save({ customerId: owner, type: 'car', name: `车${at}` }).thingId,
        at,
      }));
      const facts: { factId: ExpiringFactId; thing: number; periods: string[] }[] = [];
      const ownerOf = (thing: number): CustomerId => people[owned[thing]?.at ?? 0] ?? customerId;
      const until = (days: number): LocalDate => addDays(TODAY, days);
      /** Steps that make no sense at this point are refused, and change nothing. */
      const attempt = (work: () => void): void => {
        try {
          work();
        } catch (error) {
          expect(error).toHaveProperty('code', expect.stringMatching(/^(bad_input|conflict|already_undone|not_found)$/));
        }
      };
      for (const each of steps) {
        const thing = each.pick % 2;
        const { thingId } = owned[thing] ?? { thingId: '' };
        const fact = facts[each.pick % Math.max(1, facts.length)];
        const owner = fact === undefined ? customerId : ownerOf(fact.thing);
        attempt(() => {
          switch (each.do) {
            case 'add': {
              const input = { customerId: ownerOf(thing), thingId, kind: 'inspection' as const, validUntil: until(each.days) };
              facts.push({ factId: things.saveFact(input).factId, thing, periods: [] });
              return;
            }
            case 'edit':
              if (fact)
                things.saveFact({
                  customerId: owner,
                  factId: fact.factId,
                  thingId: owned[fact.thing]?.thingId ?? null,
                  kind: 'insurance',
                  validUntil: until(each.days),
                });
              return;
            case 'renew':
              if (fact)
                fact.periods.push(
                  things.renew({ customerId: owner, factId: fact.factId, validUntil: until(each.days) }).periodId,
                );
              return;
            case 'undo':
              if (fact)
                things.undoRenewal({ customerId: owner, factId: fact.factId, periodId: fact.periods.pop() ?? fact.factId });
              return;
            case 'remove':
              if (fact) things.removeFact({ customerId: owner, factId: fact.factId });
              return;
            case 'restore':
              if (fact) things.restoreFact({ customerId: owner, factId: fact.factId });
              return;
            case 'retire':
              things.retire({ customerId: ownerOf(thing), thingId, retired: { on: TODAY, because: 'sold' } });
              return;
            case 'revive':
              things.retire({ customerId: ownerOf(thing), thingId, retired: null });
              return;
            case 'drop':
              things.remove({ customerId: ownerOf(thing), thingId });
              return;
            case 'back':
              things.restore({ customerId: ownerOf(thing), thingId });
              return;
            case 'transfer': {
              const next = (owned[thing]?.at ?? 0) === 0 ? 1 : 0;
              things.transfer({ customerId: ownerOf(thing), thingId, toCustomerId: people[next] ?? customerId });
              owned[thing] = {
                thingId: owned[thing]?.thingId ?? things.save({ customerId, type: 'car', name: 'x' }).thingId,
                at: next,
              };
            }
          }
        });
        expect(broken()).toEqual([]);
      }
      expect(desk.notYetJudged().filter((change) => people.includes(change.customerId))).toEqual([]);
      const before = people.map((id) => desk.reminders(id));
      await desk.refresh(true);
      await desk.refresh(true);
      expect(people.map((id) => reminded(id))).toEqual(
        before.map((rows) =>
          rows
            .filter(({ rule }) => rule === 'expiring')
            .map(({ due_on: dueOn, occurrence }) => `${dueOn} ${occurrence.slice(0, 10)}`),
        ),
      );
    },
  );
});
