import type { PointerEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import classes from './DayGrid.module.css';
import { heightOf } from './geometry.ts';
import { spanText } from '../../../shared/domain/appointments/timeOfDay.ts';

interface AppointmentBlockProps {
  readonly appointment: Appointment;
  /** The first minute that the diary shows. */
  readonly from: number;
  readonly startMinute: number;
  readonly lengthMinutes: number;
  readonly lane: number;
  readonly lanes: number;
  readonly id: string;
  readonly isSelected: boolean;
  /** On its way: free, with a warning, or where it cannot stand. */
  readonly ghost?: 'free' | 'warned' | 'refused';
  /** A ghost of it is on its way. */
  readonly isAway?: boolean;
  readonly onPointerDown?: PointerEventHandler<HTMLDivElement>;
}

/** Shorter ones show everything on one line. */
const ONE_LINE = 30;

/** A booking in the diary: who, what for and when, its status by edge, ground and word. */
export const AppointmentBlock = (props: AppointmentBlockProps) => {
  const { appointment, from, startMinute, lengthMinutes, lane, lanes, id, isSelected, ghost, isAway } = props;
  const { t } = useTranslation();
  const { name, service, status, staffName, resourceName } = appointment;
  const span = spanText({ startMinute, lengthMinutes });
  const told = t(`appointments.status.${status}`);
  const more = [service, status === 'booked' ? '' : told].filter((part) => part !== '').join(' · ');
  const isShort = lengthMinutes < ONE_LINE + 15;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      aria-label={[span, name, service, staffName, resourceName, told].filter((part) => part !== null && part !== '').join(' ')}
      title={[span, name, service, told].filter((part) => part !== '').join(' · ')}
      className={classes['block']}
      data-status={status}
      data-appointment={appointment.id}
      {...(isSelected && { 'data-selected': true })}
      {...(ghost !== undefined && { 'data-ghost': ghost })}
      {...(isAway === true && { 'data-away': true })}
      style={{
        top: heightOf(startMinute - from),
        height: heightOf(lengthMinutes),
        insetInlineStart: `calc(${(lane / lanes) * 100}% + 1px)`,
        width: `calc(${100 / lanes}% - 3px)`,
      }}
      onPointerDown={props.onPointerDown}
    >
      <span className={status === 'no_show' ? `${classes['name'] ?? ''} ${classes['struck'] ?? ''}` : classes['name']}>
        {name}
      </span>
      {isShort ? (
        more !== '' && <span> {more}</span>
      ) : (
        <>
          {more !== '' && <div>{more}</div>}
          <div>{span}</div>
        </>
      )}
      <span className={classes['grip']} data-grip aria-hidden />
    </div>
  );
};
