import type { Points } from '../../types/amounts.ts';
import type { SlipRow } from './slip.ts';

interface Share {
  readonly points: Points;
  readonly coupon: string | null;
}
/** What both sides of a referral got by a visit. */
export interface ReceiptReferral {
  readonly newcomer: Share;
  readonly referrer: Share;
}

const words = {
  'zh-CN': {
    title: '介绍奖励',
    newcomer: '您得',
    referrer: '介绍人得',
    points: (many: string) => `${many} 分`,
    coupon: (name: string) => `券「${name}」`,
    and: '、',
  },
  en: {
    title: 'Referral',
    newcomer: 'You get',
    referrer: 'Whoever brought you gets',
    points: (many: string) => `${many} points`,
    coupon: (name: string) => `coupon "${name}"`,
    and: ', ',
  },
};

/** The rows of a receipt that tell it; none where nobody got anything. */
export const referralRows = (referral: ReceiptReferral | null, language: 'zh-CN' | 'en'): SlipRow[] => {
  if (referral === null) return [];
  const text = words[language];
  const rows = (['newcomer', 'referrer'] as const).flatMap((side): SlipRow[] => {
    const { points, coupon } = referral[side];
    const got = [
      ...(points === 0 ? [] : [text.points(points.toLocaleString(language))]),
      ...(coupon === null ? [] : [text.coupon(coupon)]),
    ];
    return got.length === 0 ? [] : [{ kind: 'pair', left: text[side], right: got.join(text.and) }];
  });
  return rows.length === 0 ? [] : [{ kind: 'rule' }, { kind: 'title', text: text.title }, ...rows];
};
