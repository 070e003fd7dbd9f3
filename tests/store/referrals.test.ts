import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { referrersAbove } from '../../shared/domain/referrals/chain.ts';
import { findReferrerOf } from '../../electron/store/referrals.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { referralsAt } from '../helpers/referrals.ts';

let desk: MergeDesk;
let referrals: ReturnType<typeof referralsAt>;
beforeEach(() => {
  desk = openMergeDesk();
  referrals = referralsAt(desk);
});
afterEach(() => {
  desk.close();
});

const broughtBy = (customerId: CustomerId, referrerId: CustomerId | null) => desk.update({ customerId, changes: { referrerId } });
const issueOf = (work: () => unknown): unknown => failureOf(work).details['issues'];
const events = (): unknown[] => plainRows(desk.database, 'SELECT kind FROM referral_events ORDER BY at, id');

describe('who brought whom (R091)', () => {
  it('is said at a new card and later, with when and by whom, and can be taken back', () => {
    const wang = desk.create({ name: '王芳' });
    const li = desk.create({ name: '李雷', referrerId: wang });
    expect(referrals.around(li)).toMatchObject({ referrers: [{ name: '王芳' }], named: { on: '2026-11-21', staffName: null } });
    const { before } = broughtBy(li, null);
    expect(referrals.around(li)).toMatchObject({ referrers: [], named: null });
    desk.update({ customerId: li, changes: before });
    expect(referrals.around(li).referrers).toMatchObject([{ name: '王芳' }]);
    expect(events()).toEqual([{ kind: 'named' }, { kind: 'dropped' }, { kind: 'named' }]);
  });

  it('refuses oneself, and circles of any length, with the reason', () => {
    const [one, two, three] = ['甲', '乙', '丙'].map((name) => desk.create({ name }));
    if (one === undefined || two === undefined || three === undefined) throw new Error('no people');
    broughtBy(two, one);
    broughtBy(three, two);
    expect(issueOf(() => broughtBy(one, one))).toEqual([{ path: 'changes.referrerId', message: 'refers_to_self' }]);
    expect(issueOf(() => broughtBy(one, two))).toEqual([{ path: 'changes.referrerId', message: 'referral_loop' }]);
    expect(issueOf(() => broughtBy(one, three))).toEqual([{ path: 'changes.referrerId', message: 'referral_loop' }]);
    expect(referrals.around(three).referrers.map(({ name }) => name)).toEqual(['乙', '甲']);
  });

  it('shows whom they brought and whom those brought, with what each spends', () => {
    const [one, two, three, four] = ['甲', '乙', '丙', '丁'].map((name) => desk.create({ name }));
    if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('no people');
    broughtBy(two, one);
    broughtBy(three, one);
    broughtBy(four, three);
    desk.record({ customerId: three, lines: [item(80_00)] });
    desk.record({ customerId: four, lines: [item(20_00)] });
    const around = referrals.around(one);
    expect(around.brought.map(({ name, level, spendCents }) => [name, level, spendCents])).toEqual([
      ['丙', 1, 80_00],
      ['乙', 1, 0],
      ['丁', 2, 20_00],
    ]);
    expect(around).toMatchObject({ direct: { people: 2, spendCents: 80_00 }, indirect: { people: 1, spendCents: 20_00 } });
    desk.remove(three);
    expect(referrals.around(four).referrers).toMatchObject([{ name: '丙', isRemoved: true }, { name: '甲' }]);
  });

  it('whoever was merged away leads to who they are now', () => {
    const survivorId = desk.create({ name: '王芳' });
    const otherId = desk.create({ name: '王芳' });
    const li = desk.create({ name: '李雷' });
    desk.merge({ survivorId, otherId });
    broughtBy(li, otherId);
    expect(desk.card(li).fields.referrerId).toBe(survivorId);
    expect(issueOf(() => broughtBy(survivorId, otherId))).toEqual([{ path: 'changes.referrerId', message: 'refers_to_self' }]);
  });

  it('a merge that would close a circle opens it, and its undo finds everything as it was', () => {
    const top = desk.create({ name: '甲' });
    const middle = desk.create({ name: '乙', referrerId: top });
    const bottom = desk.create({ name: '丙', referrerId: middle });
    const { mergeId } = desk.merge({ survivorId: bottom, otherId: top });
    expect(findReferrerOf(desk.database, bottom)).toBeNull();
    expect(findReferrerOf(desk.database, middle)).toBe(bottom);
    desk.undoMerge({ mergeId });
    expect(findReferrerOf(desk.database, bottom)).toBe(middle);
    expect(findReferrerOf(desk.database, middle)).toBe(top);
  });

  test.prop(
    [
      fc.array(
        fc.record({
          kind: fc.constantFrom('name', 'name', 'name', 'drop', 'merge', 'part'),
          one: fc.nat({ max: 5 }),
          two: fc.nat({ max: 5 }),
        }),
        { maxLength: 25 },
      ),
    ],
    { numRuns: 40 },
  )('whatever is said, merged and parted: nobody ever brought themselves', (steps) => {
    const people = Array.from({ length: 6 }, (_, index) => desk.create({ name: `客${index}` }));
    const merges: Parameters<typeof desk.undoMerge>[0][] = [];
    const attempt = (work: () => void): void => {
      try {
        work();
      } catch (error) {
        // Refused: what stands, stands.
        if (!(error instanceof AppError)) throw error;
      }
    };
    for (const { kind, one, two } of steps) {
      const [customerId, otherId] = [people[one], people[two]];
      if (customerId === undefined || otherId === undefined) continue;
      attempt(() => {
        if (kind === 'name') broughtBy(customerId, otherId);
        else if (kind === 'drop') broughtBy(customerId, null);
        else if (kind === 'merge') merges.push({ mergeId: desk.merge({ survivorId: customerId, otherId }).mergeId });
        else {
          const last = merges.at(-1);
          if (last !== undefined) desk.undoMerge(last);
          merges.pop();
        }
      });
      const up = (id: CustomerId) => findReferrerOf(desk.database, id);
      for (const id of people) expect(up(referrersAbove(id, up).at(-1) ?? id)).toBeNull();
    }
  });
});

