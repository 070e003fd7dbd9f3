import { useTranslation } from 'react-i18next';
import { businessDate, wallClock, type Instant } from '../../shared/types/time.ts';
import { useShop } from '../app/shop.tsx';
import { clockText, dateWords } from './dateWords.ts';

/** A moment as people say it: "10:30" on the shop's present day, also after midnight while that lasts, "昨天 10:30" else; exact on hover. */
export const MomentText = ({ at }: { readonly at: Instant }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { date, hour, minute } = wallClock(at, settings.timeZone);
  const clock = clockText(hour, minute);
  const isToday = businessDate(at, settings.timeZone, settings.dayTurnHour) === today;
  return (
    <time dateTime={new Date(at).toISOString()} title={`${date} ${clock}`}>
      {isToday ? clock : `${dateWords(t, date, today)} ${clock}`}
    </time>
  );
};
