import { useEffect, useId, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { wallClock } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { AppointmentBlock } from './AppointmentBlock.tsx';
import type { DiaryColumn } from './columns.ts';
import classes from './DayGrid.module.css';
import { clamp, heightOf, STEP_MINUTES, type Ghost } from './geometry.ts';
import { layLanes } from './lanes.ts';
import { timeOfDay } from '../../../shared/domain/appointments/timeOfDay.ts';

/** Where the keys are: a column and a minute, and the booking that stands there. */
export interface Cursor {
  readonly column: number;
  readonly minute: number;
}

interface DayGridProps {
  readonly columns: readonly DiaryColumn[];
  readonly appointments: readonly Appointment[];
  readonly span: { readonly from: number; readonly to: number };
  readonly cursor: Cursor;
  readonly selectedId: string | null;
  readonly ghost: Ghost | null;
  readonly ghostState: 'free' | 'warned' | 'refused';
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onOpen: (cursor: Cursor) => void;
  readonly onGhost: (ghost: Ghost) => void;
  /** The pointer let go of the ghost. */
  readonly onDrop: () => void;
}

/** Farther than this a press is a drag. */
const DRAG_PIXELS = 4;

/**
 * The day by columns, drawn to scale. The whole is one list whose active row the arrow keys move; what they do stands in useDiaryKeys. The
 * mouse drags a booking by its body and its length by its lower edge.
 */
export const DayGrid = (props: DayGridProps) => {
  const { columns, appointments, span, cursor, selectedId, ghost, ghostState, gridRef } = props;
  const { t } = useTranslation();
  const { now, settings } = useShop();
  const gridId = useId();
  const drag = useRef<{
    appointment: Appointment;
    isResizing: boolean;
    grab: number;
    x: number;
    y: number;
    moved: boolean;
  } | null>(null);
  /** The click that ends a drag is none. */
  const wasDragged = useRef(false);
  const scroller = useRef<HTMLDivElement>(null);
  const hours = Array.from({ length: (span.to - span.from) / 60 + 1 }, (_, index) => span.from + index * 60);
  const blockId = (id: string): string => `${gridId}-${id}`;
  const clock = wallClock(now(), settings.timeZone);
  const nowMinute = clock.hour * 60 + clock.minute;

  useEffect(() => {
    scroller.current?.querySelector('[data-cursor], [data-selected]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [cursor.column, cursor.minute, selectedId]);

  /** The column and the minute under the pointer. */
  const placeOf = (event: PointerEvent | React.MouseEvent): { column: number; minute: number } => {
    const box = gridRef.current?.getBoundingClientRect();
    if (!box) return { column: 0, minute: span.from };
    const perStep = box.height / ((span.to - span.from) / STEP_MINUTES);
    return {
      column: clamp(Math.floor(((event.clientX - box.left) / box.width) * columns.length), 0, columns.length - 1),
      minute: span.from + ((event.clientY - box.top) / perStep) * STEP_MINUTES,
    };
  };
  const snapped = (minute: number): number => Math.floor(minute / STEP_MINUTES) * STEP_MINUTES;

  const onPointerMove = (event: PointerEvent): void => {
    const held = drag.current;
    if (held === null) return;
    if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < DRAG_PIXELS) return;
    held.moved = true;
    const { column, minute } = placeOf(event);
    const { appointment, isResizing, grab } = held;
    const home = columns.findIndex((one) => one.holds(appointment));
    if (isResizing)
      props.onGhost({
        appointmentId: appointment.id,
        column: home,
        startMinute: appointment.startMinute,
        lengthMinutes: clamp(
          snapped(minute - appointment.startMinute + STEP_MINUTES),
          STEP_MINUTES,
          span.to - appointment.startMinute,
        ),
      });
    else
      props.onGhost({
        appointmentId: appointment.id,
        column,
        startMinute: clamp(snapped(minute - grab + STEP_MINUTES / 2), span.from, span.to - STEP_MINUTES),
        lengthMinutes: appointment.lengthMinutes,
      });
  };
  const onPointerUp = (): void => {
    const held = drag.current;
    drag.current = null;
    wasDragged.current = held?.moved === true;
    if (held?.moved === true) props.onDrop();
  };

  return (
    <div className={classes['scroller']} ref={scroller}>
      <div className={classes['frame']}>
        <div className={classes['corner']} aria-hidden />
        <div className={classes['heads']} aria-hidden>
          {columns.map(({ key, name }) => (
            <div key={key} className={classes['head']} title={name}>
              {name}
            </div>
          ))}
        </div>
        <div className={classes['times']} style={{ height: heightOf(span.to - span.from) }} aria-hidden>
          {hours.slice(0, -1).map((minute, index) => (
            <span
              key={minute}
              className={classes['time']}
              {...(index === 0 && { 'data-first': true })}
              style={{ top: heightOf(minute - span.from) }}
            >
              {timeOfDay(minute)}
            </span>
          ))}
        </div>
        <div
          ref={gridRef}
          className={classes['columns']}
          role="listbox"
          tabIndex={0}
          aria-label={t('appointments.grid.label')}
          aria-activedescendant={selectedId === null ? `${gridId}-cursor` : blockId(selectedId)}
          onKeyDown={props.onKeyDown}
          onClick={(event) => {
            const { column, minute } = placeOf(event);
            if (wasDragged.current) wasDragged.current = false;
            else props.onCursor({ column, minute: snapped(minute) });
          }}
          onDoubleClick={(event) => {
            const { column, minute } = placeOf(event);
            props.onOpen({ column, minute: snapped(minute) });
          }}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => {
            drag.current = null;
          }}
        >
          {columns.map((column, index) => {
            const here = appointments.filter((appointment) => column.holds(appointment));
            const movedHere =
              ghost !== null && ghost.column === index ? appointments.find(({ id }) => id === ghost.appointmentId) : undefined;
            const isCursorHere = cursor.column === index && selectedId === null;
            return (
              <div
                key={column.key}
                role="group"
                aria-label={column.name}
                className={classes['column']}
                style={{ height: heightOf(span.to - span.from) }}
              >
                <OffHours column={column} span={span} />
                {column.on === clock.date && nowMinute >= span.from && nowMinute <= span.to && (
                  <div className={classes['now']} style={{ top: heightOf(nowMinute - span.from) }} aria-hidden />
                )}
                {layLanes(here).map(({ item, lane, lanes }) => (
                  <AppointmentBlock
                    key={item.id}
                    id={blockId(item.id)}
                    appointment={item}
                    from={span.from}
                    startMinute={item.startMinute}
                    lengthMinutes={Math.min(item.lengthMinutes, span.to - item.startMinute)}
                    lane={lane}
                    lanes={lanes}
                    isSelected={item.id === selectedId && ghost === null}
                    isAway={ghost?.appointmentId === item.id}
                    onPointerDown={(event) => {
                      if (event.button !== 0) return;
                      props.onCursor({ column: index, minute: item.startMinute });
                      const isResizing = event.target instanceof HTMLElement && event.target.dataset['grip'] !== undefined;
                      const { minute } = placeOf(event);
                      drag.current = {
                        appointment: item,
                        isResizing,
                        grab: minute - item.startMinute,
                        x: event.clientX,
                        y: event.clientY,
                        moved: false,
                      };
                      gridRef.current?.setPointerCapture(event.pointerId);
                    }}
                  />
                ))}
                {movedHere !== undefined && ghost !== null && (
                  <AppointmentBlock
                    id={`${gridId}-ghost`}
                    appointment={movedHere}
                    from={span.from}
                    startMinute={ghost.startMinute}
                    lengthMinutes={Math.min(ghost.lengthMinutes, span.to - ghost.startMinute)}
                    lane={0}
                    lanes={1}
                    isSelected
                    ghost={ghostState}
                  />
                )}
                {isCursorHere && (
                  <div
                    id={`${gridId}-cursor`}
                    role="option"
                    tabIndex={-1}
                    aria-selected
                    data-cursor
                    className={classes['cursor']}
                    aria-label={t('appointments.grid.free', { column: column.name, time: timeOfDay(cursor.minute) })}
                    style={{ top: heightOf(cursor.minute - span.from), height: heightOf(STEP_MINUTES * 2) }}
                  >
                    {timeOfDay(cursor.minute)}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};

/** The hours in which nobody is there, hatched. */
const OffHours = ({ column, span }: { readonly column: DiaryColumn; readonly span: DayGridProps['span'] }) => {
  if (column.shifts === null) return null;
  const edges = [span.from, ...column.shifts.flatMap(({ fromMinute, toMinute }) => [fromMinute, toMinute]), span.to];
  const gaps: { from: number; to: number }[] = [];
  for (let index = 0; index < edges.length; index += 2) {
    const [from = span.from, to = span.to] = [edges[index], edges[index + 1]];
    if (to > from) gaps.push({ from: clamp(from, span.from, span.to), to: clamp(to, span.from, span.to) });
  }
  return gaps.map(({ from, to }) => (
    <div
      key={from}
      className={classes['off']}
      style={{ top: heightOf(from - span.from), height: heightOf(to - from) }}
      aria-hidden
    />
  ));
};
