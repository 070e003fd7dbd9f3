import type { LocalDate } from '../../types/time.ts';
import type { CardEntryKind } from '../loyalty/countCards.ts';
import type { SlipRow } from './slip.ts';

/** What a line did to a count card, and what is left of that now. */
export interface ReceiptCard {
  readonly name: string;
  readonly number: string;
  readonly kind: CardEntryKind;
  /** Below zero what was taken. */
  readonly uses: number;
  /** Null of a time card. */
  readonly left: number | null;
  readonly lastDay: LocalDate | null;
}

const words = {
  'zh-CN': {
    use: (count: number) => `扣 ${count} 次`,
    return: (count: number) => `退回 ${count} 次`,
    issue: () => '办卡',
    void: () => '作废',
    left: (count: number) => `还剩 ${count} 次`,
    until: (day: LocalDate) => `到 ${day}`,
    join: '，',
  },
  en: {
    use: (count: number) => `${count} used`,
    return: (count: number) => `${count} given back`,
    issue: () => 'issued',
    void: () => 'void',
    left: (count: number) => `${count} left`,
    until: (day: LocalDate) => `until ${day}`,
    join: ', ',
  },
} as const;

/** Under a line of a receipt: which card was used or issued, what is left of it and until when. */
export const cardRows = (language: keyof typeof words, cards: readonly ReceiptCard[]): SlipRow[] => {
  const text = words[language];
  return cards.flatMap(({ name, number, kind, uses, left, lastDay }): SlipRow[] => {
    if (kind !== 'use' && kind !== 'return' && kind !== 'issue' && kind !== 'void') return [];
    const now =
      kind === 'void' ? [] : [...(left === null ? [] : [text.left(left)]), ...(lastDay === null ? [] : [text.until(lastDay)])];
    return [
      { kind: 'text', text: `${name} ${number}` },
      { kind: 'text', text: `  ${[text[kind](Math.abs(uses)), ...now].join(text.join)}` },
    ];
  });
};

/** Whether a card paid for the line. */
export const isPaidByCard = ({ cards }: { readonly cards: readonly ReceiptCard[] }): boolean =>
  cards.some(({ kind }) => kind === 'use');
