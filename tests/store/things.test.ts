import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { searchCustomers } from '../../electron/store/search.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_TODAY } from '../helpers/store.ts';
import { thingsAt } from '../helpers/things.ts';

let desk: Desk;
let things: ReturnType<typeof thingsAt>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  things = thingsAt(desk);
  customerId = desk.addCustomer();
});
afterEach(() => {
  desk.close();
});

const plate = (value: string) => [{ name: 'plate' as const, value }];
const later = (): void => {
  desk.clock.now = instant(desk.clock.now + 60_000);
};
const told = (id: CustomerId): (string | undefined)[] =>
  desk.timeline({ customerId: id, kinds: ['thing'] }).entries.map(({ thing }) => thing?.event);

describe('a served thing (X20)', () => {
  test('keeps the fields of its type in their order and their one form, its birthday and its note', () => {
    const { thingId } = things.save({
      customerId,
      type: 'pet',
      name: '旺财',
      fields: [
        { name: 'weightKilograms', value: '１２.50' },
        { name: 'species', value: 'dog' },
        { name: 'coat', value: '  ' },
      ],
      birthDate: { calendar: 'lunar', month: 8, day: 15 },
      note: '怕吹风机',
    });
    expect(things.of(customerId).things).toEqual([
      {
        id: thingId,
        type: 'pet',
        name: '旺财',
        fields: [
          { name: 'species', value: 'dog' },
          { name: 'weightKilograms', value: '12.5' },
        ],
        birthDate: { calendar: 'lunar', year: null, month: 8, day: 15, isLeapMonth: false },
        note: '怕吹风机',
        retired: null,
      },
    ]);
  });

  test.each([
    [{ type: 'pet' as const, fields: plate('粤B12345') }, 'fields.0.value', 'field_not_of_type'],
    [{ type: 'car' as const, fields: [...plate('粤B12345'), ...plate('粤B54321')] }, 'fields.1.value', 'field_twice'],
    [{ type: 'car' as const, fields: plate('?') }, 'fields.0.value', 'plate_invalid'],
    [{ type: 'car' as const, fields: [{ name: 'vin' as const, value: 'LSVAA4182E218432I' }] }, 'fields.0.value', 'vin_invalid'],
  ])('refuses what does not belong to its type or cannot be read: %o', (given, path, message) => {
    const failed = failureOf(() => things.save({ customerId, name: 'x', ...given }));
    expect(failed).toEqual({ code: 'bad_input', details: { issues: [{ path, message }] } });
    expect(things.of(customerId).things).toEqual([]);
  });

  test('says who else has a car of the same plate, however it was typed', () => {
    const other = desk.addCustomer();
    things.save({ customerId: other, type: 'car', name: '凯美瑞', fields: plate('粤B·12345') });
    const { samePlate } = things.save({ customerId, type: 'car', name: '凯美瑞', fields: plate('粤b 12345') });
    expect(samePlate).toEqual([{ customerId: other, name: '王芳' }]);
  });

  test('retired, taken away and brought back is as it was, and each step stands on the timeline', () => {
    const { thingId } = things.save({ customerId, type: 'pet', name: '旺财' });
    const before = things.of(customerId);
    later();
    things.retire({ customerId, thingId, retired: { on: TEST_TODAY, because: 'died' } });
    expect(things.of(customerId).things[0]?.retired).toEqual({ on: TEST_TODAY, because: 'died' });
    later();
    things.retire({ customerId, thingId, retired: null });
    later();
    things.remove({ customerId, thingId });
    expect(things.of(customerId).things).toEqual([]);
    expect(failureOf(() => things.remove({ customerId, thingId })).code).toBe('already_undone');
    later();
    things.restore({ customerId, thingId });
    expect(things.of(customerId)).toEqual(before);
    expect(told(customerId)).toEqual(['restored', 'removed', 'revived', 'retired', 'added']);
  });

  test('given to another customer takes along what runs out, and given back is as before', () => {
    const other = desk.addCustomer();
    const { thingId } = things.save({ customerId, type: 'car', name: '凯美瑞', fields: plate('粤B12345') });
    things.saveFact({ customerId, thingId, kind: 'inspection', validUntil: '2026-12-01' });
    const before = things.of(customerId);
    things.transfer({ customerId, thingId, toCustomerId: other });
    expect(things.of(customerId)).toEqual({ things: [], facts: [] });
    expect(things.of(other)).toEqual(before);
    expect(told(customerId)[0]).toBe('given');
    expect(told(other)).toEqual(['received']);
    expect(searchCustomers(desk.database, '粤B12345', 10).map(({ customer }) => customer.id)).toEqual([other]);
    things.transfer({ customerId: other, thingId, toCustomerId: customerId });
    expect(things.of(customerId)).toEqual(before);
    expect(failureOf(() => things.transfer({ customerId, thingId, toCustomerId: customerId })).details).toEqual({
      reason: 'same_owner',
    });
  });

  test("of another customer cannot be changed, and no visit's line can be for it", () => {
    const other = desk.addCustomer();
    const { thingId } = things.save({ customerId: other, type: 'pet', name: '旺财' });
    expect(failureOf(() => things.save({ customerId, thingId, type: 'pet', name: 'x' })).code).toBe('not_found');
    expect(failureOf(() => desk.record({ customerId, lines: [{ ...item(88_00), thingId }] })).code).toBe('not_found');
    expect(failureOf(() => things.saveFact({ customerId, thingId, kind: 'vaccine', validUntil: '2027-01-01' })).code).toBe(
      'not_found',
    );
  });
});

