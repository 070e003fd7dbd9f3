/** Every sign that Unicode calls a decimal digit: the ASCII ones, full-width ones (１３８), and those of other scripts. */
const DIGIT = String.raw`\p{Nd}`;

/** What people put between the digits of a number: spaces of every width, hyphens, dots, slashes, brackets, a plus. */
const PART = String.raw`[\p{Zs}\t\p{Pd}\p{Ps}\p{Pe}.．·•/／_+＋\-−]`;

/** So many digits may be a telephone: the shortest landline in the country without its area code has seven. */
const SHORTEST = 7;

/** So many signs in a row may part two digits of one number: "010) - 8888". */
const MOST_BETWEEN = 4;

const number = new RegExp(`[+＋(（]*${DIGIT}(?:${PART}{0,${MOST_BETWEEN}}${DIGIT}){${SHORTEST - 1},}`, 'gu');

/**
 * Replaces every run of seven digits or more, however it is written: full-width, with +86, with an area code in brackets, parted by
 * spaces, hyphens or dots. Phone, card and bank numbers never reach the log (S7). Shorter runs (counts, durations, years) stay readable;
 * a day with its time is caught too, which a log line, dated at its head, can bear. Runs of which `isKept` holds stay as they are.
 */
export function redact(text: string, isKept: (run: string) => boolean = () => false): string {
  return text.replaceAll(number, (run) => (isKept(run) ? run : '[number]'));
}

/** A day as 2026-11-21, also with the time behind it that names of files bear: 2026-11-21-1000. */
const DAY = /(?<!\p{Nd})((?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[-_](?:[01]\d|2[0-3])[0-5]\d)?)(?!\p{Nd})/u;
/** The same without hyphens: it stands alone, for as part of a longer run it may be the middle of a number. */
const isPlainDay = (run: string): boolean => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(run);

/** The same for the audit log, where days say something and stay readable. */
export function redactKeepingDays(text: string): string {
  return text
    .split(DAY)
    .map((piece, at) => (at % 2 === 1 ? piece : redact(piece, isPlainDay)))
    .join('');
}

/** The same for whatever is about to be logged: strings, errors, plain data. */
export function redactAny(value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  if (value instanceof Error) return redact(value.stack ?? value.message);
  if (typeof value === 'object' && value !== null) return redact(JSON.stringify(value));
  if (typeof value === 'number' || typeof value === 'bigint') return redact(String(value));
  return value;
}
