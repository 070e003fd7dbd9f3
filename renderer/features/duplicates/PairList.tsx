import { Box, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { PhoneText } from '../../components/PhoneText.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { ReasonBadges } from './ReasonBadges.tsx';
import classes from './PairList.module.css';

export type Pair = OutputOf<'duplicates.list'>['rows'][number];

/** The pairs; arrows walk them, Enter merges, N says that they are two. */
export const PairList = ({ pairs }: { readonly pairs: readonly Pair[] }) => {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const dismiss = useCommand('duplicates.dismiss');
  const { done } = useUndo();

  const say = async (pair: Pair): Promise<void> => {
    const ids = { oneId: pair.one.id, otherId: pair.other.id };
    await dismiss.mutateAsync(ids);
    done({
      label: t('duplicates.dismissed', { one: pair.one.name, other: pair.other.name }),
      undo: async () => {
        await client.duplicates.reopen(ids);
      },
    });
  };
  const focus = (index: number): void => {
    list.current?.querySelectorAll<HTMLButtonElement>('button[data-merge]')[index]?.focus();
  };
  // The keys work from the start, unless a person is already somewhere else on the page.
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.querySelector<HTMLButtonElement>('button[data-merge]')?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent, index: number, pair: Pair): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      focus(index + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key.toLowerCase() === 'n') {
      event.preventDefault();
      void say(pair).then(() => {
        requestAnimationFrame(() => {
          focus(Math.min(index, pairs.length - 2));
        });
      });
    }
  };
  return (
    <ul ref={list} className={classes['list']} aria-label={t('duplicates.list')}>
      {pairs.map((pair, index) => (
        <Row
          key={`${pair.one.id} ${pair.other.id}`}
          pair={pair}
          onDismiss={() => void say(pair)}
          onKeyDown={(event) => {
            onKeyDown(event, index, pair);
          }}
        />
      ))}
    </ul>
  );
};

interface RowProps {
  readonly pair: Pair;
  readonly onDismiss: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const Row = ({ pair, onDismiss, onKeyDown }: RowProps) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { one, other, score, reasons } = pair;
  // Who has more history is kept, unless the other side is chosen there.
  const [survivor, gone] = one.visitCount >= other.visitCount ? [one, other] : [other, one];
  return (
    <li className={classes['row']}>
      <Tooltip label={t('duplicates.likelyHint')}>
        <Text className={classes['score']} fw={700}>
          {t('duplicates.likely', { score })}
        </Text>
      </Tooltip>
      <Stack gap={4} flex={1} miw={0}>
        <Group gap="md" wrap="nowrap">
          <Person person={survivor} />
          <Text size="sm" c="dimmed">
            {t('duplicates.and')}
          </Text>
          <Person person={gone} />
        </Group>
        <ReasonBadges reasons={reasons} />
      </Stack>
      <Group gap="xs" wrap="nowrap" flex="none">
        <Button
          data-merge
          size="compact-md"
          variant="light"
          aria-label={`${t('duplicates.merge')} ${survivor.name} ${gone.name}`}
          onKeyDown={onKeyDown}
          onClick={() =>
            void navigate({ to: '/customers/duplicates/merge', search: { survivorId: survivor.id, otherId: gone.id } })
          }
        >
          {t('duplicates.merge')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          aria-label={`${t('duplicates.notDuplicate')} ${survivor.name} ${gone.name}`}
          onKeyDown={onKeyDown}
          onClick={onDismiss}
        >
          {t('duplicates.notDuplicate')}
        </Button>
      </Group>
    </li>
  );
};

const Person = ({ person }: { readonly person: Pair['one'] }) => {
  const { t } = useTranslation();
  return (
    <Box miw={0} flex="0 1 20rem">
      <Text size="sm" truncate>
        <b>{person.name}</b>{' '}
        <Text span inherit c="dimmed">
          {person.number}
        </Text>
      </Text>
      <Text size="xs" c="dimmed" truncate>
        <PhoneText phone={person.phone} inherit /> · {t('duplicates.visits', { count: person.visitCount })}
      </Text>
    </Box>
  );
};
