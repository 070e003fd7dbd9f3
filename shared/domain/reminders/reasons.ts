import { addMonths, dateParts, daysBetween } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import type { ReasonFacts } from '../reasonText.ts';
import { daysSince } from '../segments/classes.ts';
import type { KeptReason } from './types.ts';

/** Whole calendar months since a day. */
const monthsSince = (day: LocalDate, today: LocalDate): number => {
  const [from, to] = [dateParts(day), dateParts(today)];
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  return Math.max(0, addMonths(day, months) > today ? months - 1 : months);
};

/** A kept reason with the figures of today. */
export const reasonOn = (reason: KeptReason, today: LocalDate): ReasonFacts => {
  switch (reason.rule) {
    case 'promised':
      return { code: 'promised', params: reason.params };
    case 'birthday':
      return { code: 'birthday', params: { ...reason.params, inDays: daysBetween(today, reason.params.on) } };
    case 'follow_up':
      return { code: 'follow_up', params: { ...reason.params, daysSince: daysSince(reason.params.visitOn, today) } };
    case 'overdue':
      return { code: 'overdue', params: { ...reason.params, daysSince: daysSince(reason.params.lastOn, today) } };
    case 'dormant': {
      const { lastOn } = reason.params;
      return {
        code: 'dormant',
        params: { ...reason.params, daysSince: daysSince(lastOn, today), months: monthsSince(lastOn, today) },
      };
    }
    case 'silence':
      return { code: 'silence', params: { ...reason.params, daysSince: daysSince(reason.params.lastOn, today) } };
    case 'data_check':
      return { code: 'data_check', params: reason.params };
    case 'own':
      return { code: 'own', params: { ...reason.params, inDays: daysBetween(today, reason.params.baseOn) } };
    case 'missed':
      return { code: 'missed', params: { ...reason.params, daysSince: daysSince(reason.params.missedOn, today) } };
    case 'lapsing':
      return { code: 'lapsing', params: { ...reason.params, inDays: daysBetween(today, reason.params.lastDay) } };
    case 'waiting':
      return { code: 'waiting', params: { ...reason.params, daysSince: daysSince(reason.params.readyOn, today) } };
    case 'debt':
      return { code: 'debt', params: { ...reason.params, daysSince: daysSince(reason.params.dueOn, today) } };
    case 'expiring':
      return { code: 'expiring', params: { ...reason.params, inDays: daysBetween(today, reason.params.validUntil) } };
  }
};
