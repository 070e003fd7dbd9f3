import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { wallClock } from '../../shared/types/time.ts';
import { clockText } from '../components/dateWords.ts';
import { useOperation } from '../ipc/useOperation.ts';
import { FootNote } from './FootNote.tsx';
import { useShop } from './shop.tsx';

/** The day turns and customers come in without a word about backups. */
const LOOK_MILLISECONDS = 5 * 60_000;

/** How old the last proven backup is, and that it is time for one when it is; leads to the backups page. */
export const LastBackup = () => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const status = useOperation('backups.status', {}, { refetchInterval: LOOK_MILLISECONDS }).data;
  if (status === undefined) return null;
  const { last, daysSince, isStale } = status;
  const text = ((): string => {
    if (last === null || daysSince === null) return t(isStale ? 'app.backup.neverDue' : 'app.backup.never');
    if (isStale) return t('app.backup.due', { count: daysSince });
    if (daysSince === 1) return t('app.backup.yesterday');
    if (daysSince > 1) return t('app.backup.daysAgo', { count: daysSince });
    const { hour, minute } = wallClock(last.at, settings.timeZone);
    return t('app.backup.today', { time: clockText(hour, minute) });
  })();
  return (
    <FootNote
      to="/backups"
      icon={isStale || last === null ? IconShieldExclamation : IconShieldCheck}
      text={text}
      isDue={isStale}
    />
  );
};
