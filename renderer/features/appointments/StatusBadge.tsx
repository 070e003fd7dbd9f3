import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppointmentStatus } from '../../../shared/domain/appointments/statuses.ts';

const colors: Readonly<Record<AppointmentStatus, string>> = {
  booked: 'gray',
  confirmed: 'jade',
  arrived: 'gold',
  in_service: 'gold',
  done: 'gray',
  no_show: 'red',
  cancelled: 'gray',
  late_cancelled: 'amber',
};

/** How an appointment stands, in a word. */
export const StatusBadge = ({ status }: { readonly status: AppointmentStatus }) => {
  const { t } = useTranslation();
  return (
    <Badge color={colors[status]} flex="none">
      {t(`appointments.status.${status}`)}
    </Badge>
  );
};
