import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/errors.ts';
import { JobProgress } from '../../components/JobProgress.tsx';
import { errorText } from '../../ipc/errorText.ts';
import { client } from '../../ipc/client.ts';
import { onClosing, onProgress } from '../../ipc/events.ts';
import type { ClosingEvent, ProgressEvent } from '../../ipc/events.ts';
import { asShare, phaseOf } from './progress.ts';

/** The program is being closed: its backup is on the way, and nobody has to wait for it. */
export const ClosingBackup = () => {
  const { t } = useTranslation();
  const [event, setEvent] = useState<ClosingEvent | null>(null);
  const [progress, setProgress] = useState<ProgressEvent | null>(null);
  useEffect(() => onClosing(setEvent), []);
  useEffect(() => onProgress(setProgress), []);
  if (event === null) return null;
  const skip = (): void => void client.shell.skipClosingBackup({});
  const own = progress?.jobId === event.jobId ? progress : null;
  return (
    <Modal
      opened
      onClose={skip}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={event.state !== 'working'}
      centered
      title={t(event.state === 'working' ? 'backups.closing.title' : `backups.closing.titleOf.${event.state}`)}
    >
      <Stack gap="md" aria-live="polite">
        {event.state === 'working' && (
          <>
            <Text size="sm">{t('backups.closing.text')}</Text>
            <JobProgress label={t(`backups.phase.${phaseOf(own)}`)} progress={asShare(own)} />
            <Text size="sm" c="dimmed">
              {t('backups.closing.skipMeans')}
            </Text>
          </>
        )}
        {event.state === 'done' && (
          <Group gap="sm" wrap="nowrap">
            <IconShieldCheck size={22} stroke={1.7} color="var(--mantine-color-jade-text)" aria-hidden />
            <Text size="sm" fw={700}>
              {t('backups.closing.done')}
            </Text>
          </Group>
        )}
        {event.state === 'failed' && (
          <>
            <Text size="sm">{event.error && errorText(t, new AppError(event.error.code, event.error.details))}</Text>
            <Text size="sm" c="dimmed">
              {t('backups.closing.failedMeans')}
            </Text>
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={skip}>
            {t(event.state === 'working' ? 'backups.closing.skip' : 'backups.closing.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
