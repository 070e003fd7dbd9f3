import { Badge, Box, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow } from '../../../shared/contract/callbacks.ts';
import { isGoodHour } from '../../../shared/domain/callbacks.ts';
import { wallClock } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { comboboxList, comboboxOption } from '../../components/combobox.ts';
import { PhoneText } from '../../components/PhoneText.tsx';
import { ReasonText } from '../../components/ReasonText.tsx';
import { useReasonWords } from '../../components/useReasonWords.ts';
import { VipBadge } from '../../components/VipBadge.tsx';
import classes from './CallList.module.css';
import { reasonLook } from './reasonLook.ts';

interface CallListProps {
  readonly rows: readonly CallRow[];
  readonly selectedIndex: number;
  readonly onSelect: (index: number) => void;
  readonly onOpen: () => void;
}

const listId = 'today-list';

/** The people to contact, one row each, strongest reason first. */
export const CallList = ({ rows, selectedIndex, onSelect, onOpen }: CallListProps) => {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedIndex]);
  return (
    <Stack
      ref={list}
      gap={0}
      tabIndex={0}
      className={classes['list']}
      {...comboboxList(listId, t('callbacks.list'))}
      aria-activedescendant={`${listId}-${selectedIndex}`}
    >
      {rows.map((row, index) => (
        <Box
          key={row.customerId}
          className={classes['row']}
          {...comboboxOption(listId, index, selectedIndex)}
          onClick={() => {
            onSelect(index);
          }}
          onDoubleClick={onOpen}
        >
          <CallRowContent row={row} />
        </Box>
      ))}
    </Stack>
  );
};

const CallRowContent = ({ row }: { readonly row: CallRow }) => {
  const { t } = useTranslation();
  const words = useReasonWords();
  const { now, settings } = useShop();
  const { hour } = wallClock(now(), settings.timeZone);
  const [strongest, ...others] = row.reasons;
  if (strongest === undefined) return null;
  const { icon: Icon, color } = reasonLook[strongest.code];
  return (
    <>
      <ThemeIcon variant="light" color={color} radius="xl" size={30} mt={2}>
        <Icon size={16} stroke={1.7} aria-hidden />
      </ThemeIcon>
      <Stack gap={2} miw={0}>
        <Group gap="xs" wrap="nowrap">
          <Text fw={700} truncate maw="50%" flex="none">
            {row.name}
          </Text>
          {row.isVip && <VipBadge />}
          <Text fw={700} size="sm" c={`var(--mantine-color-${color}-text)`} truncate>
            <ReasonText reason={strongest} part="title" />
          </Text>
          {!isGoodHour(row, hour) && (
            <Badge size="xs" color="amber" variant="light" flex="none">
              {t('card.callPanel.notNow')}
            </Badge>
          )}
          {row.attempts > 0 && (
            <Text size="xs" c="dimmed" flex="none">
              {t('callbacks.attempts', { count: row.attempts })}
            </Text>
          )}
        </Group>
        <Text size="sm" truncate>
          {words(strongest).text}
        </Text>
        {others.length > 0 && (
          <Text size="xs" c="dimmed" truncate>
            {t('callbacks.also', { reasons: others.map((reason) => words(reason).title).join(' · ') })}
          </Text>
        )}
      </Stack>
      <PhoneText phone={row.phone} size="sm" c="dimmed" pt={2} className={classes['phone']} />
    </>
  );
};
