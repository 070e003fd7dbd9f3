import { Group, Stack, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { client } from '../../ipc/client.ts';
import { useJob } from '../../ipc/useJob.ts';
import { BackupPlaces } from './BackupPlaces.tsx';
import { megabytes } from './megabytes.ts';
import { asShare, phaseOf } from './progress.ts';

/** Choose a place, and back up to it now. */
export const MakeBackup = () => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  const job = useJob('backups.create');
  const { state } = job;
  const isRunning = state.status === 'running';
  const make = (folder: string): void => void job.start((jobId) => ({ jobId, folder }));
  const choose = async (): Promise<void> => {
    try {
      const folder = await client.shell.chooseFolder({});
      if (folder !== null) make(folder.token);
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Stack gap="sm">
      <BackupPlaces isBusy={isRunning} onChoose={make} onOther={() => void choose()} />
      <Stack gap="sm" aria-live="polite">
        {isRunning && (
          <JobProgress
            label={t(`backups.phase.${phaseOf(state.progress)}`)}
            progress={asShare(state.progress)}
            onCancel={job.cancel}
          />
        )}
        {state.status === 'failed' && <ErrorNotice error={state.error} />}
        {state.status === 'cancelled' && <Text size="sm">{t('backups.cancelled')}</Text>}
        {state.status === 'done' && <Proven backup={state.value} />}
      </Stack>
    </Stack>
  );
};

const Proven = ({ backup }: { readonly backup: OutputOf<'backups.create'> }) => {
  const { t, i18n } = useTranslation();
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  const file = backup.file.split(/[\\/]/).at(-1) ?? backup.file;
  const Icon = backup.verified ? IconShieldCheck : IconShieldExclamation;
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Icon size={22} stroke={1.7} color={`var(--mantine-color-${backup.verified ? 'jade' : 'amber'}-text)`} aria-hidden />
      <Stack gap={2}>
        <Text size="sm" fw={700}>
          {t(backup.verified ? 'backups.proven.title' : 'backups.proven.findings', { file })}
        </Text>
        <Text size="sm">
          {t('backups.proven.counts', {
            customers: figure(backup.counts.customers),
            visits: figure(backup.counts.visits),
            points: figure(backup.counts.pointsBalance),
            size: megabytes(backup.bytes),
          })}
        </Text>
        <Text size="sm" fw={700} c="jade">
          {t('backups.proven.pull')}
        </Text>
        <Text size="xs" c="dimmed">
          {backup.parts > 1 && `${t('backups.proven.parts', { count: backup.parts })} `}
          {backup.removed > 0 && t('backups.proven.removed', { count: backup.removed })}
        </Text>
      </Stack>
    </Group>
  );
};
