/** Milliseconds of repeated runs. */
export type Sample = readonly number[];

/** The figures of a sample, in milliseconds. `spread` is the distance between the quartiles. */
export interface Figures {
  readonly n: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly spread: number;
}

/** The value below which that share (0 to 1) of the sample lies, between neighbours in proportion. NaN for no values. */
export const quantile = (sample: Sample, share: number): number => {
  const sorted = sample.toSorted((left, right) => left - right);
  const place = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(place)] ?? Number.NaN;
  const upper = sorted[Math.ceil(place)] ?? lower;
  return lower + (upper - lower) * (place - Math.floor(place));
};

export const figuresOf = (sample: Sample): Figures => ({
  n: sample.length,
  median: quantile(sample, 0.5),
  p95: quantile(sample, 0.95),
  p99: quantile(sample, 0.99),
  spread: quantile(sample, 0.75) - quantile(sample, 0.25),
});

/** Runs the work and gives the milliseconds it took. */
export const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** `timed` for work that does not wait, free of the cost of waiting. */
export const timedSync = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
