import type { LocalDate } from '../../types/time.ts';

interface MeasuredValue<Measure> {
  readonly measureId: Measure;
  readonly value: number;
}

/** One occasion of measuring, as far as a series needs to know it. */
interface Occasion<Measure, Thing, Value extends MeasuredValue<Measure>> {
  readonly id: string;
  readonly on: LocalDate;
  readonly thing: Thing | null;
  readonly values: readonly Value[];
}

/** One value in a series. */
export interface SeriesPoint {
  readonly occasionId: string;
  readonly on: LocalDate;
  /** In thousandths. */
  readonly value: number;
}

/** What one measure has been over time, of the customer (null) or of one of their things. */
export interface Series<Thing, Value> {
  readonly key: string;
  readonly thing: Thing | null;
  /** The latest value with the words of its measure. */
  readonly latest: Value;
  /** From the earliest to the latest; never empty. */
  readonly points: readonly SeriesPoint[];
  /** From the last but one to the last, in thousandths; null for a first value. */
  readonly change: number | null;
}

/** The series in occasions that come latest first: the customer's own before those of things, each in the order in which it was last measured. */
export const seriesOf = <Measure extends string, Thing extends { readonly id: string }, Value extends MeasuredValue<Measure>>(
  occasions: readonly Occasion<Measure, Thing, Value>[],
): Series<Thing, Value>[] => {
  const found = new Map<string, { thing: Thing | null; latest: Value; points: SeriesPoint[] }>();
  for (const { id, on, thing, values } of occasions)
    for (const value of values) {
      const key = `${thing?.id ?? ''} ${value.measureId}`;
      const known = found.get(key) ?? { thing, latest: value, points: [] };
      known.points.unshift({ occasionId: id, on, value: value.value });
      found.set(key, known);
    }
  const all = [...found].map(([key, { thing, latest, points }]) => {
    const before = points.at(-2);
    return { key, thing, latest, points, change: before === undefined ? null : latest.value - before.value };
  });
  return [...all.filter(({ thing }) => thing === null), ...all.filter(({ thing }) => thing !== null)];
};
