import { daysBetween } from '../../../types/time.ts';
import type { LocalDate } from '../../../types/time.ts';
import { festivalNames } from './festivalNames.ts';
import type { OwnReasonFacts } from './types.ts';

/** With the days until the base, below zero once it has passed. */
export type OwnReason = OwnReasonFacts & { readonly inDays: number };

interface Words {
  readonly title: string;
  readonly text: string;
}
type Day = (date: LocalDate) => string;

const daysBefore = ({ since, baseOn, inDays }: OwnReason): number =>
  since === null ? 0 : Math.max(0, daysBetween(since, baseOn) - inDays);

const chineseDay = (inDays: number): string =>
  inDays === 0 ? '今天' : inDays === 1 ? '明天' : inDays > 0 ? `${inDays} 天后` : `${-inDays} 天前`;
const chineseMonths = (months: number): string => (months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`);
const chineseAge = (months: number): string => (months % 12 === 0 ? `${months / 12} 岁` : `${months} 个月`);

/** Why a rule of the shop's own calls, as a shopkeeper would say it: the figures in front, the rule's name behind. */
export const ownInChinese = (reason: OwnReason, on: Day): Words => {
  const { kind, name, about, since, baseOn, months, festival, inDays } = reason;
  const when = chineseDay(inDays);
  const from = since === null ? '' : on(since);
  switch (kind) {
    case 'after_purchase':
      return { title: `买了 ${daysBefore(reason)} 天`, text: `${from} 买「${about}」；${name}` };
    case 'replenish':
      return { title: `大约${when}用完`, text: `${from} 买「${about}」，照用量算 ${on(baseOn)} 用完；${name}` };
    case 'festival':
      return { title: `${when}${festival === null ? '' : festivalNames[festival]['zh-CN']}`, text: `${on(baseOn)}；${name}` };
    case 'yearly_day':
      return { title: `${when}${name}`, text: `${on(baseOn)}，每年一次` };
    case 'age_stage':
      return { title: `${about}${when}满 ${chineseAge(months ?? 0)}`, text: `${from} 出生；${name}` };
    case 'first_visit':
      return { title: `${when}来店满 ${chineseMonths(months ?? 0)}`, text: `第一次来是 ${from}；${name}` };
  }
};

const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
const englishDay = (inDays: number): string =>
  inDays === 0 ? 'today' : inDays === 1 ? 'tomorrow' : inDays > 0 ? `in ${many(inDays, 'day')}` : `${many(-inDays, 'day')} ago`;
const span = (months: number): string => (months % 12 === 0 ? many(months / 12, 'year') : many(months, 'month'));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same in English. */
export const ownInEnglish = (reason: OwnReason, on: Day): Words => {
  const { kind, name, about, since, baseOn, months, festival, inDays } = reason;
  const when = englishDay(inDays);
  const from = since === null ? '' : on(since);
  switch (kind) {
    case 'after_purchase':
      return { title: `Bought ${many(daysBefore(reason), 'day')} ago`, text: `"${about}" on ${from}; ${name}` };
    case 'replenish':
      return {
        title: inDays < 0 ? `Used up about ${when}` : `Runs out about ${when}`,
        text: `"${about}" of ${from} lasts until about ${on(baseOn)}; ${name}`,
      };
    case 'festival':
      return { title: `${festival === null ? '' : festivalNames[festival].en} ${when}`, text: `On ${on(baseOn)}; ${name}` };
    case 'yearly_day':
      return { title: `${name} ${when}`, text: `On ${on(baseOn)}, every year` };
    case 'age_stage':
      return { title: `${about}: ${span(months ?? 0)} old ${when}`, text: `Born ${from}; ${name}` };
    case 'first_visit':
      return { title: `${capital(span(months ?? 0))} with us ${when}`, text: `First visit ${from}; ${name}` };
  }
};
