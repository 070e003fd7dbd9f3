import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { countCardTypeId } from '../../types/ids.ts';
import type { CountCardTypeId, ProductId } from '../../types/ids.ts';
import type { Words } from '../things/types.ts';
import type { CardScope } from './cardFit.ts';
import type { CardValidity } from './countCards.ts';

// The kinds of card a shop sells (R069, X56, X68).

/** Limits of what a kind of card can say. */
export const MOST_USES = 9999;
export const MOST_CARD_DAYS = 3650;
export const MOST_CARD_MONTHS = 120;

export interface CardTypeWords {
  readonly id: CountCardTypeId;
  readonly name: string;
  /** Null is a time card. */
  readonly uses: number | null;
  readonly priceCents: Cents;
  readonly validity: CardValidity | null;
  readonly scope: CardScope;
  /** Selling this product at a visit issues the card. */
  readonly productId: ProductId | null;
  readonly gapDays: number | null;
  readonly freezeDays: number;
}

type Terms = Pick<CardTypeWords, 'uses' | 'validity'> & Partial<Pick<CardTypeWords, 'gapDays' | 'freezeDays'>>;

const preset = (number: number, chinese: string, english: string, price: number, terms: Terms) => ({
  id: countCardTypeId(`00000000-0000-7000-8440-${String(number).padStart(12, '0')}`),
  name: { 'zh-CN': chinese, en: english } satisfies Words,
  priceCents: cents(price),
  gapDays: null,
  freezeDays: 0,
  ...terms,
});

const months = (count: number, from: CardValidity['from'] = 'issue'): CardValidity => ({ count, unit: 'months', from });

const presets = [
  preset(1, '洗剪吹 10 次卡', 'Ten haircuts', 58_000, { uses: 10, validity: months(12) }),
  preset(2, '面部护理疗程 10 次', 'Facial course of ten', 198_000, { uses: 10, validity: months(12, 'first_use'), gapDays: 7 }),
  preset(3, '洗车 20 次卡', 'Twenty car washes', 50_000, { uses: 20, validity: months(12) }),
  preset(4, '宠物洗澡 10 次卡', 'Ten pet baths', 60_000, { uses: 10, validity: months(12) }),
  preset(5, '推拿 10 次卡', 'Ten massages', 120_000, { uses: 10, validity: null }),
  preset(6, '健身年卡', 'Gym card for a year', 268_000, { uses: null, validity: months(12, 'first_use'), freezeDays: 60 }),
  preset(7, '家电清洗年卡（4 次）', 'Appliance cleaning, four a year', 39_900, { uses: 4, validity: months(12), gapDays: 60 }),
  preset(8, '咖啡月卡', 'Coffee for a month', 29_900, { uses: null, validity: { count: 30, unit: 'days', from: 'issue' } }),
];

/** The kinds of card that every shop is offered, in its language. Whichever is changed or issued becomes the shop's own. */
export const presetCardTypes = (language: keyof Words): CardTypeWords[] =>
  presets.map(({ name, ...type }) => ({
    ...type,
    name: name[language],
    productId: null,
    scope: { productIds: [], categories: [] },
  }));
