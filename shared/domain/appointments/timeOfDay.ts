import { MINUTES_PER_DAY } from './slots.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A minute of the day as clocks show it: 570 is "09:30". Minutes beyond midnight (a late shift) begin at "00:00" again. */
export const timeOfDay = (minute: number): string => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;

/** Until when: the end of the day is "24:00", not its beginning. */
export const endOfSpan = (minute: number): string => (minute === MINUTES_PER_DAY ? '24:00' : timeOfDay(minute));

/** The minute of the day that was typed: "9:30", "9：30", "930", "0930", "14"; null for what is no time. */
export const readTimeOfDay = (text: string): number | null => {
  const match = /^(\d{1,2})(?:[:：.]?(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
};

/** From when to when: "10:00–11:00". */
export const spanText = ({
  startMinute,
  lengthMinutes,
}: {
  readonly startMinute: number;
  readonly lengthMinutes: number;
}): string => `${timeOfDay(startMinute)}–${endOfSpan(startMinute + lengthMinutes)}`;
