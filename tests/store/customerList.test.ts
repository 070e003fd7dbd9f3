import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { contactMethodQueries } from '../../electron/store/contactMethods.ts';
import { customerFactQueries } from '../../electron/store/customerFacts.ts';
import { listIdsAmong, listSegmentIds, orderQueries } from '../../electron/store/customerOrder.ts';
import type { CustomerOrder } from '../../electron/store/customerOrder.ts';
import { customerRowsQuery } from '../../electron/store/customerRows.ts';
import { customerQueries, insertCustomer, markCustomerRemoved } from '../../electron/store/customers.ts';
import { execute, sqlite } from '../../electron/store/database.ts';
import { searchQueries } from '../../electron/store/searchSource.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import { cents, points } from '../../shared/types/amounts.ts';
import { customerId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, instant, localDate } from '../../shared/types/time.ts';
import { TEST_TODAY, openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => {
  store.close();
});

interface Person {
  readonly name: string;
  readonly daysAgo: number | null;
  readonly spend: number;
  readonly value: 'high' | 'middle' | 'low' | null;
  readonly isRemoved: boolean;
}

const addPerson = (person: Person, index: number): CustomerId => {
  const { database, context } = store;
  const id = customerId(context.newId());
  const at = instant(store.clock.now + (index % 3));
  insertCustomer(database, { id, number: String(10_001 + index), at, fields: { name: person.name } });
  const lastVisitOn = person.daysAgo === null ? null : addDays(TEST_TODAY, -person.daysAgo);
  const summary = {
    last_visit_on: lastVisitOn,
    spend_cents: cents(person.spend),
    visit_count: person.spend,
    points_balance: points(person.spend % 3),
  };
  execute(database, sqlite.insertInto('customer_summaries').values({ customer_id: id, ...summary }));
  if (person.value !== null) {
    const classes = {
      as_of: TEST_TODAY,
      recency_score: 1 + (index % 2),
      frequency_score: 3,
      money_score: 3,
      rfm: 'other',
      rfm8: 'general_keep',
      value: person.value,
      activity: 'active',
      is_dormant: index % 2 === 0 ? 1 : 0,
      lifecycle: 'repeat',
      window_purchase_days: 1,
      window_spend_cents: cents(1),
      year_spend_cents: cents(person.spend),
    } as const;
    execute(database, sqlite.insertInto('customer_classes').values({ customer_id: id, ...classes }));
  }
  if (person.isRemoved) markCustomerRemoved(database, id, store.clock.now, store.clock.now);
  return id;
};

type List = OutputOf<'customers.list'>;
const list = (input: CallInput<'customers.list'>): List =>
  contract.customers.list.output.parse(
    customersHandlers['customers.list'](store.context, contract.customers.list.input.parse(input)),
  );

const personArbitrary = fc.record({
  name: fc.constantFrom('张伟', '张丽', '李雷', '王芳', 'Anna'),
  daysAgo: fc.option(fc.nat(5)),
  spend: fc.nat(4),
  value: fc.option(fc.constantFrom('high', 'middle', 'low')),
  isRemoved: fc.boolean(),
});

