import { Anchor, Button, Center, Group, Paper, PasswordInput, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BringBackup } from '../rescue/BringBackup.tsx';
import { errorText } from '../../ipc/errorText.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';

type Way = 'passphrase' | 'code';

/** A locked store: the whole window asks for what opens it, and for nothing else. */
export const UnlockPage = () => {
  const { t } = useTranslation();
  const status = useOperation('vault.status', {}).data;
  const [isRestoring, setIsRestoring] = useState(false);
  if (!status) return null;
  if (isRestoring)
    return (
      <BringBackup
        about={t('rescue.unlockAbout')}
        onBack={() => {
          setIsRestoring(false);
        }}
      />
    );
  return (
    <UnlockForm
      hasPassphrase={status.hasPassphrase}
      onRestore={() => {
        setIsRestoring(true);
      }}
    />
  );
};

const UnlockForm = ({ hasPassphrase, onRestore }: { readonly hasPassphrase: boolean; readonly onRestore: () => void }) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [way, setWay] = useState<Way>(hasPassphrase ? 'passphrase' : 'code');
  const [text, setText] = useState('');
  const byCode = useCommand('vault.unlockByCode', { quiet: true });
  const byPassphrase = useCommand('vault.unlockByPassphrase', { quiet: true });
  const asked = way === 'code' ? byCode : byPassphrase;
  const error = asked.error && errorText(t, asked.error);

  const open = async (): Promise<void> => {
    if (way === 'code') await byCode.mutateAsync({ code: text });
    else await byPassphrase.mutateAsync({ passphrase: text });
    await queryClient.invalidateQueries();
  };
  const field = {
    value: text,
    error,
    autoFocus: true,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setText(event.currentTarget.value),
  };
  return (
    <Center component="main" h="100%" p="xl">
      <Paper
        withBorder
        p="xl"
        w={480}
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          // What was refused is told beside the field.
          void open().catch(() => undefined);
        }}
      >
        <Stack>
          <Group wrap="nowrap">
            <IconLock size={28} stroke={1.7} color="var(--mantine-color-jade-text)" aria-hidden />
            <Title order={1}>{t('vault.unlock.title')}</Title>
          </Group>
          <Text c="dimmed">{t(way === 'code' ? 'vault.unlock.byCode' : 'vault.unlock.byPassphrase')}</Text>
          {way === 'code' ? (
            <Textarea
              key="code"
              label={t('vault.unlock.code')}
              autosize
              minRows={2}
              maxLength={400}
              {...field}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                event.currentTarget.form?.requestSubmit();
              }}
            />
          ) : (
            <PasswordInput key="passphrase" label={t('vault.passphrase')} maxLength={200} {...field} />
          )}
          <Group justify="space-between">
            {hasPassphrase && (
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => {
                  setText('');
                  setWay(way === 'code' ? 'passphrase' : 'code');
                }}
              >
                {t(way === 'code' ? 'vault.unlock.usePassphrase' : 'vault.unlock.useCode')}
              </Anchor>
            )}
            <Button type="submit" ml="auto" disabled={text.trim() === ''} loading={asked.isPending}>
              {t('vault.unlock.open')}
            </Button>
          </Group>
          <Anchor component="button" type="button" size="sm" ta="left" onClick={onRestore}>
            {t('rescue.fromUnlock')}
          </Anchor>
        </Stack>
      </Paper>
    </Center>
  );
};
