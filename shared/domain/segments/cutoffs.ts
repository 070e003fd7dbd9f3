import { addMonths } from '../../types/time.ts';
import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import { percentile } from '../summaries.ts';

/**
 * What everyone is scored by. Computed in one run over the whole shop and stored, so that one customer scored after a visit is
 * scored as in that run.
 */
export interface Cutoffs {
  readonly method: 'quintile' | 'fixed';
  readonly windowMonths: number;
  readonly windowFrom: LocalDate;
  /** Upper bounds in days for the scores 5, 4, 3, 2. */
  readonly recencyDays: number[];
  /** Lower bounds in purchase days for the scores 2, 3, 4, 5. */
  readonly frequency: number[];
  /** Lower bounds in cents for the scores 2, 3, 4, 5. */
  readonly moneyCents: number[];
  readonly valueHighCents: Cents;
  readonly valueMiddleCents: Cents;
  /** Median and 80th percentile of the days between purchase days over the shop; null before anyone came twice. */
  readonly shopRhythmDays: number | null;
  readonly shopOverdueAfterDays: number | null;
  /** How many customers bought in the window. */
  readonly buyers: number;
}

/** The part of the settings that decides how cut-offs are found. */
export interface CutoffSettings {
  readonly rfmWindowMonths: number;
  readonly rfmMethod: 'auto' | 'quintile' | 'fixed';
  readonly valueHighCents: Cents | null;
  readonly valueMiddleCents: Cents | null;
}

/** The shop in bare figures, in no order. */
export interface Population {
  /** Of everyone who bought in the window: days since the last purchase, purchase days, cents spent. */
  readonly recencyDays: number[];
  readonly frequency: number[];
  readonly moneyCents: number[];
  /** Spend in the last 12 months of everyone who bought in them. */
  readonly yearSpendCents: number[];
  /** Days between neighbouring purchase days of the same customer. */
  readonly gaps: number[];
}

/** Quintiles want about this many customers (DOMAIN "RFM"); a smaller shop is scored by fixed cut-offs. */
export const QUINTILES_FROM_BUYERS = 500;

const FIXED_RECENCY_DAYS = [30, 60, 120, 240];
const FIXED_FREQUENCY = [2, 4, 7, 12];
/** Stands for an average purchase where nobody has bought yet: 100 yuan. */
const UNKNOWN_PURCHASE_CENTS = 10_000;
export const YEAR_MONTHS = 12;

/** The same few windows are asked for with every customer of a run. */
let windows: { readonly today: LocalDate; readonly starts: Map<number, LocalDate> } | null = null;

/** The first day of a window of so many calendar months that ends today: "within 3 months" is on or after it. */
export const windowStart = (today: LocalDate, months: number): LocalDate => {
  if (windows?.today !== today) windows = { today, starts: new Map() };
  const known = windows.starts.get(months);
  if (known !== undefined) return known;
  const start = addMonths(today, -months);
  windows.starts.set(months, start);
  return start;
};

const ascending = (values: readonly number[]): number[] => [...values].sort((left, right) => left - right);

/** The largest value of each of the lower four fifths, by rank. */
const fifths = (sorted: readonly number[]): number[] =>
  [1, 2, 3, 4].map((fifth) => sorted[Math.max(0, Math.ceil((sorted.length * fifth) / 5) - 1)] ?? 0);

/** A value that ties with the end of a fifth stays in that fifth: all who have it share one score. */
const above = (sorted: readonly number[]): number[] => fifths(sorted).map((value) => Math.floor(value) + 1);

/** Before anyone has bought, percentiles say nothing: a dear customer is then one with 12 usual purchases a year, a middling one with 4. */
const unknownValue = { high: 12 * UNKNOWN_PURCHASE_CENTS, middle: 4 * UNKNOWN_PURCHASE_CENTS };

const valueBounds = (yearSpend: readonly number[], settings: CutoffSettings): { high: Cents; middle: Cents } => {
  const sorted = ascending(yearSpend);
  const own = (percent: number, unknown: number): number => Math.max(1, Math.round(percentile(sorted, percent) ?? unknown));
  const high = settings.valueHighCents ?? own(80, unknownValue.high);
  const middle = settings.valueMiddleCents ?? own(50, unknownValue.middle);
  return { high: cents(high), middle: cents(Math.min(middle, high)) };
};

/** Fixed cut-offs know no currency: money is counted in the shop's own usual purchase days. */
const usualPurchase = ({ moneyCents, frequency }: Population): number => {
  const each = moneyCents.map((money, index) => money / Math.max(1, frequency[index] ?? 1)).filter((amount) => amount > 0);
  return percentile(ascending(each), 50) ?? UNKNOWN_PURCHASE_CENTS;
};

/**
 * The cut-offs of a shop. Quintiles over those who bought in the window (whoever bought only before it scores by the same bounds:
 * the lowest), ties sharing a score; fixed cut-offs where fewer than 500 did or the settings say so.
 */
export const findCutoffs = (population: Population, settings: CutoffSettings, today: LocalDate): Cutoffs => {
  const buyers = population.recencyDays.length;
  const isQuintile =
    buyers > 0 && (settings.rfmMethod === 'quintile' || (settings.rfmMethod === 'auto' && buyers >= QUINTILES_FROM_BUYERS));
  const gaps = ascending(population.gaps);
  const value = valueBounds(population.yearSpendCents, settings);
  const purchase = isQuintile ? 0 : usualPurchase(population);
  return {
    method: isQuintile ? 'quintile' : 'fixed',
    windowMonths: settings.rfmWindowMonths,
    windowFrom: windowStart(today, settings.rfmWindowMonths),
    recencyDays: isQuintile ? fifths(ascending(population.recencyDays)) : FIXED_RECENCY_DAYS,
    frequency: isQuintile ? above(ascending(population.frequency)) : FIXED_FREQUENCY,
    moneyCents: isQuintile
      ? above(ascending(population.moneyCents))
      : FIXED_FREQUENCY.map((times) => Math.max(1, Math.round(times * purchase))),
    valueHighCents: value.high,
    valueMiddleCents: value.middle,
    shopRhythmDays: percentile(gaps, 50),
    shopOverdueAfterDays: percentile(gaps, 80),
    buyers,
  };
};

const nobody: Population = { recencyDays: [], frequency: [], moneyCents: [], yearSpendCents: [], gaps: [] };

/** The cut-offs of a shop that was never looked at as a whole. */
export const cutoffsBeforeFirstRun = (settings: CutoffSettings, today: LocalDate): Cutoffs =>
  findCutoffs(nobody, settings, today);
