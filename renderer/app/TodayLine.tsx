import { Text } from '@mantine/core';
import { dayNumber } from '../../shared/types/time.ts';
import { shortDate } from '../components/dateWords.ts';
import { lunarDayText } from './lunarDay.ts';
import { useShop } from './shop.tsx';

const MILLISECONDS_PER_DAY = 86_400_000;

/** The shop's day with its lunar name: "周六 11-21 · 十月十三". */
export const TodayLine = () => {
  const { today, settings } = useShop();
  const weekday = new Intl.DateTimeFormat(settings.language, { weekday: 'short', timeZone: 'UTC' }).format(
    dayNumber(today) * MILLISECONDS_PER_DAY,
  );
  return (
    <Text size="sm" c="dimmed" flex="none">
      <time dateTime={today} title={today}>
        {weekday} {shortDate(today, today)} · {lunarDayText(today, settings.language)}
      </time>
    </Text>
  );
};
