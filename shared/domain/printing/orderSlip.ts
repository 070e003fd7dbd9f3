import { cents, type Cents, type Quantity } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import { formatMoney } from '../money.ts';
import { formatQuantity } from '../quantity.ts';
import type { OrderKind, OrderStatus } from '../orders/statuses.ts';
import type { SlipRow } from './slip.ts';

/** What an order's slip says: the customer takes it home, and brings it when they collect. */
export interface OrderSlip {
  readonly language: 'zh-CN' | 'en';
  readonly currency: string;
  readonly shopName: string;
  readonly footer: string;
  readonly number: string;
  readonly kind: OrderKind;
  readonly status: OrderStatus;
  readonly customer: { readonly name: string; readonly number: string } | null;
  readonly staffName: string | null;
  readonly placedOn: LocalDate;
  readonly promisedOn: LocalDate | null;
  /** What was brought in, its number, in what state (X32). */
  readonly item: string;
  readonly serialNumber: string;
  readonly condition: string;
  readonly deliverTo: string;
  readonly note: string;
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: Quantity;
    readonly amountCents: Cents;
    readonly specification: string;
  }[];
  readonly totalCents: Cents;
  readonly paidCents: Cents;
  readonly dueCents: Cents;
}

const titles: Readonly<Record<OrderKind, Readonly<Record<'zh-CN' | 'en', string>>>> = {
  special: { 'zh-CN': '订货单', en: 'Order' },
  layaway: { 'zh-CN': '留货单', en: 'Layaway' },
  repair: { 'zh-CN': '维修单', en: 'Repair' },
  delivery: { 'zh-CN': '送货单', en: 'Delivery' },
};
export const orderTitle = (kind: OrderKind, language: 'zh-CN' | 'en'): string => titles[kind][language];

const words = {
  'zh-CN': {
    number: '单号',
    placed: '日期',
    promised: '约定',
    customer: '顾客',
    servedBy: '经手',
    item: '物件',
    serialNumber: '编号',
    condition: '状况',
    deliverTo: '送到',
    total: '合计',
    paid: '已付',
    due: '还要付',
    cancelled: '已取消，作废',
    signature: '顾客签字：',
  },
  en: {
    number: 'No.',
    placed: 'Date',
    promised: 'Promised',
    customer: 'Customer',
    servedBy: 'Taken by',
    item: 'Item',
    serialNumber: 'Serial no.',
    condition: 'Condition',
    deliverTo: 'Deliver to',
    total: 'Total',
    paid: 'Paid',
    due: 'Still to pay',
    cancelled: 'Cancelled, not valid',
    signature: 'Signature:',
  },
} as const;

const told = (label: string, value: string): SlipRow[] => (value === '' ? [] : [{ kind: 'text', text: `${label} ${value}` }]);

/** An order for the roll, top to bottom (R053, X31, X32). */
export const orderRows = (slip: OrderSlip): readonly SlipRow[] => {
  const { language, currency, customer, staffName, promisedOn } = slip;
  const text = words[language];
  const money = (amount: Cents): string => formatMoney(amount, currency, language, true);
  return [
    ...(slip.shopName === '' ? [] : [{ kind: 'title', text: slip.shopName, isLarge: true } as const]),
    { kind: 'title', text: orderTitle(slip.kind, language) },
    ...(slip.status === 'cancelled' ? [{ kind: 'title', text: text.cancelled } as const] : []),
    { kind: 'rule' },
    { kind: 'pair', left: text.number, right: slip.number },
    { kind: 'pair', left: text.placed, right: slip.placedOn },
    ...(promisedOn === null ? [] : [{ kind: 'pair', left: text.promised, right: promisedOn, isStrong: true } as const]),
    ...(customer === null ? [] : [{ kind: 'pair', left: text.customer, right: `${customer.name} ${customer.number}` } as const]),
    ...(staffName === null ? [] : [{ kind: 'pair', left: text.servedBy, right: staffName } as const]),
    ...told(text.item, slip.item),
    ...told(text.serialNumber, slip.serialNumber),
    ...told(text.condition, slip.condition),
    ...told(text.deliverTo, slip.deliverTo),
    { kind: 'rule' },
    ...slip.lines.flatMap((line): SlipRow[] => [
      { kind: 'pair', left: `${line.name} × ${formatQuantity(line.quantity)}`, right: money(line.amountCents) },
      ...(line.specification === '' ? [] : [{ kind: 'text', text: line.specification } as const]),
    ]),
    ...(slip.lines.length === 0 ? [] : [{ kind: 'rule' } as const]),
    { kind: 'pair', left: text.total, right: money(slip.totalCents) },
    { kind: 'pair', left: text.paid, right: money(slip.paidCents) },
    { kind: 'pair', left: text.due, right: money(cents(Math.max(0, slip.dueCents))), isStrong: true },
    ...(slip.note === '' ? [] : [{ kind: 'text', text: slip.note } as const]),
    { kind: 'rule' },
    { kind: 'text', text: text.signature },
    { kind: 'text', text: ' ' },
    ...slip.footer
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ kind: 'title', text: line }) as const),
  ];
};