describe('who knows whom (R092)', () => {
  it('is one row that both sides see, each in their own words, and is undone from either side', () => {
    const mother = desk.create({ name: '王芳' });
    const child = desk.create({ name: '朵朵' });
    referrals.link({ customerId: child, otherId: mother, relation: 'parent' });
    expect(referrals.around(child).links).toMatchObject([{ name: '王芳', relation: 'parent' }]);
    expect(referrals.around(mother).links).toMatchObject([{ name: '朵朵', relation: 'child' }]);
    expect(plainRows(desk.database, 'SELECT kind FROM relationships')).toEqual([{ kind: 'parent' }]);
    referrals.unlink({ customerId: mother, otherId: child, relation: 'child' });
    expect(referrals.around(child).links).toEqual([]);
    expect(failureOf(() => referrals.unlink({ customerId: mother, otherId: child, relation: 'child' })).code).toBe('not_found');
  });

  it('refuses oneself, the same again from either side, and whoever is in the bin', () => {
    const one = desk.create({ name: '王芳' });
    const two = desk.create({ name: '李雷' });
    expect(issueOf(() => referrals.link({ customerId: one, otherId: one, relation: 'friend' }))).toEqual([
      { path: 'otherId', message: 'linked_to_self' },
    ]);
    referrals.link({ customerId: one, otherId: two, relation: 'friend' });
    expect(issueOf(() => referrals.link({ customerId: two, otherId: one, relation: 'friend' }))).toEqual([
      { path: 'relation', message: 'already_linked' },
    ]);
    referrals.link({ customerId: two, otherId: one, relation: 'colleague' });
    expect(
      referrals
        .around(one)
        .links.map(({ relation }) => relation)
        .sort(),
    ).toEqual(['colleague', 'friend']);
    desk.remove(two);
    expect(failureOf(() => referrals.link({ customerId: one, otherId: two, relation: 'other' })).details['reason']).toBe(
      'customer_removed',
    );
  });
});
