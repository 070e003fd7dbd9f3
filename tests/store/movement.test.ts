import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movementStudies } from '../../electron/handlers/movement.ts';
import { rememberClasses } from '../../electron/store/classChanges.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, localDate } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { item } from '../helpers/desk.ts';
import { openEngineDesk } from '../helpers/engine.ts';

const began = localDate('2025-03-03');
const on = (day: number): LocalDate => addDays(began, day);

let desk: ReturnType<typeof openEngineDesk>;
beforeEach(() => {
  desk = openEngineDesk();
  desk.goTo(on(0));
});
afterEach(() => {
  desk.closeAll();
});

const table = (input: CallInput<'movement.table'>): Promise<OutputOf<'movement.table'>> =>
  movementStudies['movement.table'](desk.study.context, contract.movement.table.input.parse(input));
const people = (input: CallInput<'movement.people'>): Promise<OutputOf<'movement.people'>> =>
  movementStudies['movement.people'](desk.study.context, contract.movement.people.input.parse(input));
/** The dormant axis between two days. */
const cells = async (from: number, to: number) => (await table({ axis: 'dormant', from: on(from), to: on(to) })).cells;

const storedNow = () =>
  plainRows<{
    customer_id: CustomerId;
    rfm: string;
    rfm8: string;
    value: string;
    activity: string;
    is_dormant: number;
    lifecycle: string;
  }>(
    desk.database,
    'SELECT customer_id, rfm, rfm8, value, activity, is_dormant, lifecycle FROM customer_classes ORDER BY customer_id',
  );
const latestOn = (day: LocalDate) =>
  plainRows(
    desk.database,
    `SELECT customer_id, rfm, rfm8, value, activity, is_dormant, lifecycle FROM class_changes AS own WHERE rfm IS NOT NULL
     AND on_date = (SELECT max(on_date) FROM class_changes WHERE customer_id = own.customer_id AND on_date <= @day)
     ORDER BY customer_id`,
    { day },
  );
const stillThere = (): Set<CustomerId> =>
  new Set(plainRows<{ id: CustomerId }>(desk.database, 'SELECT id FROM customers').map(({ id }) => id));
const changeRows = (): unknown[] => plainRows(desk.database, 'SELECT * FROM class_changes ORDER BY customer_id, on_date');

describe('what everybody was (R039)', () => {
  it('is rebuilt for every past day as it was on that day, over random histories; a second run writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            who: fc.nat({ max: 3 }),
            pause: fc.integer({ min: 0, max: 120 }),
            price: fc.integer({ min: 1, max: 900_00 }),
            act: fc.constantFrom('buys', 'is looked at', 'goes', 'is back'),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        async (steps) => {
          desk.closeAll();
          desk = openEngineDesk();
          desk.goTo(on(0));
          const customers = [0, 1, 2, 3].map(() => desk.addCustomer());
          await desk.refresh();
          const recorded = new Map<LocalDate, ReturnType<typeof storedNow>>([[on(0), storedNow()]]);
          const gone = new Set<CustomerId>();
          let day = 0;
          for (const { who, pause, price, act } of steps) {
            day += pause;
            desk.goTo(on(day));
            await desk.refresh();
            const customerId = customers[who];
            if (customerId === undefined || !stillThere().has(customerId)) continue;
            if (act === 'buys' && !gone.has(customerId)) desk.record({ customerId, lines: [item(price)] });
            if (act === 'goes') gone.add(customerId);
            if (act === 'is back') gone.delete(customerId);
            if (act === 'goes') desk.setCustomer(customerId, { removed_at: desk.clock.now });
            if (act === 'is back') desk.setCustomer(customerId, { removed_at: null });
            recorded.set(on(day), storedNow());
          }
          // Whoever lay in the bin long enough is gone, and with them what they were.
          const left = stillThere();
          for (const [when, groups] of recorded)
            expect(latestOn(when)).toEqual(groups.filter(({ customer_id: id }) => left.has(id)));
          // The first judges by the latest cut-offs, the second finds that done.
          await desk.refresh(true);
          const before = changeRows();
          await desk.refresh(true);
          expect(changeRows()).toEqual(before);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is written once a day at most, and not where nothing became different', async () => {
    const customerId = desk.addCustomer();
    await desk.refresh();
    desk.record({ customerId, lines: [item(10_00)] });
    desk.record({ customerId, lines: [item(10_00)] });
    await desk.refresh(true);
    expect(changeRows()).toHaveLength(1);
    desk.goTo(on(1));
    await desk.refresh(true);
    expect(changeRows()).toHaveLength(1);
  });

  it('loses no day to a clock that went back: the change counts as of the latest day known', async () => {
    const customerId = desk.addCustomer();
    await desk.refresh();
    const row = plainRows<Parameters<typeof rememberClasses>[3] & object>(desk.database, 'SELECT * FROM customer_classes')[0];
    if (row === undefined) throw new Error('not judged');
    rememberClasses(desk.database, customerId, on(9), { ...row, value: 'high' });
    rememberClasses(desk.database, customerId, on(1), { ...row, value: 'middle' });
    const days = plainRows(desk.database, 'SELECT on_date, value FROM class_changes ORDER BY on_date');
    expect(days).toEqual([
      { on_date: on(0), value: row.value },
      { on_date: on(9), value: 'middle' },
    ]);
  });
});

