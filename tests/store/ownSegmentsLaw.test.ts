import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { execute, sqlite } from '../../electron/store/database.ts';
import { readRun } from '../../electron/store/engine.ts';
import { contract } from '../../shared/contract.ts';
import { defaultSettings } from '../../shared/contract/settings.ts';
import { ageOn, statedAgeOn } from '../../shared/domain/ages.ts';
import { birthdayOptionsOf } from '../../shared/domain/birthdays.ts';
import type { PartialDateParts } from '../../shared/domain/partialDate.ts';
import { overdueLimit } from '../../shared/domain/segments/classes.ts';
import type { SegmentCondition, SegmentNode } from '../../shared/domain/segments/conditions.ts';
import type { CustomerId, ProductId } from '../../shared/types/ids.ts';
import { addDays, daysBetween, localDate } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { item } from '../helpers/desk.ts';
import { openSegmentShop } from '../helpers/ownSegments.ts';
import type { SegmentShop } from '../helpers/ownSegments.ts';

const TODAY = localDate('2026-11-21');

/** What a shop knows of somebody, kept beside the store: the other half of the comparison. */
interface Known {
  id: CustomerId;
  visits: { ago: number; yuan: number; productId: ProductId | null }[];
  isVip: boolean;
  gender: 'female' | 'male' | 'unknown';
  source: string | null;
  isDoNotContact: boolean;
  birthday: PartialDateParts | null;
  statedAge: { years: number; on: LocalDate } | null;
  isLate: boolean;
}

const addBirthday = ({ desk }: SegmentShop, customerId: CustomerId, date: PartialDateParts): void => {
  const { calendar, year, month, day, isLeapMonth } = date;
  desk.command(() =>
    execute(
      desk.database,
      sqlite.insertInto('important_dates').values({
        id: desk.context.newId(),
        customer_id: customerId,
        kind: 'birthday',
        label: '',
        calendar,
        year,
        month,
        day,
        is_leap_month: isLeapMonth ? 1 : 0,
      }),
    ),
  );
};

const personArbitrary = fc.record({
  visits: fc.array(fc.record({ ago: fc.nat(400), yuan: fc.integer({ min: 1, max: 2000 }), product: fc.nat(2) }), {
    maxLength: 5,
  }),
  isVip: fc.boolean(),
  gender: fc.constantFrom('female', 'male', 'unknown'),
  source: fc.constantFrom('美团', '朋友', null),
  isDoNotContact: fc.boolean(),
  birthday: fc.option(
    fc
      .record({
        calendar: fc.constantFrom('solar' as const, 'lunar' as const),
        year: fc.option(fc.integer({ min: 1940, max: 2027 })),
        month: fc.option(fc.constantFrom(2, 6, 11, 12)),
        day: fc.option(fc.constantFrom(1, 20, 21, 22, 28, 29, 30)),
        isLeapMonth: fc.boolean(),
      })
      .filter(({ year, month }) => year !== null || month !== null)
      .map((date) => ({ ...date, isLeapMonth: date.calendar === 'lunar' && date.isLeapMonth })),
  ),
  statedAge: fc.option(fc.record({ years: fc.nat(80), ago: fc.nat(900) })),
});
const bounds = (most: number) =>
  fc
    .tuple(fc.option(fc.nat(most)), fc.option(fc.nat(most)))
    .filter(([min, max]) => (min !== null || max !== null) && (min === null || max === null || min <= max))
    .map(([min, max]) => ({ min, max }));
const conditionArbitrary = (products: readonly ProductId[]) =>
  fc.oneof(
    bounds(6).map((range) => ({ test: 'figure' as const, figure: 'visits' as const, ...range })),
    bounds(4000_00).map((range) => ({ test: 'figure' as const, figure: 'spend' as const, ...range })),
    bounds(4000_00).map((range) => ({ test: 'figure' as const, figure: 'year_spend' as const, ...range })),
    bounds(4000_00).map((range) => ({ test: 'figure' as const, figure: 'average_spend' as const, ...range })),
    bounds(400).map((range) => ({ test: 'figure' as const, figure: 'days_since_visit' as const, ...range })),
    bounds(90).map((range) => ({ test: 'figure' as const, figure: 'age' as const, ...range })),
    bounds(400).map((range) => ({ test: 'figure' as const, figure: 'days_since_first_visit' as const, ...range })),
    fc.record({
      test: fc.constant('one_of' as const),
      attribute: fc.constant('gender' as const),
      values: fc.subarray(['female', 'male', 'unknown'], { minLength: 1 }),
      is: fc.boolean(),
    }),
    fc.record({
      test: fc.constant('one_of' as const),
      attribute: fc.constant('source' as const),
      values: fc.subarray(['美团', '朋友', 'none'], { minLength: 1 }),
      is: fc.boolean(),
    }),
    fc.record({
      test: fc.constant('flag' as const),
      flag: fc.constantFrom('vip' as const, 'do_not_contact' as const, 'overdue' as const),
      is: fc.boolean(),
    }),
    fc.record({
      test: fc.constant('bought' as const),
      productId: fc.constantFrom(...products, null),
      lastDays: fc.option(fc.integer({ min: 1, max: 400 })),
      is: fc.boolean(),
    }),
  );

const drawnFlags = ['vip', 'do_not_contact', 'overdue'] as const;
const drawnFlag = (flag: string): (typeof drawnFlags)[number] => drawnFlags.find((each) => each === flag) ?? 'vip';
const birthdays = birthdayOptionsOf(defaultSettings);

