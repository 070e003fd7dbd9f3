import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { MAX_POINTS, points } from '../../types/amounts.ts';
import { customerId } from '../../types/ids.ts';
import { guessPointsFileMapping, isSameName, missingPointsFileField, readPointsRow } from './pointsFile.ts';
import type { PointsFileMapping } from './pointsFile.ts';
import { pointsFilePlanner, sumsOfRows } from './pointsFilePlan.ts';
import type { FoundPoints } from './pointsFilePlan.ts';

const mapping: PointsFileMapping = ['number', 'cardNo', 'phone', 'name', 'points', 'reason'];
const row = (...cells: readonly string[]) => readPointsRow(cells, mapping, null);

describe('the columns of a file of points (X67)', () => {
  it.each([
    [
      ['手机号', '姓名', '加减积分', '原因'],
      ['phone', 'name', 'points', 'reason'],
    ],
    [
      ['会员卡号', '积分（分）', '备注'],
      ['cardNo', 'points', 'reason'],
    ],
    [
      ['Member no', 'Name', 'Points', 'Reason', 'Password'],
      ['number', 'name', 'points', 'reason', null],
    ],
    [
      ['会员编号', '积分', '积分变动'],
      ['number', null, 'points'],
    ],
  ])('%j are known by their words', (headers, expected) => {
    expect(guessPointsFileMapping(headers)).toEqual(expected);
  });

  it('a balance is no change: nobody’s balance is added to what they have', () => {
    const guessed = guessPointsFileMapping(['手机', '剩余积分']);
    expect(guessed).toEqual(['phone', null]);
    expect(missingPointsFileField(guessed)).toBe('points');
    expect(missingPointsFileField(['name', 'points'])).toBe('phone');
    expect(missingPointsFileField(['cardNo', 'points'])).toBeNull();
  });
});

describe('a row of a file of points (X67)', () => {
  it('says who, how many and why', () => {
    expect(row('17', '', '138 0000 0001', '王芳', '+1,280分', '周年\n庆')).toMatchObject({
      number: '17',
      cardNo: null,
      phone: { e164: '+8613800000001' },
      name: '王芳',
      points: 1280,
      reason: '周年 庆',
    });
    expect(row('17', '', '', '', '−30', '错补')).toMatchObject({ points: -30 });
    expect(row('17', '', '', '', '-30.00', '错补')).toMatchObject({ points: -30 });
  });

  it.each([
    [['', '', '', '王芳', '5', '补'], 'who_missing', null],
    [['', '', '1.38E+10', '', '5', '补'], 'number_rounded', 'phone'],
    [['', '8.6E+12', '', '', '5', '补'], 'number_rounded', 'cardNo'],
    [['', '', '不知道', '', '5', '补'], 'phone_invalid', 'phone'],
    [['17', '', '', '', '', '补'], 'points_missing', 'points'],
    [['17', '', '', '', '1.5', '补'], 'points_invalid', 'points'],
    [['17', '', '', '', '五分', '补'], 'points_invalid', 'points'],
    [['17', '', '', '', '0', '补'], 'points_zero', 'points'],
    [['17', '', '', '', '1000000001', '补'], 'points_too_large', 'points'],
    [['17', '', '', '', '9'.repeat(400), '补'], 'points_too_large', 'points'],
    [['17', '', '', '', '5', ''], 'reason_missing', 'reason'],
    [['17', '', '', '', '5', '长'.repeat(201)], 'reason_too_long', 'reason'],
    [['17', '', '', '', '5', '补', '', '多'], 'row_too_long', null],
  ])('%j is refused: %s', (cells, code, field) => {
    expect(readPointsRow(cells, mapping, null)).toMatchObject({ code, field });
  });

  it('without a reason of its own has that of the file; cells that are not there are blank', () => {
    expect(readPointsRow(['17', '', '', '', '5'], mapping, '周年庆')).toMatchObject({ reason: '周年庆' });
    expect(readPointsRow(['17', '', '', '', '5', '生日'], mapping, '周年庆')).toMatchObject({ reason: '生日' });
  });

  it('names the same person whatever the width, the case and the blanks', () => {
    expect(isSameName('王 芳', '王芳')).toBe(true);
    expect(isSameName('Ａnn Lee', 'ann lee')).toBe(true);
    expect(isSameName('王芳', '王方')).toBe(false);
  });

  test.prop([fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 9 })])(
    'is understood or refused, whatever stands there; what is understood fits the ledger',
    (cells) => {
      const read = readPointsRow(cells, mapping, '周年庆');
      if ('code' in read) return;
      expect(Number.isSafeInteger(read.points) && read.points !== 0 && Math.abs(read.points) <= MAX_POINTS).toBe(true);
      expect(read.reason.length).toBeGreaterThan(0);
    },
  );
});

