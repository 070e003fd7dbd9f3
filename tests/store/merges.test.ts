import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { addDays } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { TEST_TODAY } from '../helpers/store.ts';

let desk: MergeDesk;
beforeEach(() => {
  desk = openMergeDesk();
});
afterEach(() => {
  desk.close();
});

const pair = () => {
  const survivorId = desk.create({ name: '王芳', phone: '13800000001', cardNo: 'A100', safetyNote: '酒精过敏' });
  const otherId = desk.create({
    name: '王芳',
    phone: '13900000002',
    cardNo: 'B200',
    safetyNote: '花生过敏',
    wechat: 'wf_88',
    doNotContact: true,
    birthday: { calendar: 'lunar', month: 8, day: 15 },
  });
  return { survivorId, otherId };
};

describe('a merge (R184)', () => {
  it('says before what goes over, and what each field gets', () => {
    const { survivorId, otherId } = pair();
    desk.record({ customerId: otherId, lines: [item(26_000)] });
    desk.record({ customerId: survivorId, lines: [item(10_000)] });
    const preview = desk.preview(survivorId, otherId);
    expect(preview.pointsBalance).toBe(36);
    expect(Object.fromEntries(preview.counts.map(({ what, moving }) => [what, moving]))).toEqual({
      visits: 1,
      points: 1,
      contactMethods: 2,
      dates: 1,
    });
    expect(Object.fromEntries(preview.differences.map(({ field, take }) => [field, take]))).toEqual({
      birthday: 'other',
      phone: 'survivor',
      wechat: 'other',
      cardNo: 'survivor',
      doNotContact: 'other',
      safetyNote: 'both',
    });
  });

  it('leaves one card with everything: both allergies, both phones, all visits and points', () => {
    const { survivorId, otherId } = pair();
    desk.record({ customerId: otherId, lines: [item(26_000)] });
    desk.merge({ survivorId, otherId });
    const card = desk.card(survivorId);
    expect(card.fields).toMatchObject({
      safetyNote: '酒精过敏\n花生过敏',
      phone: '13800000001',
      wechat: 'wf_88',
      doNotContact: true,
      birthday: { calendar: 'lunar', month: 8, day: 15 },
    });
    expect(card.contactMethods.map(({ value }) => value)).toEqual(['13800000001', 'wf_88', '13900000002']);
    expect(card.summary).toMatchObject({ visitCount: 1, pointsBalance: 26 });
    expect(desk.card(otherId).removedAt).not.toBeNull();
  });

  it('keeps the other number and card as a way to the person, also over a chain of merges', () => {
    const { survivorId, otherId } = pair();
    const otherNumber = desk.card(otherId).number;
    const last = desk.create({ name: '王芳芳' });
    desk.merge({ survivorId, otherId });
    expect(desk.byNumber(otherNumber).id).toBe(survivorId);
    expect(desk.search('B200').map(({ id }) => id)).toEqual([survivorId]);
    desk.merge({ survivorId: last, otherId: survivorId });
    expect(desk.byNumber(otherNumber).id).toBe(last);
    expect(desk.search('B200').map(({ id }) => id)).toEqual([last]);
    expect(desk.card(last).fields.cardNo).toBe('A100');
  });

  it('takes the chosen card number and keeps the former one findable', () => {
    const { survivorId, otherId } = pair();
    desk.search('王芳');
    desk.merge({
      survivorId,
      otherId,
      choices: [
        { field: 'cardNo', take: 'other' },
        { field: 'phone', take: 'other' },
      ],
    });
    expect(desk.card(survivorId).fields).toMatchObject({ cardNo: 'B200', phone: '13900000002' });
    expect(desk.search('A100').map(({ id }) => id)).toEqual([survivorId]);
    expect(desk.search('13900000002').map(({ id }) => id)).toEqual([survivorId]);
  });

  it('re-points who was referred and who is related, and nobody to themselves', () => {
    const { survivorId, otherId } = pair();
    const third = desk.create({ name: '李四', referrerId: otherId });
    desk.update({ customerId: survivorId, changes: { referrerId: otherId } });
    for (const one of [third, survivorId])
      plainRun(desk.database, `INSERT INTO relationships VALUES (@one, @otherId, 'friend')`, { one, otherId });
    desk.merge({ survivorId, otherId });
    expect(desk.card(third).fields.referrerId).toBe(survivorId);
    expect(desk.card(survivorId).fields.referrerId).toBeNull();
    expect(plainRows(desk.database, 'SELECT customer_id AS one, other_id AS other FROM relationships ORDER BY 1')).toEqual([
      { one: survivorId, other: otherId },
      { one: third, other: survivorId },
    ]);
  });

  it('refuses oneself, the removed, the already merged, the unknown, and a card changed meanwhile', () => {
    const { survivorId, otherId } = pair();
    expect(failureOf(() => desk.merge({ survivorId, otherId: survivorId }))).toMatchObject({ details: { reason: 'merge_self' } });
    expect(failureOf(() => desk.merge({ survivorId, otherId, otherRevision: 99 }))).toMatchObject({
      details: { reason: 'changed_meanwhile' },
    });
    desk.remove(otherId);
    expect(failureOf(() => desk.merge({ survivorId, otherId }))).toMatchObject({ details: { reason: 'customer_removed' } });
    desk.restore(otherId);
    desk.merge({ survivorId, otherId });
    expect(failureOf(() => desk.merge({ survivorId, otherId }))).toMatchObject({ details: { reason: 'customer_merged' } });
    expect(failureOf(() => desk.restore(otherId))).toMatchObject({ details: { reason: 'customer_merged' } });
    const nobody = '01a00000-0000-7000-8000-00000000ffff';
    expect(failureOf(() => desk.merge({ survivorId, otherId: nobody })).code).toBe('not_found');
  });

  it('is the only thing that may change the owner of a ledger row, and changes nothing else of it', () => {
    const { survivorId, otherId } = pair();
    desk.record({ customerId: otherId, lines: [item(26_000)] });
    desk.merge({ survivorId, otherId });
    const change = (what: string) => () => plainRun(desk.database, `UPDATE points_entries SET ${what}`);
    expect(change(`customer_id = '${otherId}'`)).toThrow('append-only');
    plainRun(desk.database, 'UPDATE merges SET is_moving = 1');
    expect(change('points = 1')).toThrow('append-only');
    expect(change(`customer_id = '${desk.create({ name: '第三位' })}'`)).toThrow('append-only');
    expect(change(`customer_id = '${otherId}', reason = 'x'`)).toThrow('append-only');
    expect(change(`customer_id = '${otherId}'`)).not.toThrow();
  });
});

