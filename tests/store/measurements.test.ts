import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { measurementQueries } from '../../electron/store/measurements.ts';
import { permissions } from '../../shared/contract/operation.ts';
import type { CustomerId, MeasureId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { failureOf } from '../helpers/desk.ts';
import { measurementsAt } from '../helpers/measurements.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { TEST_TODAY } from '../helpers/store.ts';
import { thingsAt } from '../helpers/things.ts';

let desk: MergeDesk;
let measurements: ReturnType<typeof measurementsAt>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openMergeDesk();
  measurements = measurementsAt(desk);
  customerId = desk.create({ name: '王芳' });
});
afterEach(() => {
  desk.close();
});
const later = (): void => {
  desk.clock.now = instant(desk.clock.now + 60_000);
};
const measureNamed = (name: string): MeasureId =>
  measurements.measures().find((measure) => measure.name === name)?.id ?? expect.fail(`no measure ${name}`);
/** Somebody at the desk without the right to see health. */
const clerkMeasurements = () =>
  measurementsAt({
    ...desk,
    context: { ...desk.context, actor: { staffId: null, permissions: permissions.filter((one) => one !== 'private.health') } },
  });

describe('measurements (X26)', () => {
  test('several values of one occasion are kept with day, staff, thing and note, latest first, and stand on the timeline', () => {
    const staffId = desk.addStaff('小李');
    const { thingId } = thingsAt(desk).save({ customerId, type: 'pet', name: '旺财' });
    const weight = measureNamed('体重');
    measurements.save({ customerId, thingId, staffId, on: '2026-11-01', values: [{ measureId: weight, value: 4200 }] });
    later();
    measurements.save({
      customerId,
      note: '做旗袍',
      values: [
        { measureId: measureNamed('腰围'), value: 68_500 },
        { measureId: measureNamed('胸围'), value: 86_000 },
      ],
    });
    const { total, rows } = measurements.list(customerId);
    expect(total).toBe(2);
    expect(rows.map(({ on, note, staff, thing }) => ({ on, note, staff: staff?.name, thing: thing?.name }))).toEqual([
      { on: TEST_TODAY, note: '做旗袍', staff: undefined, thing: undefined },
      { on: '2026-11-01', note: null, staff: '小李', thing: '旺财' },
    ]);
    expect(rows[0]?.values.map(({ name, unit, value }) => [name, unit, value])).toEqual([
      ['腰围', 'cm', 68_500],
      ['胸围', 'cm', 86_000],
    ]);
    const [entry] = desk.timeline({ customerId, kinds: ['measurement'] }).entries;
    expect(entry?.measurement).toMatchObject({ thingName: null, note: '做旗袍', values: [{ name: '腰围' }, { name: '胸围' }] });
  });

  test('can be corrected, taken away and brought back; each tells the screens whose card changed', () => {
    const measureId = measureNamed('身高');
    const { measurementId } = measurements.save({ customerId, values: [{ measureId, value: 1_120_00 }] });
    measurements.save({ customerId, measurementId, values: [{ measureId, value: 112_000 }], note: '穿着鞋' });
    expect(measurements.list(customerId).rows).toMatchObject([{ note: '穿着鞋', values: [{ value: 112_000 }] }]);
    measurements.remove({ customerId, measurementId });
    expect(measurements.list(customerId)).toEqual({ total: 0, rows: [] });
    expect(failureOf(() => measurements.remove({ customerId, measurementId })).code).toBe('already_undone');
    measurements.restore({ customerId, measurementId });
    expect(measurements.list(customerId).total).toBe(1);
    const told = desk.events.at(-1);
    expect(told?.topics).toContain('measurements');
    expect(told).toMatchObject({ customerIds: [customerId] });
  });

  test('nothing at all, the same twice, too fine a value, a foreign thing or visit and a day to come are refused', () => {
    const measureId = measureNamed('体重');
    const other = desk.create({ name: '李强' });
    const { thingId } = thingsAt(desk).save({ customerId: other, type: 'pet', name: '旺财' });
    const { visitId } = desk.record({ customerId: other, lines: [] });
    const value = { measureId, value: 50_100 };
    const good = { customerId, values: [value] };
    const issue = (path: string, message: string) => ({ issues: [{ path, message }] });
    expect(failureOf(() => measurements.save({ customerId, values: [] })).details).toEqual(issue('values', 'nothing_measured'));
    expect(failureOf(() => measurements.save({ customerId, values: [value, value] })).details).toEqual(
      issue('values.1.measureId', 'measured_twice'),
    );
    expect(failureOf(() => measurements.save({ customerId, values: [{ measureId, value: 50_120 }] })).details).toEqual(
      issue('values.0.value', 'too_precise'),
    );
    expect(failureOf(() => measurements.save({ ...good, thingId })).details).toEqual({ what: 'thing' });
    expect(failureOf(() => measurements.save({ ...good, visitId })).details).toEqual({ what: 'visit' });
    expect(failureOf(() => measurements.save({ ...good, on: '2026-11-22' })).details).toEqual(issue('on', 'date_in_future'));
    const { measurementId } = measurements.save(good);
    expect(failureOf(() => measurements.save({ ...good, customerId: other, measurementId })).code).toBe('not_found');
    expect(measurements.list(customerId).total).toBe(1);
    // Nothing of what was refused became the shop's own.
    expect(measurements.measures().filter(({ isOwn }) => isOwn)).toHaveLength(1);
  });

  test('go over with a merge and back with its undo', () => {
    const other = desk.create({ name: '王方' });
    measurements.save({ customerId: other, values: [{ measureId: measureNamed('体重'), value: 50_000 }] });
    const { mergeId } = desk.merge({ survivorId: customerId, otherId: other });
    expect(measurements.list(customerId).total).toBe(1);
    desk.undoMerge({ mergeId });
    expect([measurements.list(customerId).total, measurements.list(other).total]).toEqual([0, 1]);
  });

  test('a page costs the same however many there are: every read goes by an index and none is sorted', () => {
    const values = { id: '', customerId: '', seesHealth: 1, at: 0, offset: 0, limit: 1 };
    for (const [name, text] of Object.entries(measurementQueries)) {
      const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, values).map(({ detail }) => detail);
      expect(
        plan.filter((step) => step.startsWith('SCAN') || step.includes('TEMP B-TREE')),
        name,
      ).toEqual([]);
    }
  });
});

