import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconAffiliate } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FiguresArea } from '../../components/FiguresArea.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { call } from '../../ipc/client.ts';
import { studyQuery } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { BroughtAndOrdinary, BySource } from './ConversionTables.tsx';

const periods = ['6', '12', '24'] as const;
const spans = ['7', '30', '90'] as const;

/** Whether those whom regulars bring become customers more often than others who come new, and how often (R095). */
export const ConversionPage = (): ReactNode => {
  const { t } = useTranslation();
  const [period, setPeriod] = useState<string>('12');
  const [span, setSpan] = useState<string>('30');
  const days = Number(span);
  const input = { months: Number(period), days };
  const { data, error, refetch } = useQuery({
    ...studyQuery('referrals.conversion', input, (asked) => call('referrals.conversion', asked)),
    placeholderData: keepPreviousData,
  });
  const isEmpty = data?.brought.people === 0 && data.ordinary.people === 0;
  return (
    <Stack gap={0} h="100%">
      <LoyaltySections />
      <PageHeader title={t('referrals.conversion.title')} text={t('referrals.conversion.text')} />
      <Group px="md" pb="sm" gap="xl">
        <Group gap="xs">
          <Text size="sm">{t('referrals.conversion.period')}</Text>
          <SegmentedControl
            aria-label={t('referrals.conversion.period')}
            value={period}
            onChange={setPeriod}
            data={periods.map((value) => ({ value, label: t('referrals.conversion.months', { count: Number(value) }) }))}
          />
        </Group>
        <Group gap="xs">
          <Text size="sm">{t('referrals.conversion.span')}</Text>
          <SegmentedControl
            aria-label={t('referrals.conversion.span')}
            value={span}
            onChange={setSpan}
            data={spans.map((value) => ({ value, label: t('referrals.conversion.days', { count: Number(value) }) }))}
          />
        </Group>
      </Group>
      <FiguresArea
        label={t('referrals.conversion.title')}
        counting={t('referrals.conversion.counting')}
        isCounting={data === undefined}
        error={error}
        onRetry={() => void refetch()}
      >
        {isEmpty && (
          <EmptyState
            icon={IconAffiliate}
            title={t('referrals.conversion.empty.title')}
            text={t('referrals.conversion.empty.text')}
          />
        )}
        {data !== undefined && !isEmpty && (
          <Stack gap="lg" pb="lg" maw={900}>
            <BroughtAndOrdinary {...data} days={days} />
            <Stack gap={2}>
              <Text size="sm" c="dimmed">
                {t('referrals.conversion.how')}
              </Text>
              {data.namedLater > 0 && (
                <Text size="sm" c="dimmed">
                  {t('referrals.conversion.namedLater', { count: data.namedLater })}
                </Text>
              )}
              {data.boughtBefore > 0 && (
                <Text size="sm" c="dimmed">
                  {t('referrals.conversion.boughtBefore', { count: data.boughtBefore })}
                </Text>
              )}
            </Stack>
            <BySource {...data} days={days} />
          </Stack>
        )}
      </FiguresArea>
    </Stack>
  );
};
