import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The shortest that the contract takes. */
const SHORTEST = 8;

interface PassphraseDialogProps {
  readonly title: string;
  /** Stands over the fields. */
  readonly about: string;
  /** No fields where no passphrase is needed. */
  readonly asks: boolean;
  readonly action: string;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onDone: (passphrase: string | null) => void;
}

/** Asks for a passphrase twice, or, where none is needed, only whether to begin. */
export const PassphraseDialog = ({ title, about, asks, action, isBusy, onClose, onDone }: PassphraseDialogProps) => {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const differs = again !== '' && again !== passphrase;
  const isReady = !asks || (passphrase.length >= SHORTEST && again === passphrase);
  return (
    <Modal opened onClose={isBusy ? () => undefined : onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (isReady) onDone(asks ? passphrase : null);
        }}
      >
        <Stack>
          <Text size="sm">{about}</Text>
          {asks && (
            <>
              <PasswordInput
                label={t('vault.passphrase')}
                description={t('vault.passphraseAbout')}
                value={passphrase}
                maxLength={200}
                data-autofocus
                onChange={(event) => setPassphrase(event.currentTarget.value)}
              />
              <PasswordInput
                label={t('vault.passphraseAgain')}
                value={again}
                maxLength={200}
                error={differs ? t('vault.passphraseDiffers') : undefined}
                onChange={(event) => setAgain(event.currentTarget.value)}
              />
            </>
          )}
          <Group justify="flex-end">
            <Text size="sm" c="dimmed" mr="auto" aria-live="polite">
              {isBusy ? t('vault.working') : ''}
            </Text>
            <Button variant="default" disabled={isBusy} onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!isReady} loading={isBusy}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
