import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { errorText } from '../../ipc/errorText.ts';
import type { Upload } from './useUploads.ts';

interface UploadListProps {
  readonly uploads: readonly Upload[];
  readonly isRunning: boolean;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** What is being added, how far it is, and why something was not. */
export const UploadList = ({ uploads, isRunning, onCancel, onClose }: UploadListProps) => {
  const { t } = useTranslation();
  if (uploads.length === 0) return null;
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('attachments.uploads.title')}>
      <LeaveGuard
        isDirty={() => isRunning}
        words={{
          title: t('attachments.uploads.leaveTitle'),
          text: t('attachments.uploads.leaveText'),
          stay: t('attachments.uploads.stay'),
          leave: t('attachments.uploads.leave'),
        }}
      />
      <Stack gap="xs">
        {uploads.map((upload) => (
          <div key={upload.key}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" truncate>
                {upload.name}
              </Text>
              <Text size="sm" flex="none" role="status" c={upload.status === 'failed' ? 'var(--regulars-danger-text)' : 'dimmed'}>
                {t(`attachments.uploads.${upload.status}`)}
              </Text>
            </Group>
            {upload.error !== null && (
              <Text size="xs" c="var(--regulars-danger-text)" role="alert">
                {errorText(t, upload.error)}
              </Text>
            )}
            {upload.status === 'sending' && <Progress value={upload.share * 100} size="xs" aria-label={upload.name} />}
          </div>
        ))}
        <Group justify="flex-end">
          {isRunning ? (
            <Button variant="default" size="compact-sm" onClick={onCancel}>
              {t('attachments.uploads.cancel')}
            </Button>
          ) : (
            <Button variant="default" size="compact-sm" onClick={onClose}>
              {t('attachments.uploads.close')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
};
