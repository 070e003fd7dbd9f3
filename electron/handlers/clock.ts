import type { OutputOf } from '../../shared/contract.ts';
import { CLOCK_TOLERANCE_MILLISECONDS } from '../../shared/domain/clock.ts';
import { AppError } from '../../shared/errors.ts';
import { instantAt } from '../../shared/types/time.ts';
import type { Instant } from '../../shared/types/time.ts';
import { insertClockMark, lastEntryAt, lastVisitDay } from '../store/clock.ts';
import type { BaseContext, StoreContext } from './context.ts';

/** The latest time that anything was written down with: the later of the audit log's and the beginning of the last visit's business day. */
const lastTime = (context: BaseContext): Instant | null => {
  const { timeZone, dayTurnHour } = context.settings();
  const day = lastVisitDay(context.database);
  const times = [lastEntryAt(context.database), day === null ? null : instantAt(day, dayTurnHour, timeZone)];
  return times.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one));
};

/** Whether the clock is behind what was written down last, and by which two times that shows (R7). */
export const readClock = (context: BaseContext): OutputOf<'settings.clock'> => {
  const [now, lastAt] = [context.now(), lastTime(context)];
  return { now, lastAt, isBehind: lastAt !== null && now < lastAt - CLOCK_TOLERANCE_MILLISECONDS };
};

/** While the clock is behind, nothing that lapses by date may lapse: the day it would be judged by is wrong. */
export const isClockBehind = (context: BaseContext): boolean => readClock(context).isBehind;

/** Somebody looked at the clock, and it is right: later times are of a clock that ran ahead. Errors: conflict (clock_is_right). */
export const confirmClock = (context: StoreContext): Record<string, never> => {
  const { now, lastAt, isBehind } = readClock(context);
  if (!isBehind || lastAt === null) throw new AppError('conflict', { reason: 'clock_is_right' });
  insertClockMark(context.database, { at: now, ignored_until: lastAt });
  context.audited({ lastAt });
  context.changed(['settings'], []);
  return {};
};
