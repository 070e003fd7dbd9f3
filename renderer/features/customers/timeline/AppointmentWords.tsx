import { useTranslation } from 'react-i18next';
import { DateText } from '../../../components/DateText.tsx';
import { timeOfDay } from '../../../../shared/domain/appointments/timeOfDay.ts';
import { Dotted, Note } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

/** When somebody was booked, for what, with whom, and how it stands. */
export const AppointmentWords = ({
  appointment,
  staffName,
}: {
  readonly appointment: NonNullable<TimelineEntry['appointment']>;
  readonly staffName: string | null;
}) => {
  const { t } = useTranslation();
  const { on, startMinute, service, resourceName, status, note } = appointment;
  return (
    <>
      <Dotted
        parts={[
          <span key="when">
            <DateText date={on} as="figures" /> {timeOfDay(startMinute)}
          </span>,
          service === '' ? null : <b key="what">{service}</b>,
          staffName,
          resourceName,
          t(`appointments.status.${status}`),
        ]}
      />
      <Note text={note} />
    </>
  );
};
