import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconShieldExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { useJob } from '../../ipc/useJob.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** The weekly look at the whole store: when it was, what it found, and again now. */
export const StoreCheck = () => {
  const { t } = useTranslation();
  const last = useOperation('backups.lastCheck', {}).data;
  const job = useJob('backups.checkStore');
  const { state } = job;
  if (last === undefined) return null;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('backups.check.about')}
      </Text>
      <Stack gap="sm" aria-live="polite">
        {last === null ? (
          <Text size="sm">{t('backups.check.never')}</Text>
        ) : (
          <Text size="sm">
            {t(last.problems.length === 0 ? 'backups.check.good' : 'backups.check.bad')} <MomentText at={last.at} />
          </Text>
        )}
        {last !== null && last.problems.length > 0 && (
          <Alert color="amber" icon={<IconShieldExclamation stroke={1.7} aria-hidden />} title={t('backups.check.found')}>
            <Text size="sm">{last.problems.join('; ')}</Text>
            <Text size="sm">{t('backups.check.next')}</Text>
          </Alert>
        )}
        {state.status === 'failed' && <ErrorNotice error={state.error} />}
        {state.status === 'running' && (
          <JobProgress label={t('backups.check.working')} progress={state.progress} onCancel={job.cancel} />
        )}
      </Stack>
      {state.status !== 'running' && (
        <Group>
          <Button variant="default" onClick={() => void job.start((jobId) => ({ jobId }))}>
            {t('backups.check.now')}
          </Button>
        </Group>
      )}
    </Stack>
  );
};
