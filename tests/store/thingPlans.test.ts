import { describe, expect, test } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { expiringQueries } from '../../electron/store/expiringFacts.ts';
import { interestQueries } from '../../electron/store/interests.ts';
import { thingEventQueries } from '../../electron/store/thingEvents.ts';
import { thingQueries } from '../../electron/store/things.ts';
import { openTestStore } from '../helpers/store.ts';

const values = {
  id: '',
  customerId: '',
  thingId: '',
  factIds: '[]',
  visitIds: '[]',
  plate: '',
  from: '',
  to: '',
  kind: null,
  at: 0,
  offset: 0,
  limit: 1,
};
const planOf = (text: string): string[] => {
  const store = openTestStore();
  try {
    return plainRows<{ detail: string }>(store.database, `EXPLAIN QUERY PLAN ${text}`, values).map(({ detail }) => detail);
  } finally {
    store.close();
  }
};

const all = { ...thingQueries, ...expiringQueries, ...thingEventQueries, ...interestQueries };

describe('the cost of things and interests does not grow with the shop (X20, X21, R018, P13)', () => {
  test.each(Object.entries({ ...all, ofThing: thingQueries.ofCustomer, factsOfCustomer: expiringQueries.ofCustomer }))(
    '%s walks through no table',
    (_name, text) => {
      const plan = planOf(text);
      expect(plan.length).toBeGreaterThan(0);
      expect(plan.filter((step) => step.startsWith('SCAN') && !step.startsWith('SCAN json_each'))).toEqual([]);
    },
  );

  test('a plate is found by its own index', () => {
    expect(planOf(thingQueries.byPlate)[0]).toMatch(/things USING INDEX things_by_plate \(plate=\?\)/);
  });

  test('what runs out between two days is read from the index of days, in its order', () => {
    const plan = planOf(expiringQueries.page);
    expect(plan[0]).toMatch(/fact USING INDEX expiring_facts_by_day \(valid_until>\? AND valid_until<\?\)/);
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  test.each([
    ['the timeline of things', thingEventQueries.ofCustomer],
    ['the timeline of interests', interestQueries.timeline],
    ['the history of a thing', thingEventQueries.ofThing],
  ])('a page of %s starts where the last one ended and is sorted by its index', (_name, text) => {
    const plan = planOf(text);
    expect(plan[0]).toMatch(/\(at,id\)<\(\?,\?\)/);
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });
});
