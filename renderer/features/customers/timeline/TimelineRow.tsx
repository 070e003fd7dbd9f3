import { Button, Text, ThemeIcon } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JoinedEntry } from '../../../../shared/domain/timeline.ts';
import { wallClock } from '../../../../shared/types/time.ts';
import { useShop } from '../../../app/shop.tsx';
import { clockText, shortDate } from '../../../components/dateWords.ts';
import { useTold } from '../../../components/useTold.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import { timelineLooks } from './kinds.tsx';
import classes from './Timeline.module.css';
import type { TimelineEntry } from './useTimeline.ts';

interface TakeBack {
  readonly label: string;
  readonly run: () => void;
  readonly isRunning: boolean;
}

/** What can be taken back on a line: a visit of this shop's own, a points entry that still stands. */
const useTakeBack = (entry: TimelineEntry, day: string): TakeBack | null => {
  const { t } = useTranslation();
  const told = useTold();
  const undoVisit = useCommand('visits.undo');
  const reverse = useCommand('loyalty.reverse');
  const undoContact = useCommand('customers.undoInteraction');
  const reverseStored = useCommand('storedValue.reverse');
  const undoGift = useCommand('gifts.takeBack');
  const reverseKept = useCommand('keptGoods.reverse');
  const undoReward = useCommand('rewards.undo');
  const reverseCredit = useCommand('credit.reverse');
  const { visit, points, storedValue, credit, contact, reward, gift, keptGood } = entry;
  if (visit !== undefined && visit.undoneAt === null && !visit.isImported) {
    return {
      label: t('customers.timeline.undoVisit', { date: day }),
      isRunning: undoVisit.isPending,
      run: () => {
        undoVisit.mutate(
          { visitId: visit.id },
          {
            onSuccess: () => {
              told(t('customers.timeline.visitUndone', { date: day }));
            },
          },
        );
      },
    };
  }
  if (points !== undefined && !points.isReversed && (points.entryKind === 'redeem' || points.entryKind === 'adjust')) {
    return {
      label: t('customers.timeline.undoPoints'),
      isRunning: reverse.isPending,
      run: () => {
        reverse.mutate(
          { entryId: points.id, reason: t('customers.timeline.pointsReason') },
          {
            onSuccess: () => {
              told(t('customers.timeline.pointsUndone'));
            },
          },
        );
      },
    };
  }
  if (storedValue !== undefined && !storedValue.isReversed && storedValue.canReverse) {
    return {
      label: t('customers.timeline.undoStored'),
      isRunning: reverseStored.isPending,
      run: () => {
        reverseStored.mutate(
          { entryId: storedValue.id, reason: t('storedValue.takenBackReason') },
          {
            onSuccess: () => {
              told(t('customers.timeline.storedUndone'));
            },
          },
        );
      },
    };
  }
  if (gift?.canTakeBack === true) {
    return {
      label: t('customers.timeline.undoGift'),
      isRunning: undoGift.isPending,
      run: () => {
        undoGift.mutate(
          { giftId: gift.id },
          {
            onSuccess: () => {
              told(t('customers.timeline.giftUndone'));
            },
          },
        );
      },
    };
  }
  if (keptGood?.canTakeBack === true) {
    return {
      label: t('keptGoods.undo'),
      isRunning: reverseKept.isPending,
      run: () => {
        reverseKept.mutate(
          { entryId: keptGood.id, reason: t('keptGoods.takenBackReason') },
          {
            onSuccess: () => {
              told(t('keptGoods.undone'));
            },
          },
        );
      },
    };
  }
  if (reward?.canUndo === true) {
    return {
      label: t('customers.timeline.undoReward'),
      isRunning: undoReward.isPending,
      run: () => {
        undoReward.mutate(
          { redemptionId: reward.id },
          {
            onSuccess: () => {
              told(t('customers.timeline.rewardUndone'));
            },
          },
        );
      },
    };
  }
  if (credit !== undefined && !credit.isReversed && credit.canReverse) {
    return {
      label: t('credit.undo'),
      isRunning: reverseCredit.isPending,
      run: () => {
        reverseCredit.mutate(
          { entryId: credit.id, reason: t('credit.takenBackReason') },
          {
            onSuccess: () => {
              told(t('credit.undone'));
            },
          },
        );
      },
    };
  }
  // A contact with an outcome belongs to today's list and is taken back there.
  if (contact !== undefined && contact.outcome === null) {
    return {
      label: t('customers.timeline.undoContact'),
      isRunning: undoContact.isPending,
      run: () => {
        undoContact.mutate(
          { interactionId: contact.id },
          {
            onSuccess: () => {
              told(t('customers.timeline.contactUndone'));
            },
          },
        );
      },
    };
  }
  return null;
};

/** One line of the timeline: when, what kind, what, and what can be taken back. */
export const TimelineRow = ({ entry }: { readonly entry: JoinedEntry<TimelineEntry> }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { icon: Icon, color, words } = timelineLooks[entry.kind];
  const isToday = entry.on === today;
  const day = isToday ? t('common.when.today') : shortDate(entry.on, today);
  const takeBack = useTakeBack(entry, day);
  const { date, hour, minute } = wallClock(entry.at, settings.timeZone);
  const kind =
    entry.contact === undefined ? t(`customers.timeline.kind.${entry.kind}`) : t(`customers.channel.${entry.contact.channel}`);
  return (
    <li className={classes['row']} data-fresh={isToday || undefined}>
      <ThemeIcon variant="light" color={color} radius="xl" className={classes['sign']} aria-hidden>
        <Icon size={16} stroke={1.7} />
      </ThemeIcon>
      <Text size="sm" c="dimmed">
        <time
          dateTime={new Date(entry.at).toISOString()}
          title={`${entry.on === date ? date : `${entry.on} · ${date}`} ${clockText(hour, minute)}`}
        >
          {isToday ? `${entry.on.slice(5)} ${day}` : day}
        </time>
      </Text>
      <Text size="sm" fw={700} tt="capitalize" truncate>
        {kind}
      </Text>
      <div>
        {words(entry)}
        {entry.times > 1 && (
          <Text span size="xs" c="dimmed" ml={8}>
            {t('customers.timeline.times', { count: entry.times })}
          </Text>
        )}
      </div>
      {takeBack !== null && (
        <Button
          className={classes['action']}
          variant="subtle"
          size="compact-sm"
          p="0 0.5rem"
          leftSection={<IconArrowBackUp size={15} stroke={1.7} aria-hidden />}
          loading={takeBack.isRunning}
          aria-label={takeBack.label}
          onClick={takeBack.run}
        >
          {t('customers.timeline.undo')}
        </Button>
      )}
    </li>
  );
};
