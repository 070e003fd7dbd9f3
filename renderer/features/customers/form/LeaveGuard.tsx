import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before typed work is thrown away; `isDirty` is asked at the moment of leaving. */
export const LeaveGuard = ({ isDirty }: { readonly isDirty: () => boolean }) => {
  const { t } = useTranslation();
  const blocker = useBlocker({ shouldBlockFn: isDirty, enableBeforeUnload: false, withResolver: true });
  const stay = (): void => {
    blocker.reset?.();
  };
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={stay}
      title={t('customers.form.leave.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text size="sm">{t('customers.form.leave.text')}</Text>
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              blocker.proceed?.();
            }}
          >
            {t('customers.form.leave.discard')}
          </Button>
          <Button data-autofocus onClick={stay}>
            {t('customers.form.leave.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
