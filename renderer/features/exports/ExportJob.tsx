import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import type { JobState } from '../../ipc/useJob.ts';
import { megabytes } from '../backups/megabytes.ts';
import classes from './ExportJob.module.css';

interface ExportJobProps {
  readonly state: JobState<{ readonly fileName: string; readonly bytes: number; readonly rows: number }>;
  readonly onStart: () => void;
  readonly onCancel: () => void;
  readonly isReady?: boolean;
  /** What to keep in mind, beside the button. */
  readonly note?: string;
}

/** The button, then how far it is, then what was written. */
export const ExportJob = ({ state, onStart, onCancel, isReady = true, note }: ExportJobProps) => {
  const { t, i18n } = useTranslation();
  if (state.status === 'running')
    return <JobProgress label={t('exports.run.working')} progress={state.progress} onCancel={onCancel} />;
  return (
    <>
      {state.status === 'failed' && <ErrorNotice error={state.error} onRetry={onStart} />}
      {state.status === 'cancelled' && <Alert color="gray">{t('exports.run.cancelled')}</Alert>}
      {state.status === 'done' && (
        <Alert color="jade" icon={<IconCheck stroke={1.7} />} role="status">
          {t('exports.run.done', {
            file: state.value.fileName,
            count: state.value.rows,
            figure: state.value.rows.toLocaleString(i18n.language),
            size: megabytes(state.value.bytes),
          })}
        </Alert>
      )}
      <Group py="xs" className={classes['foot'] ?? ''}>
        <Button disabled={!isReady} onClick={onStart}>
          {t('exports.run.start')}
        </Button>
        {note !== undefined && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
      </Group>
    </>
  );
};
