import { describe, expect, test } from 'vitest';
import { callbackQueries } from '../../electron/store/callbacks.ts';
import { plainRows } from '../../electron/store/database.ts';
import { engineFactQueries } from '../../electron/store/engineFacts.ts';
import { engineValueQueries } from '../../electron/store/engineValueFacts.ts';
import { ownFactQueries } from '../../electron/store/engineOwnFacts.ts';
import { reminderRuleQueries } from '../../electron/store/reminderRules.ts';
import { classChangeQueries } from '../../electron/store/classChanges.ts';
import { snoozeQueries } from '../../electron/store/reminderSnoozes.ts';
import { judgementQueries } from '../../electron/store/judgements.ts';
import { membersQuery, segmentQueries } from '../../electron/store/segments.ts';
import { tradeSumQueries } from '../../electron/store/tradeSums.ts';
import type { SegmentFilter } from '../../shared/contract/segments.ts';
import { openTestStore } from '../helpers/store.ts';

const values = {
  now: 1,
  limit: 1,
  on: '',
  from: '',
  to: '',
  after: '',
  customerId: '',
  id: '',
  windowFrom: '',
  yearFrom: '',
  dormantBefore: '',
  earliest: '',
  today: '',
  until: '',
  since: '',
  products: '[]',
  category: '',
};

const planOf = (text: string, positional: readonly unknown[] = []): string[] => {
  const store = openTestStore();
  try {
    const plan = `EXPLAIN QUERY PLAN ${text}`;
    if (positional.length === 0) return plainRows<{ detail: string }>(store.database, plan, values).map((row) => row.detail);
    return store.database.connection
      .prepare<unknown[], { detail: string }>(plan)
      .all(...positional)
      .map((row) => row.detail);
  } finally {
    store.close();
  }
};

describe("today's list (P1)", () => {
  test('takes people from the order of an index, without sorting and without touching who they are', () => {
    expect(planOf(callbackQueries.weightiest)).toEqual(['SCAN callback_queue USING COVERING INDEX callback_queue_by_score']);
    expect(planOf(callbackQueries.promised)).toEqual([
      expect.stringMatching(/^SEARCH callback_queue USING COVERING INDEX callback_queue_by_promise/),
    ]);
  });
  const { weightiest: _weightiest, promised: _promised, ...others } = callbackQueries;
  test.each(Object.entries(others))('%s walks through no table and sorts nothing', (_name, text) => {
    const plan = planOf(text);
    expect(plan.length).toBeGreaterThan(0);
    expect(plan.filter((step) => step.startsWith('SCAN') || /TEMP B-TREE FOR (?!count)/.test(step))).toEqual([]);
  });
});

describe('judging one customer (P2b)', () => {
  const { ofWindow: _ofWindow, ...ofOne } = tradeSumQueries;
  test.each(
    Object.entries({
      ...engineFactQueries,
      ...engineValueQueries,
      ...ownFactQueries,
      ...reminderRuleQueries,
      ...snoozeQueries,
      ...judgementQueries,
      ...classChangeQueries,
      ...ofOne,
    }),
  )('%s walks through no table', (_name, text) => {
    const plan = planOf(text);
    expect(plan.length).toBeGreaterThan(0);
    // The list of a rule's products comes as a parameter.
    expect(plan.filter((step) => step.startsWith('SCAN') && !step.startsWith('SCAN json_each'))).toEqual([]);
  });
});

describe('judging everyone (P2)', () => {
  test('the window is summed from the covering index, in its order', () => {
    const plan = planOf(tradeSumQueries.ofWindow);
    expect(plan[0]).toBe('SCAN visits USING COVERING INDEX visits_by_customer');
    expect(plan.filter((step) => step.includes('GROUP BY'))).toEqual([]);
  });
  test('the sums of one or many read that index alone', () => {
    expect(planOf(tradeSumQueries.ofRange)[0]).toMatch(/^SEARCH visits USING COVERING INDEX visits_by_customer/);
  });
});

describe('the segments page', () => {
  test.each(Object.entries(segmentQueries))('counts %s from its own index', (_name, text) => {
    expect(planOf(text)).toEqual([expect.stringMatching(/^SCAN customer_classes USING COVERING INDEX/)]);
  });
  const filters: SegmentFilter[] = [
    { axis: 'rfm', segment: 'loyal' },
    { axis: 'rfm8', segment: 'important_value' },
    { axis: 'value', segment: 'high' },
    { axis: 'activity', segment: 'active' },
    { axis: 'dormant', segment: 'dormant' },
    { axis: 'matrix', recencyScore: 5, frequencyScore: 5 },
  ];
  test.each(filters)('lists $axis in the order of its own index', (filter) => {
    const { sql, parameters } = membersQuery(filter, 0, 100).compile();
    const plan = planOf(sql, parameters);
    expect(plan[0]).toMatch(/^SEARCH classes USING (COVERING )?INDEX customer_classes_by_/);
    expect(plan.filter((step) => step.startsWith('SCAN') || step.includes('TEMP B-TREE'))).toEqual([]);
  });
});
