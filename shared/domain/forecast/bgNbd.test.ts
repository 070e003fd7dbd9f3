import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { found } from '../../../tests/helpers/fitted.ts';
import { simulateBuyers } from '../../../tests/helpers/simulatedBuyers.ts';
import { aliveProbability, fitBgNbd, logLikelihood } from './bgNbd.ts';
import type { BgNbdParameters } from './bgNbd.ts';
import { expectedPurchases } from './expectedPurchases.ts';
import { countAlike, historyOf } from './history.ts';
import type { BuyingHistory } from './history.ts';
import { logGamma } from './specialFunctions.ts';

const above0 = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const parameterSets: fc.Arbitrary<BgNbdParameters> = fc.record({
  r: above0(0.05, 5),
  alpha: above0(0.5, 60),
  a: fc.oneof(above0(0.05, 5), fc.constant(1), above0(0.999_9, 1.000_1)),
  b: above0(0.05, 8),
});
const histories: fc.Arbitrary<BuyingHistory> = fc
  .record({ frequency: fc.integer({ min: 0, max: 400 }), part: above0(0.01, 1), age: above0(1, 300) })
  .map(({ frequency, part, age }) => ({ frequency, recency: frequency === 0 ? 0 : age * part, age }));
const logBeta = (one: number, other: number): number => logGamma(one) + logGamma(other) - logGamma(one + other);

describe('BG/NBD (Fader, Hardie & Lee 2005)', () => {
  test.prop([parameterSets, fc.array(histories, { minLength: 1, maxLength: 8 })])(
    'the log-likelihood is that of equation 6, term by term',
    (parameters, some) => {
      const { r, alpha, a, b } = parameters;
      const expected = some.map(({ frequency: x, recency, age }) => {
        const stayed = logBeta(a, b + x) - logBeta(a, b) + logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
        const alive = stayed - (r + x) * Math.log(alpha + age);
        if (x === 0) return alive;
        const left = logBeta(a + 1, b + x - 1) - logBeta(a, b) + logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
        const dead = left - (r + x) * Math.log(alpha + recency);
        return Math.max(alive, dead) + Math.log1p(Math.exp(-Math.abs(alive - dead)));
      });
      const sum = expected.reduce((total, value) => total + value, 0);
      expect(logLikelihood(parameters, countAlike(some)) / sum).toBeCloseTo(1, 7);
    },
  );

  test.prop([parameterSets, histories, above0(0.01, 100)])(
    'whoever may still come is so with a probability, the smaller the longer they have not come',
    (parameters, history, longer) => {
      const now = aliveProbability(parameters, history);
      const later = aliveProbability(parameters, { ...history, age: history.age + longer });
      expect(now).toBeGreaterThanOrEqual(0);
      expect(now).toBeLessThanOrEqual(1);
      expect(later).toBeLessThanOrEqual(now);
      if (history.frequency === 0) expect(later).toBe(1);
    },
  );

  test.prop([parameterSets, histories, above0(0.01, 100), above0(0.01, 100)])(
    'expects no fewer than no purchases, the more the farther it looks, and no more than somebody who never leaves would make',
    (parameters, history, horizon, further) => {
      const near = expectedPurchases(parameters, history, horizon);
      const far = expectedPurchases(parameters, history, horizon + further);
      expect(near).toBeGreaterThanOrEqual(0);
      expect(far).toBeGreaterThanOrEqual(near - 1e-9 * Math.max(1, near));
      const rate = (parameters.r + history.frequency) / (parameters.alpha + history.age);
      expect(near).toBeLessThanOrEqual(rate * horizon * (1 + 1e-6));
    },
  );

  /** By Simpson's rule over the probability p of staying away; p = u^8, so that nothing rises steeply at 0. */
  const byQuadrature = ({ r, alpha, a, b }: BgNbdParameters, { frequency, age }: BuyingHistory, horizon: number): number => {
    const [shape, begun] = [r + frequency, alpha + age];
    const steps = 20_000;
    let sum = 0;
    for (let step = 0; step <= steps; step += 1) {
      const u = step / steps;
      const p = u ** 8;
      const bought = p < 1e-9 ? (shape / begun) * horizon : -Math.expm1(-shape * Math.log1p((p * horizon) / begun)) / p;
      const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
      sum += weight * bought * 8 * u ** (8 * a - 1) * (1 - p) ** (b + frequency - 1);
    }
    return (sum / (3 * steps)) * Math.exp(-logBeta(a, b + frequency));
  };

  test.prop([parameterSets, histories, above0(0.1, 100)], { numRuns: 60 })(
    'expects what the integral over everything it does not know comes to',
    (drawn, history, horizon) => {
      const parameters = { ...drawn, a: Math.max(0.5, drawn.a), b: Math.max(2, drawn.b) };
      const expected = byQuadrature(parameters, history, horizon) * aliveProbability(parameters, history);
      const answer = expectedPurchases(parameters, history, horizon);
      expect(Math.abs(answer - expected)).toBeLessThan(1e-7 + 1e-6 * expected);
    },
  );

  it('finds again by what people were made, near enough, and comes the nearer the more people there are', () => {
    const made = { r: 0.8, alpha: 40, a: 0.7, b: 2.5 };
    const farOff = (people: number): number => {
      const everyone = simulateBuyers(11, people, 540, made);
      const seen = countAlike(everyone.flatMap((purchases) => historyOf(purchases, 540, 'day') ?? []));
      const { parameters } = found(fitBgNbd(seen));
      return Math.max(...(['r', 'alpha', 'a', 'b'] as const).map((name) => Math.abs(Math.log(parameters[name] / made[name]))));
    };
    const [few, many] = [farOff(1000), farOff(40_000)];
    expect(many).toBeLessThan(0.08);
    expect(many).toBeLessThan(few);
  });

  test.prop([fc.integer({ min: 1, max: 1_000_000 })], { numRuns: 12 })(
    'no neighbour of what it finds is likelier, and the order of people does not matter',
    (seed) => {
      const everyone = simulateBuyers(seed, 1500, 400, { r: 0.6, alpha: 30, a: 0.9, b: 2 });
      const seen = countAlike(everyone.flatMap((purchases) => historyOf(purchases, 400, 'day') ?? []));
      const fit = found(fitBgNbd(seen));
      for (const name of ['r', 'alpha', 'a', 'b'] as const)
        for (const factor of [0.99, 1.01]) {
          const neighbour = { ...fit.parameters, [name]: fit.parameters[name] * factor };
          expect(logLikelihood(neighbour, seen)).toBeLessThan(fit.logLikelihood);
        }
      const turned = found(fitBgNbd([...seen].reverse()));
      expect(turned.parameters.r).toBeCloseTo(fit.parameters.r, 5);
      expect(turned.parameters.b).toBeCloseTo(fit.parameters.b, 4);
    },
  );

  it('finds nothing where there is nothing to find', () => {
    expect(fitBgNbd([])).toBeNull();
    // Everyone alike: no spread of rates is likelier than a narrower one.
    expect(fitBgNbd([{ frequency: 10, recency: 100, age: 105, people: 500 }])).toBeNull();
    expect(fitBgNbd([{ frequency: 0, recency: 0, age: 100, people: 500 }])).toBeNull();
  });
});
