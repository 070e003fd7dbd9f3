import { SolarDay } from 'tyme4ts';
import { dateParts, type LocalDate } from '../../shared/types/time.ts';
import type { Language } from '../text/i18n.ts';

/** The lunar day beside the solar one: "十月十三"; in English "lunar 10-13". */
export const lunarDayText = (date: LocalDate, language: Language): string => {
  const { year, month, day } = dateParts(date);
  const lunarDay = SolarDay.fromYmd(year, month, day).getLunarDay();
  const lunarMonth = lunarDay.getLunarMonth();
  return language === 'zh-CN'
    ? `${lunarMonth.getName()}${lunarDay.getName()}`
    : `lunar ${lunarMonth.isLeap() ? 'leap ' : ''}${lunarMonth.getMonth()}-${lunarDay.getDay()}`;
};
