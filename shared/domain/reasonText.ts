import type { Cents } from '../types/amounts.ts';
import type { ExpiringFactId } from '../types/ids.ts';
import { dateParts, wallClock, type Instant, type LocalDate } from '../types/time.ts';
import { formatMoney } from './money.ts';
import { expiringDefinitions, type ExpiringKind } from './things/expiring.ts';
import { ownInChinese, ownInEnglish } from './reminders/own/words.ts';
import type { OwnReason } from './reminders/own/words.ts';
import { valueInChinese, valueInEnglish, type ValueReasonFacts } from './valueReasons.ts';
import { lunarDayName, lunarMonthName } from './partialDate.ts';

/** Why a person is on the list: the facts of the contract's Reason, by code. */
export type ReasonFacts =
  | { readonly code: 'promised'; readonly params: { readonly at: Instant; readonly note: string | null } }
  | { readonly code: 'birthday'; readonly params: BirthdayFacts }
  | {
      readonly code: 'follow_up';
      readonly params: {
        readonly visitOn: LocalDate;
        readonly daysSince: number;
        readonly items: string;
        readonly amountCents: Cents;
        readonly isFirstVisit: boolean;
      };
    }
  | {
      readonly code: 'overdue';
      readonly params: {
        readonly lastOn: LocalDate;
        readonly daysSince: number;
        readonly rhythmDays: number;
        readonly overdueAfterDays: number;
        readonly basis: 'own' | 'shop';
        readonly purchaseDays: number;
      };
    }
  | {
      readonly code: 'dormant';
      readonly params: {
        readonly lastOn: LocalDate;
        readonly daysSince: number;
        readonly months: number;
        readonly spendCents: Cents;
      };
    }
  | {
      readonly code: 'silence';
      readonly params: {
        readonly lastOn: LocalDate;
        readonly daysSince: number;
        readonly limitDays: number;
        readonly value: 'high' | 'middle' | 'low';
      };
    }
  | { readonly code: 'data_check'; readonly params: { readonly quarter: string; readonly lastOn: LocalDate | null } }
  | { readonly code: 'expiring'; readonly params: ExpiringReasonFacts }
  | { readonly code: 'own'; readonly params: OwnReason }
  | ValueReasonFacts;

interface ExpiringReasonFacts {
  readonly factId: ExpiringFactId;
  readonly kind: ExpiringKind;
  readonly label: string;
  readonly thingName: string | null;
  readonly validUntil: LocalDate;
  /** Days until the last day on which it holds; negative once that has passed. */
  readonly inDays: number;
}

interface BirthdayFacts {
  readonly on: LocalDate;
  readonly inDays: number;
  readonly calendar: 'solar' | 'lunar';
  readonly month: number;
  readonly day: number;
  readonly isLeapMonth: boolean;
  readonly turning: number | null;
  /** Whose day it is, or which, when it is not the customer's own birthday. */
  readonly label: string | null;
}

/** What a sentence needs to know of the shop: ShopSettings and the business day fit. */
export interface ReasonContext {
  readonly timeZone: string;
  readonly currency: string;
  readonly today: LocalDate;
}

/** `title` leads the row in a few words; `text` gives the facts behind it. Both could be read aloud. */
export interface ReasonWords {
  readonly title: string;
  readonly text: string;
}

/** Words a reason with its figures, in the reader's language. Pure: the screen and the command line say the same. */
export const reasonText = (reason: ReasonFacts, language: 'zh-CN' | 'en', context: ReasonContext): ReasonWords =>
  language === 'zh-CN' ? inChinese(reason, context) : inEnglish(reason, context);

const two = (value: number): string => String(value).padStart(2, '0');

const shortDate = (date: LocalDate, today: LocalDate): string =>
  dateParts(date).year === dateParts(today).year ? date.slice(5) : date;

const moment = (at: Instant, { timeZone, today }: ReasonContext): string => {
  const { date, hour, minute } = wallClock(at, timeZone);
  const clock = `${two(hour)}:${two(minute)}`;
  return date === today ? clock : `${shortDate(date, today)} ${clock}`;
};

