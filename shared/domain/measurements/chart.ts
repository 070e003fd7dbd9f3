import { daysBetween } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

interface ChartPoint {
  readonly on: LocalDate;
  readonly value: number;
}

/** A chart within a box of 0 to 1 in both directions, y growing downwards as on a screen. */
export interface Chart {
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** The values at which a line is drawn across, and how high it stands. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
}

/** The steps between lines that people read easily. */
const STEPS = [1, 2, 5] as const;
/** Between this many lines and a step more. */
const FEW = 3;

/** The smallest of 1, 2, 5, 10, 20 ... of which at most `FEW` fit into the span; whole, for values are whole thousandths. */
const stepFor = (span: number): number => {
  const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, span / FEW))));
  return [...STEPS.map((step) => step * magnitude), 10 * magnitude].find((step) => span / step <= FEW) ?? 10 * magnitude;
};

/**
 * Where the points of a series stand, days to scale (a fortnight is half as wide as four weeks); several of one day, or a single point, in
 * the middle. Points come from the earliest to the latest. `fromZero` is for counts, of which a line that is twice as high should be twice as
 * many. Null without any.
 */
export const chartOf = (points: readonly ChartPoint[], { fromZero = false } = {}): Chart | null => {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const values = [...(fromZero ? [0] : []), ...points.map(({ value }) => value)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = stepFor(most - least);
  const from = Math.floor(least / step) * step;
  const until = Math.max(Math.ceil(most / step) * step, from + step);
  const days = daysBetween(first.on, last.on);
  const height = (value: number): number => (until - value) / (until - from);
  const ticks = Array.from({ length: Math.round((until - from) / step) + 1 }, (_, index) => from + index * step);
  return {
    dots: points.map(({ on, value }) => ({ x: days === 0 ? 0.5 : daysBetween(first.on, on) / days, y: height(value) })),
    ticks: ticks.map((value) => ({ value, y: height(value) })),
  };
};
