import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/contract.ts';
import { lossText } from '../features/rescue/lossText.ts';
import { errorText } from '../ipc/errorText.ts';

type Content = OutputOf<'backups.inspect'>;

interface BackupContentProps {
  readonly content: Content;
  /** How long before the present store's last writing it was made, where that store cannot be read itself; null: not known. */
  readonly lossMinutes?: number | null;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
  readonly other: ReactNode;
}

/** What a backup holds, and what of the present data it does not. */
export const BackupContent = ({ content, lossMinutes = null, isBusy, onRestore, other }: BackupContentProps) => {
  const { t, i18n } = useTranslation();
  const isGood = content.problems.length === 0;
  const moment = (at: number): string => new Date(at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Alert color={isGood ? 'jade' : 'red'} title={content.shopName || content.fileName}>
      <Stack gap="xs">
        <List size="sm">
          <List.Item>
            {t('errors.wayOut.customers', { count: content.counts.customers, visits: content.counts.visits })}
          </List.Item>
          {content.lastBusinessDate !== null && (
            <List.Item>{t('errors.wayOut.until', { date: content.lastBusinessDate })}</List.Item>
          )}
          {content.createdAt !== null && (
            <List.Item>{t('errors.wayOut.made', { date: moment(content.createdAt), program: content.program ?? '' })}</List.Item>
          )}
        </List>
        {!isGood && <Text size="sm">{t('errors.wayOut.problems', { problems: content.problems.join('; ') })}</Text>}
        {lossMinutes === null ? (
          <Loss content={content} moment={moment} />
        ) : (
          <Text size="sm" fw={700}>
            {lossText(t, lossMinutes)}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t(lossMinutes === null ? 'errors.wayOut.keeps' : 'rescue.kept')}
        </Text>
        <Group>
          <Button disabled={!isGood} loading={isBusy} onClick={onRestore}>
            {t('errors.wayOut.restoreThis')}
          </Button>
          {other}
        </Group>
      </Stack>
    </Alert>
  );
};

/** Said only where there is something to lose. */
const Loss = ({ content, moment }: { readonly content: Content; readonly moment: (at: number) => string }) => {
  const { t, i18n } = useTranslation();
  const { present, counts, lastChangeAt } = content;
  if (!present || present.counts.customers + present.counts.visits === 0) return null;
  const isNewer = present.lastChangeAt !== null && (lastChangeAt === null || present.lastChangeAt > lastChangeAt);
  if (!isNewer) return <Text size="sm">{t('errors.wayOut.losesNothing')}</Text>;
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  return (
    <Stack gap={0}>
      <Text size="sm" fw={700}>
        {t('errors.wayOut.loses', { at: moment(present.lastChangeAt ?? 0) })}
      </Text>
      <Text size="sm">
        {t('errors.wayOut.losesFigures', {
          customers: figure(present.counts.customers),
          visits: figure(present.counts.visits),
          backupCustomers: figure(counts.customers),
          backupVisits: figure(counts.visits),
        })}
      </Text>
    </Stack>
  );
};

/** Why a restore was refused; the present data is as it was. */
export const RestoreError = ({ error }: { readonly error: unknown }) => {
  const { t } = useTranslation();
  return (
    <Alert color="red" title={t('errors.title')}>
      <Text size="sm">{errorText(t, error)}</Text>
    </Alert>
  );
};
