import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText } from '../../components/MomentText.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { client } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** One click brings back what was there before the last restore. */
export const UndoRestore = () => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const showError = useErrorToast();
  const last = useOperation('backups.lastRestore', {}).data;
  const [isBusy, setIsBusy] = useState(false);
  if (!last) return null;
  const undo = async (): Promise<void> => {
    setIsBusy(true);
    try {
      await client.backups.undoRestore({});
      notifications.show({ color: 'jade', message: t('backups.restore.undone') });
      await queryClient.invalidateQueries();
    } catch (error) {
      showError(error);
    }
    setIsBusy(false);
  };
  return (
    <Stack gap="xs" mt="md" align="flex-start">
      <Text size="sm">
        <MomentText at={last.at} /> · {t('backups.restore.undoText', { file: last.file })}
      </Text>
      <Button variant="default" loading={isBusy} onClick={() => void undo()}>
        {t('backups.restore.undo')}
      </Button>
    </Stack>
  );
};
