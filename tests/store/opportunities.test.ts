import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { listOpportunityEvents, opportunityEventQueries } from '../../electron/store/opportunityEvents.ts';
import { findOpportunity, opportunityQueries, standingOf } from '../../electron/store/opportunities.ts';
import { opportunityListQueries } from '../../electron/store/opportunityLists.ts';
import { stageQueries } from '../../electron/store/opportunityStages.ts';
import { weighted } from '../../shared/domain/opportunities/forecast.ts';
import { replay } from '../../shared/domain/opportunities/history.ts';
import { opportunityId as toOpportunityId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { failureOf } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { opportunitiesAt } from '../helpers/opportunities.ts';
import type { OpportunitiesDesk } from '../helpers/opportunities.ts';
import { ordersAt } from '../helpers/orders.ts';

// The desk's day is 2026-11-21.
let desk: MergeDesk;
let opportunities: OpportunitiesDesk;
let customerId: CustomerId;
beforeEach(() => {
  desk = openMergeDesk();
  opportunities = opportunitiesAt(desk);
  customerId = desk.create({ name: '王芳' });
});
afterEach(() => {
  desk.close();
});

const given = <Value>(value: Value | null | undefined): Value => {
  if (value === null || value === undefined) throw new Error('nothing is there');
  return value;
};
const add = (title: string, more: Partial<Parameters<OpportunitiesDesk['save']>[0]> = {}): string =>
  opportunities.save({ customerId, title, ...more }).opportunityId;
const stageAt = (index: number): string => opportunities.stages()[index]?.id ?? '';
const titles = (input: Parameters<OpportunitiesDesk['list']>[0] = {}): string[] =>
  opportunities.list(input).rows.map(({ title }) => title);
const told = () =>
  desk
    .timeline({ customerId, kinds: ['opportunity'] })
    .entries.map(({ opportunity }) => `${opportunity?.event} ${opportunity?.fromStage ?? ''}→${opportunity?.stage}`);

describe('opportunities (R054)', () => {
  test('begin at the first stage and hold what, how much, the next step, whose and since when', () => {
    const staffId = desk.addStaff('小李');
    const opportunityId = add('婚礼跟妆', {
      amountCents: 3_000_00,
      nextStep: '约试妆',
      nextStepOn: '2026-11-25',
      staffId,
      note: '五月的婚礼',
      openedOn: '2026-11-18',
    });
    expect(opportunities.find(opportunityId)).toMatchObject({
      customer: { name: '王芳' },
      stage: { name: '有意向' },
      amountCents: 3_000_00,
      nextStep: '约试妆',
      nextStepOn: '2026-11-25',
      staff: { name: '小李' },
      openedOn: '2026-11-18',
      outcome: 'open',
      events: [{ event: 'opened', stage: '有意向' }],
    });
    expect(failureOf(() => add('年卡', { openedOn: '2026-11-22' })).details).toEqual({
      issues: [{ path: 'openedOn', message: 'date_in_future' }],
    });
    expect(failureOf(() => add('年卡', { nextStepOn: '2026-11-22' })).details).toEqual({
      issues: [{ path: 'nextStep', message: 'required' }],
    });
  });

  test('what is due stands first, what has no day last; each list has its own', () => {
    const [first, second] = [desk.addStaff('小李'), desk.addStaff('小陈')];
    add('没日子');
    add('以后', { nextStep: '打电话', nextStepOn: '2026-12-01', staffId: second });
    add('过了', { nextStep: '打电话', nextStepOn: '2026-11-19', staffId: first });
    add('今天', { nextStep: '打电话', nextStepOn: '2026-11-21' });
    expect(titles()).toEqual(['过了', '今天', '以后', '没日子']);
    expect(titles({ view: 'due' })).toEqual(['过了', '今天']);
    expect(titles({ staffId: second })).toEqual(['以后']);
    expect(opportunities.counts()).toEqual({ open: 4, due: 2 });
    expect(opportunities.counts({ staffId: first })).toEqual({ open: 1, due: 1 });
    expect(opportunities.list({ limit: 1, offset: 1 })).toMatchObject({ total: 4, rows: [{ title: '今天' }] });
  });

  test('move from stage to stage; each move stands on the timeline until it is taken back', () => {
    const opportunityId = add('年卡');
    opportunities.move(opportunityId, stageAt(1));
    const { eventId } = opportunities.move(opportunityId, stageAt(2));
    expect(told()).toEqual(['stage 已看货/试过→已报价', 'stage 有意向→已看货/试过', 'opened →有意向']);
    opportunities.takeBack(opportunityId, eventId);
    expect(told()).toEqual(['stage 有意向→已看货/试过', 'opened →有意向']);
    expect(opportunities.find(opportunityId).stage.name).toBe('已看货/试过');
    expect(failureOf(() => opportunities.takeBack(opportunityId, eventId)).code).toBe('already_undone');
    expect(failureOf(() => opportunities.move(opportunityId, stageAt(1))).code).toBe('already_undone');
    // What was taken back is written down still.
    expect(listOpportunityEvents(desk.database, toOpportunityId(opportunityId))).toHaveLength(4);
  });

  test('only the last change can be taken back, and never that it came up', () => {
    const opportunityId = add('年卡');
    const first = opportunities.move(opportunityId, stageAt(1)).eventId;
    opportunities.move(opportunityId, stageAt(2));
    expect(failureOf(() => opportunities.takeBack(opportunityId, first)).details).toEqual({
      reason: 'opportunity_changed_since',
    });
    const fresh = add('钢琴');
    const opened = opportunities.find(fresh).events[0]?.id ?? '';
    expect(failureOf(() => opportunities.takeBack(fresh, opened)).details).toEqual({ reason: 'opportunity_changed_since' });
    expect(failureOf(() => opportunities.takeBack(fresh, first)).code).toBe('not_found');
  });

  test('won by a visit or an order of the customer; the link is gone while that is taken back', () => {
    const { visitId } = desk.record({
      customerId,
      lines: [{ productId: null, name: '年卡', quantity: 1000, unitPriceCents: 1_980_00 }],
    });
    const opportunityId = add('年卡');
    const { eventId } = opportunities.win({ opportunityId, visitId });
    expect(opportunities.find(opportunityId)).toMatchObject({
      outcome: 'won',
      closedOn: '2026-11-21',
      visit: { totalCents: 1_980_00 },
    });
    expect(titles()).toEqual([]);
    expect(titles({ view: 'won' })).toEqual(['年卡']);
    expect(failureOf(() => opportunities.move(opportunityId, stageAt(1))).details).toEqual({ reason: 'opportunity_closed' });
    desk.undo({ visitId });
    expect(opportunities.find(opportunityId)).toMatchObject({ outcome: 'won', visit: null });
    opportunities.takeBack(opportunityId, eventId);
    expect(opportunities.find(opportunityId)).toMatchObject({ outcome: 'open', closedOn: null, stage: { name: '有意向' } });

    const { orderId } = ordersAt(desk).save({
      customerId,
      kind: 'special',
      lines: [{ productId: null, name: '钢琴', quantity: 1000, unitPriceCents: 20_000_00 }],
    });
    opportunities.win({ opportunityId, orderId });
    expect(opportunities.find(opportunityId).order?.id).toBe(orderId);
    const stranger = desk.create({ name: '李雷' });
    const foreign = opportunities.save({ customerId: stranger, title: '钢琴' }).opportunityId;
    expect(failureOf(() => opportunities.win({ opportunityId: foreign, orderId })).code).toBe('not_found');
  });

  test('lost for a reason, in words where none of the reasons says it; open again it is at its stage', () => {
    const opportunityId = add('助听器');
    opportunities.move(opportunityId, stageAt(2));
    expect(failureOf(() => opportunities.lose({ opportunityId, reason: 'other' })).details).toEqual({
      issues: [{ path: 'words', message: 'required' }],
    });
    opportunities.lose({ opportunityId, reason: 'other_shop', words: '对面便宜' });
    expect(opportunities.list({ view: 'lost' }).rows).toMatchObject([{ lostReason: 'other_shop', lostWords: '对面便宜' }]);
    const { eventId } = opportunities.reopen(opportunityId);
    expect(opportunities.find(opportunityId)).toMatchObject({ outcome: 'open', lostReason: null, stage: { name: '已报价' } });
    opportunities.takeBack(opportunityId, eventId);
    expect(opportunities.find(opportunityId)).toMatchObject({ outcome: 'lost', lostWords: '对面便宜' });
  });

  test('a change, a next step, taking away: each goes back as it was', () => {
    const opportunityId = add('年卡', { amountCents: 1_980_00, nextStep: '打电话', nextStepOn: '2026-11-25' });
    const stood = opportunities.find(opportunityId);
    const { before } = opportunities.save({ opportunityId, customerId, title: '次卡', amountCents: null });
    expect(opportunities.find(opportunityId)).toMatchObject({ title: '次卡', amountCents: null, nextStep: null });
    opportunities.save(given(before));
    expect(opportunities.find(opportunityId)).toEqual(stood);
    const step = opportunities.setNextStep({ opportunityId, nextStep: '' }).before;
    expect(opportunities.find(opportunityId)).toMatchObject({ nextStep: null, nextStepOn: null });
    opportunities.setNextStep({ opportunityId, ...step });
    expect(opportunities.find(opportunityId)).toEqual(stood);
    opportunities.remove(opportunityId);
    expect([titles(), told()]).toEqual([[], []]);
    opportunities.restore(opportunityId);
    expect(opportunities.find(opportunityId)).toEqual(stood);
  });

  test('of one customer, open ones stand first; of whoever is in the bin, the shop sees none', () => {
    const lost = add('钢琴');
    opportunities.lose({ opportunityId: lost, reason: 'price' });
    add('以后');
    add('先做', { nextStep: '打电话', nextStepOn: '2026-11-22' });
    const theirs = (isOpenOnly: boolean) => opportunities.ofCustomer({ customerId, isOpenOnly }).rows.map(({ title }) => title);
    expect(theirs(false)).toEqual(['先做', '以后', '钢琴']);
    expect(theirs(true)).toEqual(['先做', '以后']);
    desk.remove(customerId);
    expect([titles(), opportunities.counts(), opportunities.board().count]).toEqual([[], { open: 0, due: 0 }, 0]);
    expect(failureOf(() => add('年卡')).details).toEqual({ reason: 'customer_removed' });
    desk.restore(customerId);
    expect(opportunities.counts().open).toBe(2);
  });

  test('go over with a merge, history and all, and back with its undo', () => {
    const other = desk.create({ name: '王方' });
    const { opportunityId } = opportunities.save({ customerId: other, title: '年卡' });
    opportunities.move(opportunityId, stageAt(1));
    const { mergeId } = desk.merge({ survivorId: customerId, otherId: other });
    expect(opportunities.ofCustomer({ customerId }).total).toBe(1);
    opportunities.move(opportunityId, stageAt(2));
    expect(told()).toHaveLength(3);
    desk.undoMerge({ mergeId });
    expect([opportunities.ofCustomer({ customerId }).total, told()]).toEqual([0, []]);
    expect(opportunities.ofCustomer({ customerId: other }).rows).toMatchObject([{ stage: { name: '已报价' } }]);
  });
});

describe('stages (R054)', () => {
  test('those that every shop starts with become its own together, in their order', () => {
    expect(opportunities.stages().map(({ isOwn, isUsed }) => isOwn || isUsed)).toEqual([false, false, false, false]);
    const opportunityId = add('年卡', { stageId: stageAt(2) });
    expect(opportunities.stages().map(({ name, isOwn, isUsed }) => [name, isOwn, isUsed])).toEqual([
      ['有意向', true, false],
      ['已看货/试过', true, false],
      ['已报价', true, true],
      ['待付款', true, false],
    ]);
    expect(opportunities.find(opportunityId).stage.name).toBe('已报价');
  });

  test('can be renamed, weighed anew, put elsewhere and taken back', () => {
    const { before } = opportunities.saveStage({ stageId: stageAt(3), name: '等付款', probability: 95, place: 1 });
    expect(opportunities.stages().map(({ name }) => name)).toEqual(['等付款', '有意向', '已看货/试过', '已报价']);
    opportunities.saveStage({ stageId: stageAt(0), ...given(before) });
    expect(opportunities.stages().map(({ name, probability }) => `${name} ${probability}`)).toEqual([
      '有意向 20',
      '已看货/试过 40',
      '已报价 60',
      '待付款 90',
    ]);
    const { stageId } = opportunities.saveStage({ name: '试妆', probability: 50, place: 2 });
    expect(stageAt(1)).toBe(stageId);
    expect(failureOf(() => opportunities.saveStage({ name: '试妆', probability: 50 })).details).toEqual({
      reason: 'stage_taken',
    });
    opportunities.removeStage(stageId);
    expect(opportunities.stages()).toHaveLength(4);
  });

  test('one where something stood cannot be deleted, and put away it stands on the board while something is there', () => {
    const stageId = stageAt(1);
    const opportunityId = add('年卡', { stageId });
    expect(failureOf(() => opportunities.removeStage(stageId)).details).toEqual({ reason: 'stage_in_use' });
    opportunities.archiveStage(stageId);
    expect(opportunities.stages()).toHaveLength(3);
    expect(opportunities.board().columns.map(({ stage }) => stage.isArchived)).toEqual([false, true, false, false]);
    opportunities.move(opportunityId, stageAt(0));
    expect(opportunities.board().columns).toHaveLength(3);
    expect(failureOf(() => opportunities.move(opportunityId, stageId)).details).toEqual({
      issues: [{ path: 'stageId', message: 'stage_archived' }],
    });
    opportunities.archiveStage(stageId, false);
    for (const index of [3, 2, 1]) opportunities.archiveStage(stageAt(index));
    expect(failureOf(() => opportunities.archiveStage(stageAt(0))).details).toEqual({ reason: 'last_stage' });
    expect(failureOf(() => opportunities.removeStage(stageAt(0))).details).toEqual({ reason: 'last_stage' });
  });

  test('so many are enough', () => {
    for (let index = 0; index < 8; index += 1) opportunities.saveStage({ name: `第${index}步`, probability: 50 });
    expect(failureOf(() => opportunities.saveStage({ name: '再来', probability: 50 })).details).toEqual({
      reason: 'stages_full',
      limit: 12,
    });
  });
});

type Step = readonly ['add' | 'move' | 'win' | 'lose' | 'reopen' | 'back' | 'remove' | 'restore', which: number, to: number];
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(fc.constantFrom('add', 'move', 'win', 'lose', 'reopen', 'back', 'remove', 'restore'), fc.nat(4), fc.nat(3)),
  { maxLength: 30 },
);

