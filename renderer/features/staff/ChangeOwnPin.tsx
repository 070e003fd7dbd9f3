import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../ipc/errorText.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { NewPinFields, isReadyPin, noPin } from './NewPinFields.tsx';

/** One's own PIN: the old one first, then a new one twice. */
export const ChangeOwnPin = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [old, setOld] = useState('');
  const [pin, setPin] = useState(noPin);
  const change = useCommand('staff.changeOwnPin', { quiet: true });
  const isReady = old !== '' && isReadyPin(pin);
  return (
    <Modal opened onClose={onClose} title={t('staff.pin.change')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          void change.mutateAsync({ pin: old, newPin: pin.pin }).then(
            () => {
              notifications.show({ message: t('staff.pin.changed') });
              onClose();
            },
            () => undefined,
          );
        }}
      >
        <Stack>
          <PasswordInput
            label={t('staff.pin.old')}
            value={old}
            error={change.error && errorText(t, change.error)}
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            data-autofocus
            visibilityToggleButtonProps={{ 'aria-label': t('staff.lock.showPin') }}
            onChange={(event) => setOld(event.currentTarget.value)}
          />
          <NewPinFields value={pin} onChange={setPin} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!isReady} loading={change.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
