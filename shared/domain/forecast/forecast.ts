import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { addDays, dayNumber } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { aliveProbability, fitBgNbd } from './bgNbd.ts';
import type { BgNbdParameters } from './bgNbd.ts';
import { compareAfter } from './calibration.ts';
import type { CalibrationClass, Compared } from './calibration.ts';
import { expectedPurchases } from './expectedPurchases.ts';
import { expectedSpend, fitGammaGamma, frequencySpendCorrelation } from './gammaGamma.ts';
import type { GammaGammaParameters } from './gammaGamma.ts';
import { countAlike, historyOf, meanSpendOf } from './history.ts';
import type { BuyingHistory, Purchases } from './history.ts';
import { DAYS_IN, LEAST_DAYS, LEAST_REPEAT_BUYERS, MOST_DAYS_HELD_BACK } from './names.ts';
import type { ForecastRefusal, ForecastUnit } from './names.ts';

/** Nothing is forecast, and why: what there is of what is wanting, and how much is needed; both null where it is no matter of numbers. */
export interface Refused {
  readonly outcome: 'refused';
  readonly reason: ForecastRefusal;
  readonly found: number | null;
  readonly needed: number | null;
}

interface Fitted<Parameters> {
  readonly outcome: 'fitted';
  readonly params: Parameters;
  readonly logLikelihood: number;
}

export interface SpendForecast extends Fitted<GammaGammaParameters> {
  /** Those who bought again and spent anything then. */
  readonly customers: number;
  /** Between how often and how much, -1 to 1; null where all are alike. */
  readonly correlation: number | null;
  /** Of a purchase of somebody unknown; null where the model has no such mean. */
  readonly meanSpendCents: Cents | null;
  /** Of all purchases expected within the horizon; null where that of who never bought again is unknown. */
  readonly expectedSpendCents: Cents | null;
}

export interface Calibration extends Fitted<BgNbdParameters>, Compared {
  /** The first day held back. */
  readonly heldBackFrom: LocalDate;
  /** Those who had bought before it: newcomers are in no forecast. */
  readonly customers: number;
  readonly weeks: (Compared & { readonly from: LocalDate })[];
  readonly classes: CalibrationClass[];
}

export interface FittedForecast extends Fitted<BgNbdParameters> {
  /** Of those who ever bought again, how many are still customers, as the sum of the probabilities. */
  readonly expectedAlive: number;
  /** Purchase days to expect within the horizon of everybody known. */
  readonly expectedPurchases: number;
  readonly spend: SpendForecast | Refused;
  readonly calibration: Calibration | Refused;
}

export interface ForecastOutline {
  /** The day of the first purchase; null before there was any. */
  readonly since: LocalDate | null;
  readonly customers: number;
  /** Those who bought on more than one day. */
  readonly repeatCustomers: number;
}

export type Forecast = ForecastOutline & (FittedForecast | Refused);

export interface ForecastWish {
  /** The last day that counts. Purchases after it are not looked at. */
  readonly until: LocalDate;
  readonly unit: ForecastUnit;
  readonly horizonDays: number;
  /** Called every now and then, so that whoever waits can stop it by throwing. */
  onStep(): void;
}

const refused = (reason: ForecastRefusal, found: number | null = null, needed: number | null = null): Refused => ({
  outcome: 'refused',
  reason,
  found,
  needed,
});

const toCents = (money: number | null): Cents | null => (money === null ? null : cents(Math.round(money * 100)));

/** Fits the model to histories as of a day, or says why not. */
const fitHistories = (histories: readonly BuyingHistory[], days: number): Fitted<BgNbdParameters> | Refused => {
  const repeats = histories.filter(({ frequency }) => frequency > 0).length;
  if (repeats < LEAST_REPEAT_BUYERS) return refused('too_few', repeats, LEAST_REPEAT_BUYERS);
  if (days < LEAST_DAYS) return refused('too_short', days, LEAST_DAYS);
  const fit = fitBgNbd(countAlike(histories));
  return fit === null ? refused('no_maximum') : { outcome: 'fitted', params: fit.parameters, logLikelihood: fit.logLikelihood };
};

const historiesOn = (everyone: readonly Purchases[], day: number, unit: ForecastUnit): BuyingHistory[] =>
  everyone.flatMap((purchases) => historyOf(purchases, day, unit) ?? []);

