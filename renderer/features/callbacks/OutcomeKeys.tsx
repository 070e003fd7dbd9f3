import { Button, Kbd, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomes, type Outcome } from '../../../shared/contract/callbacks.ts';
import type { Instant } from '../../../shared/types/time.ts';
import { CallTime } from './CallTime.tsx';

/** The note's field, for the key that leads to it. */
export const noteId = 'today-note';

interface KeyButtonProps {
  readonly digit: number;
  readonly label: ReactNode;
  readonly isPrimary?: boolean;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

const KeyButton = ({ digit, label, isPrimary = false, disabled, onClick }: KeyButtonProps) => (
  <Button
    variant={isPrimary ? 'filled' : 'default'}
    justify="flex-start"
    px="sm"
    leftSection={
      <Kbd size="xs" aria-hidden>
        {digit}
      </Kbd>
    }
    aria-keyshortcuts={String(digit)}
    disabled={disabled}
    onClick={onClick}
  >
    {label}
  </Button>
);

interface OutcomeKeysProps {
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly onNoteKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The times to offer while one is chosen; null shows the outcomes. */
  readonly times: readonly Instant[] | null;
  readonly isChoosingFreely: boolean;
  readonly freeTime: string | null;
  readonly onFreeTime: (value: string | null) => void;
  readonly freeTimeError: string | null;
  readonly disabled: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly onTime: (at: Instant) => void;
  readonly onChooseFreely: () => void;
  readonly onSaveFreely: () => void;
}

/** The foot of the panel: six outcomes on the digits 1 to 6; choosing a time puts six times in the same places. */
export const OutcomeKeys = (props: OutcomeKeysProps) => {
  const { t } = useTranslation();
  const { times, disabled } = props;
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed" aria-live="polite">
        {times === null ? t('callbacks.outcomes') : t('callbacks.chooseTime')}
      </Text>
      <SimpleGrid type="container" cols={{ base: 2, '21rem': 3 }} spacing="xs" verticalSpacing="xs">
        {times === null
          ? outcomes.map((outcome, index) => (
              <KeyButton
                key={outcome}
                digit={index + 1}
                label={t(`callbacks.outcome.${outcome}`)}
                isPrimary={outcome === 'done'}
                disabled={disabled}
                onClick={() => {
                  props.onOutcome(outcome);
                }}
              />
            ))
          : times.map((at, index) => (
              <KeyButton
                key={at}
                digit={index + 1}
                label={<CallTime at={at} />}
                disabled={disabled}
                onClick={() => {
                  props.onTime(at);
                }}
              />
            ))}
        {times !== null && (
          <KeyButton digit={6} label={t('callbacks.custom')} disabled={disabled} onClick={props.onChooseFreely} />
        )}
      </SimpleGrid>
      {props.isChoosingFreely ? (
        <FreeTime {...props} />
      ) : (
        <TextInput
          id={noteId}
          aria-label={t('callbacks.note')}
          aria-keyshortcuts="N"
          rightSection={
            <Kbd size="xs" aria-hidden>
              N
            </Kbd>
          }
          placeholder={t('callbacks.note')}
          maxLength={2000}
          value={props.note}
          onChange={(event) => {
            props.onNote(event.currentTarget.value);
          }}
          onKeyDown={props.onNoteKeyDown}
        />
      )}
    </Stack>
  );
};

const FreeTime = ({ freeTime, onFreeTime, freeTimeError, onSaveFreely, disabled }: OutcomeKeysProps) => {
  const { t } = useTranslation();
  return (
    <DateTimePicker
      aria-label={t('callbacks.customTime')}
      placeholder={t('callbacks.customTime')}
      valueFormat="YYYY-MM-DD HH:mm"
      value={freeTime}
      onChange={onFreeTime}
      error={freeTimeError}
      rightSectionWidth="auto"
      rightSection={
        <Button size="compact-sm" mr={4} disabled={disabled || freeTime === null} onClick={onSaveFreely}>
          {t('callbacks.customSave')}
        </Button>
      }
    />
  );
};
