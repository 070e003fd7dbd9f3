import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';

/** What part of a sum may be expected at a chance of so many percent (0 to 100), rounded half up to whole cents; exact for every safe sum. */
export const weighted = (sum: Cents, percent: number): Cents =>
  cents(Math.floor(sum / 100) * percent + Math.round(((sum % 100) * percent) / 100));

interface StageSum {
  readonly count: number;
  readonly totalCents: Cents;
  readonly weightedCents: Cents;
}

/** What all stages come to: the sums of theirs, so that the columns of a board add up to what stands above them. */
export const forecastOf = (stages: readonly StageSum[]): StageSum =>
  stages.reduce<StageSum>(
    (sum, stage) => ({
      count: sum.count + stage.count,
      totalCents: cents(sum.totalCents + stage.totalCents),
      weightedCents: cents(sum.weightedCents + stage.weightedCents),
    }),
    { count: 0, totalCents: cents(0), weightedCents: cents(0) },
  );

/** Whether the next step was to be taken before today, is to be taken today, or later; null where none has a day. */
export const stepState = (nextStepOn: string | null, today: string): 'overdue' | 'today' | 'coming' | null =>
  nextStepOn === null ? null : nextStepOn < today ? 'overdue' : nextStepOn === today ? 'today' : 'coming';
