import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openReasons } from '../../electron/engine/judge.ts';
import { plainRun, rows, sqlite } from '../../electron/store/database.ts';
import type { Outcome } from '../../shared/contract/callbacks.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, instant, localDate } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openEngineDesk, present } from '../helpers/engine.ts';
import type { EngineDesk } from '../helpers/engine.ts';

const HOUR = 3_600_000;
let desk: EngineDesk;
beforeEach(() => {
  desk = openEngineDesk({ today: '2026-11-21' });
});
afterEach(() => {
  desk.closeAll();
});

const later = (hours: number) => instant(desk.clock.now + hours * HOUR);
const waitHours = (hours: number): void => {
  desk.clock.now = later(hours);
};
/** Comes every 10 days, and last came so many days ago. */
const regular = (daysAgo: number, price = 100_00): CustomerId => {
  const customerId = desk.addCustomer();
  for (let visit = 5; visit >= 0; visit -= 1) {
    const businessDate = addDays(desk.clock.today, -(daysAgo + visit * 10));
    desk.record({ customerId, businessDate, lines: [item(price)] });
  }
  return customerId;
};
const listed = (): CustomerId[] => desk.today().rows.map(({ customerId }) => customerId);
const codes = (customerId: CustomerId): string[] => openReasons(desk.context, customerId).map(({ code }) => code);

describe("today's list (R168, R171)", () => {
  test('has one row a person with every reason, the strongest first, worded by its figures', () => {
    const customerId = regular(30);
    desk.addBirthday(customerId, 11, 23);
    const { rows: people } = desk.today();
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      customerId,
      visitCount: 6,
      yearSpendCents: 600_00,
      since: '2026-09-02',
      attempts: 0,
      age: 35,
    });
    expect(people[0]?.reasons).toEqual([
      {
        code: 'birthday',
        params: {
          on: '2026-11-23',
          inDays: 2,
          calendar: 'solar',
          month: 11,
          day: 23,
          isLeapMonth: false,
          turning: 36,
          label: null,
        },
      },
      {
        code: 'overdue',
        params: { lastOn: '2026-10-22', daysSince: 30, rhythmDays: 10, overdueAfterDays: 10, basis: 'own', purchaseDays: 6 },
      },
    ]);
  });

  test('counts the days since anew each morning, without a run', () => {
    const customerId = regular(30);
    desk.goTo(localDate('2026-11-25'));
    const [reason] = openReasons(desk.context, customerId);
    expect(reason).toMatchObject({ code: 'overdue', params: { daysSince: 34 } });
  });

  test('asks after a purchase on day 3 and up to a week, the first visit in its own words (R093)', async () => {
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(38_00, 2, '碧螺春'), item(12_00, 1, '茶杯')] });
    const seen: string[] = [];
    for (let day = 0; day <= 11; day += 1) {
      desk.goTo(addDays(localDate('2026-11-21'), day));
      await desk.refresh();
      if (codes(customerId).includes('follow_up')) seen.push(desk.clock.today);
    }
    expect([seen[0], seen.at(-1), seen.length]).toEqual(['2026-11-24', '2026-11-30', 7]);
    desk.goTo(localDate('2026-11-24'));
    await desk.refresh();
    expect(openReasons(desk.context, customerId)).toEqual([
      {
        code: 'follow_up',
        params: { visitOn: '2026-11-21', daysSince: 3, items: '碧螺春、茶杯', amountCents: 88_00, isFirstVisit: true },
      },
    ]);
    desk.record({ customerId, lines: [item(5_00)] });
    expect(codes(customerId)).toEqual([]);
  });

  test('brings up who fell asleep until the give-up limit, and who was silent too long for their value', async () => {
    const sleeper = desk.addCustomer();
    desk.record({ customerId: sleeper, businessDate: '2026-05-20', lines: [item(80_00)] });
    const gone = desk.addCustomer();
    desk.record({ customerId: gone, businessDate: '2024-11-20', lines: [item(80_00)] });
    desk.settings({ silenceHighDays: 30 });
    await desk.refresh();
    expect(codes(sleeper)).toEqual(['dormant', 'silence']);
    expect(openReasons(desk.context, sleeper)[0]).toMatchObject({ params: { daysSince: 185, months: 6, spendCents: 80_00 } });
    expect(codes(gone)).toEqual([]);
    desk.contact({ customerId: sleeper, channel: 'wechat', direction: 'out', note: '问好' });
    expect(codes(sleeper)).toEqual(['dormant']);
  });

  test('never lists who must not be contacted, was removed or given up, and whom every number fails', () => {
    const people = [regular(30), regular(31), regular(32), regular(33), regular(34)];
    const [blocked, removed, lost, wrong, fine] = people.map((id) => id);
    if (!blocked || !removed || !lost || !wrong || !fine) throw new Error('five people');
    expect(new Set(listed())).toEqual(new Set(people));
    desk.setCustomer(blocked, { do_not_contact: 1 });
    desk.setCustomer(removed, { removed_at: desk.clock.now });
    desk.setCustomer(lost, { status: 'lost' });
    desk.addPhone(wrong, '13800000001');
    desk.outcome({ customerId: wrong, outcome: 'wrong_number' });
    desk.goTo(addDays(desk.clock.today, 1));
    expect(listed()).toEqual([fine]);
  });

  test('stops at the capacity of the day, counts the rest as waiting, and gives the same order every time', () => {
    desk.settings({ dailyCapacity: 3 });
    const people = Array.from({ length: 8 }, (_, index) => regular(20 + index, 50_00 + index * 10_00));
    const first = desk.today();
    expect(first).toMatchObject({ capacity: 3, waiting: 5 });
    expect(first.rows).toHaveLength(3);
    const scores = first.rows.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((left, right) => right - left));
    expect(desk.today()).toEqual(first);
    desk.outcome({ customerId: present(first.rows[0]).customerId, outcome: 'done' });
    const second = desk.today();
    expect(second).toMatchObject({ capacity: 2, waiting: 5 });
    expect(second.rows).toEqual(first.rows.slice(1));
    expect(second.handled).toHaveLength(1);
    expect(people).toHaveLength(8);
  });

  test('keeps a place for whom nobody answered: they come back the same day', () => {
    desk.settings({ dailyCapacity: 1 });
    const [first, second] = [regular(20, 900_00), regular(21)];
    desk.outcome({ customerId: first, outcome: 'no_answer' });
    expect(desk.today()).toMatchObject({ capacity: 0, rows: [], waiting: 1 });
    waitHours(5);
    expect(desk.today()).toMatchObject({ capacity: 1, rows: [{ customerId: first, attempts: 1 }], waiting: 1 });
    desk.goTo(localDate('2026-11-22'));
    desk.outcome({ customerId: first, outcome: 'done' });
    desk.goTo(localDate('2026-11-23'));
    expect(listed()).toEqual([second]);
  });

  test('promised times come first in their order and always fit', () => {
    desk.settings({ dailyCapacity: 1 });
    const [early, late, weighty] = [regular(20), regular(21), regular(22, 900_00)];
    desk.outcome({ customerId: late, outcome: 'call_at', nextAttemptAt: later(3) });
    desk.outcome({ customerId: early, outcome: 'call_at', nextAttemptAt: later(2), note: '开完会再打' });
    const { rows: people, waiting } = desk.today();
    expect(people.map(({ customerId }) => customerId)).toEqual([early, late]);
    expect(people[0]?.reasons[0]).toEqual({ code: 'promised', params: { at: later(2), note: '开完会再打' } });
    expect(waiting).toBe(1);
    expect(listed()).not.toContain(weighty);
  });

  test('a promise for another day hides the person until that business day begins', () => {
    const customerId = regular(20);
    desk.outcome({ customerId, outcome: 'call_at', nextAttemptAt: later(5 * 24) });
    expect(listed()).toEqual([]);
    desk.goTo(localDate('2026-11-25'));
    expect(listed()).toEqual([]);
    desk.goTo(localDate('2026-11-26'));
    expect(listed()).toEqual([customerId]);
  });
});

