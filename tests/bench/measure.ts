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
  /** A copy of the shop of its own; removed at the end. */
  copyShop(): Promise<string>;
  /** A path for a file of its own; removed at the end. */
  scratchPath(name: string): string;
  say(text: string): void;
}

export type Measure = (bench: Bench) => Promise<readonly Measurement[]>;
