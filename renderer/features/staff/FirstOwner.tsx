import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { NewPinFields, isReadyPin, noPin } from './NewPinFields.tsx';

type Staff = OutputOf<'staff.list'>['staff'];

interface FirstOwnerProps {
  readonly staff: Staff;
  /** The words to write down; none where the store's own code does that. */
  readonly onWords: (words: OutputOf<'staff.makeOwner'>['words']) => void;
}

/** The quiet reminder that nobody has a PIN, and the way to the first: the owner, new or one of the names that are there. */
export const FirstOwner = ({ staff, onWords }: FirstOwnerProps) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const [who, setWho] = useState<string | null>(null);
  const [pin, setPin] = useState(noPin);
  const make = useCommand('staff.makeOwner');
  const person = staff.find(({ id }) => id === who);
  const chosenName = person?.name ?? name.trim();
  const isReady = chosenName !== '' && isReadyPin(pin);
  return (
    <Alert color="jade" title={t('staff.first.title')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('staff.first.about')}</Text>
        <Button onClick={() => setIsOpen(true)}>{t('staff.first.start')}</Button>
      </Stack>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={t('staff.first.start')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!isReady) return;
            void make.mutateAsync({ name: chosenName, staffId: person?.id ?? null, pin: pin.pin }).then(
              (made) => {
                setIsOpen(false);
                onWords(made.words);
              },
              () => undefined,
            );
          }}
        >
          <Stack>
            {staff.length > 0 && (
              <Select
                label={t('staff.first.who')}
                data={[
                  { value: '', label: t('staff.first.somebodyNew') },
                  ...staff.filter(({ isActive }) => isActive).map(({ id, name: known }) => ({ value: id, label: known })),
                ]}
                value={who ?? ''}
                allowDeselect={false}
                onChange={(chosen) => setWho(chosen === '' ? null : chosen)}
              />
            )}
            {person === undefined && (
              <TextInput
                label={t('staff.welcome.name')}
                value={name}
                maxLength={40}
                data-autofocus
                onChange={(event) => setName(event.currentTarget.value)}
              />
            )}
            <NewPinFields value={pin} onChange={setPin} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setIsOpen(false)}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" disabled={!isReady} loading={make.isPending}>
                {t('staff.welcome.start')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </Alert>
  );
};
