import { cents } from '../../types/amounts.ts';
import type { Cents, Quantity } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import type { AppointmentStatus } from '../appointments/statuses.ts';
import { formatMoney } from '../money.ts';
import { formatQuantity } from '../quantity.ts';
import type { DocumentSection, PrintedDocument } from './document.ts';

// Sheets of A4: what a customer bought, and a day of the shop (R053).

export interface Sheet {
  readonly language: 'zh-CN' | 'en';
  readonly currency: string;
  readonly shopName: string;
  readonly printedOn: LocalDate;
}

export interface PurchaseStatement extends Sheet {
  readonly customerName: string;
  readonly customerNumber: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly lines: readonly {
    readonly on: LocalDate;
    readonly name: string | null;
    readonly quantity: Quantity | null;
    readonly amountCents: Cents | null;
    readonly staffName: string | null;
  }[];
  readonly totalCents: Cents;
}

/** The line below the title: the shop, whatever more there is, when it was printed. */
export const headOf = ({ shopName, printedOn, language }: Sheet, ...more: readonly string[]): string =>
  [...(shopName === '' ? [] : [shopName]), ...more, language === 'en' ? `Printed on ${printedOn}` : `${printedOn} 打印`].join(
    ' · ',
  );

/** What a customer bought between two days, and what it comes to. */
export const purchaseStatement = (statement: PurchaseStatement): PrintedDocument => {
  const { language, currency, customerName, customerNumber, from, to, lines, totalCents } = statement;
  const isEnglish = language === 'en';
  const money = (amount: Cents): string => formatMoney(amount, currency, language, true);
  const total = money(totalCents);
  return {
    language,
    title: isEnglish ? `Statement: ${customerName}` : `对账单：${customerName}`,
    intro: [
      headOf(statement, isEnglish ? `No. ${customerNumber}` : `编号 ${customerNumber}`),
      isEnglish ? `From ${from} to ${to}` : `${from} 至 ${to}`,
    ],
    sections: [
      {
        title: isEnglish ? `Total ${total}` : `合计 ${total}`,
        table: {
          headers: isEnglish ? ['On', 'What', 'Served by', 'Quantity', 'Amount'] : ['日期', '内容', '服务', '数量', '金额'],
          rows: lines.map(({ on, name, quantity, amountCents, staffName }) => [
            on,
            name ?? (isEnglish ? 'Visit' : '到店'),
            staffName ?? '',
            { figure: quantity === null ? '' : formatQuantity(quantity) },
            { figure: amountCents === null ? '' : money(amountCents) },
          ]),
        },
        empty: isEnglish ? 'Nothing was bought between these days.' : '这段时间没有消费。',
      },
    ],
  };
};

export interface DaySheet extends Sheet {
  readonly on: LocalDate;
  /** Null where whoever prints may not see the diary. */
  readonly bookings:
    | readonly {
        /** "10:00–11:00". */
        readonly span: string;
        readonly name: string;
        readonly contact: string | null;
        readonly service: string;
        readonly staffName: string | null;
        readonly placeName: string | null;
        readonly status: AppointmentStatus;
        readonly note: string | null;
      }[]
    | null;
  readonly visits: readonly {
    readonly at: string;
    readonly receiptNumber: string | null;
    readonly name: string | null;
    readonly items: readonly string[];
    readonly staffName: string | null;
    readonly totalCents: Cents;
  }[];
  readonly visitsTotalCents: Cents;
  /** Deposits that stayed with the shop; below nothing where one kept earlier was given back. */
  readonly kept: readonly {
    readonly at: string;
    readonly name: string | null;
    readonly orderNumber: string | null;
    readonly service: string | null;
    readonly bookedFor: LocalDate | null;
    readonly cents: Cents;
  }[];
  readonly keptTotalCents: Cents;
}

const statusWords: Readonly<Record<AppointmentStatus, Readonly<Record<'zh-CN' | 'en', string>>>> = {
  booked: { 'zh-CN': '已约', en: 'booked' },
  confirmed: { 'zh-CN': '已确认', en: 'confirmed' },
  arrived: { 'zh-CN': '已到店', en: 'arrived' },
  in_service: { 'zh-CN': '服务中', en: 'in service' },
  done: { 'zh-CN': '完成', en: 'done' },
  no_show: { 'zh-CN': '爽约', en: 'no-show' },
  cancelled: { 'zh-CN': '已取消', en: 'cancelled' },
  late_cancelled: { 'zh-CN': '临时取消', en: 'cancelled late' },
};

