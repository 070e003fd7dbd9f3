import { beforeAll, describe, expect, it } from 'vitest';
import { found } from '../../../tests/helpers/fitted.ts';
import { cdnowSampleText, purchasesOf } from '../../../tests/helpers/cdnow.ts';
import { dayNumber, localDate } from '../../types/time.ts';
import { fitBgNbd, logLikelihood } from './bgNbd.ts';
import { compareAfter } from './calibration.ts';
import { expectedPurchases } from './expectedPurchases.ts';
import { expectedSpend, fitGammaGamma, frequencySpendCorrelation } from './gammaGamma.ts';
import { countAlike, historyOf, meanSpendOf } from './history.ts';
import type { CountedHistory, Purchases } from './history.ts';
import type { ForecastUnit } from './names.ts';

// The figures that the papers print, from the purchases of the people they print them on.

const CALIBRATED_ON = dayNumber(localDate('1997-09-30'));
const LAST_DAY = dayNumber(localDate('1998-06-30'));
/** Fader, Hardie & Lee, Marketing Science 24(2), 2005, table 2. */
const printed = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

let sample: readonly Purchases[];
const histories = (unit: ForecastUnit): CountedHistory[] =>
  countAlike(sample.flatMap((purchases) => historyOf(purchases, CALIBRATED_ON, unit) ?? []));
const fitOf = (unit: ForecastUnit) => found(fitBgNbd(histories(unit)));

beforeAll(() => {
  sample = purchasesOf(cdnowSampleText());
});

describe("BG/NBD on the paper's sample (P12)", () => {
  it('is the sample: 2,357 people, of whom 1,411 did not come again in 39 weeks', () => {
    expect(sample.length).toBe(2357);
    // Fader & Hardie's notes on the same data: 946 of them came again.
    expect(histories('week').reduce((sum, { frequency, people }) => sum + (frequency > 0 ? people : 0), 0)).toBe(946);
  });

  it('finds the parameters and the log-likelihood that table 2 prints', () => {
    const { parameters, logLikelihood: sum } = fitOf('week');
    expect(parameters.r).toBeCloseTo(printed.r, 3);
    expect(parameters.alpha).toBeCloseTo(printed.alpha, 3);
    expect(parameters.a).toBeCloseTo(printed.a, 3);
    expect(parameters.b).toBeCloseTo(printed.b, 3);
    expect(sum).toBeCloseTo(-9582.4, 1);
    expect(logLikelihood(printed, histories('week'))).toBeCloseTo(-9582.4, 1);
  });

  it('finds the same people in days as in weeks: only alpha is seven times as large', () => {
    const [weeks, days] = [fitOf('week').parameters, fitOf('day').parameters];
    expect(days.alpha / weeks.alpha).toBeCloseTo(7, 5);
    for (const name of ['r', 'a', 'b'] as const) expect(days[name]).toBeCloseTo(weeks[name], 6);
  });

  it("expects of the spreadsheet note's customer (x 2, t_x 30.43, T 38.86) 1.226 purchases in the next 39 weeks", () => {
    // Fader, Hardie & Lee, "Implementing the BG/NBD Model for Customer Base Analysis in Excel", 2005.
    expect(expectedPurchases(printed, { frequency: 2, recency: 30.43, age: 38.86 }, 39)).toBeCloseTo(1.226, 3);
  });

  it('says beforehand what came in the 39 weeks after, in sum within 15 per cent and in order by how often they had come', () => {
    const { parameters } = fitOf('week');
    const compared = compareAfter(parameters, sample, {
      cut: CALIBRATED_ON,
      until: LAST_DAY,
      unit: 'week',
      onStep: () => undefined,
    });
    expect(compared.weeks.length).toBe(39);
    expect(compared.classes.reduce((sum, { customers }) => sum + customers, 0)).toBe(2357);
    expect(compared.classes.reduce((sum, { actual }) => sum + actual, 0)).toBe(compared.actual);
    expect(compared.classes.reduce((sum, { predicted }) => sum + predicted, 0)).toBeCloseTo(compared.predicted, 6);
    expect(Math.abs(compared.predicted / compared.actual - 1)).toBeLessThan(0.15);
    const each = compared.classes.map(({ customers, predicted }) => predicted / customers);
    expect(each).toEqual([...each].sort((one, other) => one - other));
  });
});

describe("Gamma-Gamma on the paper's sample", () => {
  const spends = () =>
    sample.flatMap((purchases) => {
      const history = historyOf(purchases, CALIBRATED_ON, 'week');
      const meanSpend = meanSpendOf(purchases, CALIBRATED_ON);
      return history === null || meanSpend === null || meanSpend <= 0 ? [] : [{ frequency: history.frequency, meanSpend }];
    });

  it('finds the parameters that the note prints', () => {
    // Fader & Hardie, "The Gamma-Gamma Model of Monetary Value", note 025, 2013: p 6.25, q 3.74, gamma 15.44.
    const { parameters } = found(fitGammaGamma(spends()));
    expect(parameters.p).toBeCloseTo(6.25, 2);
    expect(parameters.q).toBeCloseTo(3.74, 2);
    expect(parameters.gamma).toBeCloseTo(15.44, 2);
  });

  it('draws a mean towards that of everyone, the more the less is known', () => {
    const parameters = { p: 6.25, q: 3.74, gamma: 15.44 };
    const everyone = found(expectedSpend(parameters, null));
    // p gamma / (q - 1).
    expect(everyone).toBeCloseTo((6.25 * 15.44) / 2.74, 9);
    const twice = expectedSpend(parameters, { frequency: 2, meanSpend: 22.35 }) ?? Number.NaN;
    const often = expectedSpend(parameters, { frequency: 20, meanSpend: 22.35 }) ?? Number.NaN;
    expect([22.35, often, twice, everyone]).toEqual([22.35, often, twice, everyone].sort((one, other) => one - other));
  });

  it('may be used: how often somebody comes says next to nothing of how much they spend', () => {
    expect(Math.abs(frequencySpendCorrelation(spends()) ?? Number.NaN)).toBeLessThan(0.12);
  });
});
