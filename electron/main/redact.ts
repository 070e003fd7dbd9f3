/**
 * Replaces every run of seven digits or more, also when spaces or hyphens part them: phone, card and bank numbers
 * never reach the log. Shorter runs (counts, durations, years) stay readable.
 */
export function redact(text: string): string {
  return text.replaceAll(/\d(?:[ \-.]?\d){6,}/g, '[number]');
}

/** The same for whatever is about to be logged: strings, errors, plain data. */
export function redactAny(value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  if (value instanceof Error) return redact(value.stack ?? value.message);
  if (typeof value === 'object' && value !== null) return redact(JSON.stringify(value));
  if (typeof value === 'number' || typeof value === 'bigint') return redact(String(value));
  return value;
}
