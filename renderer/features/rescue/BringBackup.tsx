import { Anchor, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RestoreWayOut } from '../../app/RestoreWayOut.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { LOOK_MILLISECONDS } from './look.ts';

interface BringBackupProps {
  readonly about: string;
  readonly onBack: () => void;
}

/** A new computer, or records that nobody can open: a backup is brought in before anybody has signed in. */
export const BringBackup = ({ about, onBack }: BringBackupProps) => {
  const { t } = useTranslation();
  const report = useOperation('rescue.report', {}, { refetchInterval: LOOK_MILLISECONDS, keepPrevious: true }).data;
  // Nothing stands here that a backup could lose.
  const found = report?.backups.map((backup) => ({ ...backup, lossMinutes: null })) ?? [];
  return (
    <Center component="main" mih="100%" p="xl">
      <Paper withBorder p="xl" w={600} maw="100%">
        <Stack>
          <Title order={1}>{t('rescue.welcomeTitle')}</Title>
          <Text c="dimmed">{about}</Text>
          {report === undefined ? <Text size="sm">{t('rescue.looking')}</Text> : <RestoreWayOut found={found} isMainAction />}
          <Anchor component="button" type="button" size="sm" ta="left" onClick={onBack}>
            {t('rescue.back')}
          </Anchor>
        </Stack>
      </Paper>
    </Center>
  );
};