describe('what the shop measures (X26)', () => {
  test('every shop is offered those of the trades; the first use makes one its own, in the words it had', () => {
    const measureId = measureNamed('体重');
    expect(measurements.measures().every(({ isOwn }) => !isOwn)).toBe(true);
    measurements.save({ customerId, values: [{ measureId, value: 50_000 }] });
    expect(measurements.measures()[0]).toMatchObject({ id: measureId, isOwn: true, hasValues: true });
    desk.settings({ language: 'en' });
    expect(measurements.measures()[0]?.name).toBe('体重');
    expect(measurements.measures().map(({ name }) => name)).toContain('Waist');
  });

  test('a name may change and back, a unit not once there are values; one with values is put away, not deleted; names are unique', () => {
    const { measureId, before } = measurements.saveMeasure({ name: '颈围', unit: 'cm' });
    expect(before).toBeNull();
    measurements.saveMeasure({ measureId, name: '颈围', unit: '寸' });
    measurements.save({ customerId, values: [{ measureId, value: 35_000 }] });
    expect(failureOf(() => measurements.saveMeasure({ measureId, name: '颈围', unit: 'cm' })).details).toEqual({
      issues: [{ path: 'unit', message: 'measure_unit_fixed' }],
    });
    const changed = measurements.saveMeasure({ measureId, name: '领口', unit: '寸', decimals: 0 });
    expect(measurements.list(customerId).rows[0]?.values[0]?.name).toBe('领口');
    expect(changed.before).toEqual({ name: '颈围', unit: '寸', decimals: 1, isPrivate: false });
    measurements.saveMeasure({ measureId, name: '颈围', unit: '寸' });
    expect(measurements.measures()[0]).toMatchObject({ name: '颈围', decimals: 1 });
    expect(failureOf(() => measurements.removeMeasure({ measureId })).details).toMatchObject({ reason: 'measure_in_use' });
    measurements.archiveMeasure({ measureId, isArchived: true });
    expect(measurements.measures().some(({ id }) => id === measureId)).toBe(false);
    expect(measurements.list(customerId).total).toBe(1);
    expect(failureOf(() => measurements.saveMeasure({ name: '颈围' })).details).toMatchObject({ reason: 'measure_taken' });
    const mistake = measurements.saveMeasure({ name: '错的' });
    measurements.removeMeasure({ measureId: mistake.measureId });
    expect(measurements.measures().some(({ id }) => id === mistake.measureId)).toBe(false);
  });
});

describe('measures of health are seen by whoever has the right (X40)', () => {
  test('without it they are on no list, no timeline and no count, and can be neither written, changed nor taken away', () => {
    const moisture = measureNamed('皮肤水分');
    const weight = measureNamed('体重');
    const { measurementId } = measurements.save({ customerId, values: [{ measureId: moisture, value: 40_000 }] });
    measurements.save({
      customerId,
      values: [
        { measureId: moisture, value: 42_000 },
        { measureId: weight, value: 50_000 },
      ],
      note: '偏干',
    });
    const clerk = clerkMeasurements();
    expect(clerk.measures().map(({ name }) => name)).not.toContain('皮肤水分');
    expect(clerk.list(customerId)).toMatchObject({
      total: 1,
      rows: [{ note: null, isPrivate: true, values: [{ name: '体重' }] }],
    });
    const refused = { code: 'not_permitted', details: { permission: 'private.health' } };
    const values = [{ measureId: weight, value: 50_000 }];
    expect(failureOf(() => clerk.save({ customerId, values: [{ measureId: moisture, value: 1000 }] }))).toMatchObject(refused);
    expect(failureOf(() => clerk.save({ customerId, measurementId, values }))).toMatchObject(refused);
    expect(failureOf(() => clerk.remove({ customerId, measurementId }))).toMatchObject(refused);
    expect(failureOf(() => clerk.saveMeasure({ measureId: moisture, name: '水分' }))).toMatchObject(refused);
    expect(measurements.list(customerId)).toMatchObject({ total: 2, rows: [{ note: '偏干' }, {}] });
  });
});
