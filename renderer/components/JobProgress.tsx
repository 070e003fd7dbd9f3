import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobProgress as Figures } from '../ipc/useJob.ts';

interface JobProgressProps {
  /** What is being done, in words. */
  readonly label?: string;
  /** Null before the first figure came. */
  readonly progress: Figures | null;
  /** Absent where it cannot be stopped half done. */
  readonly onCancel?: () => void;
}

/** How far long work has come, and the way to stop it. */
export const JobProgress = ({ label, progress, onCancel }: JobProgressProps) => {
  const { t, i18n } = useTranslation();
  const [isStopping, setIsStopping] = useState(false);
  const total = progress?.total ?? null;
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  return (
    <Stack gap="xs" component="output">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{isStopping ? t('common.job.cancelling') : (label ?? t('common.job.working'))}</Text>
        <Text size="sm" c="dimmed">
          {progress === null
            ? ''
            : total === null
              ? figure(progress.done)
              : t('common.job.progress', { done: figure(progress.done), total: figure(total) })}
        </Text>
      </Group>
      <Group wrap="nowrap">
        <Progress
          flex={1}
          value={progress === null || total === null || total === 0 ? 100 : (progress.done / total) * 100}
          animated={total === null}
          aria-label={label ?? t('common.job.working')}
        />
        {onCancel !== undefined && (
          <Button
            variant="default"
            size="compact-sm"
            disabled={isStopping}
            onClick={() => {
              setIsStopping(true);
              onCancel();
            }}
          >
            {t('common.cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  );
};