describe('the movement between two days (R039)', () => {
  it('says who fell asleep, who is new and who left; the people behind each figure are there, page by page', async () => {
    const sleeper = desk.addCustomer();
    const regular = desk.addCustomer();
    const leaver = desk.addCustomer();
    for (const customerId of [sleeper, regular, leaver]) desk.record({ customerId, lines: [item(50_00)] });
    await desk.refresh();
    desk.goTo(on(150));
    desk.record({ customerId: regular, lines: [item(70_00)] });
    desk.goTo(on(200));
    await desk.refresh();
    desk.setCustomer(leaver, { removed_at: desk.clock.now });
    const newcomer = desk.addCustomer();
    await desk.refresh(true);

    const found = await table({ axis: 'dormant', from: on(10), to: on(200) });
    expect(found.since).toBe(on(0));
    const sorted = [...found.cells].sort((left, right) =>
      `${left.before}${left.after}`.localeCompare(`${right.before}${right.after}`),
    );
    expect(sorted).toEqual([
      { before: 'not_dormant', after: 'dormant', count: 1 },
      { before: 'not_dormant', after: 'not_dormant', count: 1 },
      { before: 'not_dormant', after: null, count: 1 },
      { before: null, after: 'not_dormant', count: 1 },
    ]);
    const behind = async (before: 'not_dormant' | null, after: 'dormant' | 'not_dormant' | null) =>
      (await people({ axis: 'dormant', from: on(10), to: on(200), before, after })).rows;
    expect((await behind('not_dormant', 'dormant')).map(({ id }) => id)).toEqual([sleeper]);
    expect((await behind('not_dormant', 'not_dormant')).map(({ id }) => id)).toEqual([regular]);
    expect((await behind(null, 'not_dormant')).map(({ id }) => id)).toEqual([newcomer]);
    expect(await behind('not_dormant', null)).toMatchObject([{ id: leaver, isRemoved: true }]);
    expect(await behind(null, null)).toEqual([]);
    const page = await people({
      axis: 'dormant',
      from: on(10),
      to: on(10),
      before: 'not_dormant',
      after: 'not_dormant',
      offset: 1,
      limit: 1,
    });
    expect(page.total).toBe(3);
    expect(page.rows).toHaveLength(1);
    expect(await cells(10, 10)).toEqual([{ before: 'not_dormant', after: 'not_dormant', count: 3 }]);
  });

  it('of a day to come, or of days the wrong way round, is refused with the field', async () => {
    const refused = (message: string) => ({ code: 'bad_input', details: { issues: [{ path: 'to', message }] } });
    await expect(table({ axis: 'rfm8', from: on(0), to: on(1) })).rejects.toMatchObject(refused('date_in_future'));
    desk.goTo(on(5));
    await expect(table({ axis: 'rfm8', from: on(4), to: on(3) })).rejects.toMatchObject(refused('until_before_from'));
  });

  it('begins with nothing known in a new shop', async () => {
    expect(await table({ axis: 'value', from: on(0), to: on(0) })).toEqual({ since: null, cells: [] });
  });
});
