import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { serviceRecordQueries } from '../../electron/store/serviceRecords.ts';
import { permissions } from '../../shared/contract/operation.ts';
import type { CustomerId, RecordTypeId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { failureOf } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { recordsAt } from '../helpers/serviceRecords.ts';
import { TEST_TODAY } from '../helpers/store.ts';
import { thingsAt } from '../helpers/things.ts';

let desk: MergeDesk;
let records: ReturnType<typeof recordsAt>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openMergeDesk();
  records = recordsAt(desk);
  customerId = desk.create({ name: '王芳' });
});
afterEach(() => {
  desk.close();
});
/** What must be there. */
const found = <Value>(value: Value | null | undefined): Value => value ?? expect.fail('nothing there');
const later = (): void => {
  desk.clock.now = instant(desk.clock.now + 60_000);
};
const typeNamed = (name: string): RecordTypeId =>
  records.types().find((type) => type.name === name)?.id ?? expect.fail(`no type ${name}`);
const formula = (): RecordTypeId => typeNamed('染发配方');
/** Somebody at the desk without the right to see health. */
const clerkRecords = () =>
  recordsAt({
    ...desk,
    context: { ...desk.context, actor: { staffId: null, permissions: permissions.filter((one) => one !== 'private.health') } },
  });

describe('service records (R067)', () => {
  test('are kept with day, staff, thing, visit, values and note, latest first, and stand on the timeline', () => {
    const staffId = desk.addStaff('小李');
    const { thingId } = thingsAt(desk).save({ customerId, type: 'car', name: '奥迪' });
    const { visitId } = desk.record({ customerId, lines: [] });
    const sheet = { customerId, typeId: typeNamed('保养单'), thingId, staffId };
    records.save({ ...sheet, on: '2026-11-01', values: [{ key: 'mileage', value: 30_000 }], note: '换了机油' });
    later();
    records.save({ ...sheet, visitId, values: [{ key: 'mileage', value: 35_000 }] });
    const { total, rows } = records.list({ customerId });
    expect(total).toBe(2);
    expect(
      rows.map(({ on, note, staff, thing, visitId: of, entries }) => ({
        on,
        note,
        staff: staff?.name,
        thing: thing?.name,
        of,
        value: entries[0]?.value,
      })),
    ).toEqual([
      { on: TEST_TODAY, note: null, staff: '小李', thing: '奥迪', of: visitId, value: 35_000 },
      { on: '2026-11-01', note: '换了机油', staff: '小李', thing: '奥迪', of: null, value: 30_000 },
    ]);
    const [entry] = desk.timeline({ customerId, kinds: ['record'] }).entries;
    expect(entry?.record).toMatchObject({
      typeName: '保养单',
      thingName: '奥迪',
      values: [{ label: '里程', unit: 'km', value: 35_000 }],
    });
  });

  test('can be corrected, taken away and brought back; each tells the screens whose card changed', () => {
    const { recordId } = records.save({ customerId, typeId: formula(), values: [{ key: 'shade', value: '6.1' }] });
    records.save({ customerId, recordId, typeId: formula(), values: [{ key: 'shade', value: '6.11' }], note: '淡一点' });
    expect(records.list({ customerId }).rows).toMatchObject([{ note: '淡一点', entries: [{ key: 'shade', value: '6.11' }] }]);
    records.remove({ customerId, recordId });
    expect(records.list({ customerId })).toEqual({ total: 0, rows: [] });
    expect(failureOf(() => records.remove({ customerId, recordId })).code).toBe('already_undone');
    records.restore({ customerId, recordId });
    expect(records.list({ customerId }).total).toBe(1);
    const told = desk.events.at(-1);
    expect(told?.topics).toContain('serviceRecords');
    expect(told).toMatchObject({ customerIds: [customerId] });
  });

  test('nothing at all, a foreign thing, a foreign visit, a day to come and another type are refused', () => {
    const typeId = formula();
    const other = desk.create({ name: '李强' });
    const { thingId } = thingsAt(desk).save({ customerId: other, type: 'car', name: '奥迪' });
    const { visitId } = desk.record({ customerId: other, lines: [] });
    const good = { customerId, typeId, values: [{ key: 'shade', value: '6.1' }] };
    expect(failureOf(() => records.save({ customerId, typeId, values: [] })).details).toEqual({
      issues: [{ path: 'values', message: 'record_empty' }],
    });
    expect(failureOf(() => records.save({ ...good, thingId })).details).toEqual({ what: 'thing' });
    expect(failureOf(() => records.save({ ...good, visitId })).details).toEqual({ what: 'visit' });
    expect(failureOf(() => records.save({ ...good, on: '2026-11-22' })).details).toEqual({
      issues: [{ path: 'on', message: 'date_in_future' }],
    });
    const { recordId } = records.save(good);
    expect(failureOf(() => records.save({ ...good, recordId, typeId: typeNamed('保养单') })).code).toBe('bad_input');
    expect(failureOf(() => records.save({ ...good, customerId: other, recordId })).code).toBe('not_found');
    expect(records.list({ customerId }).total).toBe(1);
  });

  test('go over with a merge and back with its undo, and go with their customer', () => {
    const other = desk.create({ name: '王方' });
    records.save({ customerId: other, typeId: formula(), values: [{ key: 'shade', value: '6.1' }] });
    const { mergeId } = desk.merge({ survivorId: customerId, otherId: other });
    expect(records.list({ customerId }).total).toBe(1);
    desk.undoMerge({ mergeId });
    expect([records.list({ customerId }).total, records.list({ customerId: other }).total]).toEqual([0, 1]);
  });

  test('a page costs the same however many there are: every read goes by an index and none is sorted', () => {
    const values = { id: '', customerId: '', typeId: '', thingId: '', seesHealth: 1, at: 0, offset: 0, limit: 1 };
    for (const [name, text] of Object.entries(serviceRecordQueries)) {
      const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, values).map(({ detail }) => detail);
      expect(
        plan.filter((step) => step.startsWith('SCAN')),
        name,
      ).toEqual([]);
      expect(
        plan.filter((step) => step.includes('TEMP B-TREE')),
        name,
      ).toEqual([]);
    }
  });
});

