import { type KeyboardEvent } from 'react';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import type { AppointmentStatus } from '../../../shared/domain/appointments/statuses.ts';
import type { DiaryColumn } from './columns.ts';
import type { Cursor } from './DayGrid.tsx';
import { clamp, STEP_MINUTES, type Ghost } from './geometry.ts';
import { cancelKey, statusKeys } from './useStatus.ts';

interface DiaryKeys {
  readonly columns: readonly DiaryColumn[];
  readonly appointments: readonly Appointment[];
  readonly span: { readonly from: number; readonly to: number };
  readonly cursor: Cursor;
  readonly selected: Appointment | null;
  readonly ghost: Ghost | null;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onOpen: (cursor: Cursor) => void;
  readonly onGhost: (ghost: Ghost | null) => void;
  /** `isSure` goes on over warnings. */
  readonly onDrop: (isSure: boolean) => void;
  readonly onStatus: (appointment: Appointment, status: AppointmentStatus) => void;
  readonly onCancel: (appointment: Appointment) => void;
  readonly onVisit: (appointment: Appointment) => void;
  readonly onDay: (days: number) => void;
}

/** The booking of a column that takes up a minute. */
export const bookingAt = (
  column: DiaryColumn | undefined,
  appointments: readonly Appointment[],
  minute: number,
): Appointment | null =>
  appointments.find(
    (one) => column?.holds(one) === true && one.startMinute <= minute && minute < one.startMinute + one.lengthMinutes,
  ) ?? null;

const arrows: Readonly<Record<string, { readonly columns: number; readonly steps: number }>> = {
  ArrowUp: { columns: 0, steps: -1 },
  ArrowDown: { columns: 0, steps: 1 },
  ArrowLeft: { columns: -1, steps: 0 },
  ArrowRight: { columns: 1, steps: 0 },
};

/** The length that a key asks for: longer or shorter by a step; 0 is another key. */
const lengthening = ({ key }: KeyboardEvent): number =>
  key === '+' || key === '=' ? STEP_MINUTES : key === '-' || key === '_' ? -STEP_MINUTES : 0;

/**
 * The keys of the diary. At rest: arrows go from place to place, Enter opens or books, M takes hold, + and - change the length, a letter says
 * how it stands, V goes to the visit, Page Up and Down change the day. With a booking in hand: arrows move it, Enter puts it down, Ctrl+Enter
 * over a warning, Escape lets go.
 */
export const useDiaryKeys = (diary: DiaryKeys): ((event: KeyboardEvent) => void) => {
  const { columns, appointments, span, cursor, selected, ghost } = diary;
  const moveGhost = (held: Ghost, event: KeyboardEvent): boolean => {
    const arrow = arrows[event.key];
    const longer = lengthening(event);
    if (arrow) {
      const column = clamp(held.column + arrow.columns, 0, columns.length - 1);
      const startMinute = clamp(held.startMinute + arrow.steps * STEP_MINUTES, span.from, span.to - STEP_MINUTES);
      diary.onGhost({ ...held, column, startMinute });
    } else if (longer !== 0) diary.onGhost({ ...held, lengthMinutes: clamp(held.lengthMinutes + longer, STEP_MINUTES, 24 * 60) });
    else if (event.key === 'Enter') diary.onDrop(event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape') diary.onGhost(null);
    else return false;
    return true;
  };
  const goTo = (event: KeyboardEvent): boolean => {
    const arrow = arrows[event.key];
    if (!arrow) return false;
    const column = clamp(cursor.column + arrow.columns, 0, columns.length - 1);
    const from = selected === null || arrow.columns !== 0 ? cursor.minute : selected.startMinute;
    const wanted =
      selected !== null && arrow.steps > 0
        ? Math.ceil((selected.startMinute + selected.lengthMinutes) / STEP_MINUTES) * STEP_MINUTES
        : from + arrow.steps * STEP_MINUTES;
    const minute = clamp(Math.floor(wanted / STEP_MINUTES) * STEP_MINUTES, span.from, span.to - STEP_MINUTES);
    diary.onCursor({ column, minute: bookingAt(columns[column], appointments, minute)?.startMinute ?? minute });
    return true;
  };
  const act = (event: KeyboardEvent): boolean => {
    if (goTo(event)) return true;
    if (event.key === 'Enter') diary.onOpen(cursor);
    else if (event.key === 'PageUp' || event.key === 'PageDown') diary.onDay(event.key === 'PageUp' ? -1 : 1);
    else if (selected === null) return false;
    else {
      const inHand: Ghost = {
        appointmentId: selected.id,
        column: cursor.column,
        startMinute: selected.startMinute,
        lengthMinutes: selected.lengthMinutes,
      };
      const longer = lengthening(event);
      const status = statusKeys.find(({ code }) => code === event.code);
      if (event.code === 'KeyM') diary.onGhost(inHand);
      else if (longer !== 0)
        diary.onGhost({ ...inHand, lengthMinutes: clamp(inHand.lengthMinutes + longer, STEP_MINUTES, 24 * 60) });
      else if (event.code === 'KeyV') diary.onVisit(selected);
      else if (event.code === cancelKey.code) diary.onCancel(selected);
      else if (status) diary.onStatus(selected, status.status);
      else return false;
    }
    return true;
  };
  return (event) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || event.altKey) return;
    const isPlain = !event.ctrlKey && !event.metaKey;
    const isTaken = ghost === null ? isPlain && act(event) : (isPlain || event.key === 'Enter') && moveGhost(ghost, event);
    if (isTaken) event.preventDefault();
  };
};