/** The last quarter of the history, in whole weeks and half a year at most, is held back; the model of the rest must say beforehand what came in it. */
const calibrate = (everyone: readonly Purchases[], first: number, wish: ForecastWish): Calibration | Refused => {
  const { until, unit, onStep } = wish;
  const last = dayNumber(until);
  const heldBack = Math.min(MOST_DAYS_HELD_BACK, Math.floor((last - first) / 4 / DAYS_IN.week) * DAYS_IN.week);
  const cut = last - heldBack;
  const histories = historiesOn(everyone, cut, unit);
  const fit = fitHistories(histories, cut - first);
  if (fit.outcome === 'refused') return fit;
  const { weeks, ...compared } = compareAfter(fit.params, everyone, { cut, until: last, unit, onStep });
  return {
    ...fit,
    ...compared,
    heldBackFrom: addDays(until, 1 - heldBack),
    customers: histories.length,
    weeks: weeks.map(({ from, actual, predicted }) => ({ from: addDays(until, from - last), actual, predicted })),
  };
};

interface Expecting {
  /** What they spent on average when they came again; null where they never did, or paid nothing. */
  readonly meanSpend: number | null;
  readonly frequency: number;
  /** Purchase days within the horizon. */
  readonly expected: number;
}

/** What everybody's expected purchases will be worth. */
const forecastSpend = (expecting: readonly Expecting[]): SpendForecast | Refused => {
  const spends = expecting.flatMap(({ frequency, meanSpend }) => (meanSpend === null ? [] : { frequency, meanSpend }));
  if (spends.length < LEAST_REPEAT_BUYERS) return refused('too_few', spends.length, LEAST_REPEAT_BUYERS);
  const fit = fitGammaGamma(spends);
  if (fit === null) return refused('no_maximum');
  let total: number | null = 0;
  for (const { frequency, meanSpend, expected } of expecting) {
    const worth = expectedSpend(fit.parameters, meanSpend === null ? null : { frequency, meanSpend });
    total = total === null || worth === null ? null : total + expected * worth;
  }
  return {
    outcome: 'fitted',
    params: fit.parameters,
    logLikelihood: fit.logLikelihood,
    customers: spends.length,
    correlation: frequencySpendCorrelation(spends),
    meanSpendCents: toCents(expectedSpend(fit.parameters, null)),
    expectedSpendCents: toCents(total),
  };
};

/**
 * What is to be expected of a shop's customers (R169; DOMAIN "BG/NBD"): the model fitted to all of them, what it makes of the coming days, and
 * how it would have done in the last quarter of the shop's history had that not been known. An estimate throughout, the same for the same
 * purchases; where it would be none worth the name, the reason instead.
 */
export const forecast = (everyone: readonly Purchases[], wish: ForecastWish): Forecast => {
  const { until, unit, horizonDays, onStep } = wish;
  const last = dayNumber(until);
  const known = everyone.filter(({ days }) => (days[0] ?? Number.POSITIVE_INFINITY) <= last);
  const first = known.reduce((earliest, { days }) => Math.min(earliest, days[0] ?? earliest), last);
  const histories = historiesOn(known, last, unit);
  const outline: ForecastOutline = {
    since: known.length === 0 ? null : addDays(until, first - last),
    customers: known.length,
    repeatCustomers: histories.filter(({ frequency }) => frequency > 0).length,
  };
  const fit = fitHistories(histories, last - first);
  if (fit.outcome === 'refused') return { ...outline, ...fit };
  onStep();
  const expecting = known.map((purchases, index) => {
    const history = histories[index] ?? { frequency: 0, recency: 0, age: 0 };
    const mean = meanSpendOf(purchases, last);
    return {
      frequency: history.frequency,
      meanSpend: mean !== null && mean > 0 ? mean : null,
      expected: expectedPurchases(fit.params, history, horizonDays / DAYS_IN[unit]),
    };
  });
  onStep();
  return {
    ...outline,
    ...fit,
    expectedAlive: histories.reduce(
      (sum, history) => sum + (history.frequency === 0 ? 0 : aliveProbability(fit.params, history)),
      0,
    ),
    expectedPurchases: expecting.reduce((sum, { expected }) => sum + expected, 0),
    spend: forecastSpend(expecting),
    calibration: calibrate(known, first, wish),
  };
};