const people = ['one', 'two', 'three'].map((_, at) => customerId(`00000000-0000-7000-8000-00000000000${at}`));
const who = (at: number) => people[at] ?? customerId('00000000-0000-7000-8000-000000000000');
const found = (line: number, at: number, change: number, reason = '补'): FoundPoints => ({
  line,
  customerId: who(at),
  points: points(change),
  reason,
});

describe('the plan of a file of points (X67)', () => {
  it('lets several rows of one customer follow one another, and does none twice', () => {
    const { take } = pointsFilePlanner({ pointsMayGoNegative: false });
    expect(take(found(2, 0, -30), points(50))).toEqual({ before: 50, after: 20 });
    expect(take(found(3, 0, -30), points(50))).toMatchObject({ code: 'row_twice', value: '2' });
    expect(take(found(4, 0, -30, '又错'), points(50))).toMatchObject({ code: 'below_zero' });
    expect(take(found(5, 0, 15), points(50))).toEqual({ before: 20, after: 35 });
    expect(take(found(6, 1, -30), points(30))).toEqual({ before: 30, after: 0 });
    expect(take(found(7, 2, MAX_POINTS), points(1))).toMatchObject({ code: 'out_of_range' });
  });

  it('takes below zero where the shop allows it', () => {
    const { take } = pointsFilePlanner({ pointsMayGoNegative: true });
    expect(take(found(2, 0, -30), points(5))).toEqual({ before: 5, after: -25 });
  });

  const rows = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 2 }),
      change: fc.integer({ min: -60, max: 60 }).filter((change) => change !== 0),
      reason: fc.constantFrom('补', '生日'),
    }),
    { maxLength: 30 },
  );
  test.prop([rows, fc.boolean(), fc.array(fc.nat(40), { minLength: 3, maxLength: 3 })])(
    'leaves everybody what they had and what the rows done come to, and nobody below zero where the shop does not allow it',
    (list, pointsMayGoNegative, before) => {
      const { take } = pointsFilePlanner({ pointsMayGoNegative });
      const balances = new Map(people.map((id, at) => [id, before[at] ?? 0]));
      const done: FoundPoints[] = [];
      for (const [line, { at, change, reason }] of list.entries()) {
        const next = found(line, at, change, reason);
        const planned = take(next, points(before[at] ?? 0));
        if ('code' in planned) continue;
        expect(planned.before).toBe(balances.get(next.customerId));
        expect(pointsMayGoNegative || planned.after >= 0 || change > 0).toBe(true);
        balances.set(next.customerId, planned.after);
        done.push(next);
      }
      const sums = sumsOfRows(done);
      const gained =
        [...balances.values()].reduce((sum, balance) => sum + balance, 0) - before.reduce((sum, one) => sum + one, 0);
      expect(sums.given + sums.taken).toBe(gained);
      expect(sums.rows).toBe(new Set(done.map(({ customerId: id, points: change, reason }) => `${id}${change}${reason}`)).size);
    },
  );
});
