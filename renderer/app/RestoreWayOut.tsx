import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/contract.ts';
import { client } from '../ipc/client.ts';
import { useErrorToast } from './useErrorToast.tsx';

interface Chosen {
  readonly token: string;
  readonly content: OutputOf<'backups.inspect'>;
}

interface RestoreWayOutProps {
  /** Restoring is what this page is for; elsewhere it stands back. */
  readonly isMainAction?: boolean;
  /** Another way out, beside the button. */
  readonly children?: ReactNode;
}

/** Restores a backup, also where the store itself cannot be opened: choose, look inside, put it in place. */
export const RestoreWayOut = ({ isMainAction = false, children }: RestoreWayOutProps) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const showError = useErrorToast();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    try {
      await work();
    } catch (error) {
      showError(error);
    }
    setIsBusy(false);
  };
  const choose = () =>
    attempt(async () => {
      const file = await client.shell.chooseFile({ purpose: 'backup' });
      if (file !== null) setChosen({ token: file.token, content: await client.backups.inspect({ file: file.token }) });
    });
  const restore = (token: string) =>
    attempt(async () => {
      await client.backups.restore({ file: token });
      await queryClient.invalidateQueries();
    });

  if (chosen === null)
    return (
      <Group>
        <Button variant={isMainAction ? 'filled' : 'default'} loading={isBusy} onClick={() => void choose()}>
          {t('errors.wayOut.restore')}
        </Button>
        {children}
      </Group>
    );
  const { content, token } = chosen;
  const isGood = content.problems.length === 0;
  return (
    <Alert color={isGood ? 'jade' : 'red'} title={content.fileName}>
      <Stack gap="xs">
        <List size="sm">
          <List.Item>
            {t('errors.wayOut.customers', { count: content.counts.customers, visits: content.counts.visits })}
          </List.Item>
          {content.lastBusinessDate !== null && (
            <List.Item>{t('errors.wayOut.until', { date: content.lastBusinessDate })}</List.Item>
          )}
        </List>
        {!isGood && <Text size="sm">{t('errors.wayOut.problems', { problems: content.problems.join('; ') })}</Text>}
        <Text size="sm" c="dimmed">
          {t('errors.wayOut.keeps')}
        </Text>
        <Group>
          <Button disabled={!isGood} loading={isBusy} onClick={() => void restore(token)}>
            {t('errors.wayOut.restoreThis')}
          </Button>
          <Button variant="default" disabled={isBusy} onClick={() => void choose()}>
            {t('errors.wayOut.otherFile')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
};
