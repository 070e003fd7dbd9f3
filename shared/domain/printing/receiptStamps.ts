import type { SlipRow } from './slip.ts';

/** How a card of stamps stands after a visit. */
export interface ReceiptStamps {
  readonly name: string;
  readonly stamps: number;
  readonly needed: number;
  /** So many full cards brought their reward by it. */
  readonly rewards: number;
}

const words = {
  'zh-CN': { of: (stamps: number, needed: number) => `${stamps}/${needed} 点`, full: '集满了，奖励已送' },
  en: { of: (stamps: number, needed: number) => `${stamps} of ${needed} stamps`, full: 'Card full: reward given' },
};

/** The rows of a receipt that tell it; a card that owes stamps has none. */
export const stampRows = (cards: readonly ReceiptStamps[], language: 'zh-CN' | 'en'): SlipRow[] => {
  const text = words[language];
  return cards.flatMap(({ name, stamps, needed, rewards }): SlipRow[] => [
    { kind: 'pair', left: name, right: text.of(Math.max(stamps, 0), needed) },
    ...(rewards === 0 ? [] : [{ kind: 'text', text: text.full } as const]),
  ]);
};
