import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { errorText } from '../../ipc/errorText.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { NewPinFields, isReadyPin, noPin } from './NewPinFields.tsx';

interface SetPinProps {
  readonly person: OutputOf<'staff.list'>['staff'][number];
  readonly onClose: () => void;
}

/** A PIN for somebody, given by whoever is in charge of them; the old one, if any, opens nothing more. */
export const SetPin = ({ person, onClose }: SetPinProps) => {
  const { t } = useTranslation();
  const [pin, setPin] = useState(noPin);
  const set = useCommand('staff.setPin', { quiet: true });
  return (
    <Modal opened onClose={onClose} title={t('staff.pin.of', { name: person.name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReadyPin(pin)) return;
          void set.mutateAsync({ staffId: person.id, pin: pin.pin }).then(
            () => {
              notifications.show({ message: t('staff.pin.given', { name: person.name }) });
              onClose();
            },
            () => undefined,
          );
        }}
      >
        <Stack>
          <NewPinFields value={pin} hasFocus onChange={setPin} />
          {set.error && (
            <Text size="sm" c="red" role="alert">
              {errorText(t, set.error)}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!isReadyPin(pin)} loading={set.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
