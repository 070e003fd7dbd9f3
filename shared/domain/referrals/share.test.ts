import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { shareText, shareTextProblem, usualShareText } from './share.ts';

const shop = { referralShareText: '', shopName: '小满造型', language: 'zh-CN' } as const;
const who = { code: 'A2BC3D', name: '王芳' };

describe('the words a customer passes on (R096)', () => {
  it('are the shop’s, with places in either language, or the usual ones', () => {
    expect(shareText(shop, who)).toBe('我常去小满造型，推荐你也来看看。到店报我的推荐码 A2BC3D 就行。');
    expect(shareText({ ...shop, shopName: '', language: 'en' }, who)).toContain('I go to a shop near me');
    expect(shareText({ ...shop, referralShareText: '{姓名} 请你来 { shop }：{code}' }, who)).toBe('王芳 请你来 小满造型：A2BC3D');
  });

  it('are refused with a place nobody knows, and without one for the code', () => {
    expect(shareTextProblem('来{店名}')).toBe('share_without_code');
    expect(shareTextProblem('{推荐码}，有{奖励}')).toBe('share_place_unknown');
    expect(shareTextProblem('{推荐码}{}')).toBe('share_place_unknown');
    for (const good of ['', '{code}', '{ 推荐码 }', usualShareText.en, usualShareText['zh-CN']])
      expect(shareTextProblem(good)).toBeNull();
  });

  test.prop([fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 })])(
    'whatever is accepted tells the code',
    (before, after) => {
      const referralShareText = `${before}{推荐码}${after}`;
      fc.pre(shareTextProblem(referralShareText) === null);
      expect(shareText({ ...shop, referralShareText }, who)).toContain(who.code);
    },
  );
});
