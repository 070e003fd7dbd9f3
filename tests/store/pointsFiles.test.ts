import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { binHandlers } from '../../electron/handlers/bin.ts';
import { memberCardsHandlers } from '../../electron/handlers/memberCards.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { plainRows } from '../../electron/store/database.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { dumpStore } from '../helpers/dump.ts';
import { openPointsDesk } from '../helpers/pointsFiles.ts';
import type { PointsDesk } from '../helpers/pointsFiles.ts';
import { workbook } from '../helpers/spreadsheets.ts';

let desk: PointsDesk;
let wang: CustomerId;
let li: CustomerId;
const openShop = (): void => {
  desk = openPointsDesk();
  desk.settings({ pointsMayGoNegative: false });
  wang = desk.create({ name: '王芳', phone: '13800000001', cardNo: 'C-1' });
  li = desk.create({ name: '李雷', phone: '13800000002' });
};
beforeEach(openShop);
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const give = (customerId: CustomerId, points: number) => desk.adjust({ customerId, points, reason: '原有' });
const numberOf = (customerId: CustomerId): string =>
  plainRows<{ number: string }>(desk.database, 'SELECT number FROM customers WHERE id = @customerId', { customerId })[0]
    ?.number ?? '';
const csv = (...lines: readonly string[]) => desk.write('补分.csv', ['手机号,姓名,加减积分,原因', ...lines].join('\n'));
const facts = (): readonly string[] => dumpStore(desk.database);

