import { daysBetween, type LocalDate } from '../../../../shared/types/time.ts';
import type { Card } from '../form/customerValues.ts';

/** How long before a date the card speaks of it. */
const AHEAD_DAYS = 30;

export type ImportantDate = Card['importantDates'][number];

/** Dates of the next 30 days, nearest first, without those that already stand among the reasons. */
export const upcomingDates = (card: Pick<Card, 'importantDates' | 'openReasons'>, today: LocalDate): ImportantDate[] => {
  const told = new Set(card.openReasons.flatMap((reason) => (reason.code === 'birthday' ? [reason.params.on] : [])));
  return card.importantDates
    .filter(({ nextOn }) => nextOn !== null && daysBetween(today, nextOn) <= AHEAD_DAYS && !told.has(nextOn))
    .toSorted((one, other) => (one.nextOn ?? '').localeCompare(other.nextOn ?? ''));
};
