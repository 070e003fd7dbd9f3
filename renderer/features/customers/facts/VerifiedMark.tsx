import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { daysBetween, type LocalDate } from '../../../../shared/types/time.ts';
import { useShop } from '../../../app/shop.tsx';

const DAYS_PER_MONTH = 30.44;
const MONTHS_FROM_DAYS = 60;
const MONTHS_PER_YEAR = 12;
const YEARS_FROM_MONTHS = 24;

/** How long ago a field was confirmed or typed in, as people say it; the exact day on hover. */
export const VerifiedMark = ({ on, source }: { readonly on: LocalDate; readonly source: 'confirmed' | 'edited' }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const days = Math.max(0, daysBetween(on, today));
  const months = Math.floor(days / DAYS_PER_MONTH);
  const when =
    days === 0
      ? t('common.when.today')
      : days < MONTHS_FROM_DAYS
        ? t('common.when.daysAgo', { count: days })
        : months < YEARS_FROM_MONTHS
          ? t('card.facts.monthsAgo', { count: months })
          : t('card.facts.yearsAgo', { count: Math.floor(months / MONTHS_PER_YEAR) });
  return (
    <Text component="span" size="xs" c="dimmed" title={on} style={{ whiteSpace: 'nowrap' }}>
      {t(`card.facts.${source}`, { when })}
    </Text>
  );
};
