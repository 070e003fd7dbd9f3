import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { judgeCustomer } from '../../electron/engine/judge.ts';
import { plainRows } from '../../electron/store/database.ts';
import { invalidateRun, readRun } from '../../electron/store/engine.ts';
import { summaryRevision } from '../../electron/store/judgements.ts';
import { cutoffsSchema, segmentFilterSchema } from '../../shared/contract/segments.ts';
import { AppError } from '../../shared/errors.ts';
import type { CallbackId, CustomerId, VisitId } from '../../shared/types/ids.ts';
import { addDays, addMonths, instant, localDate } from '../../shared/types/time.ts';
import { item } from '../helpers/desk.ts';
import { openEngineDesk, present } from '../helpers/engine.ts';
import type { EngineDesk } from '../helpers/engine.ts';

let open: EngineDesk[] = [];
const makeDesk = (options: Parameters<typeof openEngineDesk>[0] = {}): EngineDesk => {
  const desk = openEngineDesk({ today: '2026-11-21', ...options });
  open.push(desk);
  return desk;
};
afterEach(() => {
  for (const desk of open) desk.closeAll();
  open = [];
});

/** People who came at different rhythms over two years, the last of them not at all. */
const fill = (desk: EngineDesk, people: number): CustomerId[] =>
  Array.from({ length: people }, (_, index) => {
    const customerId = desk.addCustomer();
    desk.addBirthday(customerId, 1 + (index % 12), 1 + ((index * 7) % 28), index % 3 === 0 ? 'lunar' : 'solar');
    for (let visit = 0; visit < index % 7; visit += 1) {
      const businessDate = addDays(desk.clock.today, -(visit * (5 + index * 3) + index));
      desk.record({ customerId, businessDate, lines: [item(1000 + index * 371)] });
    }
    return customerId;
  });

const total = (groups: readonly { count: number }[]): number => groups.reduce((sum, { count }) => sum + count, 0);