describe('outcomes (R097, DOMAIN "Outcomes")', () => {
  test.each([
    ['no_answer', 4],
    ['busy', 1],
  ] as const)('%s comes back after its wait', (outcome, hours) => {
    const customerId = regular(20);
    expect(desk.outcome({ customerId, outcome }).nextAttemptAt).toBe(later(hours));
    expect(listed()).toEqual([]);
    waitHours(hours - 0.01);
    expect(listed()).toEqual([]);
    waitHours(0.01);
    expect(desk.today().rows).toMatchObject([{ customerId, attempts: 1, lastOutcome: outcome }]);
  });

  test('a time to call that has passed is refused with its field named', () => {
    const customerId = regular(20);
    const refused = failureOf(() => desk.outcome({ customerId, outcome: 'call_at', nextAttemptAt: desk.clock.now }));
    expect(refused).toEqual({
      code: 'bad_input',
      details: { issues: [{ path: 'nextAttemptAt', message: 'time_not_in_future' }] },
    });
    expect(failureOf(() => desk.outcome({ customerId, outcome: 'no_answer', nextAttemptAt: later(-1) })).code).toBe('bad_input');
    expect(desk.timeline({ customerId, kinds: ['contact'] }).entries).toEqual([]);
  });

  test('tries stop at the most the shop allows, and start anew after a visit', () => {
    const customerId = regular(20);
    for (const attempts of [1, 2]) {
      desk.outcome({ customerId, outcome: 'no_answer' });
      waitHours(5);
      expect(desk.today().rows[0]).toMatchObject({ attempts });
    }
    desk.outcome({ customerId, outcome: 'no_answer' });
    waitHours(5);
    expect(codes(customerId)).toEqual([]);
    desk.goTo(addDays(desk.clock.today, 30));
    desk.record({ customerId, businessDate: addDays(desk.clock.today, -20), lines: [item(10_00)] });
    expect(desk.today().rows[0]).toMatchObject({ customerId, attempts: 0 });
  });

  test('a settled reason never comes back for the same silence, and a new silence is a new reason', async () => {
    const customerId = regular(20);
    desk.outcome({ customerId, outcome: 'done' });
    for (const days of [1, 10, 60, 100]) {
      desk.goTo(addDays(localDate('2026-11-21'), days));
      await desk.refresh();
      expect(codes(customerId)).not.toContain('overdue');
    }
    desk.record({ customerId, lines: [item(10_00)] });
    desk.goTo(addDays(desk.clock.today, 90));
    await desk.refresh();
    expect(codes(customerId)).toContain('overdue');
  });

  test('only "do not call" blocks, and a wrong number is marked', () => {
    const [refuses, wrong] = [regular(20), regular(21)];
    desk.addPhone(refuses, '13800000001');
    desk.addPhone(wrong, '13800000002');
    desk.outcome({ customerId: refuses, outcome: 'do_not_call' });
    desk.outcome({ customerId: wrong, outcome: 'wrong_number' });
    const state = (id: CustomerId) => [
      rows(desk.database, sqlite.selectFrom('customers').select('do_not_contact').where('id', '=', id))[0]?.do_not_contact,
      rows(desk.database, sqlite.selectFrom('contact_methods').select('is_valid').where('customer_id', '=', id))[0]?.is_valid,
    ];
    expect(state(refuses)).toEqual([1, 1]);
    expect(state(wrong)).toEqual([0, 0]);
    expect(listed()).toEqual([]);
  });

  test('a call that reached nobody is no contact: the silence goes on', async () => {
    desk.settings({ silenceHighDays: 15 });
    const customerId = regular(20, 900_00);
    await desk.refresh();
    expect(codes(customerId)).toContain('silence');
    desk.outcome({ customerId, outcome: 'no_answer' });
    expect(codes(customerId)).toContain('silence');
    desk.outcome({ customerId, outcome: 'done' });
    expect(desk.summary(customerId).last_interaction_on).toBe(desk.clock.today);
    expect(codes(customerId)).toEqual([]);
  });

  test('stands on the timeline with its next attempt', () => {
    const customerId = regular(20);
    desk.outcome({ customerId, outcome: 'busy', note: '占线' });
    expect(desk.timeline({ customerId, kinds: ['contact'] }).entries).toMatchObject([
      { contact: { channel: 'phone', direction: 'out', outcome: 'busy', note: '占线', nextAttemptAt: later(1) } },
    ]);
  });

  test('for someone unknown or removed is refused', () => {
    const removed = regular(20);
    desk.setCustomer(removed, { removed_at: desk.clock.now });
    expect(failureOf(() => desk.outcome({ customerId: removed, outcome: 'done' })).code).toBe('conflict');
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect(failureOf(() => desk.outcome({ customerId: nobody, outcome: 'done' })).code).toBe('not_found');
  });
});

