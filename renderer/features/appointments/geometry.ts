/** Minutes of one step of the diary, and its height in rem: an hour is 3 rem, so that twelve of them fit the screen. */
export const STEP_MINUTES = 15;
const REM_PER_STEP = 0.75;

/** The height of so many minutes. */
export const heightOf = (minutes: number): string => `${(minutes / STEP_MINUTES) * REM_PER_STEP}rem`;

/** A booking on its way to another place: its column, its minute and its length. */
export interface Ghost {
  readonly appointmentId: string;
  readonly column: number;
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

export const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
