import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PurgeDialogProps {
  readonly isOpen: boolean;
  readonly count: number;
  readonly isRunning: boolean;
  readonly onPurge: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be undone: deleting for good. */
export const PurgeDialog = ({ isOpen, count, isRunning, onPurge, onClose }: PurgeDialogProps) => {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('attachments.purgeTitle', { count })} withCloseButton={false}>
      <Stack>
        <Text size="sm">{t('attachments.purgeText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red.9" loading={isRunning} onClick={onPurge}>
            {t('attachments.purge')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
