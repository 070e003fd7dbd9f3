import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SegmentFilter } from '../../../shared/contract/segments.ts';
import { useMoney } from '../../components/useMoney.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useShop } from '../../app/shop.tsx';
import type { Overview } from './groups.ts';

interface GroupAdviceProps {
  readonly filter: SegmentFilter;
  readonly overview: Overview;
  readonly count: number;
}

/** What the group means, what to do with it (R030), and by which cut-offs the scores were given. */
export const GroupAdvice = ({ filter, overview, count }: GroupAdviceProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { settings } = useShop();
  const { cutoffs } = overview;
  return (
    <Stack gap="md" flex={1} miw={0}>
      {filter.axis === 'rfm8' && count > 0 && (
        <Paper bg="var(--regulars-advice)" p="md">
          <Title order={2} size="h3" c="var(--regulars-advice-text)" mb={4}>
            {t('segments.advice.title')}
          </Title>
          <Text size="sm">{t(`segments.advice.${filter.segment}`)}</Text>
        </Paper>
      )}
      {cutoffs !== null && (
        <Stack gap={4} px={4}>
          <Title order={2} size="h3">
            {t('segments.cutoffs.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t(`segments.cutoffs.${cutoffs.method}`, { from: cutoffs.windowFrom, months: cutoffs.windowMonths })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('segments.cutoffs.recency', { days: cutoffs.recencyDays.join(' / ') })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('segments.cutoffs.frequency', { times: cutoffs.frequency.join(' / ') })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('segments.cutoffs.money', {
              amounts: cutoffs.moneyCents.map((amount) => money(cents(Math.round(amount)))).join(' / '),
            })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('segments.cutoffs.value', {
              high: money(cutoffs.valueHighCents),
              middle: money(cutoffs.valueMiddleCents),
            })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('segments.cutoffs.dormant', { months: settings.dormantMonths, active: settings.activeMonths })}
          </Text>
        </Stack>
      )}
    </Stack>
  );
};
