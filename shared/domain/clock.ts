/** A clock that is corrected by less than this is no matter: systems do so by themselves. */
export const CLOCK_TOLERANCE_MILLISECONDS = 2 * 60_000;