describe('laws of opportunities (R054)', () => {
  test('after any steps the board adds up to its list, and each stands where its history says', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const owner = desk.create({ name: '赵敏' });
        const known: string[] = [];
        const act = ([what, which, to]: Step): void => {
          const opportunityId = known[which % Math.max(1, known.length)] ?? '';
          if (what === 'add')
            known.push(
              opportunities.save({ customerId: owner, title: '年卡', amountCents: to === 0 ? null : to * 333_33 }).opportunityId,
            );
          else if (what === 'move') opportunities.move(opportunityId, stageAt(to));
          else if (what === 'win') opportunities.win({ opportunityId });
          else if (what === 'lose') opportunities.lose({ opportunityId, reason: 'price' });
          else if (what === 'reopen') opportunities.reopen(opportunityId);
          else if (what === 'remove') opportunities.remove(opportunityId);
          else if (what === 'restore') opportunities.restore(opportunityId);
          else opportunities.takeBack(opportunityId, opportunities.find(opportunityId).events[0]?.id ?? '');
        };
        act(['add', 0, 1]);
        for (const step of walk) {
          try {
            act(step);
          } catch {
            // Not every step can be taken from everywhere.
          }
        }
        for (const id of known) {
          const row = given(findOpportunity(desk.database, toOpportunityId(id)));
          expect(replay(listOpportunityEvents(desk.database, row.id))).toEqual(standingOf(row));
        }
        const { columns, ...sums } = opportunities.board();
        const { total, rows } = opportunities.list({ limit: 200 });
        expect(sums.count).toBe(total);
        expect(sums.totalCents).toBe(rows.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0));
        for (const { stage, count, totalCents, weightedCents, cards } of columns) {
          const listed = opportunities.list({ stageId: stage.id, limit: 200 });
          expect(listed.total).toBe(count);
          expect(listed.rows.slice(0, cards.length)).toEqual(cards);
          expect(totalCents).toBe(listed.rows.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0));
          expect(weightedCents).toBe(weighted(totalCents, stage.probability));
        }
        desk.remove(owner);
      }),
      { numRuns: 25 },
    );
  });

  test('undo restores everything: whatever was done, taken back it stands as before, on the board and in the lists', () => {
    const opportunityId = add('年卡', { amountCents: 1_980_00, nextStep: '打电话', nextStepOn: '2026-11-21' });
    const doings: fc.Arbitrary<['move' | 'win' | 'lose', number]> = fc.tuple(
      fc.constantFrom('move', 'win', 'lose'),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(doings, ([what, to]) => {
        const seen = () => [opportunities.find(opportunityId), opportunities.board(), titles({ view: 'won' }), told()];
        const before = seen();
        const { eventId } =
          what === 'move'
            ? opportunities.move(opportunityId, stageAt(to))
            : what === 'win'
              ? opportunities.win({ opportunityId })
              : opportunities.lose({ opportunityId, reason: 'timing' });
        expect(seen()).not.toEqual(before);
        opportunities.takeBack(opportunityId, eventId);
        expect(seen()).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

describe('opportunities by the thousand (R054)', () => {
  test('every page comes by an index in its own order', () => {
    const values = { id: '', customerId: '', openOnly: 0, staffId: null, stageId: '', today: '2026-11-21', opportunityId: '' };
    const page = { offset: 0, limit: 1, at: 0 };
    const queries = { ...opportunityListQueries, ...opportunityEventQueries, ...stageQueries, byId: opportunityQueries.byId };
    for (const [name, text] of Object.entries(queries)) {
      const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, { ...values, ...page });
      const bad = plan.filter(
        ({ detail }) =>
          detail.includes('TEMP B-TREE') || (detail.startsWith('SCAN') && !/INDEX opportunities_by_(step|stage)/.test(detail)),
      );
      expect(bad, name).toEqual([]);
    }
    const theirs = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${opportunityQueries.ofCustomer}`, {
      ...values,
      ...page,
    });
    expect(theirs.map(({ detail }) => detail)).toContainEqual(expect.stringContaining('opportunities_by_customer'));
  });

  test('twenty thousand open ones: a board of at most 200 cards, and the deepest page of the list', () => {
    add('先');
    plainRun(
      desk.database,
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
       INSERT INTO opportunities (id, customer_id, title, amount_cents, stage_id, next_step_on, opened_on, created_at, changed_at)
       SELECT printf('00000000-0000-7000-8000-%012d', i), @customerId, '团购', 10000, @stageId,
         date('2026-11-01', (i % 60) || ' days'), '2026-11-01', 1, 1 FROM n`,
      { customerId, stageId: stageAt(1) },
    );
    const { columns, count, totalCents } = opportunities.board();
    expect([count, totalCents]).toEqual([20_001, 2_000_000_00]);
    expect(columns.map(({ cards }) => cards.length)).toEqual([1, 50, 0, 0]);
    expect(opportunities.list({ offset: 19_990, limit: 100 }).rows).toHaveLength(11);
  });
});
