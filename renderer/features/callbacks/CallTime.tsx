import { useTranslation } from 'react-i18next';
import { dayNumber, daysBetween, wallClock, type Instant } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { clockText } from '../../components/dateWords.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/** A time to call again, short enough for a key: "15:00", "明天 10:00", "周二 10:00". */
export const CallTime = ({ at }: { readonly at: Instant }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { date, hour, minute } = wallClock(at, settings.timeZone);
  const clock = clockText(hour, minute);
  const inDays = daysBetween(today, date);
  if (inDays === 0) return clock;
  const isTomorrow = inDays === 1 && settings.language === 'zh-CN';
  const weekday = new Intl.DateTimeFormat(settings.language, { weekday: 'short', timeZone: 'UTC' });
  return `${isTomorrow ? t('common.when.tomorrow') : weekday.format(dayNumber(date) * MILLISECONDS_PER_DAY)} ${clock}`;
};
