import { Anchor, Button, Center, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { BringBackup } from '../rescue/BringBackup.tsx';
import { RecoverySheet } from '../vault/RecoverySheet.tsx';
import { NewPinFields, isReadyPin, noPin } from './NewPinFields.tsx';

type Words = OutputOf<'staff.makeOwner'>['words'];

interface WelcomePageProps {
  /** The words to write down, once the owner is made. */
  readonly words: Words;
  readonly onWords: (words: Words) => void;
  readonly onDone: () => void;
}

/** The first start: the owner says who they are, or leaves it for later. */
export const WelcomePage = ({ words, onWords, onDone }: WelcomePageProps) => {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [pin, setPin] = useState(noPin);
  const make = useCommand('staff.makeOwner');
  const later = useCommand('staff.skipWelcome');
  const [isRestoring, setIsRestoring] = useState(false);
  const isReady = name.trim() !== '' && isReadyPin(pin);
  if (isRestoring)
    return (
      <BringBackup
        about={t('rescue.welcomeAbout')}
        onBack={() => {
          setIsRestoring(false);
        }}
      />
    );
  return (
    <Center component="main" mih="100%" p="xl">
      <Paper withBorder p="xl" w={520} maw="100%">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!isReady) return;
            void make.mutateAsync({ name: name.trim(), pin: pin.pin }).then(
              (made) => onWords(made.words),
              () => undefined,
            );
          }}
        >
          <Stack>
            <Title order={1}>{t('staff.welcome.title')}</Title>
            <Text>{t('staff.welcome.about')}</Text>
            <TextInput
              label={t('staff.welcome.name')}
              value={name}
              maxLength={40}
              autoFocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NewPinFields value={pin} onChange={setPin} />
            <Group justify="space-between">
              <Button variant="subtle" loading={later.isPending} onClick={() => later.mutate({})}>
                {t('staff.welcome.later')}
              </Button>
              <Button type="submit" disabled={!isReady} loading={make.isPending}>
                {t('staff.welcome.start')}
              </Button>
            </Group>
            <Text size="sm" c="dimmed">
              {t('staff.welcome.laterAbout')}
            </Text>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="left"
              onClick={() => {
                setIsRestoring(true);
              }}
            >
              {t('rescue.fromWelcome')}
            </Anchor>
          </Stack>
        </form>
      </Paper>
      <RecoverySheet words={words} about={t('staff.recovery.sheetAbout')} onClose={onDone} />
    </Center>
  );
};