/** By the sentence of each condition, without the store. */
const holdsOf = (node: SegmentNode, person: Known): boolean => {
  if (node.test === 'group') {
    const held = node.items.filter((each) => holdsOf(each, person)).length;
    return node.match === 'all' ? held === node.items.length : node.match === 'any' ? held > 0 : held === 0;
  }
  return conditionHolds(node, person);
};
const conditionHolds = (condition: SegmentCondition, person: Known): boolean => {
  const days = person.visits.map(({ ago }) => ago);
  const spend = person.visits.reduce((sum, { yuan }) => sum + yuan * 100, 0);
  const yearAgo = daysBetween(localDate('2025-11-21'), TODAY);
  switch (condition.test) {
    case 'figure': {
      const figures: Record<string, number | null> = {
        visits: days.length,
        spend,
        year_spend: person.visits.reduce((sum, { yuan, ago }) => (ago <= yearAgo ? sum + yuan * 100 : sum), 0),
        average_spend: days.length === 0 ? null : Math.floor(spend / new Set(days).size),
        days_since_visit: days.length === 0 ? null : Math.min(...days),
        days_since_first_visit: days.length === 0 ? null : Math.max(...days),
        age: (person.birthday && ageOn(person.birthday, TODAY, birthdays)) ?? statedAgeOn(person.statedAge, TODAY),
      };
      const value = figures[condition.figure] ?? null;
      return (
        value !== null && (condition.min === null || value >= condition.min) && (condition.max === null || value <= condition.max)
      );
    }
    case 'one_of': {
      const value = condition.attribute === 'gender' ? person.gender : (person.source ?? 'none');
      return condition.values.includes(value) === condition.is;
    }
    case 'flag':
      return (
        { vip: person.isVip, do_not_contact: person.isDoNotContact, overdue: person.isLate }[drawnFlag(condition.flag)] ===
        condition.is
      );
    case 'bought': {
      const isBought = person.visits.some(
        ({ ago, productId }) =>
          (condition.productId === null || productId === condition.productId) &&
          (condition.lastDays === null || ago <= condition.lastDays),
      );
      return isBought === condition.is;
    }
    case 'custom':
    case 'segment':
      throw new Error('not drawn here');
  }
};

property.prop([fc.array(personArbitrary, { minLength: 1, maxLength: 8 }), fc.nat(1_000_000)], { numRuns: 30 })(
  "a segment's count is its list, is what each member's sentence says, and is what the filter of the list lets through (law)",
  async (drawn, seed) => {
    const local = openSegmentShop(TODAY);
    const { desk } = local;
    const products = [desk.addProduct('护发素', 10_00, null), desk.addProduct('奶粉', 20_00, null)] as const;
    const people: Known[] = drawn.map(({ visits, statedAge, ...person }) => {
      const id = desk.addCustomer();
      const known = {
        ...person,
        id,
        statedAge: statedAge && { years: statedAge.years, on: addDays(TODAY, -statedAge.ago) },
        isLate: false,
        visits: visits.map(({ product, ...each }) => ({ ...each, productId: products[product] ?? null })),
      };
      for (const { ago, yuan, productId } of known.visits)
        desk.record({
          customerId: id,
          businessDate: addDays(TODAY, -ago),
          lines: [{ ...item(yuan * 100), ...(productId !== null && { productId }) }],
        });
      desk.command(() =>
        execute(
          desk.database,
          sqlite
            .updateTable('customers')
            .set({
              gender: person.gender,
              source: person.source,
              is_vip: person.isVip ? 1 : 0,
              do_not_contact: person.isDoNotContact ? 1 : 0,
              stated_age: known.statedAge?.years ?? null,
              stated_age_on: known.statedAge?.on ?? null,
            })
            .where('id', '=', id),
        ),
      );
      if (known.birthday !== null) addBirthday(local, id, known.birthday);
      return known;
    });
    await desk.refresh(true);
    const { cutoffs } = readRun(desk.database);
    if (cutoffs === null) throw new Error('nobody was judged');
    for (const person of people) {
      const { purchase_day_count: purchaseDayCount, overdue_after_days: overdueAfterDays } = desk.summary(person.id);
      const limit = overdueLimit({ purchaseDayCount, overdueAfterDays }, cutoffs);
      person.isLate = limit !== null && person.visits.length > 0 && Math.min(...person.visits.map(({ ago }) => ago)) > limit.days;
    }
    const leaf = conditionArbitrary(products);
    const nested = fc.record({
      test: fc.constant('group' as const),
      match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
      items: fc.array(leaf, { minLength: 1, maxLength: 3 }),
    });
    const root = fc.record({
      test: fc.constant('group' as const),
      match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
      items: fc.array(fc.oneof(leaf, nested), { minLength: 1, maxLength: 4 }),
    });
    for (const tree of fc.sample(root, { numRuns: 20, seed })) {
      const parsed = contract.ownSegments.save.input.parse({ name: '随便', tree }).tree;
      const expected = people.filter((person) => holdsOf(parsed, person)).map(({ id }) => id);
      const { total, rows } = await local.people({ tree });
      expect([total, rows.map(({ id }) => id).sort()]).toEqual([expected.length, expected.toSorted()]);
      const { segmentId } = local.save({ name: `随便 ${local.list().length}`, tree });
      expect([...local.filtered(segmentId)].sort()).toEqual(expected.toSorted());
      const named = { test: 'group' as const, match: 'none' as const, items: [{ test: 'segment' as const, segmentId }] };
      expect((await local.people({ tree: named })).total).toBe(people.length - expected.length);
      for (const { id } of people)
        expect([id, local.explain({ customerId: id, source: { segmentId } }).isIn]).toEqual([id, expected.includes(id)]);
    }
    desk.closeAll();
  },
  120_000,
);
