import { isLocalDate } from '../../shared/types/time.ts';

/** One key as a device or a person pressed it. */
export interface ScannedKey {
  readonly key: string;
  /** Milliseconds since whenever, by the same clock for all keys. */
  readonly at: number;
}

/** Nobody types a whole number with so little time between the keys; scanners and caller-ID boxes take a few milliseconds. */
export const LONGEST_GAP_MILLISECONDS = 40;
/** Fewer characters than this are typed by hand now and then. */
export const SHORTEST_CODE = 4;
const LONGEST_CODE = 40;

/** Shorter ones are typed by hand now and then, by whoever knows them. */
const SHORTEST_FOREIGN_CODE = 6;

/** Whether what a device typed into a field that takes no codes does not belong there: a number of something, not a word and not a day. */
export const isForeignTo = (code: string): boolean =>
  code.length >= SHORTEST_FOREIGN_CODE && /\d/.test(code) && !isLocalDate(code);

/** Whether a key can be part of a code: a letter, a figure, a hyphen or a plus. */
export const isCodeKey = (key: string): boolean => /^[0-9A-Za-z+-]$/.test(key);

/** The keys of a burst with one more; a key that comes late begins another burst. */
export const continued = (burst: readonly ScannedKey[], next: ScannedKey): readonly ScannedKey[] => {
  const last = burst.at(-1);
  return last !== undefined && next.at - last.at <= LONGEST_GAP_MILLISECONDS ? [...burst, next] : [next];
};

/** The code that Enter ends, or null when the keys before it were typed by a person. */
export const codeOf = (burst: readonly ScannedKey[], enterAt: number): string | null => {
  const last = burst.at(-1);
  if (last === undefined || burst.length < SHORTEST_CODE || burst.length > LONGEST_CODE) return null;
  return enterAt - last.at <= LONGEST_GAP_MILLISECONDS ? burst.map(({ key }) => key).join('') : null;
};
