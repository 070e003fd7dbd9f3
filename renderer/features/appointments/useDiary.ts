import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, weekdayOf } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { shortDate } from '../../components/dateWords.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { resourceColumns, shownSpan, staffColumns, weekColumns, type DiaryColumn } from './columns.ts';
import type { DiaryView } from './search.ts';
import { weekdayName } from './weekdays.ts';

const weekOf = (on: LocalDate): LocalDate[] => {
  const monday = addDays(on, 1 - weekdayOf(on));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
};

/** What the diary shows of a day by person or place, or of a person's week. */
export const useDiary = (view: DiaryView, on: LocalDate, staffId: string | undefined) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const days = useMemo(() => (view === 'week' ? weekOf(on) : [on]), [view, on]);
  const [from = on, to = on] = [days[0], days.at(-1)];
  const rosters = useOperation('rosters.between', { from, to }, { keepPrevious: true });
  const resources = useOperation('appointments.resources', {});
  const answer = useOperation('appointments.between', { from, to, limit: 200 }, { keepPrevious: true });
  const people = rosters.data?.staff ?? [];
  const person = people.find((one) => one.staffId === staffId) ?? people[0];
  const columns: DiaryColumn[] =
    view === 'resources'
      ? resourceColumns(resources.data?.resources ?? [], on, t('appointments.grid.nowhere'))
      : view === 'staff'
        ? staffColumns(people, on, t('appointments.grid.nobody'))
        : person === undefined
          ? []
          : weekColumns(days, person, (day) => `${t(`appointments.weekdays.${weekdayName(day)}`)} ${shortDate(day, today)}`);
  const all = answer.data?.rows ?? [];
  // What is cancelled has given its place away; it stands on the card, and undo brings it back.
  const shown = all.filter(
    (appointment) =>
      appointment.status !== 'cancelled' &&
      appointment.status !== 'late_cancelled' &&
      columns.some((column) => column.holds(appointment)),
  );
  return {
    columns,
    people,
    person,
    resources: resources.data?.resources ?? [],
    appointments: shown,
    span: shownSpan(shown, settings),
    total: answer.data?.total ?? 0,
    isLoaded: answer.data !== undefined && rosters.data !== undefined && resources.data !== undefined,
    error: answer.error ?? rosters.error ?? resources.error,
    retry: () => {
      void answer.refetch();
      void rosters.refetch();
      void resources.refetch();
    },
  };
};