const inChinese = (reason: ReasonFacts, context: ReasonContext): ReasonWords => {
  const money = (amount: Cents): string => formatMoney(amount, context.currency, 'zh-CN');
  const on = (date: LocalDate): string => shortDate(date, context.today);
  switch (reason.code) {
    case 'promised': {
      const { at, note } = reason.params;
      return {
        title: `约好 ${moment(at, context)}`,
        text: note === null || note === '' ? '上次通话时约好这个时间再打' : `上次说「${note}」`,
      };
    }
    case 'birthday':
      return birthdayInChinese(reason.params, context);
    case 'follow_up': {
      const { visitOn, daysSince, items, amountCents, isFirstVisit } = reason.params;
      const bought = [items, ...(amountCents > 0 ? [money(amountCents)] : [])].filter((part) => part !== '').join('，');
      return {
        title: isFirstVisit ? `第一次来后第 ${daysSince} 天` : `到店后第 ${daysSince} 天`,
        text: `${on(visitOn)} 来过${bought === '' ? '' : `：${bought}`}；问问用着满不满意`,
      };
    }
    case 'overdue': {
      const { lastOn, daysSince, rhythmDays, overdueAfterDays, basis, purchaseDays } = reason.params;
      const limit = Math.round(overdueAfterDays);
      return {
        title: `${daysSince} 天没来`,
        text:
          `上次 ${on(lastOn)}；平时 ${Math.round(rhythmDays)} 天来一次，` +
          (basis === 'own' ? `超过自己的 ${limit} 天就算该来了` : `按全店的节奏超过 ${limit} 天算该来了`) +
          `（来过 ${purchaseDays} 次）`,
      };
    }
    case 'dormant': {
      const { lastOn, daysSince, months, spendCents } = reason.params;
      return {
        title: `${months} 个月没消费`,
        text: `上次 ${on(lastOn)}，到今天 ${daysSince} 天；以前一共花过 ${money(spendCents)}`,
      };
    }
    case 'silence': {
      const { lastOn, daysSince, limitDays, value } = reason.params;
      const who = { high: '高价值', middle: '中等价值', low: '一般价值' }[value];
      return { title: `${daysSince} 天没联系`, text: `上次联系 ${on(lastOn)}；${who}顾客最多隔 ${limitDays} 天要问候一次` };
    }
    case 'data_check': {
      const { lastOn } = reason.params;
      const last = lastOn === null ? '建档后还没核对过' : `上次核对 ${on(lastOn)}`;
      return { title: '顺便核对资料', text: `${last}；这一季度还没核对，问一句电话、微信、地区变没变` };
    }
    case 'expiring':
      return expiringInChinese(reason.params, context);
    case 'own':
      return ownInChinese(reason.params, on);
    case 'missed':
    case 'lapsing':
    case 'debt':
    case 'waiting':
      return valueInChinese(reason, on, money);
  }
};

const expiringInChinese = (
  { kind, label, thingName, validUntil, inDays }: ExpiringReasonFacts,
  { today }: ReasonContext,
): ReasonWords => {
  const what = label === '' ? expiringDefinitions[kind].label['zh-CN'] : label;
  const of = thingName === null ? what : `${thingName} ${what}`;
  const date = shortDate(validUntil, today);
  if (inDays < 0) return { title: `${of}过期 ${-inDays} 天`, text: `有效到 ${date}，已经过了` };
  const title = inDays === 0 ? `${of}今天到期` : inDays === 1 ? `${of}明天到期` : `${of}还有 ${inDays} 天到期`;
  return { title, text: `有效到 ${date}` };
};