describe('repeating the last record (X24)', () => {
  test('gives the last of that type and thing, and the field that changed last time', () => {
    const { thingId } = thingsAt(desk).save({ customerId, type: 'pet', name: '旺财' });
    const typeId = formula();
    for (const grams of [50, 60]) {
      records.save({
        customerId,
        typeId,
        values: [
          { key: 'brand', value: '施华蔻' },
          { key: 'grams', value: grams },
        ],
      });
      later();
    }
    records.save({ customerId, typeId: typeNamed('美容记录'), thingId, values: [{ key: 'blade', value: '4F' }] });
    const last = records.last({ customerId, typeId });
    expect(last.record?.entries.map(({ value }) => value)).toEqual(['施华蔻', 60]);
    expect(last.changingKey).toBe('grams');
    expect(records.last({ customerId, typeId, thingId })).toEqual({ record: null, changingKey: null });
    expect(records.last({ customerId, typeId: typeNamed('美容记录'), thingId }).record?.thing?.name).toBe('旺财');
  });
});

describe('types of record (X24)', () => {
  test('every shop is offered those of the trades; the first use makes one its own, in the words it had', () => {
    const typeId = formula();
    expect(records.types().every(({ isOwn }) => !isOwn)).toBe(true);
    records.save({ customerId, typeId, values: [{ key: 'shade', value: '6.1' }] });
    expect(records.types()[0]).toMatchObject({ id: typeId, isOwn: true, hasRecords: true });
    desk.settings({ language: 'en' });
    expect(records.types().find(({ id }) => id === typeId)?.name).toBe('染发配方');
    expect(records.types().map(({ name }) => name)).toContain('Eye test');
  });

  test('the shop makes its own, changes it, and takes the change back; records keep the words they were written with', () => {
    const { typeId } = records.saveType({
      name: '烫发',
      fields: [
        { kind: 'text', label: '药水' },
        { kind: 'number', label: '卷芯', unit: 'mm' },
      ],
    });
    const [liquid, roll] = records.types()[0]?.fields ?? [];
    const values = [
      { key: liquid?.key ?? '', value: '甲' },
      { key: roll?.key ?? '', value: 18 },
    ];
    const { recordId } = records.save({ customerId, typeId, values });
    const { before } = records.saveType({
      typeId,
      name: '烫发记录',
      fields: [
        { key: liquid?.key ?? '', kind: 'text', label: '药剂' },
        { key: roll?.key ?? '', kind: 'choice', label: '卷芯', options: ['大', '小'] },
      ],
    });
    const kept = records.list({ customerId }).rows[0];
    expect(kept?.typeName).toBe('烫发');
    expect(kept?.entries.map(({ label, unit, value }) => [label, unit, value])).toEqual([
      ['药水', '', '甲'],
      ['卷芯', 'mm', 18],
    ]);
    // What is a choice now is another field than the number it was.
    expect(records.types()[0]?.fields[1]?.key).not.toBe(roll?.key);
    records.save({
      customerId,
      recordId,
      typeId,
      values: [
        { key: liquid?.key ?? '', value: '乙' },
        { key: roll?.key ?? '', value: 20 },
      ],
    });
    expect(records.list({ customerId }).rows[0]?.entries.map(({ label, value }) => [label, value])).toEqual([
      ['药水', '乙'],
      ['卷芯', 20],
    ]);
    records.saveType({ typeId, ...found(before) });
    expect(records.types()[0]).toMatchObject({
      name: '烫发',
      fields: [
        { key: liquid?.key, label: '药水' },
        { label: '卷芯', kind: 'number', unit: 'mm' },
      ],
    });
  });

  test('one with records is put away, not deleted; names are unique; a choice needs choices', () => {
    const typeId = formula();
    records.save({ customerId, typeId, values: [{ key: 'shade', value: '6.1' }] });
    expect(failureOf(() => records.removeType({ typeId })).details).toMatchObject({ reason: 'record_type_in_use' });
    records.archiveType({ typeId, isArchived: true });
    expect(records.types().some(({ id }) => id === typeId)).toBe(false);
    expect(records.types({ includeArchived: true }).find(({ id }) => id === typeId)?.isArchived).toBe(true);
    expect(records.list({ customerId }).total).toBe(1);
    const fields = [{ kind: 'text' as const, label: '甲' }];
    expect(failureOf(() => records.saveType({ name: '染发配方', fields })).details).toMatchObject({
      reason: 'record_type_taken',
    });
    expect(failureOf(() => records.saveType({ name: '新', fields: [...fields, ...fields] })).code).toBe('bad_input');
    expect(failureOf(() => records.saveType({ name: '新', fields: [{ kind: 'choice', label: '甲' }] })).code).toBe('bad_input');
    const { typeId: mistake } = records.saveType({ name: '新', fields });
    records.removeType({ typeId: mistake });
    expect(records.types().some(({ id }) => id === mistake)).toBe(false);
  });
});

