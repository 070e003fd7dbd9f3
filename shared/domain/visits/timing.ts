import { UNIT_QUANTITY, quantity } from '../../types/amounts.ts';
import type { Quantity } from '../../types/amounts.ts';
import type { Instant } from '../../types/time.ts';

const MINUTE = 60_000;
const MINUTES_IN_HOUR = 60;

/**
 * How many hours a timed service 计时 is charged for (X30): from start to stop in whole steps of so many minutes (1 to 60), a step begun
 * counts, and at least one. A clock put back in between counts as no time.
 */
export const hoursToCharge = (startedAt: Instant, stoppedAt: Instant, stepMinutes: number): Quantity => {
  const minutes = Math.max(0, stoppedAt - startedAt) / MINUTE;
  const steps = Math.max(1, Math.ceil(minutes / stepMinutes));
  return quantity(Math.round((steps * stepMinutes * UNIT_QUANTITY) / MINUTES_IN_HOUR));
};
