import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconTelescope } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FiguresArea } from '../../components/FiguresArea.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { call } from '../../ipc/client.ts';
import { studyQuery } from '../../ipc/useOperation.ts';
import { SegmentSections } from '../segments/SegmentSections.tsx';
import { Expected } from './Expected.tsx';
import { Meaning } from './Meaning.tsx';
import { Proof } from './Proof.tsx';

const horizons = ['4', '13', '52'] as const;
const WEEK_DAYS = 7;

/** What to expect of everybody within some weeks, what that is made of, and how it would have done (R118). */
export const ForecastPage = (): ReactNode => {
  const { t } = useTranslation();
  const [weeks, setWeeks] = useState<string>('13');
  const { data, error, refetch } = useQuery({
    ...studyQuery('forecast.get', { horizonDays: Number(weeks) * WEEK_DAYS }, (asked) => call('forecast.get', asked)),
    placeholderData: keepPreviousData,
    // One visit moves no estimate: it is worked out anew when the page is opened, not while somebody reads it.
    refetchOnMount: 'always',
  });
  return (
    <Stack gap={0} h="100%">
      <SegmentSections />
      <PageHeader title={t('forecast.title')} text={t('forecast.text')} />
      <Group px="md" pb="sm" gap="xs">
        <Text size="sm">{t('forecast.horizon')}</Text>
        <SegmentedControl
          aria-label={t('forecast.horizon')}
          value={weeks}
          onChange={setWeeks}
          data={horizons.map((value) => ({ value, label: t('forecast.weeks', { count: Number(value) }) }))}
        />
      </Group>
      <FiguresArea
        label={t('forecast.title')}
        counting={t('forecast.counting')}
        isCounting={data === undefined}
        error={error}
        onRetry={() => void refetch()}
      >
        {data?.outcome === 'refused' && (
          <EmptyState
            icon={IconTelescope}
            title={t('forecast.refused.title')}
            text={t(`forecast.refused.${data.reason}`, { found: data.found ?? '', needed: data.needed ?? '' })}
          />
        )}
        {data?.outcome === 'fitted' && (
          <Stack gap="lg" pb="lg" maw={900}>
            <Expected forecast={data} />
            <Meaning forecast={data} />
            <Proof calibration={data.calibration} />
          </Stack>
        )}
      </FiguresArea>
    </Stack>
  );
};
