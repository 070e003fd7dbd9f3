import { cents, type Cents, type Points, type Quantity } from '../../types/amounts.ts';
import { purseTotal } from '../storedValue/purse.ts';
import type { Purse } from '../storedValue/purse.ts';
import type { LocalDate } from '../../types/time.ts';
import type { VisitPayment } from '../visits/payments.ts';
import { formatMoney } from '../money.ts';
import { formatQuantity } from '../quantity.ts';
import { valueCardRows, type ReceiptValueCard } from './receiptValueCards.ts';
import { stampRows, type ReceiptStamps } from './receiptStamps.ts';
import { referralRows, type ReceiptReferral } from './receiptReferral.ts';
import { cardRows, isPaidByCard, type ReceiptCard } from './receiptCards.ts';
import type { SlipRow } from './slip.ts';

/** What a receipt says. Amounts are those of the books: a return's are negative. */
export interface Receipt {
  readonly language: 'zh-CN' | 'en';
  readonly currency: string;
  readonly shopName: string;
  /** Address, telephone, thanks: what the shop wants below, lines apart. */
  readonly footer: string;
  readonly number: string | null;
  /** Day and time of the shop's own clock. */
  readonly at: string;
  readonly staffName: string | null;
  /** Null is a walk-in. */
  readonly customer: {
    readonly name: string;
    readonly number: string;
    readonly pointsBalance: Points;
    readonly stored: Purse;
    /** What they owe on account. */
    readonly owedCents: Cents;
  } | null;
  /** Of the order that was handed over with it. */
  readonly orderNumber: string | null;
  readonly isReturn: boolean;
  readonly isUndone: boolean;
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: Quantity;
    readonly unitPriceCents: Cents | null;
    /** Its own discount and its share of the whole visit's. */
    readonly discountCents: Cents;
    readonly amountCents: Cents;
    readonly serialNumber: string | null;
    readonly specification: string | null;
    readonly cards: readonly ReceiptCard[];
  }[];
  readonly totalCents: Cents;
  /** What was taken off by coupons and codes; of a return what it gave back, below nothing. */
  readonly coupons: readonly { readonly name: string; readonly text: string; readonly cents: Cents }[];
  /** What both sides of a referral got by it (R093). */
  readonly referral: ReceiptReferral | null;
  /** Cards with money on them that paid or were paid back to, and what is left (X59, X60). */
  readonly valueCards: readonly ReceiptValueCard[];
  /** How the cards of stamps stand that it moved (X61). */
  readonly stamps: readonly ReceiptStamps[];
  /** What of the points earned is not spendable yet (X62). */
  readonly pending: { readonly points: Points; readonly readyOn: LocalDate } | null;
  /** Coupons for the next visit (X64). */
  readonly issuedCoupons: readonly {
    readonly name: string;
    readonly number: string;
    readonly text: string;
    readonly fromOn: LocalDate | null;
    readonly expiresOn: LocalDate | null;
  }[];
  /** What it was paid with, of a return negative; what is not listed was paid in money. */
  /** Of stored value whose it was, when it was somebody else's (X55): what they have left stands on no receipt but their own. */
  readonly payments: readonly (VisitPayment & { readonly giftCents: Cents | null; readonly fromName?: string | null })[];
  readonly pointsEarned: Points;
}

