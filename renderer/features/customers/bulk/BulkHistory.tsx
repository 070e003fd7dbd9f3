import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../shared/contract.ts';
import { useErrorToast } from '../../../app/useErrorToast.tsx';
import { MomentText } from '../../../components/MomentText.tsx';
import { useJob } from '../../../ipc/useJob.ts';
import { useOperation } from '../../../ipc/useOperation.ts';

type Edit = OutputOf<'bulkEdits.list'>['rows'][number];
const SHOWN = 5;

/** The latest bulk edits, each of which can be undone at any time. */
export const BulkHistory = () => {
  const { t } = useTranslation();
  const rows = useOperation('bulkEdits.list', { limit: SHOWN }).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Stack gap="xs" mt="md">
      <Title order={3}>{t('lists.bulk.history')}</Title>
      {rows.map((edit) => (
        <EditLine key={edit.id} edit={edit} />
      ))}
    </Stack>
  );
};

const EditLine = ({ edit }: { readonly edit: Edit }) => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  const undo = useJob('bulkEdits.undo');
  const takeBack = async (): Promise<void> => {
    const undone = await undo.start((jobId) => ({ jobId, bulkEditId: edit.id }));
    if (undone === null) return;
    notifications.show({
      color: undone.left > 0 ? 'amber' : 'gray',
      message:
        undone.left > 0 ? t('lists.bulk.left', { count: undone.left }) : t('lists.bulk.undone', { count: undone.restored }),
    });
  };
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Stack gap={0} miw={0}>
        <Text size="sm" truncate>
          {t(`lists.bulk.kinds.${edit.action.kind}`)}
          {edit.label !== null && ` · ${edit.label}`}
        </Text>
        <Text size="xs" c="dimmed">
          <MomentText at={edit.at} /> · {t('lists.bulk.people', { count: edit.changed })}
        </Text>
      </Stack>
      {edit.undoneAt === null ? (
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          loading={undo.state.status === 'running'}
          onClick={() => void takeBack().catch(showError)}
        >
          {t('lists.bulk.undo')}
        </Button>
      ) : (
        <Text size="xs" c="dimmed" flex="none">
          {t('lists.bulk.isUndone')}
        </Text>
      )}
    </Group>
  );
};
