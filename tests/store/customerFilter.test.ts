import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { pageByFilter } from '../../electron/handlers/customers/byFilter.ts';
import { countByFilter, filterBasis, listIdsByFilter, listIdsBySelection } from '../../electron/store/customerFilter.ts';
import { markCustomerRemoved } from '../../electron/store/customers.ts';
import { plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import { customerFilterSchema } from '../../shared/contract/customerFilter.ts';
import type { CustomerFilter } from '../../shared/contract/customerFilter.ts';
import { birthdayOptionsOf, nextOccurrence } from '../../shared/domain/birthdays.ts';
import { customerId, staffId, tagId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, dateParts, daysBetween, instantAt } from '../../shared/types/time.ts';
import { TEST_TODAY, openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => {
  store.close();
});

const owners = [1, 2].map((number) => staffId(`00000000-0000-7000-8000-00000000000${number}`));
const tags = [1, 2, 3].map((number) => tagId(`00000000-0000-7000-8000-0000000000a${number}`));
const regions = ['浙江杭州', '浙江宁波'];
const sources = ['朋友介绍', '路过'];

const prepare = (): void => {
  for (const [index, id] of owners.entries())
    plainRun(store.database, `INSERT INTO staff (id, name, is_active, created_at) VALUES (@id, @name, 1, 0)`, {
      id,
      name: `店员${index}`,
    });
  const group = '00000000-0000-7000-8000-0000000000b0';
  plainRun(store.database, `INSERT INTO tag_groups (id, name, position) VALUES (@group, '风格', 0)`, { group });
  for (const [index, id] of tags.entries())
    plainRun(store.database, `INSERT INTO tags (id, group_id, name, position) VALUES (@id, @group, @value, 0)`, {
      id,
      group,
      value: `标签${index}`,
    });
};

const birthdayArbitrary = fc.oneof(
  fc.record({
    calendar: fc.constant('solar' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.option(fc.integer({ min: 1, max: 28 })),
    isLeapMonth: fc.constant(false),
  }),
  fc.record({
    calendar: fc.constant('lunar' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.option(fc.integer({ min: 1, max: 30 })),
    isLeapMonth: fc.boolean(),
  }),
);

const personArbitrary = fc.record({
  name: fc.constantFrom('张伟', '张丽', '李雷', 'Anna'),
  status: fc.constantFrom('prospect', 'customer', 'lost'),
  gender: fc.constantFrom('female', 'male', 'unknown'),
  ownerId: fc.option(fc.constantFrom(...owners)),
  region: fc.option(fc.constantFrom(...regions)),
  source: fc.option(fc.constantFrom(...sources)),
  isVip: fc.boolean(),
  doNotContact: fc.boolean(),
  consentOn: fc.option(fc.constant(TEST_TODAY)),
  birthday: fc.option(birthdayArbitrary),
  phone: fc.constantFrom('none', 'valid', 'invalid'),
  tags: fc.subarray(tags),
  createdDaysAgo: fc.nat(5),
  daysAgo: fc.option(fc.nat(6)),
  visits: fc.nat(3),
  spend: fc.integer({ min: -2, max: 4 }),
  points: fc.integer({ min: -1, max: 3 }),
  hasSummary: fc.boolean(),
  isRemoved: fc.boolean(),
});
type Person = typeof personArbitrary extends fc.Arbitrary<infer P> ? P : never;

const add = (person: Person, index: number): CustomerId => {
  const { database, context } = store;
  const { isVip, doNotContact, consentOn, ownerId, region, source, status, gender, name } = person;
  const created = customersHandlers['customers.create'](
    context,
    contract.customers.create.input.parse({
      name,
      status,
      gender,
      ownerId,
      region,
      source,
      isVip,
      doNotContact,
      consentOn,
      phone: person.phone === 'none' ? null : `1380013${String(8000 + index)}`,
      birthday: person.birthday,
    }),
  );
  const id = customerId(created.customerId);
  if (person.phone === 'invalid') plainRun(database, 'UPDATE contact_methods SET is_valid = 0 WHERE customer_id = @id', { id });
  for (const tag of person.tags)
    plainRun(
      database,
      `INSERT INTO customer_tags (customer_id, tag_id, source, tagged_on) VALUES (@id, @tag, 'membership', @on)`,
      {
        id,
        tag,
        on: TEST_TODAY,
      },
    );
  const midday = instantAt(addDays(TEST_TODAY, -person.createdDaysAgo), 12, 'Asia/Shanghai');
  plainRun(database, 'UPDATE customers SET created_at = @midday WHERE id = @id', { id, midday });
  if (person.hasSummary)
    plainRun(
      database,
      `UPDATE customer_summaries SET last_visit_on = @last, visit_count = @visits, spend_cents = @spend, points_balance = @points
       WHERE customer_id = @id`,
      {
        id,
        last: person.daysAgo === null ? null : addDays(TEST_TODAY, -person.daysAgo),
        visits: person.visits,
        spend: person.spend,
        points: person.points,
      },
    );
  else plainRun(database, 'DELETE FROM customer_summaries WHERE customer_id = @id', { id });
  if (person.isRemoved) markCustomerRemoved(database, id, store.clock.now, store.clock.now);
  return id;
};

const rangeArbitrary = fc.record(
  { min: fc.integer({ min: 0, max: 3 }), max: fc.integer({ min: 0, max: 4 }) },
  { requiredKeys: [] },
);
const dayRange = fc.record(
  { from: fc.nat(6).map((days) => addDays(TEST_TODAY, -days)), to: fc.nat(6).map((days) => addDays(TEST_TODAY, -days)) },
  { requiredKeys: [] },
);
const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> => fc.subarray([...values], { minLength: 1 });

const filterArbitrary = fc
  .record(
    {
      text: fc.constantFrom('张', 'zhang', 'anna'),
      statuses: some(['prospect', 'customer', 'lost'] as const),
      genders: some(['female', 'male', 'unknown'] as const),
      owners: some([...owners, 'unowned' as const]),
      regions: some([...regions, '']),
      sources: some([...sources, '']),
      tags: fc.record({ tagIds: some(tags), match: fc.constantFrom('any', 'all', 'none') }),
      birthdayMonths: some([1, 2, 3, 10, 11, 12]),
      hasValidPhone: fc.boolean(),
      hasConsent: fc.boolean(),
      doNotContact: fc.boolean(),
      isVip: fc.boolean(),
      created: dayRange,
      lastVisit: dayRange,
      daysSinceVisit: rangeArbitrary,
      visits: rangeArbitrary,
      spendCents: rangeArbitrary,
      points: rangeArbitrary,
    },
    { requiredKeys: [] },
  )
  .map((filter) => customerFilterSchema.parse(filter));

const within = (value: number, range: { min?: number | undefined; max?: number | undefined } | undefined): boolean =>
  range === undefined || ((range.min === undefined || value >= range.min) && (range.max === undefined || value <= range.max));

/** The rule in plain words, one person at a time. */
const isMeant = (person: Person, filter: CustomerFilter): boolean => {
  const { today, settings } = filterBasis(store.context);
  const lastVisit = person.hasSummary && person.daysAgo !== null ? addDays(today, -person.daysAgo) : null;
  const summary = person.hasSummary ? person : { visits: 0, spend: 0, points: 0 };
  const birthdayMonth = ((): number | null => {
    if (person.birthday === null) return null;
    const on = nextOccurrence({ ...person.birthday, year: null }, today, birthdayOptionsOf(settings));
    if (on !== null) return dateParts(on).month;
    return person.birthday.calendar === 'solar' ? person.birthday.month : null;
  })();
  const onDay = (day: string | null, range: CustomerFilter['created']): boolean =>
    range === undefined ||
    (range.from === undefined && range.to === undefined) ||
    (day !== null && (range.from === undefined || day >= range.from) && (range.to === undefined || day <= range.to));
  const hasTag = (id: (typeof tags)[number]): boolean => person.tags.includes(id);
  const { tags: wanted } = filter;
  const silent = filter.daysSinceVisit;
  return (
    !person.isRemoved &&
    (filter.text === undefined || (filter.text === 'anna' ? person.name === 'Anna' : person.name.startsWith('张'))) &&
    (filter.statuses?.includes(person.status) ?? true) &&
    (filter.genders?.includes(person.gender) ?? true) &&
    (filter.owners?.includes(person.ownerId ?? 'unowned') ?? true) &&
    (filter.regions?.includes(person.region ?? '') ?? true) &&
    (filter.sources?.includes(person.source ?? '') ?? true) &&
    (wanted === undefined ||
      { any: wanted.tagIds.some(hasTag), all: wanted.tagIds.every(hasTag), none: !wanted.tagIds.some(hasTag) }[wanted.match]) &&
    (filter.birthdayMonths === undefined || (birthdayMonth !== null && filter.birthdayMonths.includes(birthdayMonth))) &&
    (filter.hasValidPhone === undefined || filter.hasValidPhone === (person.phone === 'valid')) &&
    (filter.hasConsent === undefined || filter.hasConsent === (person.consentOn !== null)) &&
    (filter.doNotContact === undefined || filter.doNotContact === person.doNotContact) &&
    (filter.isVip === undefined || filter.isVip === person.isVip) &&
    onDay(addDays(today, -person.createdDaysAgo), filter.created) &&
    onDay(lastVisit, filter.lastVisit) &&
    (silent === undefined ||
      (silent.min === undefined && silent.max === undefined) ||
      (lastVisit !== null && within(daysBetween(lastVisit, today), silent))) &&
    within(summary.visits, filter.visits) &&
    within(summary.spend, filter.spendCents) &&
    within(summary.points, filter.points)
  );
};

describe('a filter of customers', () => {
  property.prop(
    { people: fc.array(personArbitrary, { maxLength: 12 }), filters: fc.array(filterArbitrary, { minLength: 6, maxLength: 6 }) },
    { numRuns: 60 },
  )('R003 lets through exactly those of whom every condition holds', ({ people, filters }) => {
    store.close();
    store = openTestStore();
    prepare();
    const everyone = people.map((person, index) => ({ id: add(person, index), person }));
    const basis = filterBasis(store.context);
    for (const filter of filters) {
      const expected = everyone.filter(({ person }) => isMeant(person, filter)).map(({ id }) => id);
      expect(listIdsByFilter(store.database, filter, basis).toSorted()).toEqual(expected.toSorted());
      expect(countByFilter(store.database, filter, basis)).toBe(expected.length);
      const page = pageByFilter(store.context, contract.customers.listByFilter.input.parse({ filter, limit: 200 }));
      expect(page.rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
      const [left] = expected;
      const exceptIds = left === undefined ? [] : [left];
      expect(listIdsBySelection(store.database, { filter, exceptIds }, basis).toSorted()).toEqual(expected.slice(1).toSorted());
    }
  });

  test('follows what is written, and what a rolled back transaction had written is forgotten', () => {
    prepare();
    const basis = filterBasis(store.context);
    const vip: CustomerFilter = { isVip: true };
    expect(listIdsByFilter(store.database, vip, basis)).toEqual([]);
    const { customerId: id } = customersHandlers['customers.create'](
      store.context,
      contract.customers.create.input.parse({ name: '王芳', isVip: true }),
    );
    expect(listIdsByFilter(store.database, vip, basis)).toEqual([id]);
    expect(() =>
      store.command(() => {
        markCustomerRemoved(store.database, id, store.clock.now, store.clock.now);
        expect(listIdsByFilter(store.database, vip, basis)).toEqual([]);
        throw new RangeError('no');
      }),
    ).toThrow();
    expect(listIdsByFilter(store.database, vip, basis)).toEqual([id]);
  });

  test('named people come in the order named, each once, removed ones left out', () => {
    prepare();
    const [one, two, three] = ['甲', '乙', '丙'].map(
      (name) => customersHandlers['customers.create'](store.context, contract.customers.create.input.parse({ name })).customerId,
    );
    if (!one || !two || !three) throw new Error('nobody');
    markCustomerRemoved(store.database, two, store.clock.now, store.clock.now);
    expect(listIdsBySelection(store.database, { ids: [three, two, one, three] }, filterBasis(store.context))).toEqual([
      three,
      one,
    ]);
  });
});
