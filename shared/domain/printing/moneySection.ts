import { sumCents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { formatMoney } from '../money.ts';
import type { PaymentMethod } from '../orders/money.ts';
import type { RedemptionStep } from '../rewards/redemption.ts';
import type { DocumentSection } from './document.ts';
import { methodWords } from './methodWords.ts';
import type { Sheet } from './sheets.ts';

/** Money that came in, or went out again, beside the visits of a day. */
export interface MoneyRow {
  readonly at: string;
  readonly name: string;
  readonly what: string;
  readonly method: PaymentMethod;
  readonly cents: Cents;
}

/** Such money on a day's sheet, with its sum; no section on a day without. */
export const moneySection = (
  { language, currency }: Sheet,
  title: string,
  rows: readonly MoneyRow[],
): readonly DocumentSection[] => {
  if (rows.length === 0) return [];
  const isEnglish = language === 'en';
  const money = (amount: Cents): string => formatMoney(amount, currency, language, true);
  return [
    {
      title: `${title}${isEnglish ? ': ' : '，'}${money(sumCents(rows.map((row) => row.cents)))}`,
      table: {
        headers: isEnglish ? ['Time', 'Who', 'What', 'How', 'Money'] : ['时间', '顾客', '内容', '方式', '收款'],
        rows: rows.map(({ at, name, what, method, cents }) => [
          at,
          name,
          what,
          methodWords[language][method],
          { figure: money(cents) },
        ]),
      },
      empty: '',
    },
  ];
};

const steps: Readonly<Record<Sheet['language'], Readonly<Record<RedemptionStep, string>>>> = {
  'zh-CN': { redeem: '兑换', undo: '撤销兑换', return: '退回', restore: '退回撤销' },
  en: { redeem: 'Redeemed', undo: 'Undone', return: 'Brought back', restore: 'Not brought back' },
};

type RewardRow = Omit<MoneyRow, 'what'> & { readonly kind: RedemptionStep; readonly reward: string };

/** Money that was taken with rewards beside the points (R077). */
export const rewardSection = (sheet: Sheet, rows: readonly RewardRow[]): readonly DocumentSection[] =>
  moneySection(
    sheet,
    sheet.language === 'en' ? 'Money beside points' : '礼品另付的钱',
    rows.map(({ kind, reward, ...row }) => ({ ...row, what: `${steps[sheet.language][kind]} ${reward}` })),
  );
