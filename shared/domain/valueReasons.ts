import type { Cents } from '../types/amounts.ts';
import type { LocalDate } from '../types/time.ts';
import type { DueDebt, LapsingValue, MissedBooking, WaitingOrder } from './reminders/types.ts';

/** Reasons from bookings, from what lapses and from what is owed, with the figures of today. */
export type ValueReasonFacts =
  | { readonly code: 'missed'; readonly params: MissedBooking & { readonly daysSince: number } }
  | { readonly code: 'lapsing'; readonly params: LapsingValue & { readonly inDays: number } }
  | { readonly code: 'debt'; readonly params: DueDebt & { readonly daysSince: number } }
  | { readonly code: 'waiting'; readonly params: WaitingOrder & { readonly daysSince: number } };

interface Words {
  readonly title: string;
  readonly text: string;
}
type Day = (date: LocalDate) => string;
type Money = (amount: Cents) => string;

const chineseWhen = (inDays: number): string => (inDays === 0 ? '今天' : inDays === 1 ? '明天' : `还有 ${inDays} 天`);

const lapsingInChinese = ({ kind, name, amount, lastDay, inDays }: LapsingValue & { inDays: number }, on: Day): Words => {
  const when = chineseWhen(inDays);
  const until = `有效到 ${on(lastDay)}`;
  switch (kind) {
    case 'points':
      return { title: `${amount ?? 0} 分${when}到期`, text: `${until}，过后就清零` };
    case 'coupon':
      return { title: `优惠券${when}到期`, text: `「${name}」还能用 ${amount ?? 1} 次，${until}` };
    case 'count_card':
      return {
        title: `次卡${when}到期`,
        text: amount === null ? `「${name}」${until}` : `「${name}」还剩 ${amount} 次，${until}`,
      };
    case 'membership':
      return { title: `会员${when}到期`, text: `「${name}」${until}，问问续不续` };
    case 'kept_goods':
      return { title: `存的东西${when}到期`, text: `「${name}」存在店里，${until}` };
  }
};

/** Said as a shopkeeper would. */
export const valueInChinese = (reason: ValueReasonFacts, on: Day, money: Money): Words => {
  switch (reason.code) {
    case 'missed': {
      const { service, bookedFor, isNoShow, daysSince } = reason.params;
      const what = service === '' ? '约的时间' : `约的「${service}」`;
      return {
        title: isNoShow ? `约了没来 ${daysSince} 天` : `取消预约 ${daysSince} 天`,
        text: `${on(bookedFor)} ${what}${isNoShow ? '没有来' : '取消了'}，之后没有再约，也没来过`,
      };
    }
    case 'lapsing':
      return lapsingInChinese(reason.params, on);
    case 'waiting': {
      const { number, readyOn, toldOn, daysSince } = reason.params;
      const told = toldOn === null ? '还没通知' : `${on(toldOn)} 通知过`;
      return {
        title: daysSince === 0 ? '订的货到了' : `到货 ${daysSince} 天没来取`,
        text: `单号 ${number}，${on(readyOn)} 就好了，${told}`,
      };
    }
    case 'debt': {
      const { owedCents, dueOn, daysSince } = reason.params;
      return {
        title: daysSince === 0 ? '挂账今天到期' : `挂账过期 ${daysSince} 天`,
        text: `到期未还 ${money(owedCents)}，最早一笔应在 ${on(dueOn)} 还清`,
      };
    }
  }
};

const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;
const times = (count: number): string => `${count} use${count === 1 ? '' : 's'}`;
const englishWhen = (inDays: number): string => (inDays === 0 ? 'today' : inDays === 1 ? 'tomorrow' : `in ${days(inDays)}`);

const lapsingInEnglish = ({ kind, name, amount, lastDay, inDays }: LapsingValue & { inDays: number }, on: Day): Words => {
  const when = englishWhen(inDays);
  const until = `valid until ${on(lastDay)}`;
  switch (kind) {
    case 'points':
      return { title: `${amount ?? 0} points lapse ${when}`, text: `They are ${until}, then they are gone` };
    case 'coupon':
      return { title: `A coupon lapses ${when}`, text: `"${name}" has ${times(amount ?? 1)} left, ${until}` };
    case 'count_card':
      return {
        title: `A count card lapses ${when}`,
        text: amount === null ? `"${name}" is ${until}` : `"${name}" has ${times(amount)} left, ${until}`,
      };
    case 'membership':
      return { title: `The membership ends ${when}`, text: `"${name}" is ${until}; ask whether they go on` };
    case 'kept_goods':
      return { title: `What is kept here runs out ${when}`, text: `"${name}" is kept in the shop, ${until}` };
  }
};

/** The same in English. */
export const valueInEnglish = (reason: ValueReasonFacts, on: Day, money: Money): Words => {
  switch (reason.code) {
    case 'missed': {
      const { service, bookedFor, isNoShow, daysSince } = reason.params;
      const what = service === '' ? 'The booking' : `"${service}"`;
      return {
        title: isNoShow ? `Did not come, ${days(daysSince)} ago` : `Cancelled ${days(daysSince)} ago`,
        text: `${what} on ${on(bookedFor)} was ${isNoShow ? 'missed' : 'cancelled'}; neither booked nor seen since`,
      };
    }
    case 'lapsing':
      return lapsingInEnglish(reason.params, on);
    case 'waiting': {
      const { number, readyOn, toldOn, daysSince } = reason.params;
      const told = toldOn === null ? 'not told yet' : `told on ${on(toldOn)}`;
      return {
        title: daysSince === 0 ? 'Their order is ready' : `Ready for ${days(daysSince)}, not collected`,
        text: `Order ${number}, ready since ${on(readyOn)}, ${told}`,
      };
    }
    case 'debt': {
      const { owedCents, dueOn, daysSince } = reason.params;
      return {
        title: daysSince === 0 ? 'Payment on account is due today' : `On account, ${days(daysSince)} overdue`,
        text: `${money(owedCents)} was due, the first of it on ${on(dueOn)}`,
      };
    }
  }
};
