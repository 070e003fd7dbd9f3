import type { Basis } from '../../shared/domain/reminders/types.ts';
import { YEAR_MONTHS, findCutoffs, windowStart } from '../../shared/domain/segments/cutoffs.ts';
import type { Cutoffs, CutoffSettings } from '../../shared/domain/segments/cutoffs.ts';
import { daysSince } from '../../shared/domain/segments/classes.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { daysBetween } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import type { StoreDatabase } from '../store/database.ts';
import { buyers as readBuyers } from '../store/engineFacts.ts';
import { classesBetween, queueBetween, remindersBetween } from '../store/judgements.ts';
import { purchaseDaysOf, windowSums } from '../store/tradeSums.ts';
import type { IdRange } from '../store/tradeSums.ts';
import { groupBy } from './groupBy.ts';
import { differenceOf, judge } from './judgement.ts';
import { readRecords } from './records.ts';
import type { ChangedJudgement } from './types.ts';

/** The shop's usual gaps are taken from at most so many customers, evenly chosen: their 80th percentile moves by days no more. */
const GAP_CUSTOMERS = 2000;

const gapsOf = (days: readonly LocalDate[]): number[] => days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));

const shopGaps = (database: StoreDatabase, repeatBuyers: readonly CustomerId[]): number[] => {
  const step = Math.max(1, Math.ceil(repeatBuyers.length / GAP_CUSTOMERS));
  return repeatBuyers
    .filter((_, index) => index % step === 0)
    .flatMap((customerId) => gapsOf(purchaseDaysOf(database, customerId)));
};

/** The cut-offs of the shop as it stands today. Read it in one transaction. */
export const shopCutoffs = (database: StoreDatabase, settings: CutoffSettings, today: LocalDate): Cutoffs => {
  const windowFrom = windowStart(today, settings.rfmWindowMonths);
  const yearFrom = windowStart(today, YEAR_MONTHS);
  const inWindow = new Map(windowSums(database, windowFrom).map((row) => [row.customer_id, row]));
  const inYear =
    windowFrom === yearFrom ? inWindow : new Map(windowSums(database, yearFrom).map((row) => [row.customer_id, row]));
  const everyBuyer = readBuyers(database);
  const buyers = everyBuyer.flatMap((buyer) => {
    const sums = inWindow.get(buyer.customer_id);
    return sums && sums.purchase_days > 0 ? [{ ...sums, days: daysSince(buyer.last_purchase_on, today) }] : [];
  });
  return findCutoffs(
    {
      recencyDays: buyers.map((buyer) => buyer.days),
      frequency: buyers.map((buyer) => buyer.purchase_days),
      moneyCents: buyers.map((buyer) => buyer.spend_cents),
      yearSpendCents: everyBuyer.flatMap(({ customer_id: id }) => {
        const sums = inYear.get(id);
        return sums && sums.purchase_days > 0 ? [sums.spend_cents] : [];
      }),
      gaps: shopGaps(
        database,
        everyBuyer.filter((buyer) => buyer.purchase_day_count > 1).map((buyer) => buyer.customer_id),
      ),
    },
    settings,
    today,
  );
};

/** Judges the customers whose ids lie between two; returns what is not stored yet. Read it in one transaction. */
export const differencesBetween = (database: StoreDatabase, basis: Basis, range: IdRange): ChangedJudgement[] => {
  const classes = new Map(classesBetween(database, range).map((row) => [row.customer_id, row]));
  const queue = new Map(queueBetween(database, range).map((row) => [row.customer_id, row]));
  const reminders = groupBy(remindersBetween(database, range));
  return readRecords(database, basis, range).flatMap((record) => {
    const { customerId } = record;
    const stored = {
      classes: classes.get(customerId) ?? null,
      reminders: reminders.get(customerId) ?? [],
      queue: queue.get(customerId) ?? null,
    };
    return differenceOf(record, judge(record, basis), stored) ?? [];
  });
};
