import type { BgNbdParameters } from './bgNbd.ts';
import { expectedPurchases } from './expectedPurchases.ts';
import { countAlike, countUntil, historyOf } from './history.ts';
import type { Purchases } from './history.ts';
import { DAYS_IN } from './names.ts';
import type { ForecastUnit } from './names.ts';

/** What was to be expected beside what came. */
export interface Compared {
  readonly actual: number;
  readonly predicted: number;
}

export interface CalibrationWeek extends Compared {
  /** Its first day, as days since 1970. */
  readonly from: number;
}

/** Those who had bought again so often before the part held back; the last class is of so often or oftener. */
export interface CalibrationClass extends Compared {
  readonly frequency: number;
  readonly customers: number;
}

export interface Comparison extends Compared {
  readonly weeks: readonly CalibrationWeek[];
  readonly classes: CalibrationClass[];
}

/** As in figure 5 of Fader, Hardie & Lee 2005: 0, 1, …, 6, 7 and oftener. */
export const LAST_CLASS = 7;
const WEEK_DAYS = 7;
const GROUPS_A_STEP = 500;

/**
 * Sets the purchase days that the model expected after a day beside those that came, for everyone who had bought by that day: week by week, and by
 * how often they had come again. `cut` and `until` are days since 1970, whole weeks apart. `onStep` is called every now and then.
 */
export const compareAfter = (
  parameters: BgNbdParameters,
  everyone: readonly Purchases[],
  { cut, until, unit, onStep }: { readonly cut: number; readonly until: number; readonly unit: ForecastUnit; onStep(): void },
): Comparison => {
  const weeks = Array.from({ length: (until - cut) / WEEK_DAYS }, (_, index) => ({
    from: cut + 1 + index * WEEK_DAYS,
    actual: 0,
    predicted: 0,
  }));
  const classes = Array.from({ length: LAST_CLASS + 1 }, (_, frequency) => ({
    frequency,
    customers: 0,
    actual: 0,
    predicted: 0,
  }));
  const classOf = (frequency: number) => classes[Math.min(frequency, LAST_CLASS)];

  const histories = everyone.flatMap((purchases) => {
    const history = historyOf(purchases, cut, unit);
    if (history === null) return [];
    const { days } = purchases;
    const later = days.slice(countUntil(days, cut), countUntil(days, until));
    for (const day of later) {
      const week = weeks[Math.floor((day - cut - 1) / WEEK_DAYS)];
      if (week) week.actual += 1;
    }
    const among = classOf(history.frequency);
    if (among) {
      among.customers += 1;
      among.actual += later.length;
    }
    return [history];
  });

  countAlike(histories).forEach((history, index) => {
    if (index % GROUPS_A_STEP === 0) onStep();
    let before = 0;
    for (const [number, week] of weeks.entries()) {
      const by = expectedPurchases(parameters, history, ((number + 1) * WEEK_DAYS) / DAYS_IN[unit]);
      week.predicted += (by - before) * history.people;
      before = by;
    }
    const among = classOf(history.frequency);
    if (among) among.predicted += before * history.people;
  });
  const sum = (of: (week: Compared) => number): number => weeks.reduce((total, week) => total + of(week), 0);
  return { weeks, classes, actual: sum(({ actual }) => actual), predicted: sum(({ predicted }) => predicted) };
};
