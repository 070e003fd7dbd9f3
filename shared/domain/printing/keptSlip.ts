import type { Quantity } from '../../types/amounts.ts';
import { quantity } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import type { KeptKind } from '../keptGoods/ledger.ts';
import { formatQuantity } from '../quantity.ts';
import type { SlipRow } from './slip.ts';

/** What the slip of something kept says: the customer takes it home and shows it when they take some out. */
export interface KeptSlip {
  readonly language: 'zh-CN' | 'en';
  readonly shopName: string;
  readonly footer: string;
  readonly customer: { readonly name: string; readonly number: string } | null;
  readonly name: string;
  readonly place: string | null;
  readonly expiresOn: LocalDate | null;
  readonly note: string | null;
  /** Those that stand, the oldest first. */
  readonly movements: readonly { readonly businessDate: LocalDate; readonly kind: KeptKind; readonly quantity: Quantity }[];
  readonly leftQuantity: Quantity;
  readonly printedOn: LocalDate;
}

const words = {
  'zh-CN': {
    title: '寄存单',
    item: '寄存的东西',
    customer: '顾客',
    place: '放在',
    goodUntil: '保质期至',
    kinds: { keep: '存入', take: '支取', reverse: '撤销' },
    left: '还存着',
    printed: '打印日期',
    signature: '顾客签字：',
  },
  en: {
    title: 'Kept for you',
    item: 'Item',
    customer: 'Customer',
    place: 'Where',
    goodUntil: 'Good until',
    kinds: { keep: 'Left', take: 'Taken', reverse: 'Taken back' },
    left: 'Still here',
    printed: 'Printed on',
    signature: 'Signature:',
  },
} as const;

export const keptTitle = (language: 'zh-CN' | 'en'): string => words[language].title;

/** Something kept for the roll, top to bottom (X51). */
export const keptRows = (slip: KeptSlip): readonly SlipRow[] => {
  const { language, shopName, customer, place, expiresOn, note } = slip;
  const text = words[language];
  return [
    ...(shopName === '' ? [] : [{ kind: 'title', text: shopName, isLarge: true } as const]),
    { kind: 'title', text: text.title },
    { kind: 'rule' },
    ...(customer === null ? [] : [{ kind: 'pair', left: text.customer, right: `${customer.name} ${customer.number}` } as const]),
    { kind: 'text', text: `${text.item} ${slip.name}` },
    ...(place === null ? [] : [{ kind: 'pair', left: text.place, right: place } as const]),
    ...(expiresOn === null ? [] : [{ kind: 'pair', left: text.goodUntil, right: expiresOn } as const]),
    ...(note === null ? [] : [{ kind: 'text', text: note } as const]),
    { kind: 'rule' },
    ...slip.movements.map(({ businessDate, kind, quantity: moved }): SlipRow => ({
      kind: 'pair',
      left: `${businessDate} ${text.kinds[kind]}`,
      right: formatQuantity(quantity(Math.abs(moved))),
    })),
    { kind: 'rule' },
    { kind: 'pair', left: text.left, right: formatQuantity(slip.leftQuantity), isStrong: true },
    { kind: 'pair', left: text.printed, right: slip.printedOn },
    { kind: 'rule' },
    { kind: 'text', text: text.signature },
    { kind: 'text', text: ' ' },
    ...slip.footer
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ kind: 'title', text: line }) as const),
  ];
};
