import type { TFunction } from 'i18next';
import { lunarDayName, lunarMonthName, type PartialDateParts } from '../../../shared/domain/partialDate.ts';
import type { Language } from '../../text/i18n.ts';

type Shape = 'ymd' | 'ym' | 'y' | 'md' | 'm';

const shapeOf = ({ year, month, day }: PartialDateParts): Shape => {
  if (month === null) return 'y';
  if (year === null) return day === null ? 'm' : 'md';
  return day === null ? 'ym' : 'ymd';
};

const monthText = ({ calendar, month }: PartialDateParts, language: Language): string => {
  if (month === null) return '';
  if (language === 'zh-CN') return calendar === 'lunar' ? lunarMonthName(month) : String(month);
  return calendar === 'lunar'
    ? String(month)
    : new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1));
};

/** A birthday in words: "1990 年 5 月 12 日", "农历闰五月初三", "12 May"; in brief, for the columns of a list, "lunar 1979-1-25". */
export const partialDateWords = (t: TFunction, date: PartialDateParts, language: Language, isBrief = false): string => {
  const { calendar, year, day, isLeapMonth } = date;
  const shape = shapeOf(date);
  const key =
    isBrief && calendar === 'lunar' && (shape === 'ymd' || shape === 'md')
      ? (`customers.date.lunarBrief.${shape}` as const)
      : (`customers.date.${calendar}.${shape}` as const);
  return t(key, {
    year: year ?? '',
    month: monthText(date, language),
    day: day === null ? '' : calendar === 'lunar' && language === 'zh-CN' ? lunarDayName(day) : day,
    leap: isLeapMonth ? t('customers.date.leap') : '',
  });
};
