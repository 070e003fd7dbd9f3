import { Anchor, Group } from '@mantine/core';
import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wallClock } from '../../shared/types/time.ts';
import { clockText } from '../components/dateWords.ts';
import { useOperation } from '../ipc/useOperation.ts';
import { useShop } from './shop.tsx';

/** How old the last proven backup is; leads to the backups page. */
export const LastBackup = () => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const status = useOperation('backups.status', {}).data;
  if (status === undefined) return null;
  const { last, daysSince } = status;
  const text = ((): string => {
    if (last === null || daysSince === null) return t('app.backup.never');
    if (daysSince === 1) return t('app.backup.yesterday');
    if (daysSince > 1) return t('app.backup.daysAgo', { count: daysSince });
    const { hour, minute } = wallClock(last.at, settings.timeZone);
    return t('app.backup.today', { time: clockText(hour, minute) });
  })();
  const Icon = last === null ? IconShieldExclamation : IconShieldCheck;
  return (
    <Anchor renderRoot={(props) => <Link {...props} to="/backups" />} size="xs" c="dimmed" underline="hover" px={10} py={4}>
      <Group gap={6} wrap="nowrap" component="span">
        <Icon size={14} stroke={1.7} aria-hidden />
        {text}
      </Group>
    </Anchor>
  );
};