describe('what a line of a visit was for (X20)', () => {
  test('stands on the line and on the timeline, and in the history of the thing, also after it was given away', () => {
    const other = desk.addCustomer();
    const { thingId } = things.save({ customerId, type: 'car', name: '凯美瑞' });
    later();
    const { visitId } = desk.record({
      customerId,
      lines: [{ ...item(300_00, 1, '机油'), thingId }, { ...item(20_00, 1, '矿泉水') }],
    });
    expect(desk.findVisit({ visitId }).lines.map((line) => line.thingId)).toEqual([thingId, null]);
    const [entry] = desk.timeline({ customerId, kinds: ['visit'] }).entries;
    expect(entry?.visit?.lines.map(({ thingName }) => thingName)).toEqual(['凯美瑞', null]);
    later();
    things.transfer({ customerId, thingId, toCustomerId: other });
    const { entries } = things.history({ thingId });
    expect(entries.map(({ visit, event }) => visit?.lines.map(({ name }) => name) ?? event?.event)).toEqual([
      'received',
      'given',
      ['机油'],
      'added',
    ]);
  });

  test('a visit taken back is gone from the history; its pages join without gap or repeat', () => {
    const { thingId } = things.save({ customerId, type: 'pet', name: '旺财' });
    const visits = Array.from({ length: 9 }, () => {
      later();
      return desk.record({ customerId, lines: [{ ...item(88_00, 1, '洗澡'), thingId }] }).visitId;
    });
    desk.undo({ visitId: visits[4] ?? '' });
    const whole = things.history({ thingId }).entries;
    expect(whole).toHaveLength(9);
    const seen: typeof whole = [];
    for (;;) {
      const last = seen.at(-1);
      const page = things.history({ thingId, limit: 4, before: last ? { at: last.at, key: last.key } : null });
      seen.push(...page.entries);
      if (!page.hasMore) break;
    }
    expect(seen).toEqual(whole);
  });

  test('a customer erased for good takes their things along, and the lines of others stay', () => {
    const other = desk.addCustomer();
    const { thingId } = things.save({ customerId, type: 'car', name: '凯美瑞' });
    things.transfer({ customerId, thingId, toCustomerId: other });
    const { visitId } = desk.record({ customerId, lines: [item(1_00)] });
    desk.database.connection.exec(`DELETE FROM customers WHERE id = '${other}'`);
    expect(plainRows(desk.database, 'SELECT id FROM things')).toEqual([]);
    expect(desk.findVisit({ visitId }).lines).toHaveLength(1);
  });
});

describe('the search box (X20)', () => {
  const found = (text: string): string[] =>
    searchCustomers(desk.database, text, 10).map(({ match }) => `${match.field} ${match.value}`);

  test('finds the owner by the whole plate, its tail, and a pet by name, reading or initials, and marks it', () => {
    things.save({ customerId, type: 'car', name: '白色凯美瑞', fields: plate('粤B·12345') });
    things.save({ customerId, type: 'pet', name: '旺财' });
    for (const text of ['粤B12345', '粤b·12345', 'B12345', '345']) expect(found(text)).toEqual(['thing 粤B12345']);
    for (const text of ['旺财', 'wangcai', 'wc']) expect(found(text)).toEqual(['thing 旺财']);
    expect(found('凯美')).toEqual(['thing 白色凯美瑞']);
    const [hit] = searchCustomers(desk.database, '凯美', 10);
    expect(hit?.match).toMatchObject({ start: 2, end: 4 });
  });

  test('learns at once of a thing added, renamed, taken away and brought back', () => {
    expect(found('旺财')).toEqual([]);
    const { thingId } = things.save({ customerId, type: 'pet', name: '旺财' });
    expect(found('旺财')).toEqual(['thing 旺财']);
    things.save({ customerId, thingId, type: 'pet', name: '来福' });
    expect(found('旺财')).toEqual([]);
    expect(found('来福')).toEqual(['thing 来福']);
    things.remove({ customerId, thingId });
    expect(found('来福')).toEqual([]);
    things.restore({ customerId, thingId });
    expect(found('来福')).toEqual(['thing 来福']);
  });
});
