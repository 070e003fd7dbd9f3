import type { Cents } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import { commissionKinds } from '../commissions/commissions.ts';
import type { CommissionKind, CommissionSums } from '../commissions/commissions.ts';
import { formatMoney } from '../money.ts';
import type { PrintedDocument } from './document.ts';
import { headOf } from './sheets.ts';
import type { Sheet } from './sheets.ts';

// What staff sold, did and get in a month, on paper (X69).

const kindWords: Readonly<Record<'zh-CN' | 'en', Readonly<Record<CommissionKind, string>>>> = {
  'zh-CN': { sale: '卖商品', service: '做服务', top_up: '充储值', card_use: '耗卡' },
  en: { sale: 'Goods sold', service: 'Services done', top_up: 'Top-ups', card_use: 'Card uses' },
};

export interface CommissionSheet extends Sheet {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly rows: readonly {
    /** Null is what nobody is named for. */
    readonly name: string | null;
    readonly sums: CommissionSums;
    readonly commissionCents: Cents;
  }[];
  readonly commissionCents: Cents;
}

/** A section for each person: sales credit and commission by kind. */
export const printedCommissions = (sheet: CommissionSheet): PrintedDocument => {
  const { language, currency, from, to, rows, commissionCents } = sheet;
  const isEnglish = language === 'en';
  const money = (amount: Cents): string => formatMoney(amount, currency, language, true);
  const nobody = isEnglish ? 'Nobody named' : '没记是谁';
  return {
    language,
    title: isEnglish ? `Commission: ${from.slice(0, 7)}` : `提成表：${from.slice(0, 7)}`,
    intro: [
      headOf(sheet),
      isEnglish ? `From ${from} to ${to}` : `${from} 至 ${to}`,
      isEnglish ? `Together ${money(commissionCents)}` : `全店合计 ${money(commissionCents)}`,
    ],
    sections: rows.map(({ name, sums, commissionCents: own }) => ({
      title: name === null ? nobody : `${name}${isEnglish ? ': ' : '：'}${money(own)}`,
      table: {
        headers: isEnglish ? ['For what', 'Items', 'Sales credit', 'Commission'] : ['提什么', '笔数', '业绩', '提成'],
        rows: commissionKinds
          .filter((kind) => sums[kind].count > 0)
          .map((kind) => [
            kindWords[language][kind],
            sums[kind].count,
            { figure: money(sums[kind].baseCents) },
            { figure: name === null ? '' : money(sums[kind].commissionCents) },
          ]),
      },
    })),
  };
};
