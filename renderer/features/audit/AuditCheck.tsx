import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { useJob } from '../../ipc/useJob.ts';

/** Of the check code: enough to compare by eye. */
const SHOWN_OF_HEAD = 16;

/** The check of the whole chain: the button, how far it is, and what it found. */
export const useAuditCheck = () => {
  const { t, i18n } = useTranslation();
  const { state, start, cancel } = useJob('audit.verify');
  const button = (
    <Button
      variant="default"
      leftSection={<IconShieldCheck size={16} stroke={1.7} aria-hidden />}
      loading={state.status === 'running'}
      onClick={() => void start((jobId) => ({ jobId }))}
    >
      {t('audit.check.start')}
    </Button>
  );
  switch (state.status) {
    case 'idle':
      return { button, result: null };
    case 'running':
      return { button, result: <JobProgress label={t('audit.check.working')} progress={state.progress} onCancel={cancel} /> };
    case 'cancelled':
      return { button, result: <Text size="sm">{t('audit.check.cancelled')}</Text> };
    case 'failed':
      return { button, result: <ErrorNotice error={state.error} /> };
    case 'done': {
      const { firstBreak, entries, head } = state.value;
      const result =
        firstBreak === null ? (
          <Alert color="green" role="status" icon={<IconShieldCheck aria-hidden />}>
            <Text size="sm">{t('audit.check.whole', { entries: entries.toLocaleString(i18n.language) })}</Text>
            <Text size="sm" c="dimmed">
              {t('audit.check.headText', { head: head.slice(0, SHOWN_OF_HEAD) })}
            </Text>
          </Alert>
        ) : (
          <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('audit.check.broken')}>
            <Text size="sm">{t(`audit.check.${firstBreak.what}`, { sequence: firstBreak.sequence })}</Text>
            <Text size="sm">{t('audit.check.next')}</Text>
          </Alert>
        );
      return { button, result };
    }
  }
};
