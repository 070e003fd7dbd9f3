import { Button, Group, Text } from '@mantine/core';
import { IconDeviceTablet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { client } from '../../ipc/client.ts';

interface WaitingForCustomerProps {
  /** Null for someone new. */
  readonly customerId: string | null;
  readonly name: string | null;
  readonly size: 'sm' | 'compact-sm';
}

/** Somebody has been asked to type their details and has not sent them yet: who, and the way to withdraw it (X39). */
export const WaitingForCustomer = ({ customerId, name, size }: WaitingForCustomerProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const showError = useErrorToast();
  const withdraw = async (): Promise<void> => {
    try {
      const { isOpen } = await client.shell.facingState({});
      await client.intake.close({});
      await client.shell.closeFacing({});
      done({
        label: t('intake.waiting.withdrawn'),
        undo: async () => {
          await client.intake.open({ customerId });
          if (isOpen) await client.shell.openFacing({ code: null });
        },
      });
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <IconDeviceTablet size={18} stroke={1.7} aria-hidden />
      <Text size="sm" role="status">
        {name === null ? t('intake.waiting.ofNew') : t('intake.waiting.of', { name })}
      </Text>
      <Button variant="default" size={size} onClick={() => void withdraw()}>
        {t('intake.waiting.withdraw')}
      </Button>
    </Group>
  );
};
