import { maximise } from './maximum.ts';
import type { Slope } from './maximum.ts';
import { digamma, logGamma } from './specialFunctions.ts';

// Gamma-Gamma: Fader & Hardie, "The Gamma-Gamma Model of Monetary Value", note 025, 2013. What a purchase is worth varies around a customer's own
// mean as a gamma distribution of shape p; the means are spread over people by q and gamma. How often somebody comes says nothing of how much
// they spend: where that does not hold, neither does the model.

/** `gamma` is in money; all three are above 0. */
export interface GammaGammaParameters {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
}

/** Of somebody who bought again: how often, and the mean of those purchases (above 0), in whole units of money. */
export interface Spend {
  readonly frequency: number;
  readonly meanSpend: number;
}

export interface GammaGammaFit {
  readonly parameters: GammaGammaParameters;
  readonly logLikelihood: number;
}

/** The log-likelihood over everyone (equation 1a of the note) and how it rises with each parameter. */
const slopeOf = (spends: readonly Spend[]): ((parameters: GammaGammaParameters) => Slope) => {
  const peopleBy = new Map<number, number>();
  let [logMeans, weightedLogs, purchases] = [0, 0, 0];
  for (const { frequency, meanSpend } of spends) {
    peopleBy.set(frequency, (peopleBy.get(frequency) ?? 0) + 1);
    logMeans += Math.log(meanSpend);
    weightedLogs += frequency * Math.log(frequency * meanSpend);
    purchases += frequency;
  }
  const people = spends.length;
  return ({ p, q, gamma }) => {
    let value = people * (q * Math.log(gamma) - logGamma(q)) + p * weightedLogs - logMeans;
    let [byP, byQ, byGamma] = [weightedLogs, people * (Math.log(gamma) - digamma(q)), (people * q) / gamma];
    for (const [frequency, count] of peopleBy) {
      const shape = p * frequency;
      const rise = digamma(shape + q);
      value += count * (logGamma(shape + q) - logGamma(shape));
      byP += count * frequency * (rise - digamma(shape));
      byQ += count * rise;
    }
    for (const { frequency, meanSpend } of spends) {
      const whole = gamma + frequency * meanSpend;
      value -= (p * frequency + q) * Math.log(whole);
      byP -= frequency * Math.log(whole);
      byQ -= Math.log(whole);
      byGamma -= (p * frequency + q) / whole;
    }
    return { value, gradient: purchases === 0 ? [0, 0, 0] : [byP, byQ, byGamma] };
  };
};

const parametersAt = ([p = 0, q = 0, gamma = 0]: readonly number[]): GammaGammaParameters => ({
  p: Math.exp(p),
  q: Math.exp(q),
  gamma: Math.exp(gamma),
});

/** How likely all the spends are together, as a logarithm. */
export const logLikelihoodOfSpends = (parameters: GammaGammaParameters, spends: readonly Spend[]): number =>
  slopeOf(spends)(parameters).value;

/** The parameters under which the spends are likeliest; null when no such are to be found within reason. */
export const fitGammaGamma = (spends: readonly Spend[]): GammaGammaFit | null => {
  const mean = spends.reduce((sum, { meanSpend }) => sum + meanSpend, 0) / spends.length;
  if (!(mean > 0)) return null;
  const slope = slopeOf(spends);
  const maximum = maximise(
    (point) => {
      const parameters = parametersAt(point);
      const { value, gradient } = slope(parameters);
      const factors = [parameters.p, parameters.q, parameters.gamma];
      return { value, gradient: gradient.map((rise, index) => rise * (factors[index] ?? Number.NaN)) };
    },
    [0, 0, Math.log(mean)],
    spends.length,
  );
  return maximum && { parameters: parametersAt(maximum.point), logLikelihood: maximum.value };
};

/**
 * What a coming purchase of somebody is worth on average (equation 5 of the note), in whole units of money: between their own mean and everyone's,
 * nearer to their own the oftener they came. Null, for who never bought again, where the mean over people is infinite (q of 1 or less).
 */
export const expectedSpend = ({ p, q, gamma }: GammaGammaParameters, spend: Spend | null): number | null => {
  const { frequency, meanSpend } = spend ?? { frequency: 0, meanSpend: 0 };
  const below = p * frequency + q - 1;
  return below > 0 ? (p * (gamma + frequency * meanSpend)) / below : null;
};

/** Pearson's correlation between how often and how much: near 0 where the model may be used. Null where all are alike. */
export const frequencySpendCorrelation = (spends: readonly Spend[]): number | null => {
  const mean = (of: (spend: Spend) => number): number => spends.reduce((sum, spend) => sum + of(spend), 0) / spends.length;
  const [often, much] = [mean(({ frequency }) => frequency), mean(({ meanSpend }) => meanSpend)];
  const together = mean(({ frequency, meanSpend }) => (frequency - often) * (meanSpend - much));
  const spread = Math.sqrt(mean(({ frequency }) => (frequency - often) ** 2) * mean(({ meanSpend }) => (meanSpend - much) ** 2));
  return spread > 0 ? together / spread : null;
};
