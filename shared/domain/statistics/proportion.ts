// Shares of people with how sure they are (DOMAIN "Surveys": always with n and a 95 % interval, too few below 30).

/** Of so many people so many. */
export interface Share {
  readonly people: number;
  readonly hits: number;
}

/** Below so many people a share says little, and a comparison nothing. */
export const LEAST_PEOPLE = 30;

/** The standard normal's 97.5th percentile: 95 % lie within so many deviations. */
const Z = 1.959_963_985;

/** From 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The interval of Wilson ("Probable inference, the law of succession, and statistical inference", JASA 22, 1927) at 95 %; null for nobody. */
export const wilson = ({ people, hits }: Share): Interval | null => {
  if (people === 0) return null;
  const share = hits / people;
  const spread = (Z * Z) / people;
  const middle = share + spread / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / people + spread / (4 * people));
  const within = (value: number): number => Math.min(1, Math.max(0, value / (1 + spread)));
  // At the ends the formula gives 0 and 1 but for a rounding.
  return { low: hits === 0 ? 0 : within(middle - half), high: hits === people ? 1 : within(middle + half) };
};

/** How many times as often one group does something as another, with its interval at 95 %. */
export interface Ratio extends Interval {
  readonly times: number;
}

/**
 * The ratio of two shares with the interval on the logarithm (Katz, Baptista, Azen & Pike, Biometrics 34, 1978). `too_few` where either
 * group is smaller than can be compared, or nobody of one did it.
 */
export const ratioOf = (one: Share, other: Share): Ratio | 'too_few' => {
  if (one.people < LEAST_PEOPLE || other.people < LEAST_PEOPLE || one.hits === 0 || other.hits === 0) return 'too_few';
  const times = one.hits / one.people / (other.hits / other.people);
  const half = Z * Math.sqrt(1 / one.hits - 1 / one.people + 1 / other.hits - 1 / other.people);
  return { times, low: times * Math.exp(-half), high: times * Math.exp(half) };
};
