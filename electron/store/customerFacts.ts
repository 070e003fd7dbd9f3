import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Summary } from '../../shared/contract/customers.ts';
import { summarise } from '../../shared/domain/summaries.ts';
import { cents, points } from '../../shared/types/amounts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { CustomerSummariesTable } from './schema.ts';

interface OfCustomer {
  customerId: CustomerId;
}
const customerId = parameter<CustomerId>('customerId');

const summaryOfCustomer = hotQuery<OfCustomer, Selectable<CustomerSummariesTable>>(
  sqlite.selectFrom('customer_summaries').selectAll().where('customer_id', '=', customerId),
);

/** A customer's running summary; all zero before the first fact. */
export const findSummary = (database: StoreDatabase, id: CustomerId): Summary => {
  const row = summaryOfCustomer.first(database, { customerId: id });
  if (!row) return summarise([], null, points(0));
  return {
    visitCount: row.visit_count,
    purchaseDayCount: row.purchase_day_count,
    spendCents: row.spend_cents,
    costCents: row.cost_cents,
    itemQuantity: row.item_quantity,
    firstVisitOn: row.first_visit_on,
    lastVisitOn: row.last_visit_on,
    lastPurchaseOn: row.last_purchase_on,
    lastInteractionOn: row.last_interaction_on,
    rhythmDays: row.rhythm_days,
    overdueAfterDays: row.overdue_after_days,
    pointsBalance: row.points_balance,
  };
};

const spendOfCustomer = hotQuery<OfCustomer & { from: LocalDate }, { spend: Cents | null; days: number }>(
  sqlite
    .selectFrom('visits')
    .select((of) => [
      of.fn.sum<Cents | null>('total_cents').as('spend'),
      // Only a day with a purchase counts: count() leaves out the nulls of the others.
      sql<number>`count(DISTINCT CASE WHEN is_purchase = 1 THEN business_date END)`.as('days'),
    ])
    .where('customer_id', '=', customerId)
    .where('undone_at', 'is', null)
    .where('business_date', '>=', parameter<LocalDate>('from')),
);

/** Spend and purchase days from a day on, returns subtracted. The cost is that of the customer's own visits since. */
export const spendSince = (
  database: StoreDatabase,
  id: CustomerId,
  from: LocalDate,
): { readonly spendCents: Cents; readonly purchaseDays: number } => {
  const row = spendOfCustomer.first(database, { customerId: id, from });
  return { spendCents: row?.spend ?? cents(0), purchaseDays: row?.days ?? 0 };
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const customerFactQueries = { summary: summaryOfCustomer.sql, spend: spendOfCustomer.sql };
