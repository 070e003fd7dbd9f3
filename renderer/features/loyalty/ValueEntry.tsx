import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { DateText } from '../../components/DateText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';

interface ValueEntryProps {
  /** What it was, how and why; below it when, and by whom. */
  readonly what: readonly (string | null)[];
  readonly on: LocalDate;
  readonly notes: readonly (string | null)[];
  /** More about it, on a line of its own. */
  readonly more?: string | null;
  readonly isReversed: boolean;
  readonly cents: Cents;
  readonly afterCents: Cents;
  /** Null where whoever looks may not take it back. */
  readonly takeBack: {
    readonly words: string;
    readonly label: string;
    readonly isPending: boolean;
    readonly onTakeBack: () => void;
  } | null;
}

/** One entry of a ledger of money, with what stood after it. */
export const ValueEntry = ({ what, on, notes, more = null, isReversed, cents, afterCents, takeBack }: ValueEntryProps) => (
  <Group justify="space-between" wrap="nowrap" align="flex-start">
    <Stack gap={0} miw={0}>
      <Text size="sm" td={isReversed ? 'line-through' : undefined}>
        {what.filter((part) => part !== null).join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        <DateText date={on} as="figures" />
        {notes.map((note) => (note === null ? null : ` · ${note}`))}
      </Text>
      {more !== null && (
        <Text size="xs" c="dimmed">
          {more}
        </Text>
      )}
      {takeBack !== null && (
        <Button
          variant="subtle"
          size="compact-xs"
          w="fit-content"
          ml={-8}
          leftSection={<IconArrowBackUp size={14} stroke={1.7} aria-hidden />}
          loading={takeBack.isPending}
          aria-label={takeBack.label}
          onClick={takeBack.onTakeBack}
        >
          {takeBack.words}
        </Button>
      )}
    </Stack>
    <Stack gap={0} align="flex-end" flex="none">
      <Text size="sm" fw={700}>
        {cents > 0 && '+'}
        <MoneyText amount={cents} keepZeros />
      </Text>
      <Text size="xs" c="dimmed">
        <MoneyText amount={afterCents} keepZeros />
      </Text>
    </Stack>
  </Group>
);
