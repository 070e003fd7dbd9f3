import { Button, List, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { useImportJobs } from './ImportJobs.tsx';
import { useSaveRejectedRows } from './useSaveRejectedRows.ts';

type Entry = OutputOf<'imports.list'>['rows'][number];

/** What taking an import back will do, in its own figures, before anybody says yes. */
const UndoEffects = ({ entry: { counts, form } }: { readonly entry: Entry }) => {
  const { t, i18n } = useTranslation();
  const figure = (count: number) => ({ count, figure: count.toLocaleString(i18n.language) });
  const effects = [
    ...(form === 'customers' && counts.added > 0 ? [t('imports.history.effect.customers', figure(counts.added))] : []),
    ...(form === 'purchases' ? [t('imports.history.effect.newcomers')] : []),
    ...(counts.visits > 0 ? [t('imports.history.effect.visits', figure(counts.visits))] : []),
    ...(counts.updated > 0 ? [t('imports.history.effect.updated', figure(counts.updated))] : []),
    t('imports.history.effect.kept'),
  ];
  return (
    <Stack gap="sm">
      <List size="sm" spacing={4}>
        {effects.map((effect) => (
          <List.Item key={effect}>{effect}</List.Item>
        ))}
      </List>
      <Text size="sm" fw={700}>
        {t('imports.history.effect.final')}
      </Text>
    </Stack>
  );
};

/** What there is to say of an import that nobody can take back now. */
const standing = ({ undoneAt, state }: Entry) =>
  undoneAt !== null
    ? 'imports.history.wasUndone'
    : state === 'committing'
      ? 'imports.history.committing'
      : 'imports.history.undoing';

/** Earlier imports, each of which can be taken back whole. */
export const ImportHistory = () => {
  const { t, i18n } = useTranslation();
  const { data } = useOperation('imports.list', { limit: 20 });
  const { file, undo } = useImportJobs();
  const saveRejected = useSaveRejectedRows();
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  if (!data || data.total === 0) return null;

  const takeBack = async (entry: Entry): Promise<void> => {
    const taken = await undo.start((jobId) => ({ jobId, importId: entry.id }));
    if (taken === null) return;
    const { customersRemoved, customersKept, visitsRemoved, valuesKept } = taken;
    const undone = t('imports.history.undone', { customers: customersRemoved, kept: customersKept, visits: visitsRemoved });
    const kept = valuesKept === 0 ? '' : t('imports.history.valuesKept', { count: valuesKept });
    notifications.show({ color: 'jade', message: undone + kept });
  };
  const isBusy = undo.state.status === 'running' || file.run.state.status === 'running';
  // The one import step that cannot itself be undone, so it asks.
  const ask = (entry: Entry): void => {
    modals.openConfirmModal({
      title: t('imports.history.ask', { file: entry.fileName }),
      children: <UndoEffects entry={entry} />,
      labels: { confirm: t('imports.history.undo'), cancel: t('common.cancel') },
      onConfirm: () => void takeBack(entry),
    });
  };
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="sm">
        {t('imports.history.title')}
      </Title>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {data.rows.map((entry) => (
            <Table.Tr key={entry.id}>
              <Table.Td w="9rem">
                <MomentText at={entry.at} />
              </Table.Td>
              <Table.Td>
                <Text size="sm" truncate maw="20rem" title={entry.fileName}>
                  {entry.fileName}
                </Text>
              </Table.Td>
              <Table.Td>{t(`imports.form.${entry.form}`)}</Table.Td>
              <Table.Td ta="right">
                <Text size="sm">
                  {(['added', 'updated'] as const)
                    .map((part) => `${t(`imports.count.${part}`)} ${figure(entry.counts[part])}`)
                    .join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td ta="right" w="11rem">
                {entry.counts.rejected > 0 && (
                  <Button size="compact-sm" variant="subtle" onClick={() => void saveRejected({ importId: entry.id })}>
                    {t('imports.history.rejected', { count: entry.counts.rejected, figure: figure(entry.counts.rejected) })}
                  </Button>
                )}
              </Table.Td>
              <Table.Td ta="right" w="8rem">
                {entry.undoneAt !== null || (isBusy && entry.state !== 'finished') ? (
                  <Text size="sm" c="dimmed">
                    {t(standing(entry))}
                  </Text>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={isBusy}
                    onClick={() => {
                      if (entry.state === 'finished') ask(entry);
                      else void takeBack(entry);
                    }}
                  >
                    {t(entry.state === 'finished' ? 'imports.history.undo' : 'imports.history.goOn')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {undo.state.status === 'running' && <JobProgress label={t('imports.history.working')} progress={undo.state.progress} />}
      {undo.state.status === 'failed' && <ErrorNotice error={undo.state.error} />}
    </Paper>
  );
};
