import { Box, Button, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { IconCopyCheck, IconHistory, IconZoomCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { useJob } from '../../ipc/useJob.ts';
import { usePages } from '../../ipc/usePages.ts';
import { CustomersSections } from '../customers/CustomersSections.tsx';
import { PairList } from './PairList.tsx';

type Listed = OutputOf<'duplicates.list'>;

/** Customers who may have been entered twice, likeliest first, each pair with its reasons. */
export const DuplicatesPage = () => {
  const { t } = useTranslation();
  const list = usePages('duplicates.list', (page) => call('duplicates.list', page));
  const job = useJob('duplicates.scan');
  const scan = (): void => void job.start((jobId) => ({ jobId }));
  const isRunning = job.state.status === 'running';
  return (
    <Stack gap={0} h="100%">
      <CustomersSections />
      <PageHeader title={t('duplicates.title')} text={t('duplicates.about')}>
        <Button
          variant="default"
          leftSection={<IconHistory size={18} stroke={1.7} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/customers/merges" search={{}} />}
        >
          {t('duplicates.history.title')}
        </Button>
        <Button leftSection={<IconZoomCheck size={18} stroke={1.7} aria-hidden />} loading={isRunning} onClick={scan}>
          {t('duplicates.scan')}
        </Button>
      </PageHeader>
      <Box px="md" pb="xs" aria-live="polite">
        {job.state.status === 'running' && (
          <JobProgress label={t('duplicates.scanning')} progress={job.state.progress} onCancel={job.cancel} />
        )}
        {job.state.status === 'failed' && <ErrorNotice error={job.state.error} onRetry={scan} />}
        {list.first?.lastScan != null && !isRunning && <ScanLine list={list.first} scan={list.first.lastScan} />}
      </Box>
      {list.error !== null && <ErrorNotice error={list.error} onRetry={list.readAgain} />}
      <ScrollArea flex={1} type="auto" scrollbarSize={8}>
        {list.rows.length > 0 && <PairList pairs={list.rows} />}
        <ReadOn left={list.left} isReading={list.isReading} onReadOn={list.readOn} />
        {list.first?.total === 0 && !isRunning && <NoPairs hasScanned={list.first.lastScan !== null} />}
      </ScrollArea>
    </Stack>
  );
};

interface ScanLineProps {
  readonly list: Listed;
  readonly scan: NonNullable<Listed['lastScan']>;
}
const ScanLine = ({ list, scan }: ScanLineProps) => {
  const { t, i18n } = useTranslation();
  return (
    <Group justify="space-between" gap="md">
      <Text size="sm">
        {list.total > 0 && <b>{t('duplicates.found', { count: list.total })}</b>}
        {list.total > 0 && ' · '}
        <Text span inherit c="dimmed">
          {t('duplicates.lastScan', { customers: scan.customers.toLocaleString(i18n.language) })} · <MomentText at={scan.at} />
          {scan.crowded > 0 && ` · ${t('duplicates.crowded', { count: scan.crowded })}`}
        </Text>
      </Text>
      {list.total > 0 && (
        <Text size="xs" c="dimmed">
          {t('duplicates.keys')}
        </Text>
      )}
    </Group>
  );
};

const NoPairs = ({ hasScanned }: { readonly hasScanned: boolean }) => {
  const { t } = useTranslation();
  const key = hasScanned ? 'none' : 'never';
  return <EmptyState icon={IconCopyCheck} title={t(`duplicates.${key}.title`)} text={t(`duplicates.${key}.text`)} />;
};
