import { instantAt } from '../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import type { BaseContext } from './context.ts';
import { refuseField } from './refuseField.ts';

/** Noon stands for the unknown hour of what is entered on a later day. */
const UNKNOWN_HOUR = 12;

/**
 * When a fact of a business day happened, as well as it is known: now for today (or null), noon of a day that is past. A day to come and one
 * before 1970 are refused with `bad_input` at `path`.
 */
export const timeOfFact = (
  context: BaseContext,
  given: LocalDate | null,
  path = 'on',
): { at: Instant; businessDate: LocalDate } => {
  const today = context.today();
  if (given === null || given === today) return { at: context.now(), businessDate: today };
  if (given > today) refuseField(path, 'date_in_future');
  const at = instantAt(given, UNKNOWN_HOUR, context.settings().timeZone);
  return at < 0 ? refuseField(path, 'date_too_early') : { at, businessDate: given };
};