describe('undoing a merge', () => {
  it('brings the other card back with its own, and leaves what came since with the survivor', () => {
    const { survivorId, otherId } = pair();
    desk.record({ customerId: otherId, lines: [item(26_000)] });
    const before = desk.card(otherId);
    const { mergeId } = desk.merge({ survivorId, otherId });
    desk.record({ customerId: survivorId, lines: [item(50_000)] });
    const { survivorBalance, otherBalance } = desk.undoMerge({ mergeId });
    expect({ survivorBalance, otherBalance }).toEqual({ survivorBalance: 50, otherBalance: 26 });
    expect({ ...desk.card(otherId), revision: before.revision }).toEqual(before);
    expect(desk.card(survivorId).fields).toMatchObject({ safetyNote: '酒精过敏', cardNo: 'A100', doNotContact: false });
  });

  it('says which fields were edited since and keeps them; an edited phone stays, and the other gets its own back', () => {
    const { survivorId, otherId } = pair();
    const { mergeId } = desk.merge({ survivorId, otherId });
    desk.update({ customerId: survivorId, changes: { safetyNote: '都不过敏', wechat: 'wangfang' } });
    expect(desk.undoMerge({ mergeId })).toMatchObject({
      keptFields: ['safetyNote'],
      copiedRows: [{ what: 'contactMethods', rows: 1 }],
    });
    expect(desk.card(survivorId).fields).toMatchObject({ safetyNote: '都不过敏', wechat: 'wangfang' });
    expect(desk.card(otherId).fields).toMatchObject({ safetyNote: '花生过敏', wechat: 'wf_88' });
  });

  it('leaves a card number with whoever was given it since, and says so', () => {
    const { survivorId, otherId } = pair();
    desk.update({ customerId: survivorId, changes: { cardNo: null } });
    const { mergeId } = desk.merge({ survivorId, otherId });
    expect(desk.card(survivorId).fields.cardNo).toBe('B200');
    desk.update({ customerId: survivorId, changes: { cardNo: 'C300' } });
    const newcomerId = desk.create({ name: '李强', cardNo: 'B200' });
    expect(desk.undoMerge({ mergeId }).keptFields).toContain('cardNo');
    expect(desk.card(newcomerId).fields.cardNo).toBe('B200');
    expect(desk.card(otherId).fields.cardNo).toBeNull();
  });

  it('is allowed after merged points were spent: the balance that lacks them goes below zero', () => {
    const { survivorId, otherId } = pair();
    desk.record({ customerId: otherId, lines: [item(100_000)] });
    const { mergeId } = desk.merge({ survivorId, otherId });
    desk.redeem({ customerId: survivorId, points: 80, reason: '换毛巾' });
    expect(desk.undoMerge({ mergeId })).toMatchObject({ survivorBalance: -80, otherBalance: 100 });
  });

  it('takes back with a visit what was written since to reverse it', () => {
    const { survivorId, otherId } = pair();
    const { visitId } = desk.record({ customerId: otherId, lines: [item(100_000)] });
    const { mergeId } = desk.merge({ survivorId, otherId });
    desk.undo({ visitId });
    expect(desk.undoMerge({ mergeId })).toMatchObject({ survivorBalance: 0, otherBalance: 0 });
  });

  it('goes latest first in a chain and names the merge that stands in the way', () => {
    const { survivorId, otherId } = pair();
    const third = desk.create({ name: '陈晨' });
    const first = desk.merge({ survivorId, otherId }).mergeId;
    const second = desk.merge({ survivorId: third, otherId: survivorId }).mergeId;
    expect(failureOf(() => desk.undoMerge({ mergeId: first }))).toEqual({
      code: 'conflict',
      details: { reason: 'merged_since', mergeId: second, name: '陈晨' },
    });
    expect(desk.history().map(({ blockedBy }) => blockedBy?.mergeId ?? null)).toEqual([null, second]);
    desk.undoMerge({ mergeId: second });
    desk.undoMerge({ mergeId: first });
    expect(failureOf(() => desk.undoMerge({ mergeId: first })).code).toBe('already_undone');
    expect(desk.card(otherId).removedAt).toBeNull();
  });

  it('is possible for 30 days and then refused', () => {
    const { survivorId, otherId } = pair();
    const { mergeId } = desk.merge({ survivorId, otherId });
    expect(desk.history()[0]?.undoableUntil).toBe(addDays(TEST_TODAY, 30));
    desk.clock.today = addDays(TEST_TODAY, 31);
    expect(desk.history()[0]?.undoableUntil).toBeNull();
    expect(failureOf(() => desk.undoMerge({ mergeId })).details).toEqual({ reason: 'merge_expired' });
    desk.clock.today = addDays(TEST_TODAY, 30);
    expect(desk.undoMerge({ mergeId }).otherId).toBe(otherId);
  });

  it('is refused once one side was deleted for good, and nothing of the person is left in the notes of the merge', () => {
    const { survivorId, otherId } = pair();
    const { mergeId } = desk.merge({ survivorId, otherId });
    plainRun(desk.database, 'DELETE FROM customers WHERE id = @otherId', { otherId });
    expect(failureOf(() => desk.undoMerge({ mergeId })).details).toEqual({ reason: 'merge_side_erased' });
    expect(plainRows(desk.database, 'SELECT * FROM merge_moves')).toEqual([]);
    expect(desk.history()[0]).toMatchObject({ other: null, undoableUntil: null });
  });
});
