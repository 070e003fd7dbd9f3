import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { JobProgress } from '../../components/JobProgress.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useJob } from '../../ipc/useJob.ts';

type Salvaged = OutputOf<'rescue.salvage'>;

interface SalvageProps {
  readonly report: OutputOf<'rescue.report'>;
  readonly onDone: (keptAs: string | null) => void;
}

/** The second choice: what can still be read goes into a new store, and is used only when somebody has seen what it keeps. */
export const Salvage = ({ report, onDone }: SalvageProps) => {
  const { t, i18n } = useTranslation();
  const job = useJob('rescue.salvage');
  const { state } = job;
  const figure = (value: number | null): string => (value === null ? '?' : value.toLocaleString(i18n.language));
  return (
    <Stack gap="sm" component="section" aria-label={t('rescue.salvage.title')}>
      <Title order={2}>{t('rescue.salvage.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('rescue.salvage.about')}
        {report.customers !== null &&
          ` ${t('rescue.salvage.readable', { customers: figure(report.customers), visits: figure(report.visits) })}`}
      </Text>
      <Stack gap="sm" aria-live="polite">
        {state.status === 'running' && (
          <JobProgress label={t('rescue.salvage.working')} progress={state.progress} onCancel={job.cancel} />
        )}
        {state.status === 'cancelled' && <Text size="sm">{t('rescue.salvage.stopped')}</Text>}
        {state.status === 'failed' && <ErrorNotice error={state.error} />}
        {state.status === 'done' && <Rescued salvaged={state.value} onDone={onDone} />}
      </Stack>
      {(state.status === 'idle' || state.status === 'cancelled' || state.status === 'failed') && (
        <Group>
          <Button variant="default" onClick={() => void job.start((jobId) => ({ jobId }))}>
            {t('rescue.salvage.start')}
          </Button>
        </Group>
      )}
    </Stack>
  );
};

const named = [
  ['customers', 'rescue.salvage.customers'],
  ['visits', 'rescue.salvage.visits'],
  ['points_entries', 'rescue.salvage.points'],
] as const;

const Rescued = ({ salvaged, onDone }: { readonly salvaged: Salvaged; readonly onDone: SalvageProps['onDone'] }) => {
  const { t, i18n } = useTranslation();
  const restore = useJob('backups.restore');
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  const use = async (file: string): Promise<void> => {
    const restored = await restore.start((jobId) => ({ jobId, file }));
    if (restored) onDone(restored.keptAs);
  };
  const { file, tables, lostRows, problems } = salvaged;
  return (
    <Alert color={file === null ? 'red' : 'jade'} title={t('rescue.salvage.keeps')}>
      <Stack gap="xs">
        <List size="sm">
          {named.map(([name, label]) => {
            const table = tables.find((one) => one.name === name);
            return (
              table && (
                <List.Item key={name}>
                  {t(label)}{' '}
                  {table.expected === null
                    ? figure(table.kept)
                    : t('rescue.salvage.of', { kept: figure(table.kept), expected: figure(table.expected) })}
                </List.Item>
              )
            );
          })}
        </List>
        <Text size="sm" fw={600}>
          {lostRows === 0 ? t('rescue.salvage.lostNone') : t('rescue.salvage.lost', { count: lostRows })}
        </Text>
        {restore.state.status === 'failed' && <ErrorNotice error={restore.state.error} />}
        {file === null ? (
          <Text size="sm">{t('rescue.salvage.problems', { problems: problems.join('; ') })}</Text>
        ) : (
          <Group>
            <Button loading={restore.state.status === 'running'} onClick={() => void use(file)}>
              {t('rescue.salvage.use')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('rescue.salvage.sure')}
            </Text>
          </Group>
        )}
      </Stack>
    </Alert>
  );
};
