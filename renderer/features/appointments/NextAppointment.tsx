import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { spanText } from '../../../shared/domain/appointments/timeOfDay.ts';

/** A customer's next booking, which leads to its day in the diary. */
export const NextAppointment = ({ appointment }: { readonly appointment: Appointment }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { on, service, staffName, status } = appointment;
  return (
    <>
      <Anchor inherit fw={700} renderRoot={(props) => <Link {...props} to="/appointments" search={on === today ? {} : { on }} />}>
        {t('appointments.card.title')} {dateWords(t, on, today)} {spanText(appointment)}
      </Anchor>
      {[service, staffName ?? '', t(`appointments.status.${status}`)].filter((part) => part !== '').map((part) => ` · ${part}`)}
    </>
  );
};