describe('the list of customers', () => {
  property.prop(
    {
      people: fc.array(personArbitrary, { maxLength: 25 }),
      sort: fc.constantFrom('last_visit', 'name', 'spend', 'visits', 'points', 'created'),
      direction: fc.constantFrom('ascending', 'descending'),
      text: fc.constantFrom('', '张', 'zhang', '100'),
      segment: fc.option(
        fc.constantFrom(
          { axis: 'value', segment: 'high' } as const,
          { axis: 'dormant', segment: 'dormant' } as const,
          { axis: 'matrix', recencyScore: 1, frequencyScore: 3 } as const,
        ),
      ),
      limit: fc.integer({ min: 1, max: 7 }),
    },
    { numRuns: 60 },
  )('shows everyone exactly once over its pages, in the order asked for', ({ people, sort, direction, text, segment, limit }) => {
    store.close();
    store = openTestStore();
    people.forEach(addPerson);
    const whole = list({ sort, direction, text, segment, limit: 200 });
    const paged: List['rows'] = [];
    for (let offset = 0; offset < whole.total; offset += limit) {
      const page = list({ sort, direction, text, segment, limit, offset });
      expect(page.total).toBe(whole.total);
      paged.push(...page.rows);
    }
    expect(paged).toEqual(whole.rows);
    expect(list({ sort, direction, text, segment, limit, offset: whole.total }).rows).toEqual([]);
    const expected = people.filter(
      ({ name, isRemoved, value }, index) =>
        !isRemoved &&
        (text === '' || text === '100' || name.startsWith('张')) &&
        (segment === null || (value !== null && (segment.axis === 'value' ? value === segment.segment : index % 2 === 0))),
    );
    expect(whole.total).toBe(expected.length);
    expect(new Set(whole.rows.map(({ id }) => id)).size).toBe(expected.length);
    const shown = whole.rows.map((row) => ({
      last_visit: row.lastVisitOn ?? '',
      spend: row.spendCents,
      visits: row.visitCount,
      points: row.pointsBalance,
    }));
    if (sort === 'name' || sort === 'created') return;
    const ordered = shown.map((row) => row[sort]).sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
    expect(shown.map((row) => row[sort])).toEqual(direction === 'ascending' ? ordered : ordered.toReversed());
  });

  test('sorts names by their pinyin, the surname read as a surname', () => {
    ['赵一', '单雄信', 'Anna', '丁一', '曾国藩', '仇英'].forEach((name, index) =>
      addPerson({ name, daysAgo: null, spend: 0, value: null, isRemoved: false }, index),
    );
    expect(list({ sort: 'name', direction: 'ascending' }).rows.map(({ name }) => name)).toEqual([
      'Anna',
      '丁一',
      '仇英',
      '单雄信',
      '曾国藩',
      '赵一',
    ]);
  });

  property.prop(
    {
      people: fc.array(personArbitrary, { minLength: 5, maxLength: 20 }),
      offset: fc.nat(12),
      limit: fc.integer({ min: 1, max: 9 }),
    },
    { numRuns: 30 },
  )('is the same whether it walks the order or gathers the members', ({ people, offset, limit }) => {
    store.close();
    store = openTestStore();
    const ids = people.map(addPerson).filter((_, index) => index % 3 !== 0);
    const order: CustomerOrder = { sort: 'last_visit', direction: 'descending' };
    // Among very many a walk is long, so the members are gathered; among few it is short.
    const [few, many] = [0, 1e12];
    expect(listIdsAmong(store.database, order, ids, { offset, limit }, few)).toEqual(
      listIdsAmong(store.database, order, ids, { offset, limit }, many),
    );
    const segment = { axis: 'value', segment: 'high' } as const;
    expect(listSegmentIds(store.database, order, segment, { offset, limit }, { count: 3, total: few })).toEqual(
      listSegmentIds(store.database, order, segment, { offset, limit }, { count: 3, total: many }),
    );
  });

  test('never shows more than the person with the class it names', () => {
    addPerson({ name: '张伟', daysAgo: 1, spend: 3, value: 'high', isRemoved: false }, 0);
    addPerson({ name: '李雷', daysAgo: 2, spend: 3, value: null, isRemoved: false }, 1);
    const [first, second] = list({}).rows;
    expect(first).toMatchObject({
      name: '张伟',
      lastVisitOn: localDate('2026-11-20'),
      classes: { value: 'high', isDormant: true },
    });
    expect(second?.classes).toBeNull();
  });
});

describe('P5 the front desk reads through indexes', () => {
  const planOf = (sql: string): string => {
    const named = Object.fromEntries(Array.from(sql.matchAll(/@(\w+)/g), (match): [string, number] => [match[1] ?? '', 1]));
    const positional = [...sql.matchAll(/\?/g)].map(() => 1);
    const steps = store.database.connection
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...positional, named);
    return steps.map(({ detail }) => detail).join('\n');
  };
  /** A scan over an index in its order that a LIMIT ends, or over the values of a json_each, is planned. */
  const planned =
    /^(SCAN (sorted|json_each|given)\b.*|SCAN \(subquery-\d+\)|SCAN customers USING (COVERING INDEX customers_(removed|inactive)|INDEX customers_by_number_value))/;
  const unplanned = (sql: string): string[] =>
    planOf(sql)
      .split('\n')
      .filter((step) => step.startsWith('SCAN') && !planned.test(step));

  test.each([
    ...Object.entries(customerQueries),
    ...Object.entries(contactMethodQueries),
    ...Object.entries(customerFactQueries),
    ...Object.entries(searchQueries),
    ['rows of a page', customerRowsQuery],
  ])('%s has no unplanned scan', (_, sql) => {
    expect(unplanned(sql)).toEqual([]);
  });

  const segment = { axis: 'rfm', segment: 'loyal' } as const;
  test.each(['last_visit', 'name', 'spend', 'visits', 'points', 'created', 'region'] as const)(
    'the list by %s takes its order from an index',
    (sort) => {
      for (const direction of ['ascending', 'descending'] as const) {
        const everyone = planOf(orderQueries.everyone({ sort, direction }));
        expect(everyone).toMatch(/SCAN sorted USING (COVERING )?INDEX/);
        expect(everyone).not.toContain('TEMP B-TREE');
        const walked = planOf(orderQueries.walkedSegment({ sort, direction }, segment));
        expect(walked).not.toContain('TEMP B-TREE');
        for (const sql of [orderQueries.given({ sort, direction }), orderQueries.gatheredSegment({ sort, direction }, segment)])
          expect(unplanned(sql)).toEqual([]);
        expect(planOf(orderQueries.gatheredSegment({ sort, direction }, segment))).toContain('SEARCH classes USING');
      }
    },
  );

  test('the next number is one step into an index', () => {
    expect(planOf(customerQueries.highestNumber)).toContain('customers_by_number_value');
    expect(planOf(customerQueries.highestNumber)).not.toContain('TEMP B-TREE');
  });

  test('a segment is counted from its index', () => {
    expect(unplanned(orderQueries.countSegment(segment))).toEqual([]);
    expect(unplanned(orderQueries.segmentIds(segment))).toEqual([]);
  });
});
