import { Button, Center, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AppError, AppErrorCode } from '../../shared/errors.ts';
import { useCommand } from '../ipc/useCommand.ts';
import { errorText } from '../ipc/errorText.ts';
import { RestoreWayOut } from './RestoreWayOut.tsx';

const headed = ['db_readonly', 'db_from_future', 'db_locked', 'disk_failing', 'disk_full'] as const;
/** Where another copy of the records helps. */
const restorable: readonly AppErrorCode[] = ['db_from_future'];

/** The store cannot be used: the whole window says why, and leads out. */
export const StoreTrouble = ({ error }: { readonly error: AppError }) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const heading = headed.find((code) => code === error.code) ?? 'other';
  const again = useCommand('rescue.retry');
  const retry = (
    <Button
      variant="default"
      loading={again.isPending}
      onClick={() => {
        void again
          .mutateAsync({})
          .then(() => queryClient.invalidateQueries())
          .catch(() => undefined);
      }}
    >
      {t('errors.wayOut.retry')}
    </Button>
  );
  return (
    <Center component="main" h="100%" p="xl">
      <Paper withBorder p="xl" maw={560} role="alert">
        <Stack>
          <Group wrap="nowrap">
            <ThemeIcon color="red" variant="light" size={44} radius="xl">
              <IconAlertTriangle stroke={1.7} aria-hidden />
            </ThemeIcon>
            <Title order={1}>{t(`errors.heading.${heading}`)}</Title>
          </Group>
          <Text>{errorText(t, error)}</Text>
          {restorable.includes(error.code) ? <RestoreWayOut isMainAction>{retry}</RestoreWayOut> : <Group>{retry}</Group>}
        </Stack>
      </Paper>
    </Center>
  );
};
