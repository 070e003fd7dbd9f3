import type { BuyingHistory, CountedHistory } from './history.ts';
import { maximise } from './maximum.ts';
import type { Slope } from './maximum.ts';

// BG/NBD: Fader, Hardie & Lee, "Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD Model", Marketing Science 24(2), 2005. While
// they are customers, people buy at random at a rate of their own, spread over people by a gamma distribution (r, alpha); after each purchase they
// stay away for good with a probability of their own, spread by a beta distribution (a, b).

/** `alpha` is in the unit of time of the histories; all four are above 0. */
export interface BgNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

export interface BgNbdFit {
  readonly parameters: BgNbdParameters;
  /** Of all histories together. */
  readonly logLikelihood: number;
}

/**
 * How many people bought again more than 0, 1, 2, … times. x being whole, the gammas and betas of the paper's A1 and A2 are products of x factors;
 * summing those over everyone, each factor is met once.
 */
const beyond = (histories: readonly CountedHistory[]): readonly number[] => {
  const most = histories.reduce((largest, { frequency }) => Math.max(largest, frequency), 0);
  const exactly = Array.from({ length: most + 1 }, () => 0);
  for (const { frequency, people } of histories) exactly[frequency] = (exactly[frequency] ?? 0) + people;
  let left = exactly.reduce((sum, people) => sum + people, 0);
  return exactly.slice(0, -1).map((people) => (left -= people));
};

/** The log-likelihood over everyone (equation 6 of the paper, in logarithms throughout) and how it rises with each parameter. */
const slopeOf = (histories: readonly CountedHistory[]): ((parameters: BgNbdParameters) => Slope) => {
  const people = histories.reduce((sum, history) => sum + history.people, 0);
  const tails = beyond(histories);
  return ({ r, alpha, a, b }) => {
    let value = people * r * Math.log(alpha);
    let [byR, byAlpha, byA, byB] = [people * Math.log(alpha), (people * r) / alpha, 0, 0];
    tails.forEach((above, index) => {
      value += above * (Math.log(r + index) + Math.log(b + index) - Math.log(a + b + index));
      byR += above / (r + index);
      byA -= above / (a + b + index);
      byB += above * (1 / (b + index) - 1 / (a + b + index));
    });
    for (const { frequency, recency, age, people: count } of histories) {
      const [sinceFirst, untilLast, shape] = [Math.log(alpha + age), Math.log(alpha + recency), r + frequency];
      const stayed = -shape * sinceFirst;
      const left = frequency === 0 ? Number.NEGATIVE_INFINITY : Math.log(a) - Math.log(b + frequency - 1) - shape * untilLast;
      // A sum of two exponentials, by the larger one, so that neither becomes nothing.
      const larger = Math.max(stayed, left);
      const leftShare = 1 / (1 + Math.exp(stayed - left));
      value += count * (larger + Math.log(Math.exp(stayed - larger) + Math.exp(left - larger)));
      byR -= count * ((1 - leftShare) * sinceFirst + leftShare * untilLast);
      byAlpha -= count * shape * ((1 - leftShare) / (alpha + age) + leftShare / (alpha + recency));
      if (frequency === 0) continue;
      byA += (count * leftShare) / a;
      byB -= (count * leftShare) / (b + frequency - 1);
    }
    return { value, gradient: [byR, byAlpha, byA, byB] };
  };
};

/** How likely all the histories are together, as a logarithm. */
export const logLikelihood = (parameters: BgNbdParameters, histories: readonly CountedHistory[]): number =>
  slopeOf(histories)(parameters).value;

const parametersAt = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbdParameters => ({
  r: Math.exp(r),
  alpha: Math.exp(alpha),
  a: Math.exp(a),
  b: Math.exp(b),
});

/** The parameters under which the histories are likeliest; null when no such are to be found within reason. */
export const fitBgNbd = (histories: readonly CountedHistory[]): BgNbdFit | null => {
  const people = histories.reduce((sum, history) => sum + history.people, 0);
  const meanAge = histories.reduce((sum, { age, people: count }) => sum + age * count, 0) / people;
  if (!(meanAge > 0)) return null;
  const slope = slopeOf(histories);
  // By logarithms no parameter can fall below 0, and a unit of time only moves alpha.
  const maximum = maximise(
    (point) => {
      const parameters = parametersAt(point);
      const { value, gradient } = slope(parameters);
      const factors = [parameters.r, parameters.alpha, parameters.a, parameters.b];
      return { value, gradient: gradient.map((rise, index) => rise * (factors[index] ?? Number.NaN)) };
    },
    [0, Math.log(meanAge), 0, 0],
    people,
  );
  return maximum && { parameters: parametersAt(maximum.point), logLikelihood: maximum.value };
};

/**
 * How likely it is that somebody is still a customer at the end of their history, 0 to 1 (from the terms of the paper's equation 4). For who never
 * bought again the model says 1: it lets people go only after a purchase that came again.
 */
export const aliveProbability = ({ r, alpha, a, b }: BgNbdParameters, { frequency, recency, age }: BuyingHistory): number =>
  frequency === 0
    ? 1
    : 1 / (1 + Math.exp(Math.log(a / (b + frequency - 1)) + (r + frequency) * Math.log((alpha + age) / (alpha + recency))));