const words = {
  'zh-CN': {
    sale: '小票',
    return: '退货单',
    undone: '已撤销，作废',
    number: '单号',
    at: '时间',
    servedBy: '服务',
    customer: '顾客',
    order: '订单',
    discount: '优惠',
    byCard: '次卡抵',
    coupon: '其中券',
    couponBack: '券退回',
    next: '下次消费券',
    until: '有效到',
    from: '可用自',
    serialNumber: '序列号',
    gross: '原价',
    total: '应收',
    back: '退款',
    earned: '本次积分',
    pending: '待入账，可用日期',
    balance: '积分余额',
    storedBalance: '储值余额',
    owed: '挂账欠款',
    ofWhichGift: '其中赠送',
    nothing: '没有消费',
    methods: {
      points: '积分抵扣',
      stored: '储值支付',
      account: '挂账',
      value_card: '购物卡、礼品卡',
      cash: '现金',
      card: '刷卡',
      wechat: '微信',
      alipay: '支付宝',
      transfer: '转账',
      other: '其他',
    },
  },
  en: {
    sale: 'Receipt',
    return: 'Return',
    undone: 'Undone, not valid',
    number: 'No.',
    at: 'Time',
    servedBy: 'Served by',
    customer: 'Customer',
    order: 'Order',
    discount: 'Discount',
    byCard: 'By card',
    coupon: 'of that',
    couponBack: 'given back:',
    next: 'For your next visit',
    until: 'Until',
    from: 'From',
    serialNumber: 'Serial no.',
    gross: 'Before discounts',
    total: 'Total',
    back: 'Refund',
    earned: 'Points earned',
    pending: 'Of these usable from',
    balance: 'Points balance',
    storedBalance: 'Stored value left',
    owed: 'Owed on account',
    ofWhichGift: 'of which gift',
    nothing: 'Nothing bought',
    methods: {
      points: 'With points',
      stored: 'Stored value',
      account: 'On account',
      value_card: 'Gift and shopping cards',
      cash: 'Cash',
      card: 'Card',
      wechat: 'WeChat',
      alipay: 'Alipay',
      transfer: 'Transfer',
      other: 'Other',
    },
  },
} as const;

export const receiptTitle = ({ language, isReturn }: Pick<Receipt, 'language' | 'isReturn'>): string =>
  isReturn ? words[language].return : words[language].sale;

const lineRows = (receipt: Receipt): SlipRow[] => {
  const { language, currency, lines } = receipt;
  const text = words[language];
  const money = (amount: Cents): string => formatMoney(amount, currency, language, true);
  return lines.flatMap((line): SlipRow[] => [
    { kind: 'text', text: line.name },
    {
      kind: 'pair',
      left: `  ${formatQuantity(line.quantity)}${line.unitPriceCents === null ? '' : ` × ${money(line.unitPriceCents)}`}`,
      right: money(line.amountCents),
    },
    ...(line.discountCents === 0
      ? []
      : [{ kind: 'text', text: `${isPaidByCard(line) ? text.byCard : text.discount} ${money(line.discountCents)}` } as const]),
    ...cardRows(language, line.cards),
    ...(line.serialNumber === null ? [] : [{ kind: 'text', text: `${text.serialNumber} ${line.serialNumber}` } as const]),
    ...(line.specification === null ? [] : [{ kind: 'text', text: line.specification } as const]),
  ]);
};

/** The part of an amount that was gift; nothing where there is none. */
const giftRows = (left: string, giftCents: Cents | null, money: (amount: number) => string): readonly SlipRow[] =>
  giftCents === null || giftCents === 0 ? [] : [{ kind: 'pair', left: `  ${left}`, right: money(Math.abs(giftCents)) }];

/** A coupon to cut off: what it is, its number large, and when it counts. */
const couponRows = (
  { name, number, text: terms, fromOn, expiresOn }: Receipt['issuedCoupons'][number],
  language: Receipt['language'],
): SlipRow[] => {
  const text = words[language];
  return [
    { kind: 'rule' },
    { kind: 'title', text: text.next },
    { kind: 'title', text: name },
    { kind: 'title', text: number, isLarge: true },
    ...(terms === '' ? [] : [{ kind: 'text', text: terms } as const]),
    ...(fromOn === null ? [] : [{ kind: 'pair', left: text.from, right: fromOn } as const]),
    ...(expiresOn === null ? [] : [{ kind: 'pair', left: text.until, right: expiresOn } as const]),
  ];
};