describe('points by file (X67)', () => {
  it('are seen before anything is written: whom a row means, before and after, and why another one is refused', async () => {
    give(wang, 50);
    const gone = desk.create({ name: '走了', phone: '13800000003' });
    desk.remove(gone);
    const [twin, other] = ['甲', '乙'].map((name) => desk.create({ name, phone: '13800000009' }));
    const former = desk.create({ name: '李雷', phone: '13800000005' });
    desk.merge({ survivorId: li, otherId: former, choices: [] });
    const file = desk.write(
      '补分.xlsx',
      workbook({
        补分: [
          ['十一月补分'],
          ['手机号', '卡号', '姓名', '加减积分', '原因'],
          ['13800000001', '', '王芳', 30, '漏记'],
          ['13800000001', '', '王芳', -70, '错记'],
          ['13800000001', '', '王芳', 30, '漏记'],
          ['13800000001', '', '王芳', -20, '多记'],
          ['13800000002', '', '韩梅梅', 5, '漏记'],
          ['13800000003', '', '', 5, '漏记'],
          ['13800000009', '', '', 5, '漏记'],
          ['13800000009', '', '乙', 5, '漏记'],
          ['13899999999', '', '', 5, '漏记'],
          ['13800000002', 'C-1', '', 5, '漏记'],
          ['', numberOf(former), '', 5, '漏记'],
          ['', 'C-1', '', 1.5, '漏记'],
          ['', 'C-1', '', 0, '漏记'],
          ['', 'C-1', '', 1_000_000_001, '漏记'],
          ['', 'C-1', '', 1_000_000_000, '漏记'],
          ['', 'C-1', '', 7, ''],
          ['合计', '', '', 97, ''],
        ],
      }),
    );
    const before = facts();
    const found = await desk.preview(file);
    expect(found).toMatchObject({ fileRows: 16, totalsRows: 1, refused: 13 });
    expect(found.sums).toEqual({ rows: 3, customers: 2, given: 35, taken: -70 });
    const rows = await desk.previewRows(found);
    expect(rows.map(({ line, refusal, before: had, after }) => [line, refusal, had, after])).toEqual([
      [3, null, 50, 80],
      [4, null, 80, 10],
      [5, 'row_twice', null, null],
      [6, 'below_zero', null, null],
      [7, 'name_differs', null, null],
      [8, 'customer_removed', null, null],
      [9, 'customer_ambiguous', null, null],
      [10, null, 0, 5],
      [11, 'customer_unknown', null, null],
      [12, 'numbers_disagree', null, null],
      [13, 'customer_merged', null, null],
      [14, 'points_invalid', null, null],
      [15, 'points_zero', null, null],
      [16, 'points_too_large', null, null],
      [17, 'out_of_range', null, null],
      [18, 'reason_missing', null, null],
    ]);
    expect([twin, other]).toContain(rows[7]?.customerId);
    expect((await desk.previewRows(found, 'refused'))[0]).toMatchObject({
      value: '3',
      cells: ['13800000001', '', '王芳', '30', '漏记'],
    });
    expect(facts()).toEqual(before);
  });

  it('go through the ledger as a change by hand: an entry with reason and who, lots, the timeline, what is unusual', async () => {
    const staffId = desk.addStaff('店长');
    desk.settings({ pointsExpiry: 'months', pointsExpiryMonths: 12 });
    give(li, 10);
    Object.assign(desk.context, { actor: { ...desk.context.actor, staffId } });
    const done = await desk.previewAndApply(csv('13800000001,王芳,30,生日', '13800000002,,-4,'), { reason: '周年庆' });
    expect(done).toMatchObject({ done: 2, left: 0, isFinished: true });
    expect([desk.balance(wang), desk.balance(li)]).toEqual([30, 6]);
    expect(desk.ledger(wang)).toMatchObject([
      { kind: 'adjust', points: 30, reason: '生日', staff_id: staffId, expires_on: '2027-11-21', import_id: null },
    ]);
    expect(desk.ledger(li).at(-1)).toMatchObject({ kind: 'adjust', points: -4, reason: '周年庆', expires_on: null });
    expect(desk.timeline({ customerId: wang }).entries[0]).toMatchObject({ kind: 'points' });
    expect(desk.list()).toMatchObject([
      { fileName: '补分.csv', staffName: '店长', planned: 2, done: 2, left: 0, back: 0, given: 30, taken: -4, isFinished: true },
    ]);
  });

  it('applied once, say when and by whom, and come in again only when told to; undone they are a new file', async () => {
    const file = csv('13800000001,,30,漏记');
    const { fileId } = await desk.previewAndApply(file);
    expect((await desk.inspect(file)).alreadyApplied).toEqual({ fileId, at: desk.clock.now, staffName: null });
    const refused = { code: 'conflict', details: { reason: 'points_file_applied', at: desk.clock.now } };
    await expect(desk.previewAndApply(file)).rejects.toMatchObject(refused);
    expect(desk.balance(wang)).toBe(30);
    const again = await desk.previewAndApply(file, { again: true });
    expect(desk.balance(wang)).toBe(60);
    await desk.undoFile(fileId);
    await desk.undoFile(again.fileId);
    expect((await desk.inspect(file)).alreadyApplied).toBeNull();
    expect(desk.balance(wang)).toBe(0);
  });

  it('are not applied when the shop is no longer as it was seen, nor when no row can be done', async () => {
    give(wang, 50);
    const file = csv('13800000001,,-30,错记');
    const { fingerprint: confirmed } = await desk.preview(file);
    // The desk goes on: what somebody has may change, as long as the same is done to the same people.
    desk.redeem({ customerId: wang, points: 5, reason: '换礼' });
    expect((await desk.preview(file)).fingerprint).toBe(confirmed);
    desk.redeem({ customerId: wang, points: 30, reason: '换礼' });
    await expect(desk.apply(file, { confirmed })).rejects.toMatchObject({ details: { reason: 'points_file_nothing' } });
    give(wang, 100);
    // The sums are the same, and somebody else has the phone by now.
    desk.update({ customerId: wang, changes: { phone: '13800000007' } });
    const heir = desk.create({ name: '新来的', phone: '13800000001' });
    give(heir, 50);
    await expect(desk.apply(file, { confirmed })).rejects.toMatchObject({ details: { reason: 'points_preview_outdated' } });
    expect(desk.list()).toEqual([]);
    expect([desk.balance(wang), desk.balance(heir)]).toEqual([115, 50]);
  });

  it('are for nobody by a card that was reported lost, and by a phone that is nobody’s when the number is known', async () => {
    desk.command(() =>
      memberCardsHandlers['memberCards.change'](desk.context, { customerId: wang, kind: 'lost', reason: '本人来说的' }),
    );
    const lines = ['C-1,,5', `${numberOf(li)},13899999999,5`];
    const found = await desk.preview(desk.write('卡.csv', ['会员卡号,手机号,积分', ...lines].join('\n')), { reason: '补' });
    expect((await desk.previewRows(found)).map(({ refusal, customerId }) => [refusal, customerId])).toEqual([
      ['card_not_valid', null],
      [null, li],
    ]);
  });

  it('are read from the old encodings of spreadsheets, under a title, and without a header once columns are chosen', async () => {
    // 手机号,加减积分 in GB18030.
    const header = Buffer.from([
      0xca, 0xd6, 0xbb, 0xfa, 0xba, 0xc5, 0x2c, 0xbc, 0xd3, 0xbc, 0xf5, 0xbb, 0xfd, 0xb7, 0xd6, 0x0d, 0x0a,
    ]);
    const old = desk.write('旧.csv', Buffer.concat([header, Buffer.from('13800000001,5\r\n')]));
    expect(await desk.inspect(old)).toMatchObject({ encoding: 'gb18030', mapping: ['phone', 'points'] });
    expect((await desk.preview(old, { reason: '补' })).sums).toEqual({ rows: 1, customers: 1, given: 5, taken: 0 });
    const bare = desk.write('无头.csv', '13800000001,5\n13800000002,-5\n');
    expect((await desk.inspect(bare)).hasHeader).toBe(false);
    await expect(desk.preview(bare)).rejects.toMatchObject({ code: 'column_missing' });
    const found = await desk.preview(bare, { mapping: ['phone', 'points'], reason: '补' });
    expect(found).toMatchObject({ fileRows: 2, refused: 1, sums: { rows: 1 } });
  });

  it('keep what they did to others when somebody is erased, and are undone for those', async () => {
    const { fileId } = await desk.previewAndApply(csv('13800000001,,30,漏记', '13800000002,,20,漏记'));
    desk.remove(wang);
    desk.command(() => binHandlers['bin.purge'](desk.context, { customerIds: [wang] }));
    expect(desk.rows(fileId)).toMatchObject([{ customerId: li, state: 'done' }]);
    expect(await desk.undoFile(fileId)).toEqual({ back: 1, kept: 0 });
    expect(desk.balance(li)).toBe(0);
    expect(desk.list()).toMatchObject([{ done: 2, back: 2 }]);
  });

  it('are undone as one; what was spent meanwhile stays, is told, and can be undone once the points are back', async () => {
    const { fileId } = await desk.previewAndApply(csv('13800000001,,30,漏记', '13800000002,,20,漏记'));
    desk.redeem({ customerId: wang, points: 25, reason: '换礼' });
    expect(await desk.undoFile(fileId)).toEqual({ back: 1, kept: 1 });
    expect([desk.balance(wang), desk.balance(li)]).toEqual([5, 0]);
    expect(desk.rows(fileId, true)).toMatchObject([{ customerName: '王芳', points: 30, state: 'kept', why: 'below_zero' }]);
    give(wang, 25);
    expect(await desk.undoFile(fileId)).toEqual({ back: 1, kept: 0 });
    expect(desk.balance(wang)).toBe(0);
    await expect(desk.undoFile(fileId)).rejects.toMatchObject({ code: 'already_undone' });
  });

  it('are undone below zero where the shop allows it', async () => {
    desk.settings({ pointsMayGoNegative: true });
    const { fileId } = await desk.previewAndApply(csv('13800000001,,30,漏记'));
    desk.redeem({ customerId: wang, points: 25, reason: '换礼' });
    expect(await desk.undoFile(fileId)).toEqual({ back: 1, kept: 0 });
    expect(desk.balance(wang)).toBe(-25);
  });

  it('leave an entry that was reversed by hand, and follow a customer who was merged, and back', async () => {
    const { fileId } = await desk.previewAndApply(csv('13800000001,,30,漏记', '13800000002,,20,漏记'));
    desk.reverse({ entryId: desk.ledger(li)[0]?.id ?? '', reason: '撤' });
    const { mergeId } = desk.merge({ survivorId: li, otherId: wang, choices: [] });
    expect(desk.balance(li)).toBe(30);
    expect(await desk.undoFile(fileId)).toEqual({ back: 2, kept: 0 });
    expect(desk.balance(li)).toBe(0);
    desk.undoMerge({ mergeId });
    expect([desk.balance(wang), desk.balance(li)]).toEqual([0, 0]);
  });

  const MANY = 25;
  const manyPeople = () => {
    const many = Array.from({ length: MANY }, (_, at) =>
      desk.create({ name: `客人${at}`, phone: `1390000${String(1000 + at)}` }),
    );
    const file = desk.write(
      '补分.csv',
      ['会员编号,加减积分,原因', ...many.map((id, at) => `${numberOf(id)},${at === MANY - 1 ? -10 : at + 1},周年庆`)].join('\n'),
    );
    const last = many.at(-1) ?? wang;
    give(last, 10);
    return { many, file, last };
  };

  it('leave out who was removed or has spent between two parts, and say so', async () => {
    const { many, file, last } = manyPeople();
    const removed = many.at(-2) ?? wang;
    let isFirst = true;
    desk.onPart((name) => {
      if (name !== 'pointsFiles.write' || !isFirst) return;
      isFirst = false;
      desk.remove(removed);
      desk.redeem({ customerId: last, points: 5, reason: '换礼' });
    });
    const { fileId, done, left } = await desk.previewAndApply(file);
    expect([done, left]).toEqual([MANY - 2, 2]);
    expect(desk.rows(fileId, true).map(({ state, why }) => [state, why])).toEqual([
      ['left', 'customer_removed'],
      ['left', 'below_zero'],
    ]);
    expect(desk.balance(last)).toBe(5);
    expect(await desk.undoFile(fileId)).toEqual({ back: MANY - 2, kept: 0 });
  });

  it('stopped by the person, or by a stop of the program, go on where they were, or are undone as far as they came', async () => {
    const { many, file } = manyPeople();
    desk.onPart((name) => {
      if (name === 'pointsFiles.write') throw new AppError('store_restarted', {});
    });
    await expect(desk.previewAndApply(file)).rejects.toMatchObject({ code: 'store_restarted' });
    desk.onPart(null);
    const [stopped] = desk.list();
    if (stopped === undefined) throw new Error('no file');
    expect(stopped).toMatchObject({ planned: MANY, done: 10, isFinished: false, given: 55, taken: 0 });
    expect(await desk.goOn(stopped.id)).toMatchObject({ done: MANY, left: 0, isFinished: true });
    expect(many.map((id) => desk.balance(id))).toEqual(many.map((_, at) => (at === MANY - 1 ? 0 : at + 1)));
    await expect(desk.goOn(stopped.id)).rejects.toMatchObject({ details: { reason: 'points_file_finished' } });
    await desk.undoFile(stopped.id);

    desk.onPart((name) => {
      if (name === 'pointsFiles.write') desk.study.cancel();
    });
    const { fileId, isFinished, done } = await desk.previewAndApply(file);
    expect([isFinished, done]).toEqual([false, 10]);
    desk.onPart(null);
    desk.study.resume();
    expect(await desk.undoFile(fileId)).toEqual({ back: 10, kept: 0 });
    expect(many.map((id) => desk.balance(id))).toEqual(many.map((_, at) => (at === MANY - 1 ? 10 : 0)));
    await expect(desk.goOn(fileId)).rejects.toMatchObject({ details: { reason: 'points_file_finished' } });
  });

  const changes = fc.array(
    fc.record({ at: fc.nat(3), change: fc.integer({ min: -40, max: 60 }), reason: fc.constantFrom('补', '生日', '') }),
    { minLength: 1, maxLength: 25 },
  );
  test.prop([changes, fc.boolean(), fc.array(fc.nat(40), { minLength: 4, maxLength: 4 })])(
    'whatever the file says: balance = before + what was applied = ledger = open lots; undone = before',
    async (rows, pointsMayGoNegative, had) => {
      desk.close();
      openShop();
      desk.settings({ pointsMayGoNegative });
      const people = had.map((points, at) => {
        const id = desk.create({ name: `客人${at}`, phone: `1370000${String(1000 + at)}` });
        if (points > 0) give(id, points);
        return id;
      });
      const file = csv(...rows.map(({ at, change, reason }) => `1370000${String(1000 + at)},客人${at},${change},${reason}`));
      const found = await desk.preview(file);
      const planned = await desk.previewRows(found, 'planned');
      const expected = people.map(
        (id, at) => (had[at] ?? 0) + planned.reduce((sum, row) => sum + (row.customerId === id ? (row.points ?? 0) : 0), 0),
      );
      if (planned.length === 0) return;
      const { fileId, done } = await desk.apply(file, { confirmed: found.fingerprint });
      expect(done).toBe(planned.length);
      expect(people.map((id) => desk.balance(id))).toEqual(expected);
      expect(await desk.undoFile(fileId)).toEqual({ back: done, kept: 0 });
      expect(people.map((id) => desk.balance(id))).toEqual(had);
      expect(auditProblems(desk.database)).toEqual([]);
    },
  );

  it('refuses a file without a column of points, with two of one meaning, and a preview that is gone', async () => {
    const file = desk.write('名单.csv', '手机号,剩余积分\n13800000001,50');
    await expect(desk.preview(file)).rejects.toMatchObject({ code: 'column_missing', details: { field: 'points' } });
    await expect(desk.preview(file, { mapping: ['points', 'points'] })).rejects.toMatchObject({ code: 'bad_input' });
    const found = await desk.preview(file, { mapping: ['phone', 'points'], reason: '补' });
    expect(found.sums.rows).toBe(1);
    await desk.preview(file, { mapping: ['phone', 'points'], reason: '补' });
    await expect(desk.previewRows(found)).rejects.toBeInstanceOf(AppError);
  });
});
