import type { TFunction } from 'i18next';

const HOUR = 60;
const DAY = 24 * HOUR;

/** What restoring would lose, as a person says it; always also in minutes. */
export const lossText = (t: TFunction, minutes: number): string => {
  if (minutes === 0) return t('rescue.loss.nothing');
  if (minutes < 2 * HOUR) return t('rescue.loss.minutes', { count: minutes });
  if (minutes < 2 * DAY) return t('rescue.loss.hours', { count: Math.round(minutes / HOUR), minutes });
  return t('rescue.loss.days', { count: Math.round(minutes / DAY), minutes });
};