/** A receipt for the roll, top to bottom (R053): no tax invoice. */
export const receiptRows = (receipt: Receipt): readonly SlipRow[] => {
  const { language, currency, customer, lines } = receipt;
  const text = words[language];
  const money = (amount: number): string => formatMoney(cents(amount), currency, language, true);
  const sumOf = (some: Receipt['lines']): number => some.reduce((sum, { discountCents }) => sum + discountCents, 0);
  const byCard = sumOf(lines.filter(isPaidByCard));
  const taken = sumOf(lines) - byCard;
  return [
    ...(receipt.shopName === '' ? [] : [{ kind: 'title', text: receipt.shopName, isLarge: true } as const]),
    { kind: 'title', text: receiptTitle(receipt) },
    ...(receipt.isUndone ? [{ kind: 'title', text: text.undone } as const] : []),
    { kind: 'rule' },
    ...(receipt.number === null ? [] : [{ kind: 'pair', left: text.number, right: receipt.number } as const]),
    { kind: 'pair', left: text.at, right: receipt.at },
    ...(receipt.orderNumber === null ? [] : [{ kind: 'pair', left: text.order, right: receipt.orderNumber } as const]),
    ...(customer === null ? [] : [{ kind: 'pair', left: text.customer, right: `${customer.name} ${customer.number}` } as const]),
    ...(receipt.staffName === null ? [] : [{ kind: 'pair', left: text.servedBy, right: receipt.staffName } as const]),
    { kind: 'rule' },
    ...(lines.length === 0 ? [{ kind: 'text', text: text.nothing } as const] : lineRows(receipt)),
    { kind: 'rule' },
    ...(taken + byCard === 0
      ? []
      : [{ kind: 'pair', left: text.gross, right: money(receipt.totalCents + taken + byCard) } as const]),
    ...(byCard === 0 ? [] : [{ kind: 'pair', left: text.byCard, right: `-${money(byCard)}` } as const]),
    ...(taken === 0 ? [] : [{ kind: 'pair', left: text.discount, right: `-${money(taken)}` } as const]),
    ...receipt.coupons.map(
      ({ name, text: number, cents: off }) =>
        ({
          kind: 'pair',
          left: `${off < 0 ? text.couponBack : text.coupon} ${name}${name === number ? '' : ` ${number}`}`,
          right: off < 0 ? '' : `-${money(off)}`,
        }) as const,
    ),
    {
      kind: 'pair',
      left: receipt.totalCents < 0 ? text.back : text.total,
      right: money(Math.abs(receipt.totalCents)),
      isStrong: true,
    },
    ...receipt.payments.flatMap(({ method, cents: paid, giftCents, fromName }) => [
      {
        kind: 'pair',
        left: fromName == null ? text.methods[method] : `${text.methods[method]} · ${fromName}`,
        right: money(Math.abs(paid)),
      } as const,
      ...giftRows(text.ofWhichGift, giftCents, money),
    ]),
    ...(customer === null
      ? []
      : [
          { kind: 'pair', left: text.earned, right: String(receipt.pointsEarned) } as const,
          ...(receipt.pending === null
            ? []
            : [{ kind: 'pair', left: text.pending, right: `${receipt.pending.points} · ${receipt.pending.readyOn}` } as const]),
          { kind: 'pair', left: text.balance, right: String(customer.pointsBalance) } as const,
        ]),
    ...(customer === null ||
    (purseTotal(customer.stored) === 0 &&
      receipt.payments.every(({ method, fromName }) => method !== 'stored' || fromName != null))
      ? []
      : [
          { kind: 'pair', left: text.storedBalance, right: money(purseTotal(customer.stored)) } as const,
          ...giftRows(text.ofWhichGift, customer.stored.giftCents, money),
        ]),
    ...(customer === null || (customer.owedCents === 0 && receipt.payments.every(({ method }) => method !== 'account'))
      ? []
      : [{ kind: 'pair', left: text.owed, right: money(customer.owedCents) } as const]),
    ...valueCardRows(receipt.valueCards, language, money),
    ...stampRows(receipt.stamps, language),
    ...referralRows(receipt.referral, language),
    ...receipt.issuedCoupons.flatMap((coupon) => couponRows(coupon, language)),
    ...(receipt.footer === '' ? [] : [{ kind: 'rule' } as const]),
    ...receipt.footer
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ kind: 'title', text: line }) as const),
  ];
};
