import type { Cents } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import { formatMoney } from '../money.ts';
import type { PaymentMethod } from '../orders/money.ts';
import { addPurses, purseTotal } from '../storedValue/purse.ts';
import type { Purse, StoredValueKind } from '../storedValue/purse.ts';
import type { DocumentSection, PrintedDocument } from './document.ts';
import { methodWords } from './methodWords.ts';
import { headOf } from './sheets.ts';
import type { Sheet } from './sheets.ts';

const kindWords: Readonly<Record<'zh-CN' | 'en', Readonly<Record<StoredValueKind, string>>>> = {
  'zh-CN': {
    top_up: '充值',
    spend: '到店支付',
    return: '退货退回',
    refund: '退款',
    void: '作废',
    adjust: '调整',
    reverse: '撤销',
    transfer: '转账',
    import: '导入的余额',
  },
  en: {
    top_up: 'Top-up',
    spend: 'Paid at a visit',
    return: 'Back with returned goods',
    refund: 'Refund',
    void: 'Voided',
    adjust: 'Correction',
    reverse: 'Taken back',
    transfer: 'Transfer',
    import: 'Balance brought along',
  },
};

export interface StoredValueStatement extends Sheet {
  readonly customerName: string;
  readonly customerNumber: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What there was before the first day. */
  readonly before: Purse;
  readonly entries: readonly (Purse & {
    readonly on: LocalDate;
    readonly kind: StoredValueKind;
    readonly method: PaymentMethod | null;
    readonly reason: string | null;
  })[];
}

/** A customer's stored value between two days (DOMAIN "Prepaid"): what there was, every entry with the balance after it, what there is. */
export const storedValueStatement = (statement: StoredValueStatement): PrintedDocument => {
  const { language, currency, customerName, customerNumber, from, to, before, entries } = statement;
  const isEnglish = language === 'en';
  const money = (amount: Cents): string => formatMoney(amount, currency, language, true);
  const figures = ({ principalCents, giftCents }: Purse) => [{ figure: money(principalCents) }, { figure: money(giftCents) }];
  let balance = before;
  const rows = entries.map(({ on, kind, method, reason, ...change }) => {
    balance = addPurses(balance, change);
    const what = [kindWords[language][kind], ...(method === null ? [] : [methodWords[language][method]]), reason ?? ''];
    return [
      on,
      what.filter((part) => part !== '').join(' · '),
      ...figures(change),
      ...figures(balance),
      { figure: money(purseTotal(balance)) },
    ];
  });
  const first = [
    from,
    isEnglish ? 'Balance before' : '之前的余额',
    '',
    '',
    ...figures(before),
    { figure: money(purseTotal(before)) },
  ];
  const left = money(purseTotal(balance));
  return {
    language,
    title: isEnglish ? `Stored value: ${customerName}` : `储值对账单：${customerName}`,
    intro: [
      headOf(statement, isEnglish ? `No. ${customerNumber}` : `编号 ${customerNumber}`),
      isEnglish ? `From ${from} to ${to}` : `${from} 至 ${to}`,
    ],
    sections: [
      {
        title: isEnglish
          ? `Balance on ${to}: ${left} (principal ${money(balance.principalCents)}, gift ${money(balance.giftCents)})`
          : `${to} 余额 ${left}（本金 ${money(balance.principalCents)}，赠送 ${money(balance.giftCents)}）`,
        table: {
          headers: isEnglish
            ? ['On', 'What', 'Principal', 'Gift', 'Principal left', 'Gift left', 'Balance']
            : ['日期', '内容', '本金', '赠送', '本金余', '赠送余', '余额'],
          rows: [first, ...rows],
        },
        empty: '',
      },
    ],
  };
};

/** Money that came in for stored value on a day, or went out again. */
export interface TillRows {
  readonly till: readonly (Purse & {
    readonly at: string;
    readonly name: string;
    readonly kind: StoredValueKind;
    readonly method: PaymentMethod;
  })[];
}

/** The money for stored value on a day's sheet: no section on a day without. */
export const tillSection = ({ language, currency, till }: Sheet & TillRows): readonly DocumentSection[] => {
  if (till.length === 0) return [];
  const isEnglish = language === 'en';
  const money = (amount: Cents): string => formatMoney(amount, currency, language, true);
  const methods = new Map<PaymentMethod, Purse>();
  for (const { method, principalCents, giftCents } of till) {
    const change = { principalCents, giftCents };
    const known = methods.get(method);
    methods.set(method, known === undefined ? change : addPurses(known, change));
  }
  const sums = [...methods].map(([method, { principalCents }]) => `${methodWords[language][method]} ${money(principalCents)}`);
  return [
    {
      title: `${isEnglish ? 'Stored value: ' : '储值收款，'}${sums.join(isEnglish ? ', ' : '、')}`,
      table: {
        headers: isEnglish ? ['Time', 'Who', 'What', 'How', 'Gift', 'Money'] : ['时间', '顾客', '内容', '方式', '赠送', '收款'],
        rows: till.map((one) => [
          one.at,
          one.name,
          kindWords[language][one.kind],
          methodWords[language][one.method],
          { figure: one.giftCents === 0 ? '' : money(one.giftCents) },
          { figure: money(one.principalCents) },
        ]),
      },
      empty: '',
    },
  ];
};
