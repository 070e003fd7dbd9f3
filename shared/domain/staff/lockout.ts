/** Wrong tries that cost nothing but the trying. */
const FREE_TRIES = 5;
const SECONDS = 1000;
const MINUTES = 60 * SECONDS;
/** What the fifth wrong try in a row costs, the sixth, and so on; the last for every one after. */
const WAITS = [30 * SECONDS, MINUTES, 2 * MINUTES, 5 * MINUTES, 15 * MINUTES, 60 * MINUTES] as const;

/** How long after so many wrong tries in a row the next one may come: milliseconds of the program running, 0 to one hour (S5). */
export const waitAfter = (failures: number): number =>
  failures < FREE_TRIES ? 0 : (WAITS[failures - FREE_TRIES] ?? 60 * MINUTES);

/** Tries left before a wait begins. */
export const triesLeft = (failures: number): number => Math.max(0, FREE_TRIES - failures);
