import { cents, sumCents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import type { CreditKind } from '../credit/ledger.ts';
import type { OpenCharge } from '../credit/replay.ts';
import { formatMoney } from '../money.ts';
import type { PaymentMethod } from '../orders/money.ts';
import type { DocumentSection, PrintedDocument } from './document.ts';
import { methodWords } from './methodWords.ts';
import { moneySection } from './moneySection.ts';
import type { MoneyRow } from './moneySection.ts';
import { headOf } from './sheets.ts';
import type { Sheet } from './sheets.ts';

// What a customer owes the shop, on paper (X50).

const kindWords: Readonly<Record<'zh-CN' | 'en', Readonly<Record<CreditKind, string>>>> = {
  'zh-CN': { charge: '挂账', return: '退货冲减', repay: '还款', write_off: '核销', reverse: '撤销' },
  en: { charge: 'On account', return: 'Returned goods', repay: 'Repaid', write_off: 'Written off', reverse: 'Taken back' },
};

export interface CreditStatement extends Sheet {
  readonly customerName: string;
  readonly customerNumber: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What was owed before the first day. */
  readonly beforeCents: Cents;
  readonly entries: readonly {
    readonly on: LocalDate;
    readonly kind: CreditKind;
    readonly cents: Cents;
    readonly method: PaymentMethod | null;
    readonly reason: string | null;
    readonly receiptNumber: string | null;
  }[];
  /** What is open today. */
  readonly charges: readonly OpenCharge[];
}

/** What a customer owes between two days: what there was, every entry with the debt after it, and what is to be paid by when. */
export const creditStatement = (statement: CreditStatement): PrintedDocument => {
  const { language, currency, customerName, customerNumber, from, to, beforeCents, entries, charges, printedOn } = statement;
  const isEnglish = language === 'en';
  const money = (amount: Cents): string => formatMoney(amount, currency, language, true);
  let owed: number = beforeCents;
  const rows = entries.map(({ on, kind, cents: change, method, reason, receiptNumber }) => {
    owed += change;
    const what = [
      kindWords[language][kind],
      method === null ? '' : methodWords[language][method],
      receiptNumber ?? '',
      reason ?? '',
    ];
    return [on, what.filter((part) => part !== '').join(' · '), { figure: money(change) }, { figure: money(cents(owed)) }];
  });
  const first = [from, isEnglish ? 'Owed before' : '之前的欠款', '', { figure: money(beforeCents) }];
  const open = money(sumCents(charges.map(({ openCents }) => openCents)));
  return {
    language,
    title: isEnglish ? `On account: ${customerName}` : `挂账对账单：${customerName}`,
    intro: [
      headOf(statement, isEnglish ? `No. ${customerNumber}` : `编号 ${customerNumber}`),
      isEnglish ? `From ${from} to ${to}` : `${from} 至 ${to}`,
    ],
    sections: [
      {
        title: isEnglish ? `Owed on ${to}: ${money(cents(owed))}` : `${to} 欠款 ${money(cents(owed))}`,
        table: {
          headers: isEnglish ? ['On', 'What', 'Amount', 'Owed'] : ['日期', '内容', '金额', '欠款'],
          rows: [first, ...rows],
        },
        empty: '',
      },
      {
        title: isEnglish ? `To be paid, as of ${printedOn}: ${open}` : `${printedOn} 还要还的：${open}`,
        table: {
          headers: isEnglish ? ['Of', 'Due by', 'Amount', 'Still owed'] : ['挂账日', '到期日', '金额', '还欠'],
          rows: charges.map(({ chargedOn, dueOn, chargedCents, openCents }) => [
            chargedOn,
            dueOn >= printedOn ? dueOn : isEnglish ? `${dueOn} (overdue)` : `${dueOn}（已逾期）`,
            { figure: money(chargedCents) },
            { figure: money(openCents) },
          ]),
        },
        empty: isEnglish ? 'Nothing is owed.' : '没有欠款。',
      },
    ],
  };
};

/** The repayments of what had been put on account, on a day's sheet. */
export const repaidSection = (
  sheet: Sheet,
  repaid: readonly (Omit<MoneyRow, 'what'> & { readonly kind: CreditKind })[],
): readonly DocumentSection[] =>
  moneySection(
    sheet,
    sheet.language === 'en' ? 'Repaid on account' : '挂账还款',
    repaid.map(({ kind, ...row }) => ({ ...row, what: kindWords[sheet.language][kind] })),
  );
