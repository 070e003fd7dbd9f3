import { useTranslation } from 'react-i18next';
import { wallClock, type Instant } from '../../shared/types/time.ts';
import { useShop } from '../app/shop.tsx';
import { clockText, dateWords } from './dateWords.ts';

/** A moment as people say it: "10:30" today, "昨天 10:30" else; exact on hover. */
export const MomentText = ({ at }: { readonly at: Instant }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { date, hour, minute } = wallClock(at, settings.timeZone);
  const clock = clockText(hour, minute);
  return (
    <time dateTime={new Date(at).toISOString()} title={`${date} ${clock}`}>
      {date === today ? clock : `${dateWords(t, date, today)} ${clock}`}
    </time>
  );
};
