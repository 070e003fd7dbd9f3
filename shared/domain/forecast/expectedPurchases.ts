import { aliveProbability } from './bgNbd.ts';
import type { BgNbdParameters } from './bgNbd.ts';
import type { BuyingHistory } from './history.ts';
import { hypergeometric } from './specialFunctions.ts';

/** So near to the two places where the formula is nothing divided by nothing, it is taken from both sides. */
const TOO_NEAR = 1e-4;

const expectedOfWhoStayed = ({ r, alpha, a, b }: BgNbdParameters, { frequency, age }: BuyingHistory, horizon: number): number => {
  const lower = a + b + frequency - 1;
  const share = horizon / (alpha + age + horizon);
  // The paper's ((α+T)/(α+T+t))^(r+x) ₂F₁(r+x, b+x; a+b+x-1; z) by Euler's transformation: of a thousand purchases neither factor would be finite.
  const power = (1 - share) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, lower, share);
  return (lower / (a - 1)) * (1 - power);
};

/**
 * How many purchase days to expect in the coming `horizon` (in the unit of the history) of somebody with this history (equation 10 of the paper);
 * with a history of nothing at age 0, of somebody new (equation 9). 0 or more, growing with the horizon.
 */
export const expectedPurchases = (parameters: BgNbdParameters, history: BuyingHistory, horizon: number): number => {
  const { a, b } = parameters;
  const isNearHole = Math.abs(a - 1) < TOO_NEAR || Math.abs(a + b + history.frequency - 1) < TOO_NEAR;
  const sides = isNearHole ? [a - 2 * TOO_NEAR, a + 2 * TOO_NEAR] : [a];
  const expected = sides.map((side) => expectedOfWhoStayed({ ...parameters, a: side }, history, horizon));
  const mean = expected.reduce((sum, value) => sum + value, 0) / expected.length;
  return Math.max(0, mean * aliveProbability(parameters, history));
};
