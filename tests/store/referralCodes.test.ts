import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsHandlers } from '../../electron/handlers/settings.ts';
import { contract } from '../../shared/contract.ts';
import { readReferralCode } from '../../shared/domain/referrals/codes.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { failureOf } from '../helpers/desk.ts';
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
const codeOf = (id: CustomerId): string => referrals.makeCode(id).code;
const found = (text: string) => desk.search(text).map(({ name, match, thing }) => [name, match.field, thing]);

describe('a code to pass on (R096)', () => {
  it('is made when it is first wanted, is the same ever after, and each has their own', () => {
    const [wang, li] = [desk.create({ name: '王芳' }), desk.create({ name: '李雷' })];
    expect(referrals.around(wang).code).toBeNull();
    const code = codeOf(wang);
    expect(readReferralCode(code)).toBe(code);
    expect(codeOf(wang)).toBe(code);
    expect(referrals.around(wang).code).toBe(code);
    expect(codeOf(li)).not.toBe(code);
    desk.remove(li);
    expect(failureOf(() => codeOf(li)).details['reason']).toBe('customer_removed');
  });

  it('finds its owner first, however it is typed, and nobody with a slip in it', () => {
    const wang = desk.create({ name: '王芳' });
    const code = codeOf(wang);
    desk.create({ name: code });
    expect(found(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`)).toEqual([
      ['王芳', 'referralCode', code],
      [code, 'name', null],
    ]);
    expect(found(`${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`)).toEqual([]);
    desk.remove(wang);
    expect(found(code)).toEqual([[code, 'name', null]]);
  });

  it('of both cards leads to whoever was merged, and each back to its own when the merge is undone', () => {
    const survivorId = desk.create({ name: '王芳' });
    const otherId = desk.create({ name: '王芳二' });
    const [one, two] = [codeOf(survivorId), codeOf(otherId)];
    const { mergeId } = desk.merge({ survivorId, otherId });
    expect([one, two].map((code) => desk.search(code)[0]?.id)).toEqual([survivorId, survivorId]);
    expect([one, two]).toContain(referrals.around(survivorId).code);
    desk.undoMerge({ mergeId });
    expect([one, two].map((code) => desk.search(code)[0]?.id)).toEqual([survivorId, otherId]);
  });

  it('is told in the shop’s own words, which are refused with a place nobody knows or without the code', () => {
    const issuesOf = (referralShareText: string) =>
      contract.settings.update.input.safeParse({ changes: { referralShareText } }).error?.issues.map(({ message }) => message);
    expect(issuesOf('来{店铺}，{推荐码}')).toEqual(['share_place_unknown']);
    expect(issuesOf('来{店名}')).toEqual(['share_without_code']);
    expect(issuesOf('来{店名}，{推荐码}')).toBeUndefined();
    const { settings } = desk.command(() =>
      settingsHandlers['settings.update'](desk.context, { changes: { referralShareText: '报 {code}' } }),
    );
    expect(settings.referralShareText).toBe('报 {code}');
  });
});
