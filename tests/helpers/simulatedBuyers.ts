import { makeRandom } from '../../shared/domain/demo/random.ts';
import type { Random } from '../../shared/domain/demo/random.ts';
import type { BgNbdParameters } from '../../shared/domain/forecast/bgNbd.ts';
import type { GammaGammaParameters } from '../../shared/domain/forecast/gammaGamma.ts';
import type { Purchases } from '../../shared/domain/forecast/history.ts';

/** Marsaglia & Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26(3), 2000. Scale 1. */
const gammaOf = (random: Random, shape: number): number => {
  if (shape < 1) return gammaOf(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const depth = shape - 1 / 3;
  for (;;) {
    const normal = random.normal();
    const cube = (1 + normal / Math.sqrt(9 * depth)) ** 3;
    if (cube > 0 && Math.log(1 - random.next()) < (normal * normal) / 2 + depth * (1 - cube + Math.log(cube)))
      return depth * cube;
  }
};

/**
 * People as the models tell it: everyone first buys within the first third of `days` (from day 0), each at a rate of their own, until they stay away,
 * spending around a mean of their own. Times of `parameters` are in days. Two purchases of one day are one.
 */
export const simulateBuyers = (
  seed: number,
  people: number,
  days: number,
  { r, alpha, a, b }: BgNbdParameters,
  { p, q, gamma }: GammaGammaParameters = { p: 6, q: 4, gamma: 15 },
): readonly Purchases[] =>
  Array.from({ length: people }, (_, index) => {
    const random = makeRandom(seed, index);
    const rate = gammaOf(random, r) / alpha;
    const [leaving, staying] = [gammaOf(random, a), gammaOf(random, b)];
    const spendRate = gammaOf(random, q) / gamma;
    const spent = (): number => Math.max(1, Math.round((gammaOf(random, p) / spendRate) * 100));
    const found = { days: [Math.floor((random.next() * days) / 3)], cents: [spent()] };
    let at = (found.days[0] ?? 0) + 0.5;
    for (;;) {
      at -= Math.log(1 - random.next()) / rate;
      if (!(at < days)) return found;
      const day = Math.floor(at);
      if (day !== found.days.at(-1)) {
        found.days.push(day);
        found.cents.push(spent());
      }
      if (random.chance(leaving / (leaving + staying))) return found;
    }
  });