describe('records of health are seen by whoever has the right (X40)', () => {
  test('without it they are on no list, no timeline and no count, and can be neither written, changed nor taken away', () => {
    const typeId = typeNamed('验光单');
    const { recordId } = records.save({ customerId, typeId, values: [{ key: 'right_sphere', value: -2.5 }] });
    records.save({ customerId, typeId: formula(), values: [{ key: 'shade', value: '6.1' }] });
    const clerk = clerkRecords();
    expect(clerk.types().map(({ name }) => name)).not.toContain('验光单');
    expect(clerk.list({ customerId })).toMatchObject({ total: 1, rows: [{ typeName: '染发配方' }] });
    const refused = { code: 'not_permitted', details: { permission: 'private.health' } };
    expect(failureOf(() => clerk.last({ customerId, typeId }))).toMatchObject(refused);
    expect(failureOf(() => clerk.save({ customerId, typeId, values: [{ key: 'pd', value: 60 }] }))).toMatchObject(refused);
    expect(failureOf(() => clerk.save({ customerId, recordId, typeId, values: [{ key: 'pd', value: 60 }] }))).toMatchObject(
      refused,
    );
    expect(failureOf(() => clerk.remove({ customerId, recordId }))).toMatchObject(refused);
    expect(failureOf(() => clerk.saveType({ typeId, name: '验光单', fields: [{ kind: 'text', label: '甲' }] }))).toMatchObject(
      refused,
    );
    expect(records.list({ customerId }).total).toBe(2);
  });
});