describe('taking an outcome back', () => {
  /** Everything a call may touch, revisions aside: those only ever count up. */
  const everything = (customerId: CustomerId) => ({
    list: { ...desk.today(), handled: [] },
    reminders: desk.reminders(customerId),
    timeline: desk.timeline({ customerId }).entries,
    summary: { ...desk.summary(customerId), revision: 0 },
    phones: rows(desk.database, sqlite.selectFrom('contact_methods').selectAll().where('customer_id', '=', customerId)),
    blocked: rows(desk.database, sqlite.selectFrom('customers').select('do_not_contact').where('id', '=', customerId)),
  });
  const outcomes: Outcome[] = ['done', 'no_answer', 'busy', 'call_at', 'wrong_number', 'do_not_call'];

  test.each(outcomes.flatMap((outcome) => [0, 2].map((tries) => [outcome, tries] as const)))(
    '%s after %i tries leaves everything as it was',
    (outcome, tries) => {
      const customerId = regular(20);
      desk.addPhone(customerId, '13800000001');
      desk.addBirthday(customerId, 11, 22, 'solar');
      for (let attempt = 0; attempt < tries; attempt += 1) {
        desk.outcome({ customerId, outcome: 'no_answer' });
        waitHours(5);
      }
      const before = everything(customerId);
      const nextAttemptAt = outcome === 'call_at' ? later(30) : null;
      const { callbackId } = desk.outcome({ customerId, outcome, nextAttemptAt });
      expect(everything(customerId)).not.toEqual(before);
      desk.undoOutcome(callbackId);
      expect(everything(customerId)).toEqual(before);
      expect(failureOf(() => desk.undoOutcome(callbackId)).code).toBe('already_undone');
      expect(desk.notYetJudged()).toEqual([]);
    },
  );

  test('keeps the block that another call asked for', () => {
    const customerId = regular(20);
    const first = desk.outcome({ customerId, outcome: 'do_not_call' });
    desk.outcome({ customerId, outcome: 'do_not_call' });
    desk.undoOutcome(first.callbackId);
    expect(listed()).toEqual([]);
  });
});

