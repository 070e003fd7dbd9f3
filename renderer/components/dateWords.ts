import type { TFunction } from 'i18next';
import { dateParts, daysBetween, type LocalDate } from '../../shared/types/time.ts';

/** Farther away than this, a count of days says less than the date. */
const LONGEST_IN_DAYS = 99;

const two = (value: number): string => String(value).padStart(2, '0');

/** A date as people say it: "今天", "昨天", "47 天前", then "08-12", then "2024-08-12". */
export const dateWords = (t: TFunction, date: LocalDate, today: LocalDate): string => {
  const ago = daysBetween(date, today);
  if (ago === 0) return t('common.when.today');
  if (ago === 1) return t('common.when.yesterday');
  if (ago === -1) return t('common.when.tomorrow');
  if (ago === 2) return t('common.when.dayBeforeYesterday');
  if (ago === -2) return t('common.when.dayAfterTomorrow');
  if (ago > 0 && ago <= LONGEST_IN_DAYS) return t('common.when.daysAgo', { count: ago });
  if (ago < 0 && ago >= -LONGEST_IN_DAYS) return t('common.when.inDays', { count: -ago });
  return shortDate(date, today);
};

/** A date as figures, without the year when it is this year's: "08-12", "2024-08-12". */
export const shortDate = (date: LocalDate, today: LocalDate): string => {
  const { year, month, day } = dateParts(date);
  return year === dateParts(today).year ? `${two(month)}-${two(day)}` : date;
};

/** Hour and minute: "09:05". */
export const clockText = (hour: number, minute: number): string => `${two(hour)}:${two(minute)}`;
