import type { OutputOf } from '../../shared/contract.ts';
import { daysSince, overdueLimit } from '../../shared/domain/segments/classes.ts';
import { riskGrades, riskOf } from '../../shared/domain/segments/risk.ts';
import { cents } from '../../shared/types/amounts.ts';
import { addMonths } from '../../shared/types/time.ts';
import { readRun } from '../store/engine.ts';
import { riskFacts } from '../store/riskFacts.ts';
import { snapshot } from '../store/snapshot.ts';
import { listStaff } from '../store/staff.ts';
import type { StudiesOf, StudyContext } from './context.ts';

type Row = OutputOf<'risk.list'>['rows'][number];

const PERIOD_MONTHS = 3;
const classRank = { high: 0, middle: 1, low: 2 } as const;

/** By value first (R171), then by how much speaks of it; the id settles what is left. */
const mostPressing = (left: Row, right: Row): number =>
  classRank[left.value] - classRank[right.value] ||
  right.points - left.points ||
  right.yearSpendCents - left.yearSpendCents ||
  (left.id < right.id ? -1 : 1);

const everyRisk = (context: StudyContext): Row[] => {
  const { database } = context;
  const today = context.today();
  const { giveUpMonths, fallingSpendPercent } = context.settings();
  const { cutoffs } = readRun(database);
  const recentFrom = addMonths(today, -PERIOD_MONTHS);
  const facts = snapshot(database, () =>
    riskFacts(database, {
      today,
      since: addMonths(today, -giveUpMonths),
      recentFrom,
      earlierFrom: addMonths(recentFrom, -PERIOD_MONTHS),
      yearFrom: addMonths(today, -12),
    }),
  );
  context.throwIfCancelled();
  const names = new Map(listStaff(database, true).map(({ id, name }) => [id, name]));
  const none = cents(0);
  return facts.people.flatMap((row): Row[] => {
    const spend = facts.spends.get(row.id);
    const trade = { purchaseDayCount: row.purchase_day_count, overdueAfterDays: row.overdue_after_days };
    const overdueAfterDays = (cutoffs && overdueLimit(trade, cutoffs)?.days) ?? row.overdue_after_days;
    const reckoned = {
      daysSince: daysSince(row.last_purchase_on, today),
      rhythmDays: row.rhythm_days,
      overdueAfterDays,
      recentCents: spend?.recent ?? none,
      earlierCents: spend?.earlier ?? none,
      openIncidents: facts.incidents.get(row.id)?.open ?? 0,
      lastSatisfaction: facts.satisfaction.get(row.id)?.satisfaction ?? null,
      noShows: facts.noShows.get(row.id)?.missed ?? 0,
    };
    const risk = riskOf(reckoned, fallingSpendPercent / 100);
    if (risk === null) return [];
    const { lastSatisfaction, ...told } = reckoned;
    return [
      {
        ...told,
        ...risk,
        signs: [...risk.signs],
        satisfaction: lastSatisfaction,
        id: row.id,
        number: row.number,
        name: row.name,
        isVip: row.is_vip === 1,
        ownerName: row.owner_id === null ? null : (names.get(row.owner_id) ?? null),
        value: row.value,
        yearSpendCents: row.year_spend_cents,
        lastPurchaseOn: row.last_purchase_on,
      },
    ];
  });
};

/** Who may be about to leave (R169 to R171). */
export const riskStudies: StudiesOf<'risk'> = {
  'risk.list': async (context, { grade, sign, offset, limit }) => {
    context.progress('reading', 0, null);
    const all = everyRisk(context);
    context.throwIfCancelled();
    const asked = all.filter((row) => (grade === null || row.grade === grade) && (sign === null || row.signs.includes(sign)));
    return Promise.resolve({
      grades: riskGrades.map((each) => ({ grade: each, count: all.filter((row) => row.grade === each).length })),
      total: asked.length,
      rows: asked.sort(mostPressing).slice(offset, offset + limit),
    });
  },
};