describe('a simulated year (R7)', () => {
  test('brings every occurrence once, none twice, also after three weeks asleep', async () => {
    const people = Array.from({ length: 12 }, (_, index) => {
      const customerId = regular(index * 4);
      desk.addBirthday(customerId, index + 1, 28, index % 2 === 0 ? 'solar' : 'lunar');
      return customerId;
    });
    desk.settings({ dailyCapacity: 200 });
    const settled = new Map<string, number>();
    for (let day = 0; day < 365; day += 1) {
      // Closed for three weeks around the spring festival: nobody starts the program.
      if (day >= 70 && day < 91) continue;
      desk.goTo(addDays(localDate('2026-11-21'), day));
      await desk.refresh();
      for (const { customerId } of desk.today().rows) {
        for (const { rule, occurrence } of desk.reminders(customerId).filter((row) => row.closed_by === null)) {
          const key = `${customerId} ${rule} ${occurrence}`;
          settled.set(key, (settled.get(key) ?? 0) + 1);
        }
        desk.outcome({ customerId, outcome: 'done' });
      }
      expect(listed()).toEqual([]);
      if (day % 30 === 0) desk.record({ customerId: present(people[(day / 30) % 12]), lines: [item(20_00)] });
    }
    expect([...settled.values()].filter((times) => times !== 1)).toEqual([]);
    const birthdays = [...settled.keys()].filter((key) => key.includes(' birthday '));
    // One a year each; those whose day fell into the three weeks are past when the shop wakes.
    expect(birthdays.length).toBeGreaterThanOrEqual(10);
    for (const customerId of people)
      expect([...settled.keys()].filter((key) => key.startsWith(`${customerId} overdue`)).length).toBeGreaterThanOrEqual(1);
  });

  test('a clock that once stood in 1970 leaves nothing behind when it is right again', async () => {
    const customerId = regular(30);
    await desk.refresh();
    const before = desk.today();
    desk.goTo(localDate('1970-01-02'));
    await desk.refresh();
    expect(openReasons(desk.context, customerId)).toEqual([]);
    desk.goTo(localDate('2026-11-21'));
    await desk.refresh();
    expect(desk.today()).toEqual(before);
  });
});

describe('the quarterly check of data on the list (R183)', () => {
  test('goes along with a call once a quarter: settled with it, gone once confirmed, back in the next quarter', async () => {
    desk.settings({ silenceHighDays: 0, silenceMiddleDays: 0 });
    const customerId = regular(30);
    desk.goTo(localDate('2027-01-04'));
    await desk.refresh();
    expect(codes(customerId)).toEqual(['overdue', 'data_check']);
    expect(listed()).toEqual([customerId]);
    // Confirmed at the desk: nothing is asked any more, the call still stands.
    const verifiedOn = desk.clock.today;
    plainRun(desk.database, 'UPDATE customers SET verified_on = @verifiedOn WHERE id = @customerId', { verifiedOn, customerId });
    await desk.refresh(true);
    expect(codes(customerId)).toEqual(['overdue']);
    plainRun(desk.database, 'UPDATE customers SET verified_on = NULL WHERE id = @customerId', { customerId });
    await desk.refresh(true);
    desk.outcome({ customerId, outcome: 'done' });
    expect(codes(customerId)).toEqual([]);
    expect(listed()).toEqual([]);
    desk.record({ customerId, lines: [item(100_00)] });
    desk.goTo(localDate('2027-02-20'));
    await desk.refresh();
    // Asked in this quarter already.
    expect(codes(customerId)).toEqual(['overdue']);
    desk.goTo(localDate('2027-04-02'));
    await desk.refresh();
    expect(codes(customerId)).toEqual(['overdue', 'data_check']);
  });

  test('puts nobody on the list by itself', async () => {
    const customerId = regular(1);
    desk.goTo(localDate('2027-01-01'));
    desk.record({ customerId, businessDate: localDate('2026-12-31'), lines: [item(100_00)] });
    await desk.refresh();
    expect(codes(customerId)).toEqual([]);
    expect(listed()).toEqual([]);
  });
});
