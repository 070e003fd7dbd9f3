import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { IconLockOpen, IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { appErrorCodes, AppError } from '../../../shared/errors.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { errorText } from '../../ipc/errorText.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { megabytes } from './megabytes.ts';

type Status = OutputOf<'backups.status'>;

/** How old the last proven backup is, and what stands in the way of the next. */
export const BackupState = () => {
  const status = useOperation('backups.status', {}).data;
  const vault = useOperation('vault.status', {}).data;
  if (!status) return null;
  return (
    <Stack gap="sm" aria-live="polite">
      <Age status={status} />
      {status.lastTry && <FailedTry tried={status.lastTry} />}
      {vault?.isEncrypted === false && <NotEncrypted />}
    </Stack>
  );
};

const ageText = (t: TFunction, { daysSince }: Status): string => {
  if (daysSince === null) return t('backups.last.never');
  return daysSince === 0 ? t('backups.last.today') : t('backups.last.daysAgo', { count: daysSince });
};

const Age = ({ status }: { readonly status: Status }) => {
  const { t } = useTranslation();
  const { last, isStale } = status;
  const Icon = isStale ? IconShieldExclamation : IconShieldCheck;
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Icon
        size={28}
        stroke={1.7}
        color={isStale || last === null ? 'var(--mantine-color-amber-text)' : 'var(--mantine-color-jade-text)'}
        aria-hidden
      />
      <Stack gap={0}>
        <Text fw={700}>
          {ageText(t, status)} {isStale && last !== null && t('backups.last.stale')}
        </Text>
        {last && (
          <Text size="sm" c="dimmed">
            {t('backups.last.at')} <MomentText at={last.at} /> · {last.file} · {megabytes(last.bytes)}
          </Text>
        )}
      </Stack>
    </Group>
  );
};

const FailedTry = ({ tried }: { readonly tried: NonNullable<Status['lastTry']> }) => {
  const { t } = useTranslation();
  const code = appErrorCodes.find((known) => known === tried.problem);
  return (
    <Alert color="amber" title={t('backups.failed.title')} icon={<IconShieldExclamation stroke={1.7} aria-hidden />}>
      <Text size="sm">
        <MomentText at={tried.at} /> ·{' '}
        {code === undefined ? t('backups.failed.findings', { why: tried.problem }) : errorText(t, new AppError(code, {}))}
      </Text>
    </Alert>
  );
};

const NotEncrypted = () => {
  const { t } = useTranslation();
  return (
    <Alert color="gray" title={t('backups.open.title')} icon={<IconLockOpen stroke={1.7} aria-hidden />}>
      <Text size="sm">
        {t('backups.open.text')}{' '}
        <Anchor size="sm" c="inherit" underline="always" renderRoot={(props) => <Link {...props} to="/settings" />}>
          {t('backups.open.go')}
        </Anchor>
      </Text>
    </Alert>
  );
};
