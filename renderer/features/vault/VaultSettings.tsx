import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { PassphraseDialog } from './PassphraseDialog.tsx';
import { RecoverySheet } from './RecoverySheet.tsx';

type Status = OutputOf<'vault.status'>;
type Dialog = 'encrypt' | 'renew' | 'passphrase';

/** Whether the records are locked, what opens them, and how to change it (R191). */
export const VaultSettings = () => {
  const status = useOperation('vault.status', {}).data;
  return status ? <VaultPanel status={status} /> : null;
};

const waysIn = ({ opensByItself, hasPassphrase }: Status) =>
  opensByItself
    ? ('vault.opensByItself' as const)
    : hasPassphrase
      ? ('vault.asksPassphrase' as const)
      : ('vault.asksCode' as const);

const VaultPanel = ({ status }: { readonly status: Status }) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [words, setWords] = useState<OutputOf<'vault.encrypt'> | null>(null);
  const encrypt = useCommand('vault.encrypt', { isSecret: true });
  const renew = useCommand('vault.renewCode', { isSecret: true });
  const setPassphrase = useCommand('vault.setPassphrase');
  const removeCopies = useCommand('vault.removePlainCopies');
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['vault.status'] });

  const finish = async (chosen: Dialog, passphrase: string | null): Promise<void> => {
    if (chosen === 'encrypt') setWords(await encrypt.mutateAsync({ passphrase }));
    else if (chosen === 'renew') setWords(await renew.mutateAsync({}));
    else {
      await setPassphrase.mutateAsync({ passphrase: passphrase ?? '' });
      notifications.show({ message: t('vault.passphraseChanged') });
    }
    setDialog(null);
    await refresh();
  };
  const texts = {
    encrypt: { title: t('vault.encrypt'), about: t('vault.about'), action: t('vault.start') },
    renew: { title: t('vault.renewCode'), about: t('vault.renewAbout'), action: t('vault.sheet.title') },
    passphrase: { title: t('vault.setPassphrase'), about: t('vault.asksPassphrase'), action: t('common.save') },
  };
  const asks = { encrypt: !status.hasKeyring, renew: false, passphrase: true };
  return (
    <Stack gap="sm">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        {status.isEncrypted ? (
          <IconLock size={20} stroke={1.7} color="var(--mantine-color-jade-text)" aria-hidden />
        ) : (
          <IconLockOpen size={20} stroke={1.7} color="var(--mantine-color-amber-text)" aria-hidden />
        )}
        <Stack gap={0}>
          <Text size="sm">{t(status.isEncrypted ? 'vault.encrypted' : 'vault.plain')}</Text>
          {status.isEncrypted && <Text size="sm">{t(waysIn(status))}</Text>}
        </Stack>
      </Group>
      {status.isEncrypted && status.plainCopies.length > 0 && (
        <Alert color="amber">
          <Group justify="space-between">
            <Text size="sm">{t('vault.copies', { count: status.plainCopies.length, names: status.plainCopies.join(', ') })}</Text>
            <Button
              size="xs"
              variant="default"
              loading={removeCopies.isPending}
              onClick={() =>
                void removeCopies.mutateAsync({}).then(async () => {
                  notifications.show({ message: t('vault.copiesRemoved') });
                  await refresh();
                })
              }
            >
              {t('vault.removeCopies')}
            </Button>
          </Group>
        </Alert>
      )}
      <Group gap="xs">
        {status.isEncrypted ? (
          <>
            <Button variant="default" onClick={() => setDialog('renew')}>
              {t('vault.renewCode')}
            </Button>
            {!status.opensByItself && (
              <Button variant="default" onClick={() => setDialog('passphrase')}>
                {t('vault.setPassphrase')}
              </Button>
            )}
          </>
        ) : (
          <Button onClick={() => setDialog('encrypt')}>{t('vault.encrypt')}</Button>
        )}
      </Group>
      {dialog && (
        <PassphraseDialog
          {...texts[dialog]}
          asks={asks[dialog]}
          isBusy={encrypt.isPending || renew.isPending || setPassphrase.isPending}
          onClose={() => setDialog(null)}
          onDone={(passphrase) => void finish(dialog, passphrase).catch(() => undefined)}
        />
      )}
      <RecoverySheet
        words={words}
        onClose={() => {
          setWords(null);
          // What a command answered is remembered until it is forgotten on purpose.
          encrypt.reset();
          renew.reset();
        }}
      />
    </Stack>
  );
};
