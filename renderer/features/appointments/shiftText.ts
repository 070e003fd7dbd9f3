import { shiftsOverlap, type Shift } from '../../../shared/domain/appointments/rosters.ts';
import { MINUTES_PER_DAY } from '../../../shared/domain/appointments/slots.ts';
import { endOfSpan, readTimeOfDay, timeOfDay } from '../../../shared/domain/appointments/timeOfDay.ts';

/** Hours as people write them: "09:00-12:00 13:00-18:00"; an end before its beginning is in the next morning. */
export const shiftText = (shifts: readonly Shift[]): string =>
  shifts.map(({ fromMinute, toMinute }) => `${timeOfDay(fromMinute)}-${endOfSpan(toMinute)}`).join(' ');

const LATEST = MINUTES_PER_DAY + 360;

const shiftOf = (part: string): Shift | null => {
  const [from, to, ...rest] = part.split(/[-–—~至到]/);
  if (from === undefined || to === undefined || rest.length > 0) return null;
  const fromMinute = readTimeOfDay(from);
  const typed = /^24(?:[:：]?00)?$/.test(to.trim()) ? MINUTES_PER_DAY : readTimeOfDay(to);
  if (fromMinute === null || typed === null || fromMinute === typed) return null;
  const toMinute = typed < fromMinute ? typed + MINUTES_PER_DAY : typed;
  return toMinute > LATEST ? null : { fromMinute, toMinute };
};

/** The hours that were typed, none for an empty text; null for what are no hours, or meet. */
export const readShifts = (text: string): Shift[] | null => {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== '');
  const shifts: Shift[] = [];
  for (const part of parts) {
    const shift = shiftOf(part);
    if (shift === null) return null;
    shifts.push(shift);
  }
  return shiftsOverlap(shifts) ? null : shifts;
};
