import { MAX_QUANTITY, UNIT_QUANTITY, quantity } from '../../types/amounts.ts';
import type { Quantity } from '../../types/amounts.ts';

/** Most digits after the point that a measure has: what is stored is thousandths. */
export const MOST_DECIMALS = 3;

/** A typed number as thousandths, or null where it has more digits after the point than `decimals`, or is out of reach. */
export const measuredValue = (typed: number, decimals: number): Quantity | null => {
  const whole = Math.round(typed * UNIT_QUANTITY);
  if (!Number.isSafeInteger(whole) || Math.abs(whole) > MAX_QUANTITY) return null;
  return isWithinDecimals(whole, decimals) ? quantity(whole) : null;
};

/** Whether the thousandths have no more digits after the point than the measure takes. */
export const isWithinDecimals = (value: number, decimals: number): boolean => value % 10 ** (MOST_DECIMALS - decimals) === 0;

/** The value as it is read, "52.50": with the measure's digits after the point, and with more where it was measured more finely. */
export const measureText = (value: number, decimals: number): string => {
  const shown = [0, 1, 2, 3].find((digits) => digits >= decimals && isWithinDecimals(value, digits)) ?? MOST_DECIMALS;
  return (value / UNIT_QUANTITY).toFixed(shown);
};

/** A change as it is read: "+1.5", "−0.8", "0". With the minus of figures, not a hyphen. */
export const changeText = (change: number, decimals: number): string => {
  const text = measureText(Math.abs(change), decimals);
  return change === 0 ? text : `${change > 0 ? '+' : '−'}${text}`;
};