const birthdayInChinese = (
  { on, inDays, calendar, month, day, isLeapMonth, turning, label }: BirthdayFacts,
  { today }: ReasonContext,
): ReasonWords => {
  const what = label ?? '生日';
  const title =
    inDays === 0
      ? `今天${what}`
      : inDays === 1
        ? `明天${what}`
        : inDays < 0
          ? `${what}过了 ${-inDays} 天`
          : `${what}还有 ${inDays} 天`;
  const date = shortDate(on, today);
  const named =
    calendar === 'solar' ? date : `农历${isLeapMonth ? '闰' : ''}${lunarMonthName(month)}${lunarDayName(day)}，就是 ${date}`;
  return { title, text: turning === null ? named : `${named}，满 ${turning} 岁` };
};

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const inEnglish = (reason: ReasonFacts, context: ReasonContext): ReasonWords => {
  const money = (amount: Cents): string => formatMoney(amount, context.currency, 'en');
  const on = (date: LocalDate): string => shortDate(date, context.today);
  switch (reason.code) {
    case 'promised': {
      const { at, note } = reason.params;
      return {
        title: `Call agreed for ${moment(at, context)}`,
        text: note === null || note === '' ? 'Agreed on the last call' : `Last time: "${note}"`,
      };
    }
    case 'birthday':
      return birthdayInEnglish(reason.params, context);
    case 'follow_up': {
      const { visitOn, daysSince, items, amountCents, isFirstVisit } = reason.params;
      const bought = [items, ...(amountCents > 0 ? [money(amountCents)] : [])].filter((part) => part !== '').join(', ');
      return {
        title: `${plural(daysSince, 'day')} after the ${isFirstVisit ? 'first ' : ''}visit`,
        text: `Here on ${on(visitOn)}${bought === '' ? '' : `: ${bought}`}; ask whether all is well`,
      };
    }
    case 'overdue': {
      const { lastOn, daysSince, rhythmDays, overdueAfterDays, basis, purchaseDays } = reason.params;
      return {
        title: `${plural(daysSince, 'day')} away`,
        text:
          `Last here ${on(lastOn)}; usually every ${plural(Math.round(rhythmDays), 'day')}, overdue after ` +
          `${plural(Math.round(overdueAfterDays), 'day')} by ${basis === 'own' ? 'their own' : "the shop's"} rhythm (${plural(purchaseDays, 'visit')})`,
      };
    }
    case 'dormant': {
      const { lastOn, daysSince, months, spendCents } = reason.params;
      return {
        title: `No purchase for ${plural(months, 'month')}`,
        text: `Last here ${on(lastOn)}, ${plural(daysSince, 'day')} ago; spent ${money(spendCents)} before`,
      };
    }
    case 'silence': {
      const { lastOn, daysSince, limitDays, value } = reason.params;
      return {
        title: `${plural(daysSince, 'day')} without contact`,
        text: `Last contact ${on(lastOn)}; a ${value}-value customer is greeted at least every ${plural(limitDays, 'day')}`,
      };
    }
    case 'data_check': {
      const { lastOn } = reason.params;
      const last = lastOn === null ? 'Never confirmed since they were entered' : `Last confirmed ${on(lastOn)}`;
      return {
        title: 'Check the details as well',
        text: `${last}, not yet this quarter: ask whether phone, WeChat and region still hold`,
      };
    }
    case 'expiring':
      return expiringInEnglish(reason.params, context);
    case 'own':
      return ownInEnglish(reason.params, on);
    case 'missed':
    case 'lapsing':
    case 'debt':
    case 'waiting':
      return valueInEnglish(reason, on, money);
  }
};

const expiringInEnglish = (
  { kind, label, thingName, validUntil, inDays }: ExpiringReasonFacts,
  { today }: ReasonContext,
): ReasonWords => {
  const what = label === '' ? expiringDefinitions[kind].label.en : label;
  const of = thingName === null ? what : `${thingName}: ${what}`;
  const date = shortDate(validUntil, today);
  if (inDays < 0) return { title: `${of} ran out ${plural(-inDays, 'day')} ago`, text: `Was valid until ${date}` };
  const when = inDays === 0 ? 'today' : inDays === 1 ? 'tomorrow' : `in ${plural(inDays, 'day')}`;
  return { title: `${of} runs out ${when}`, text: `Valid until ${date}` };
};

const birthdayInEnglish = (
  { on, inDays, calendar, month, day, isLeapMonth, turning, label }: BirthdayFacts,
  { today }: ReasonContext,
): ReasonWords => {
  const what = label ?? 'Birthday';
  const title =
    inDays === 0
      ? `${what} today`
      : inDays === 1
        ? `${what} tomorrow`
        : inDays < 0
          ? `${what} ${plural(-inDays, 'day')} ago`
          : `${what} in ${plural(inDays, 'day')}`;
  const date = shortDate(on, today);
  const named = calendar === 'solar' ? `On ${date}` : `On ${date} (lunar ${isLeapMonth ? 'leap ' : ''}${month}-${day})`;
  return { title, text: turning === null ? named : `${named}, turning ${turning}` };
};
