import { useEffect, useRef, useState, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomes, type Outcome } from '../../../shared/contract/callbacks.ts';
import { isLocalDate, localDate, type Instant } from '../../../shared/types/time.ts';
import { isTextField } from '../../app/keys.ts';
import { useShop } from '../../app/shop.tsx';
import { isDialogOpen } from '../../components/dialogs.ts';
import { callTimes, instantAt } from './callTimes.ts';
import { noteId } from './OutcomeKeys.tsx';
import type { useTodayList } from './useTodayList.ts';

type TodayList = ReturnType<typeof useTodayList>;

/** What the digits stand for at the moment: the outcomes, or the times to call again. */
type Stage = 'outcomes' | 'times' | 'free';

const PICKED_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})/;

/** The state and the keys of the panel's foot. Digits act wherever the focus is, except in a text field. */
export const useOutcomeKeys = (
  { selected, selectedIndex, select, recordOutcome, isRecording }: TodayList,
  openCard: () => void,
) => {
  const { t } = useTranslation();
  const { now, settings } = useShop();
  const [note, setNote] = useState('');
  const [stage, setStage] = useState<Stage>('outcomes');
  const [freeTime, setFreeTime] = useState<string | null>(null);
  const [freeTimeError, setFreeTimeError] = useState<string | null>(null);
  const times = selected === null ? [] : callTimes(now(), settings.timeZone, selected.contactFromHour, selected.contactToHour);

  const reset = (): void => {
    setStage('outcomes');
    setFreeTime(null);
    setFreeTimeError(null);
  };
  const [shownFor, setShownFor] = useState(selected?.customerId);
  if (shownFor !== selected?.customerId) {
    // Another person: what was begun for the last one is not carried over.
    setShownFor(selected?.customerId);
    setNote('');
    reset();
  }

  const save = async (outcome: Outcome, at: Instant | null): Promise<void> => {
    if (await recordOutcome(outcome, note, at)) {
      setNote('');
      reset();
    }
  };
  const onOutcome = (outcome: Outcome): void => {
    if (outcome === 'call_at') setStage('times');
    else void save(outcome, null);
  };
  const onTime = (at: Instant): void => void save('call_at', at);
  const onSaveFreely = (): void => {
    const [, date, hour, minute] = PICKED_TIME.exec(freeTime ?? '') ?? [];
    if (date === undefined || !isLocalDate(date)) return;
    const at = instantAt(localDate(date), Number(hour), Number(minute), settings.timeZone);
    if (at <= now()) setFreeTimeError(t('callbacks.timePast'));
    else onTime(at);
  };
  const onChooseFreely = (): void => {
    setStage('free');
  };

  const onDigit = (digit: number): void => {
    if (stage === 'outcomes') {
      const outcome = outcomes[digit - 1];
      if (outcome !== undefined) onOutcome(outcome);
      return;
    }
    const at = times[digit - 1];
    if (at !== undefined) onTime(at);
    else if (digit === 6) onChooseFreely();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isDialogOpen() || document.querySelector('[role="menu"]') !== null) return;
    if (event.key === 'Escape' && stage !== 'outcomes') {
      event.preventDefault();
      reset();
      return;
    }
    if (isTextField(event.target) || selected === null) return;
    const digit = /^(?:Digit|Numpad)([1-6])$/.exec(event.code)?.[1];
    if (digit !== undefined && !event.repeat && !isRecording) {
      event.preventDefault();
      onDigit(Number(digit));
    } else if (event.code === 'KeyN' && stage !== 'free') {
      event.preventDefault();
      document.getElementById(noteId)?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      select(selectedIndex + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLElement && event.target.matches('button, a'))) {
      event.preventDefault();
      openCard();
    }
  };
  const handler = useRef(onKeyDown);
  useEffect(() => {
    handler.current = onKeyDown;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      handler.current(event);
    };
    // Capturing, so that the panel's Escape is taken before the frame's.
    window.addEventListener('keydown', listener, { capture: true });
    return () => {
      window.removeEventListener('keydown', listener, { capture: true });
    };
  }, []);

  /** Enter or Escape leaves the note for the list, so that the next digit is an outcome again. */
  const onNoteKeyDown = (event: ReactKeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.currentTarget.blur();
  };

  return {
    note,
    onNote: setNote,
    onNoteKeyDown,
    times: stage === 'outcomes' ? null : times,
    isChoosingFreely: stage === 'free',
    freeTime,
    onFreeTime: setFreeTime,
    freeTimeError,
    disabled: isRecording,
    onOutcome,
    onTime,
    onChooseFreely,
    onSaveFreely,
  };
};
