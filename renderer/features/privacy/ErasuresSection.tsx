import { Alert, Button, Group, List, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useJob } from '../../ipc/useJob.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** Who was erased when, whether the backups are clean of them, and what to do when not. Nothing where nobody ever was. */
export const ErasuresSection = () => {
  const { t } = useTranslation();
  const money = useMoney();
  const { data } = useOperation('privacy.erasures', {});
  const finish = useJob('privacy.finishErasure');
  const remove = useJob('privacy.deleteOlderBackups');
  if (data === undefined || data.rows.length === 0) return null;
  const ask = (): void => {
    modals.openConfirmModal({
      title: t('privacy.erasures.askDelete', { count: data.olderBackups.length }),
      children: <Text size="sm">{t('privacy.erasures.askText')}</Text>,
      labels: { confirm: t('privacy.erasures.delete'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => {
        void remove
          .start((jobId) => ({ jobId }))
          .then((value) => {
            if (value !== null)
              notifications.show({ color: 'gray', message: t('privacy.erasures.deleted', { count: value.deleted }) });
          });
      },
    });
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="erasures-title">
      <Title order={2} mb="sm" id="erasures-title">
        {t('privacy.erasures.title')}
      </Title>
      <Stack gap="sm">
        {data.isBackupDue && (
          <Alert color="red" title={t('privacy.erasures.due')}>
            <Text size="sm" mb="xs">
              {t('privacy.erasures.dueText')}
            </Text>
            {finish.state.status === 'running' ? (
              <JobProgress label={t('privacy.erase.working')} progress={finish.state.progress} />
            ) : (
              <Button size="compact-sm" onClick={() => void finish.start((jobId) => ({ jobId }))}>
                {t('privacy.erasures.finish')}
              </Button>
            )}
            {finish.state.status === 'done' && finish.state.value.backup.state === 'due' && (
              <Text size="sm" mt="xs" role="status">
                {t('privacy.erasures.stillDue')}
              </Text>
            )}
          </Alert>
        )}
        {finish.state.status === 'failed' && <ErrorNotice error={finish.state.error} />}
        {remove.state.status === 'failed' && <ErrorNotice error={remove.state.error} />}
        {data.olderBackups.length > 0 && (
          <Alert color="amber" title={t('privacy.erasures.older', { count: data.olderBackups.length })}>
            <List size="sm" mb="xs">
              {data.olderBackups.slice(0, 5).map(({ fileName, folder }) => (
                <List.Item key={`${folder}/${fileName}`}>
                  {fileName}{' '}
                  <Text span c="dimmed" inherit>
                    {folder}
                  </Text>
                </List.Item>
              ))}
            </List>
            {!data.isBackupDue && (
              <Group gap="xs">
                <Button size="compact-sm" color="red" variant="outline" onClick={ask}>
                  {t('privacy.erasures.delete')}
                </Button>
                <Text size="sm" c="dimmed">
                  {t('privacy.erasures.rotation')}
                </Text>
              </Group>
            )}
          </Alert>
        )}
        <Table verticalSpacing={6} aria-labelledby="erasures-title">
          <Table.Tbody>
            {data.rows.map(({ id, at, staffName, customers }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <MomentText at={at} />
                </Table.Td>
                <Table.Td>{t('privacy.erasures.cards', { count: customers })}</Table.Td>
                <Table.Td ta="right">{staffName ?? ''}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm" c="dimmed">
          {t('privacy.erasures.sums', { visits: data.anonymousVisits, spend: money(data.anonymousCents) })}
        </Text>
      </Stack>
    </Paper>
  );
};