describe('a run over everyone (R029, R168)', () => {
  test('puts every customer in one place on every axis', async () => {
    const desk = makeDesk();
    const people = fill(desk, 40);
    desk.setCustomer(present(people[0]), { removed_at: desk.clock.now });
    invalidateRun(desk.database);
    await desk.refresh();
    const overview = desk.overview();
    expect(overview.customers).toBe(39);
    expect([overview.rfm, overview.rfm8, overview.value, overview.activity].map(total)).toEqual([39, 39, 39, 39]);
    const never = overview.rfm.find(({ segment }) => segment === 'no_purchase')?.count ?? 0;
    expect(never).toBe(5);
    expect(total(overview.matrix)).toBe(39 - never);
    expect(overview.asOf).toBe('2026-11-21');
    expect(cutoffsSchema.parse(overview.cutoffs).method).toBe('fixed');
    for (const axis of ['rfm', 'rfm8', 'value', 'activity'] as const)
      for (const { segment, count } of overview[axis]) {
        const page = desk.members({ filter: segmentFilterSchema.parse({ axis, segment }) });
        expect([page.total, page.rows.length]).toEqual([count, count]);
      }
    expect(desk.members({ filter: { axis: 'dormant', segment: 'dormant' } }).total).toBe(overview.dormant);
    expect(desk.members({ filter: { axis: 'dormant', segment: 'not_dormant' } }).total).toBe(39 - overview.dormant);
  });

  test('pages a group by the spend of the last 12 months without gap or repeat', async () => {
    const desk = makeDesk();
    fill(desk, 40);
    await desk.refresh();
    const filter = { axis: 'dormant', segment: 'not_dormant' } as const;
    const whole = desk.members({ filter, limit: 200 });
    const pages = [0, 7, 14, 21, 28, 35].flatMap((offset) => desk.members({ filter, offset, limit: 7 }).rows);
    expect(pages.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id));
    expect(new Set(pages.map(({ id }) => id)).size).toBe(whole.total);
  });

  test('is needed once a day: again with the same day, settings and facts it does nothing', async () => {
    const desk = makeDesk();
    fill(desk, 12);
    expect(await desk.refresh()).toMatchObject({ date: '2026-11-21', judged: 12, wasCurrent: false });
    expect(await desk.refresh()).toEqual({ date: '2026-11-21', judged: 0, changed: 0, wasCurrent: true });
    desk.settings({ shopName: '春风茶行', dailyCapacity: 5 });
    expect(await desk.refresh()).toMatchObject({ wasCurrent: true });
    desk.settings({ dormantMonths: 3 });
    expect(await desk.refresh()).toMatchObject({ wasCurrent: false });
    desk.goTo(localDate('2026-11-22'));
    expect(await desk.refresh()).toMatchObject({ date: '2026-11-22', wasCurrent: false });
    desk.command(() => {
      invalidateRun(desk.database);
    });
    expect(await desk.refresh()).toMatchObject({ wasCurrent: false });
    expect(await desk.refresh(true)).toMatchObject({ judged: 12, changed: 0, wasCurrent: false });
  });

  test('writes nothing the second time: judging is idempotent', async () => {
    const desk = makeDesk();
    fill(desk, 30);
    await desk.refresh();
    const before = desk.today();
    expect(await desk.refresh(true)).toMatchObject({ judged: 30, changed: 0 });
    expect(desk.today()).toEqual(before);
  });

  test('two at once run one after the other, and the second finds nothing to do', async () => {
    const desk = makeDesk();
    fill(desk, 10);
    const results = await Promise.all([desk.refresh(), desk.refresh()]);
    expect(results.map(({ wasCurrent }) => wasCurrent)).toEqual([false, true]);
  });

  test('cancelled it does not count as the run of the day', async () => {
    const desk = makeDesk();
    fill(desk, 10);
    desk.study.cancel();
    await expect(desk.refresh()).rejects.toThrow(AppError);
    expect(readRun(desk.database).date).toBeNull();
    expect(desk.today().date).toBe('2026-11-21');
  });

  test('a bulk change while it runs makes it run again by itself', async () => {
    const desk = makeDesk();
    fill(desk, 10);
    let imports = 1;
    const { context } = desk.study;
    const refresh = desk.refresh;
    const progress = context.progress;
    Object.assign(context, {
      progress: (phase: string, done: number, all: number | null) => {
        if (phase === 'judging' && imports > 0) {
          imports -= 1;
          desk.command(() => {
            invalidateRun(desk.database);
          });
        }
        progress(phase, done, all);
      },
    });
    await refresh();
    expect(readRun(desk.database)).toMatchObject({ date: '2026-11-21', invalidations: 1 });
    expect(desk.study.progress.filter(([phase]) => phase === 'cutoffs')).toHaveLength(2);
  });

  test('a customer with a new fact since the reading is judged by the fact, with the new cut-offs', async () => {
    const desk = makeDesk();
    const customerId = present(fill(desk, 10)[0]);
    const { context } = desk.study;
    let visits = 1;
    const write = context.write.bind(context);
    Object.assign(context, {
      write: async (...call: Parameters<typeof write>) => {
        if (call[0] === 'engine.applyJudgements' && visits > 0) {
          visits -= 1;
          desk.record({ customerId, lines: [item(999_00)] });
        }
        return write(...call);
      },
    });
    desk.command(() => {
      invalidateRun(desk.database);
    });
    await desk.refresh();
    expect(desk.notYetJudged()).toEqual([]);
    expect(desk.members({ filter: { axis: 'value', segment: 'high' } }).rows.map(({ id }) => id)).toContain(customerId);
  });
});

/** Whether the row is still there. */
const stands = (desk: EngineDesk, table: 'customers' | 'visits' | 'callbacks', id: string): boolean =>
  plainRows(desk.database, `SELECT 1 FROM ${table} WHERE id = @id`, { id }).length > 0;

