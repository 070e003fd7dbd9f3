import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { staffHandlers } from '../../electron/handlers/staff.ts';
import { listIdsAmong, orderQueries } from '../../electron/store/customerOrder.ts';
import { ownerOrderQueries } from '../../electron/store/ownerOrder.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { customerId } from '../../shared/types/ids.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => {
  store.close();
});

/** In the order of a dictionary; they join in another one. */
const inPinyin = ['阿杰', '陈师傅', '欧阳丽', '小林', '周敏'] as const;
const joining = [3, 4, 0, 2, 1] as const;

interface Placed {
  readonly id: string;
  /** Its place in `inPinyin`; null for nobody's. */
  readonly owner: number | null;
  readonly isHangzhou: boolean;
}

const addStaff = (): string[] => {
  const ids: string[] = [];
  for (const place of joining)
    ids[place] = store.command(() =>
      staffHandlers['staff.create'](store.context, contract.staff.create.input.parse({ name: inPinyin[place] })),
    ).staffId;
  return ids;
};

const addCustomers = (people: readonly Omit<Placed, 'id'>[]): Placed[] => {
  const staff = addStaff();
  return people.map((person, index) => {
    const ownerId = person.owner === null ? null : (staff[person.owner] ?? null);
    const input = { name: `顾客${index}`, ownerId, region: person.isHangzhou ? '杭州' : '宁波' };
    const created = store.command(() =>
      customersHandlers['customers.create'](store.context, contract.customers.create.input.parse(input)),
    );
    return { ...person, id: created.customerId };
  });
};

const list = (input: CallInput<'customers.list'>): string[] =>
  customersHandlers['customers.list'](store.context, contract.customers.list.input.parse({ sort: 'owner', ...input })).rows.map(
    ({ id }) => id,
  );

const expected = (people: readonly Placed[], direction: 'ascending' | 'descending'): string[] => {
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = (one: Placed, other: Placed): number => {
    if (one.owner !== other.owner) {
      if (one.owner === null) return 1;
      if (other.owner === null) return -1;
      return sign * (one.owner - other.owner);
    }
    return one.id < other.id ? -sign : sign;
  };
  return people.toSorted(compare).map(({ id }) => id);
};

describe('the list by owner (R003)', () => {
  const peopleArbitrary = fc.array(
    fc.record({
      owner: fc.option(fc.nat(inPinyin.length - 1), { freq: 4 }),
      isHangzhou: fc.boolean(),
    }),
    { minLength: 1, maxLength: 25 },
  );
  property.prop({ people: peopleArbitrary, limit: fc.integer({ min: 1, max: 9 }) }, { numRuns: 40 })(
    'has the names of owners in pinyin order, nobody’s last, page for page, narrowed or not',
    ({ people, limit }) => {
      store.close();
      store = openTestStore();
      const placed = addCustomers(people);
      for (const direction of ['ascending', 'descending'] as const) {
        const pages: string[] = [];
        for (let offset = 0; offset < placed.length; offset += limit) pages.push(...list({ direction, offset, limit }));
        expect(pages).toEqual(expected(placed, direction));
        const some = placed.filter(({ isHangzhou }) => isHangzhou).map(({ id }) => customerId(id));
        const narrowed = listIdsAmong(
          store.database,
          { sort: 'owner', direction },
          some,
          { offset: 0, limit: 200 },
          placed.length,
        );
        expect(narrowed).toEqual(
          expected(
            placed.filter(({ isHangzhou }) => isHangzhou),
            direction,
          ),
        );
      }
    },
  );

  test('an owner who takes another name takes its place', () => {
    const [first, second] = addCustomers([
      { owner: 4, isHangzhou: true },
      { owner: 1, isHangzhou: true },
    ]);
    expect(list({ direction: 'ascending' })).toEqual([second?.id, first?.id]);
    const { staff } = staffHandlers['staff.list'](store.context, { includeInactive: false });
    const staffId = staff.find(({ name }) => name === '周敏')?.id ?? '';
    store.command(() =>
      staffHandlers['staff.update'](store.context, contract.staff.update.input.parse({ staffId, name: '白周敏' })),
    );
    expect(list({ direction: 'ascending' })).toEqual([first?.id, second?.id]);
  });

  const planOf = (text: string): string =>
    store.database.connection
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
      .all({ owner: null, owners: '[]', ids: '[]', limit: 10, offset: 0, segment: 'loyal' })
      .map(({ detail }) => detail)
      .join('\n');

  test('it walks an index of each owner’s customers, and reads no table through', () => {
    for (const text of [ownerOrderQueries.count, ownerOrderQueries.page('ASC'), ownerOrderQueries.page('DESC')]) {
      expect(planOf(text)).toMatch(/SEARCH customers USING (COVERING )?INDEX customers_by_owner/);
      expect(planOf(text)).not.toContain('TEMP B-TREE');
    }
    const order = { sort: 'owner', direction: 'ascending' } as const;
    for (const text of [orderQueries.given(order), orderQueries.gatheredSegment(order, { axis: 'rfm', segment: 'loyal' })])
      expect(planOf(text)).not.toMatch(/SCAN (sorted|classes|customers)\b(?! USING COVERING INDEX customers_(removed|inactive))/);
  });
});