const bookingsSection = ({ language, bookings }: DaySheet): readonly DocumentSection[] => {
  if (bookings === null) return [];
  const isEnglish = language === 'en';
  return [
    {
      title: isEnglish ? `Bookings: ${bookings.length}` : `预约 ${bookings.length} 个`,
      table: {
        headers: isEnglish
          ? ['Time', 'Who', 'Reach', 'What', 'Staff', 'Place', 'Status', 'Note']
          : ['时间', '顾客', '联系', '做什么', '人员', '位子', '状态', '备注'],
        rows: bookings.map((one) => [
          one.span,
          one.name,
          one.contact ?? '',
          one.service,
          one.staffName ?? '',
          one.placeName ?? '',
          statusWords[one.status][language],
          one.note ?? '',
        ]),
      },
      empty: isEnglish ? 'No bookings.' : '没有预约。',
    },
  ];
};

/** What a deposit was for: an order by its number, or a booking. */
const keptForText = ({ orderNumber, service, bookedFor }: DaySheet['kept'][number], isEnglish: boolean): string =>
  orderNumber === null
    ? [isEnglish ? 'Booking' : '预约', bookedFor ?? '', service ?? ''].filter((part) => part !== '').join(' ')
    : `${isEnglish ? 'Order' : '订单'} ${orderNumber}`;

/** Deposits that were kept: no section on a day without. */
const keptSection = ({ language, currency, kept, keptTotalCents }: DaySheet): readonly DocumentSection[] => {
  if (kept.length === 0) return [];
  const isEnglish = language === 'en';
  const money = (amount: Cents): string => formatMoney(amount, currency, language, true);
  return [
    {
      title: isEnglish ? `Deposits kept: ${money(keptTotalCents)}` : `留下的定金，${money(keptTotalCents)}`,
      table: {
        headers: isEnglish ? ['Time', 'Who', 'What for', 'Amount'] : ['时间', '顾客', '什么的定金', '金额'],
        rows: kept.map((one) => [one.at, one.name ?? '', keptForText(one, isEnglish), { figure: money(one.cents) }]),
      },
      empty: '',
    },
  ];
};

/** What the day brought in all, where it is more than its visits. */
const incomeText = ({ language, currency, kept, keptTotalCents, visitsTotalCents }: DaySheet): readonly string[] => {
  if (kept.length === 0) return [];
  const total = formatMoney(cents(visitsTotalCents + keptTotalCents), currency, language, true);
  return [language === 'en' ? `Visits and kept deposits together: ${total}` : `到店和留下的定金合计 ${total}`];
};

/** A day on one sheet: who is booked, who came and what it came to, and which deposits were kept. */
export const daySheet = (sheet: DaySheet): PrintedDocument => {
  const { language, currency, on, visits, visitsTotalCents } = sheet;
  const isEnglish = language === 'en';
  const money = (amount: Cents): string => formatMoney(amount, currency, language, true);
  const total = money(visitsTotalCents);
  return {
    language,
    title: isEnglish ? `The day: ${on}` : `日单：${on}`,
    intro: [headOf(sheet), ...incomeText(sheet)],
    sections: [
      ...bookingsSection(sheet),
      {
        title: isEnglish ? `Visits: ${visits.length}, ${total}` : `到店 ${visits.length} 次，${total}`,
        table: {
          headers: isEnglish
            ? ['Time', 'Receipt', 'Who', 'What', 'Served by', 'Amount']
            : ['时间', '单号', '顾客', '内容', '服务', '金额'],
          rows: visits.map((one) => [
            one.at,
            one.receiptNumber ?? '',
            one.name ?? (isEnglish ? 'Walk-in' : '散客'),
            one.items.join(isEnglish ? ', ' : '、'),
            one.staffName ?? '',
            { figure: money(one.totalCents) },
          ]),
        },
        empty: isEnglish ? 'No visits yet.' : '还没有人到店。',
      },
      ...keptSection(sheet),
    ],
  };
};
