import { activityClasses, rfm8Segments, rfmSegments, valueClasses } from '../../shared/domain/segments/names.ts';
import { classesOf } from '../store/customerClasses.ts';
import { countCustomers } from '../store/customers.ts';
import { readRun } from '../store/engine.ts';
import { countMembers, countSegments, listMembers } from '../store/segments.ts';
import type { HandlersOf } from './context.ts';

/** Every group of an axis in its own order, those without anyone included. */
const everyGroup = <Segment>(
  segments: readonly Segment[],
  counted: readonly { readonly segment: Segment; readonly count: number }[],
): { segment: Segment; count: number }[] => {
  const counts = new Map(counted.map(({ segment, count }) => [segment, count]));
  return segments.map((segment) => ({ segment, count: counts.get(segment) ?? 0 }));
};

export const segmentsHandlers: HandlersOf<'segments'> = {
  'segments.overview': ({ database }) => {
    const run = readRun(database);
    const counts = countSegments(database);
    const judged = counts.value.reduce((sum, { count }) => sum + count, 0);
    return {
      asOf: run.date,
      customers: judged,
      waiting: Math.max(0, countCustomers(database) - judged),
      cutoffs: run.cutoffs,
      rfm: everyGroup(rfmSegments, counts.rfm),
      rfm8: everyGroup(rfm8Segments, counts.rfm8),
      value: everyGroup(valueClasses, counts.value),
      activity: everyGroup(activityClasses, counts.activity),
      dormant: counts.dormant.find(({ segment }) => segment === 1)?.count ?? 0,
      matrix: counts.matrix
        .filter((cell) => cell.recency_score > 0)
        .map((cell) => ({ recencyScore: cell.recency_score, frequencyScore: cell.frequency_score, count: cell.count })),
    };
  },

  'segments.members': ({ database }, { filter, offset, limit }) => ({
    total: countMembers(database, filter),
    rows: listMembers(database, filter, offset, limit).map((row) => ({
      id: row.id,
      number: row.number,
      name: row.name,
      isVip: row.is_vip === 1,
      lastPurchaseOn: row.last_purchase_on,
      purchaseDays: row.window_purchase_days,
      yearSpendCents: row.year_spend_cents,
      rhythmDays: row.rhythm_days,
      classes: classesOf(row),
    })),
  }),
};
