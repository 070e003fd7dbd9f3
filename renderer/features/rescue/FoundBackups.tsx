import { Button, Group, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { lossText } from './lossText.ts';

export type Found = OutputOf<'rescue.report'>['backups'][number];

interface FoundBackupsProps {
  readonly found: readonly Found[];
  readonly isBusy: boolean;
  readonly onChoose: (backup: Found) => void;
  readonly onOther: () => void;
}

/** Backups that are here now: the newest with what it would lose, the others below, any file last. */
export const FoundBackups = ({ found, isBusy, onChoose, onOther }: FoundBackupsProps) => {
  const { t } = useTranslation();
  const [newest, ...others] = found;
  return (
    <Stack gap="md">
      {newest === undefined ? (
        <Text size="sm" c="dimmed">
          {t('rescue.backups.none')}
        </Text>
      ) : (
        <BackupRow backup={newest} isNewest isBusy={isBusy} onChoose={onChoose} />
      )}
      {others.length > 0 && (
        <Stack gap="xs">
          <Text size="sm" fw={600} c="dimmed">
            {t('rescue.backups.others')}
          </Text>
          {others.slice(0, 3).map((backup) => (
            <BackupRow key={backup.token} backup={backup} isBusy={isBusy} onChoose={onChoose} />
          ))}
        </Stack>
      )}
      <Group>
        <Button variant={newest === undefined ? 'filled' : 'default'} disabled={isBusy} onClick={onOther}>
          {t('rescue.backups.choose')}
        </Button>
      </Group>
    </Stack>
  );
};

interface BackupRowProps extends Pick<FoundBackupsProps, 'isBusy' | 'onChoose'> {
  readonly backup: Found;
  readonly isNewest?: boolean;
}

const BackupRow = ({ backup, isNewest = false, isBusy, onChoose }: BackupRowProps) => {
  const { t, i18n } = useTranslation();
  const { content, place, createdAt, lossMinutes, fileName } = backup;
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Group gap="sm" wrap="nowrap" align="flex-start" miw={0}>
        {isNewest && <IconShieldCheck size={28} stroke={1.7} color="var(--mantine-color-jade-text)" aria-hidden />}
        <Stack gap={2} miw={0}>
          <Text fw={isNewest ? 700 : 400} size={isNewest ? 'md' : 'sm'}>
            {isNewest && `${t('rescue.backups.newest')} · `}
            <MomentText at={createdAt} />
          </Text>
          <Text size="sm" c="dimmed">
            {t('rescue.backups.where', { place })}
            {' · '}
            {content === null
              ? t('rescue.backups.locked')
              : t('rescue.backups.holds', {
                  customers: figure(content.counts.customers),
                  visits: figure(content.counts.visits),
                })}
          </Text>
          {lossMinutes !== null && (
            <Text size="sm" fw={isNewest ? 600 : 400}>
              {lossText(t, lossMinutes)}
            </Text>
          )}
        </Stack>
      </Group>
      <Button
        flex="none"
        variant={isNewest ? 'filled' : 'default'}
        size={isNewest ? 'sm' : 'compact-sm'}
        loading={isBusy}
        autoFocus={isNewest}
        aria-label={t('rescue.backups.restoreNamed', { name: fileName })}
        onClick={() => {
          onChoose(backup);
        }}
      >
        {t('rescue.backups.restore')}
      </Button>
    </Group>
  );
};
