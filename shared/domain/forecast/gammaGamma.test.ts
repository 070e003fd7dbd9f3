import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { found } from '../../../tests/helpers/fitted.ts';
import { simulateBuyers } from '../../../tests/helpers/simulatedBuyers.ts';
import { expectedSpend, fitGammaGamma, frequencySpendCorrelation, logLikelihoodOfSpends } from './gammaGamma.ts';
import type { GammaGammaParameters, Spend } from './gammaGamma.ts';
import { meanSpendOf } from './history.ts';
import { logGamma } from './specialFunctions.ts';

const above0 = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const parameterSets: fc.Arbitrary<GammaGammaParameters> = fc.record({
  p: above0(0.2, 20),
  q: above0(0.2, 20),
  gamma: above0(0.5, 500),
});
const spends: fc.Arbitrary<Spend> = fc.record({ frequency: fc.integer({ min: 1, max: 300 }), meanSpend: above0(0.01, 100_000) });

describe('Gamma-Gamma (Fader & Hardie 2013)', () => {
  test.prop([parameterSets, fc.array(spends, { minLength: 1, maxLength: 8 })])(
    'the log-likelihood is that of equation 1a, term by term',
    (parameters, some) => {
      const { p, q, gamma } = parameters;
      const expected = some.map(
        ({ frequency: x, meanSpend: z }) =>
          logGamma(p * x + q) -
          logGamma(p * x) -
          logGamma(q) +
          q * Math.log(gamma) +
          (p * x - 1) * Math.log(z) +
          p * x * Math.log(x) -
          (p * x + q) * Math.log(gamma + x * z),
      );
      const sum = expected.reduce((total, value) => total + value, 0);
      const size = Math.max(1, ...some.map(({ frequency }) => p * frequency * 20));
      expect(Math.abs(logLikelihoodOfSpends(parameters, some) - sum) / size).toBeLessThan(1e-9);
    },
  );

  test.prop([parameterSets, spends])("a coming purchase lies between somebody's own mean and everyone's", (parameters, spend) => {
    const everyone = expectedSpend(parameters, null);
    const own = expectedSpend(parameters, spend);
    if (parameters.q <= 1) expect(everyone).toBeNull();
    if (everyone === null || own === null) return;
    const slack = 1e-9 * Math.max(everyone, spend.meanSpend);
    expect(own).toBeGreaterThanOrEqual(Math.min(everyone, spend.meanSpend) - slack);
    expect(own).toBeLessThanOrEqual(Math.max(everyone, spend.meanSpend) + slack);
  });

  it('finds again by what people were made', () => {
    const made = { p: 5, q: 4, gamma: 60 };
    const everyone = simulateBuyers(7, 30_000, 540, { r: 0.8, alpha: 40, a: 0.7, b: 2.5 }, made);
    const seen = everyone.flatMap((purchases) => {
      const meanSpend = meanSpendOf(purchases, 540);
      return meanSpend === null ? [] : [{ frequency: purchases.days.length - 1, meanSpend }];
    });
    const { parameters } = found(fitGammaGamma(seen));
    for (const name of ['p', 'q', 'gamma'] as const) expect(Math.abs(Math.log(parameters[name] / made[name]))).toBeLessThan(0.06);
    expect(Math.abs(frequencySpendCorrelation(seen) ?? Number.NaN)).toBeLessThan(0.03);
  });

  it('finds nothing where there is nothing to find', () => {
    expect(fitGammaGamma([])).toBeNull();
    expect(fitGammaGamma(Array.from({ length: 300 }, () => ({ frequency: 3, meanSpend: 20 })))).toBeNull();
    expect(frequencySpendCorrelation([{ frequency: 3, meanSpend: 20 }])).toBeNull();
  });
});
