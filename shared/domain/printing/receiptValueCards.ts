import type { Cents } from '../../types/amounts.ts';
import { cents } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import { formatMoney } from '../money.ts';
import { shownCode } from '../valueCards/codes.ts';
import type { SlipRow } from './slip.ts';

/** A card with money on it, and what is left on it after a visit. */
export interface ReceiptValueCard {
  readonly name: string;
  readonly codeEnd: string | null;
  readonly leftCents: Cents;
}

const words = {
  'zh-CN': {
    left: '余额',
    until: '有效到',
    forEver: '长期有效',
    paysFor: '可买',
    all: '全部商品',
    separator: '、',
    keep: '凭卡号付款，请收好',
  },
  en: {
    left: 'left',
    until: 'Until',
    forEver: 'Never ends',
    paysFor: 'Pays for',
    all: 'everything',
    separator: ', ',
    keep: 'Whoever has this number pays with it: keep it safe',
  },
} as const;

/** The rows of a receipt that tell it: a gift card by the end of its code, so that a lost receipt pays for nothing. */
export const valueCardRows = (
  cards: readonly ReceiptValueCard[],
  language: 'zh-CN' | 'en',
  money: (amount: number) => string,
): SlipRow[] =>
  cards.map(({ name, codeEnd, leftCents }) => ({
    kind: 'pair',
    left: [name, codeEnd === null ? null : `…${codeEnd}`, words[language].left].filter((part) => part !== null).join(' '),
    right: money(leftCents),
  }));

interface ValueCardSlip {
  readonly language: 'zh-CN' | 'en';
  readonly currency: string;
  readonly shopName: string;
  readonly footer: string;
  readonly name: string;
  /** Null of a shopping card, and for whoever may not know it. */
  readonly code: string | null;
  readonly leftCents: Cents;
  readonly validUntil: LocalDate | null;
  readonly paysFor: readonly string[];
}

/** A card to be given out: what is on it, its code large, how long it pays and for what (X60). */
export const valueCardSlipRows = (card: ValueCardSlip): SlipRow[] => {
  const text = words[card.language];
  return [
    ...(card.shopName === '' ? [] : [{ kind: 'title', text: card.shopName, isLarge: true } as const]),
    { kind: 'title', text: card.name },
    { kind: 'rule' },
    { kind: 'title', text: formatMoney(cents(card.leftCents), card.currency, card.language, true), isLarge: true },
    ...(card.code === null
      ? []
      : ([
          { kind: 'title', text: shownCode(card.code), isLarge: true },
          { kind: 'title', text: text.keep },
        ] as const)),
    { kind: 'pair', left: text.until, right: card.validUntil ?? text.forEver },
    { kind: 'pair', left: text.paysFor, right: card.paysFor.length === 0 ? text.all : card.paysFor.join(text.separator) },
    ...(card.footer === '' ? [] : [{ kind: 'rule' } as const]),
    ...card.footer
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ kind: 'title', text: line }) as const),
  ];
};
