import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, StaffId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { isBookedSql } from './bookedSql.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What the risk of losing somebody is reckoned from, of everybody at once: in a large shop a matter for the thread of long work.

export interface RiskRow {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly is_vip: 0 | 1;
  readonly owner_id: StaffId | null;
  readonly last_purchase_on: LocalDate;
  readonly purchase_day_count: number;
  readonly rhythm_days: number | null;
  readonly overdue_after_days: number | null;
  readonly value: 'high' | 'middle' | 'low';
  readonly year_spend_cents: Cents;
}

/** Everybody who bought twice and may still come: present, active, not given up as lost, bought since `since`, and not booked (X01). */
const people = `SELECT customers.id, customers.number, customers.name, customers.is_vip, customers.owner_id,
    summaries.last_purchase_on, summaries.purchase_day_count, summaries.rhythm_days, summaries.overdue_after_days,
    coalesce(classes.value, 'low') AS value, coalesce(classes.year_spend_cents, 0) AS year_spend_cents
  FROM customer_summaries AS summaries
  INNER JOIN customers ON customers.id = summaries.customer_id
  LEFT JOIN customer_classes AS classes ON classes.customer_id = summaries.customer_id
  WHERE summaries.purchase_day_count > 1 AND summaries.last_purchase_on >= @since
    AND customers.removed_at IS NULL AND customers.is_inactive = 0 AND customers.status <> 'lost'
    AND NOT ${isBookedSql}`;

/** Returns are purchases below nothing, on the day they came back. */
const spends = `SELECT customer_id,
    sum(CASE WHEN business_date > @recentFrom THEN total_cents ELSE 0 END) AS recent,
    sum(CASE WHEN business_date <= @recentFrom THEN total_cents ELSE 0 END) AS earlier
  FROM visits
  WHERE customer_id IS NOT NULL AND undone_at IS NULL AND business_date > @earlierFrom AND business_date <= @today
  GROUP BY customer_id`;

const incidents = `SELECT customer_id, count(*) AS open FROM incidents
  WHERE closed_on IS NULL AND removed_at IS NULL AND is_private = 0 GROUP BY customer_id`;

const noShows = `SELECT customer_id, count(*) AS missed FROM appointments
  WHERE customer_id IS NOT NULL AND status = 'no_show' AND removed_at IS NULL AND starts_on > @recentFrom AND starts_on <= @today
  GROUP BY customer_id`;

/**
 * The latest visit of the last year that was judged: SQLite takes the bare columns from the row of the maximum. Left to itself it would go
 * through everybody's every visit in the order of the groups.
 */
const satisfaction = `SELECT customer_id, satisfaction, max(at) FROM visits INDEXED BY visits_by_date
  WHERE business_date > @yearFrom AND business_date <= @today AND undone_at IS NULL AND satisfaction IS NOT NULL
    AND customer_id IS NOT NULL
  GROUP BY customer_id`;

interface Days {
  readonly today: LocalDate;
  readonly since: LocalDate;
  readonly recentFrom: LocalDate;
  readonly earlierFrom: LocalDate;
  readonly yearFrom: LocalDate;
}
type Whose<Row> = Row & { readonly customer_id: CustomerId };

/** The rows of everybody, and beside them by customer what was spent, what stands open, what they said and where they did not come. */
export const riskFacts = (database: StoreDatabase, days: Days) => {
  const byCustomer = <Row>(text: string): ReadonlyMap<CustomerId, Row> =>
    new Map(plainRows<Whose<Row>>(database, text, days).map((row) => [row.customer_id, row]));
  return {
    people: plainRows<RiskRow>(database, people, days),
    spends: byCustomer<{ readonly recent: Cents; readonly earlier: Cents }>(spends),
    incidents: byCustomer<{ readonly open: number }>(incidents),
    noShows: byCustomer<{ readonly missed: number }>(noShows),
    satisfaction: byCustomer<{ readonly satisfaction: number }>(satisfaction),
  };
};
