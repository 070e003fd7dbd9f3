import type { BenchShop } from './shop.ts';
import type { Sample } from './statistics.ts';

/** Which figure of the samples a goal speaks of. */
export type Statistic = 'median' | 'p95' | 'p99';

/** What one measurement found. */
export interface Measurement {
  readonly id: string;
  readonly what: string;
  readonly ours: Sample;
  /** The floor it is held against, measured in turns with ours; null where the goal is a time. */
  readonly control: Sample | null;
  readonly controlIs: string;
  readonly statistic: Statistic;
  /** Most milliseconds, or most times the control. */
  readonly goal: { readonly milliseconds: number } | { readonly ratio: number } | null;
  /** What else a reader must know: recall, fallbacks, what the control leaves out. */
  readonly note: string;
}

export interface Bench {
  readonly shop: BenchShop;
  /** The copy of the shop that the measures of a size share: read it, add a visit, but leave its judgements alone. */
  sharedShop(): Promise<string>;
  /** A copy of its own; removed at the end of the measure. */
  copyShop(): Promise<string>;
  /** A path for a file of its own; removed at the end. */
  scratchPath(name: string): string;
}

export type Measure = (bench: Bench) => Promise<readonly Measurement[]>;