describe('one customer after a fact (P2b)', () => {
  test('before the first run fixed cut-offs are used, so that nobody is without classes', () => {
    const desk = makeDesk();
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(50_00)] });
    expect(desk.members({ filter: { axis: 'rfm', segment: 'new' } }).rows).toHaveLength(1);
    expect(desk.overview()).toMatchObject({ asOf: null, customers: 1, cutoffs: null });
  });

  test('a member is shown by the figures of the window and the year, not of all time', () => {
    const desk = makeDesk();
    const customerId = desk.addCustomer();
    desk.record({ customerId, lines: [item(900_00)], businessDate: addMonths(desk.context.today(), -13) });
    desk.record({ customerId, lines: [item(50_00)] });
    const [member] = desk.members({ filter: { axis: 'activity', segment: 'active' } }).rows;
    expect(member).toMatchObject({ purchaseDays: 1, yearSpendCents: 5000 });
  });

  test('every judgement takes a new revision, so that a run under way sees it is late', () => {
    const desk = makeDesk();
    const customerId = desk.addCustomer();
    const before = present(summaryRevision(desk.database, customerId));
    desk.command(() => {
      judgeCustomer(desk.context, customerId);
    });
    expect(summaryRevision(desk.database, customerId)).toBe(before + 1);
  });

  test('equals a run over everyone with the same cut-offs, after any history of edits', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('visit' as const),
        who: fc.nat(7),
        ago: fc.nat(500),
        price: fc.integer({ min: 1, max: 90_000 }),
      }),
      fc.record({ do: fc.constant('undo' as const), which: fc.nat(20) }),
      fc.record({ do: fc.constant('look in' as const), who: fc.nat(7) }),
      fc.record({ do: fc.constant('contact' as const), who: fc.nat(7) }),
      fc.record({
        do: fc.constant('birthday' as const),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
      }),
      fc.record({
        do: fc.constant('call' as const),
        who: fc.nat(7),
        outcome: fc.constantFrom(
          'done' as const,
          'no_answer' as const,
          'busy' as const,
          'call_at' as const,
          'wrong_number' as const,
          'do_not_call' as const,
        ),
      }),
      fc.record({ do: fc.constant('undo call' as const), which: fc.nat(20) }),
      fc.record({ do: fc.constant('vip' as const), who: fc.nat(7), is: fc.boolean() }),
      fc.record({ do: fc.constant('remove' as const), who: fc.nat(7), is: fc.boolean() }),
      fc.record({ do: fc.constant('tomorrow' as const), days: fc.integer({ min: 1, max: 40 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const desk = openEngineDesk({ today: '2026-03-01' });
        try {
          const people = Array.from({ length: 8 }, () => desk.addCustomer());
          const newcomers: CustomerId[] = [];
          const visits: VisitId[] = [];
          const calls: CallbackId[] = [];
          const removed = new Set<CustomerId>();
          await desk.refresh();
          for (const now of steps) {
            const who = 'who' in now ? present(people[now.who]) : null;
            desk.clock.now = instant(desk.clock.now + 60_000);
            // Thirty days in the bin, and the run has deleted them for good, with their visits and calls.
            if (who !== null && !stands(desk, 'customers', who)) continue;
            if (who !== null && removed.has(who) && now.do !== 'remove') continue;
            if (now.do === 'visit' && who) {
              const businessDate = addDays(desk.clock.today, -now.ago);
              visits.push(desk.record({ customerId: who, businessDate, lines: [item(now.price)] }).visitId);
            } else if (now.do === 'look in' && who) desk.record({ customerId: who, lines: [] });
            else if (now.do === 'contact' && who)
              desk.contact({ customerId: who, channel: 'wechat', direction: 'out', note: '' });
            else if (now.do === 'undo') {
              const [visitId] = visits.splice(now.which % Math.max(1, visits.length), 1);
              if (visitId && stands(desk, 'visits', visitId)) desk.undo({ visitId });
            } else if (now.do === 'birthday') {
              const customerId = desk.addCustomer();
              newcomers.push(customerId);
              desk.addBirthday(customerId, now.month, now.day, 'lunar');
            } else if (now.do === 'call' && who) {
              const nextAttemptAt = now.outcome === 'call_at' ? instant(desk.clock.now + 90_000_000) : null;
              calls.push(desk.outcome({ customerId: who, outcome: now.outcome, nextAttemptAt }).callbackId);
            } else if (now.do === 'undo call') {
              const [callbackId] = calls.splice(now.which % Math.max(1, calls.length), 1);
              if (callbackId && stands(desk, 'callbacks', callbackId)) desk.undoOutcome(callbackId);
            } else if (now.do === 'vip' && who) desk.setCustomer(who, { is_vip: now.is ? 1 : 0 });
            else if (now.do === 'remove' && who) {
              desk.setCustomer(who, { removed_at: now.is ? desk.clock.now : null });
              if (now.is) removed.add(who);
              else removed.delete(who);
            } else if (now.do === 'tomorrow') {
              desk.goTo(addDays(desk.clock.today, now.days));
              await desk.refresh();
            }
            expect(desk.notYetJudged()).toEqual([]);
          }
          expect(desk.overview().customers).toBe(people.length + newcomers.length - removed.size);
        } finally {
          desk.closeAll();
        }
      }),
      { numRuns: 40 },
    );
  });
});
