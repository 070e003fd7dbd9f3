/** How many tests passed, failed, were skipped. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** One check as a tally. */
export function one(passed: boolean): Tally {
  return passed ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

/**
 * What a runner's report counted, given the runner's exit code. A run that failed without a failed test (a file that
 * does not load, no report at all, not a single test) counts as one failure: it must never look like success.
 */
export function honest(counted: Tally, code: number): Tally {
  const isEmpty = counted.passed + counted.failed === 0;
  return counted.failed === 0 && (code !== 0 || isEmpty) ? { ...counted, failed: 1 } : counted;
}

/** The closing line. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
