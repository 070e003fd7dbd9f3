import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { RestoreWayOut } from '../../app/RestoreWayOut.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { client } from '../../ipc/client.ts';
import { useJob } from '../../ipc/useJob.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { megabytes } from './megabytes.ts';

/** A backup to a stick or folder, proven before it is called good; and the way back from one. */
export const BackupsPage = () => {
  const { t } = useTranslation();
  return (
    <Stack gap={0} h="100%">
      <PageHeader title={t('backups.title')} text={t('backups.about')} />
      <Stack px="md" gap="md" maw="48rem">
        <MakeBackup />
        <Paper withBorder p="md" component="section">
          <Title order={2} mb={4}>
            {t('backups.restore.title')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('backups.restore.about')}
          </Text>
          <RestoreWayOut />
        </Paper>
      </Stack>
    </Stack>
  );
};

const MakeBackup = () => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  const status = useOperation('backups.status', {}).data;
  const job = useJob('backups.create');
  const { state } = job;

  const make = async (): Promise<void> => {
    try {
      const folder = await client.shell.chooseFolder({});
      if (folder !== null) await job.start((jobId) => ({ jobId, folder: folder.token }));
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Paper withBorder p="md" component="section">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={4}>
          <Title order={2}>{t('backups.make.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('backups.make.about')}
          </Text>
          {status && <LastBackupLine status={status} />}
        </Stack>
        <Button flex="none" loading={state.status === 'running'} onClick={() => void make()}>
          {t('backups.make.choose')}
        </Button>
      </Group>
      <Stack mt={state.status === 'idle' ? 0 : 'sm'} gap="sm" aria-live="polite">
        {state.status === 'running' && (
          <JobProgress label={t('backups.make.working')} progress={state.progress} onCancel={job.cancel} />
        )}
        {state.status === 'failed' && <ErrorNotice error={state.error} onRetry={() => void make()} />}
        {state.status === 'cancelled' && <Text size="sm">{t('backups.make.cancelled')}</Text>}
        {state.status === 'done' && <Proven backup={state.value} />}
      </Stack>
    </Paper>
  );
};

const LastBackupLine = ({ status }: { readonly status: OutputOf<'backups.status'> }) => {
  const { t } = useTranslation();
  const { last } = status;
  if (last === null)
    return (
      <Group gap={6} wrap="nowrap" c="var(--mantine-color-amber-text)">
        <IconShieldExclamation size={18} stroke={1.7} aria-hidden />
        <Text size="sm">{t('backups.last.never')}</Text>
      </Group>
    );
  return (
    <Text size="sm">
      {t('backups.last.at')} <MomentText at={last.at} /> · {last.file} · {megabytes(last.bytes)}
    </Text>
  );
};

const Proven = ({ backup }: { readonly backup: OutputOf<'backups.create'> }) => {
  const { t, i18n } = useTranslation();
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <IconShieldCheck size={22} stroke={1.7} color="var(--mantine-color-jade-text)" aria-hidden />
      <Stack gap={2}>
        <Text size="sm" fw={700}>
          {t('backups.proven.title', { file: backup.file.split(/[\\/]/).at(-1) ?? backup.file })}
        </Text>
        <Text size="sm">
          {t('backups.proven.counts', {
            customers: figure(backup.counts.customers),
            visits: figure(backup.counts.visits),
            points: figure(backup.counts.pointsBalance),
            size: megabytes(backup.bytes),
          })}
        </Text>
        <Text size="xs" c="dimmed">
          {t('backups.proven.pull')}
        </Text>
      </Stack>
    </Group>
  );
};
