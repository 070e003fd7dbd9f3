import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { duplicatesHandlers, duplicatesInternal, duplicatesStudies } from '../../electron/handlers/duplicates.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { openTestStudy } from '../helpers/store.ts';
import type { TestStudy } from '../helpers/store.ts';

let desk: MergeDesk;
let study: TestStudy;
const open = () => {
  desk = openMergeDesk({ onDisk: true });
  study = openTestStudy(desk, duplicatesInternal);
};
const close = () => {
  study.close();
  desk.close();
};
const scan = () => {
  desk.clock.now = instant(desk.clock.now + 1000);
  return duplicatesStudies['duplicates.scan'](study.context, {});
};
const list = () =>
  contract.duplicates.list.output.parse(
    duplicatesHandlers['duplicates.list'](desk.context, contract.duplicates.list.input.parse({})),
  );
const dismiss = (oneId: CustomerId, otherId: CustomerId) =>
  desk.command(() => duplicatesHandlers['duplicates.dismiss'](desk.context, { oneId, otherId }));
const reopen = (oneId: CustomerId, otherId: CustomerId) =>
  desk.command(() => duplicatesHandlers['duplicates.reopen'](desk.context, { oneId, otherId }));
const codes = () => list().rows.map(({ reasons }) => reasons.map(({ code }) => code));

describe('the scan for duplicates (R184)', () => {
  beforeEach(open);
  afterEach(close);

  it('finds a person entered twice and says by what, likeliest first', async () => {
    desk.create({ name: '王芳', phone: '13800001111' });
    desk.create({ name: '王芳', phone: '+86 138-0000-1111' });
    desk.create({ name: '陈晨', phone: '13900002222' });
    desk.create({ name: '陈晨', phone: '13900002232' });
    desk.create({ name: '张伟', birthday: { calendar: 'solar', year: 1990, month: 3, day: 8 } });
    desk.create({ name: '章伟', birthday: { calendar: 'solar', year: 1990, month: 3, day: 8 } });
    expect(await scan()).toEqual({ customers: 6, pairs: 3, crowded: 0 });
    expect(codes()).toEqual([
      ['same_phone', 'same_name'],
      ['same_birthday', 'same_reading'],
      ['near_phone', 'same_name'],
    ]);
    expect(list().rows[0]?.reasons[0]).toEqual({ code: 'same_phone', value: '1111' });
    expect(study.progress.at(-1)?.[0]).toBe('comparing');
  });

  it('leaves a family with one phone, namesakes, and twins of another name alone', async () => {
    desk.create({ name: '王芳', phone: '13800001111' });
    desk.create({ name: '李强', phone: '13800001111' });
    desk.create({ name: '王芳', phone: '13577778888' });
    desk.create({ name: '陈晨', birthday: { calendar: 'solar', year: 2001, month: 1, day: 1 } });
    desk.create({ name: '陈阳明', birthday: { calendar: 'solar', year: 2001, month: 1, day: 1 } });
    expect(await scan()).toMatchObject({ pairs: 0 });
  });

  it('remembers "not a duplicate" until either changes, and undo takes it back (X38)', async () => {
    const one = desk.create({ name: '王芳', phone: '13800001111' });
    const other = desk.create({ name: '王芳', phone: '13800001111' });
    await scan();
    dismiss(other, one);
    expect(list().total).toBe(0);
    reopen(one, other);
    expect(list().total).toBe(1);
    dismiss(one, other);
    desk.update({ customerId: other, changes: { note: '爱喝茶', address: '人民路 1 号' } });
    await scan();
    expect(list().total).toBe(0);
    desk.update({ customerId: other, changes: { gender: 'female' } });
    await scan();
    expect(list().total).toBe(1);
  });

  it('drops a pair that no longer is one, and shows none of whom one was removed or merged', async () => {
    const one = desk.create({ name: '王芳', phone: '13800001111' });
    const other = desk.create({ name: '王芳', phone: '13800001111' });
    await scan();
    const { mergeId } = desk.merge({ survivorId: one, otherId: other });
    expect(list().total).toBe(0);
    desk.undoMerge({ mergeId });
    expect(list().total).toBe(1);
    desk.update({ customerId: other, changes: { phone: '13566667777', name: '李强' } });
    await scan();
    expect(plainRows(desk.database, 'SELECT * FROM duplicate_pairs')).toEqual([]);
  });

  it('stops when cancelled and notes no scan', async () => {
    desk.create({ name: '王芳', phone: '13800001111' });
    study.cancel();
    await expect(scan()).rejects.toMatchObject({ code: 'cancelled' });
    expect(list().lastScan).toBeNull();
  });
});

const names = fc.constantFrom('王芳', '李强', '欧阳娜娜', '陈晨', '赵敏君', '孙小美', '周杰', '吴亦菲');
const slip = fc.constantFrom('none', 'digit', 'swap', 'homophone', 'formatting');

describe('the scan over any shop', () => {
  test.prop(
    [
      fc.array(fc.record({ name: names, number: fc.integer({ min: 0, max: 99_999_999 }), slip }), {
        minLength: 1,
        maxLength: 12,
      }),
    ],
    { numRuns: 25 },
  )('finds every planted duplicate, each pair once (R184)', async (people) => {
    open();
    const phone = (number: number): string => `138${String(number).padStart(8, '0')}`;
    const planted = people.map(({ name, number, slip: how }) => {
      const first = phone(number);
      const digit = first.slice(0, 6) + String((Number(first[6]) + 1) % 10) + first.slice(7);
      const swapped = first.slice(0, 5) + (first[6] ?? '') + (first[5] ?? '') + first.slice(7);
      const second = { none: first, digit, swap: swapped, homophone: first, formatting: `+86 ${first}` }[how];
      const one = desk.create({ name, phone: first });
      const other = desk.create({
        name: how === 'homophone' ? name.replace('芳', '方').replace('强', '墙') : name,
        phone: second,
      });
      return one < other ? `${one} ${other}` : `${other} ${one}`;
    });
    await scan();
    const found = plainRows<{ pair: string }>(desk.database, `SELECT one_id || ' ' || other_id AS pair FROM duplicate_pairs`);
    expect(found.map(({ pair }) => pair)).toEqual(expect.arrayContaining(planted));
    expect(new Set(found.map(({ pair }) => pair)).size).toBe(found.length);
    close();
  });
});
