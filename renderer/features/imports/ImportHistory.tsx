import { Button, Paper, Table, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';

type Entry = OutputOf<'imports.list'>['rows'][number];

/** Earlier imports, each of which can be taken back whole. */
export const ImportHistory = () => {
  const { t, i18n } = useTranslation();
  const { data } = useOperation('imports.list', { limit: 20 });
  const undo = useCommand('imports.undo');
  if (!data || data.total === 0) return null;

  const takeBack = async (entry: Entry): Promise<void> => {
    const { customersRemoved, customersKept, visitsRemoved, valuesKept } = await undo.mutateAsync({ importId: entry.id });
    const undone = t('imports.history.undone', { customers: customersRemoved, kept: customersKept, visits: visitsRemoved });
    const kept = valuesKept === 0 ? '' : t('imports.history.valuesKept', { count: valuesKept });
    notifications.show({ color: 'jade', message: undone + kept });
  };
  // The one import step that cannot itself be undone, so it asks.
  const ask = (entry: Entry): void => {
    modals.openConfirmModal({
      title: t('imports.history.ask', { file: entry.fileName }),
      children: <Text size="sm">{t('imports.history.askText')}</Text>,
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
                {t('imports.history.added', {
                  count: entry.counts.added,
                  figure: entry.counts.added.toLocaleString(i18n.language),
                })}
              </Table.Td>
              <Table.Td ta="right" w="8rem">
                {entry.undoneAt === null ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={undo.isPending && undo.variables.importId === entry.id}
                    onClick={() => {
                      ask(entry);
                    }}
                  >
                    {t('imports.history.undo')}
                  </Button>
                ) : (
                  <Text size="sm" c="dimmed">
                    {t('imports.history.wasUndone')}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
};
