import { Button, Group, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { wallClock, type Instant } from '../../shared/types/time.ts';
import { clockText } from '../components/dateWords.ts';
import { useCommand } from '../ipc/useCommand.ts';
import { useOperation } from '../ipc/useOperation.ts';
import classes from './ClockLine.module.css';
import { useMay } from './session.ts';
import { useShop } from './shop.tsx';

const LOOK_MILLISECONDS = 60_000;

/** A clock that is behind the last entry is said, with both times, until it is right (R7). */
export const ClockLine = () => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const may = useMay();
  const clock = useOperation('settings.clock', {}, { refetchInterval: LOOK_MILLISECONDS }).data;
  const confirm = useCommand('settings.confirmClock');
  /** Year and all: it is the day itself that may be wrong. */
  const exact = (at: Instant): string => {
    const { date, hour, minute } = wallClock(at, settings.timeZone);
    return `${date} ${clockText(hour, minute)}`;
  };
  if (clock?.isBehind !== true || clock.lastAt === null) return null;
  return (
    <Group className={classes['line']} role="status" gap="sm" px="md" py={6} wrap="nowrap">
      <IconClockExclamation size={18} stroke={1.7} aria-hidden />
      <Text size="sm" flex={1}>
        {t('app.clock.says', { now: exact(clock.now), last: exact(clock.lastAt) })}
      </Text>
      {may('settings.write') && (
        <Button size="compact-sm" variant="default" flex="none" loading={confirm.isPending} onClick={() => confirm.mutate({})}>
          {t('app.clock.right')}
        </Button>
      )}
    </Group>
  );
};
