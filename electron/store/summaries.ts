import { sql } from 'kysely';
import { summarise } from '../../shared/domain/summaries.ts';
import type { CustomerSummary, VisitFact } from '../../shared/domain/summaries.ts';
import { points } from '../../shared/types/amounts.ts';
import type { Cents, Points, Quantity } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { refreshCredit } from './creditDebts.ts';
import { refreshTiers } from './customerTiers.ts';
import { refreshLapsing } from './lapsingPoints.ts';
import { refreshStoredValue } from './storedValueBalances.ts';

// The running summary of each customer: kept in the transaction of the fact, always equal to a recount.

interface OfCustomer {
  customerId: CustomerId;
}
interface OfCustomers {
  /** JSON array of ids. */
  customerIds: string;
}
interface VisitRow {
  customer_id: CustomerId;
  business_date: LocalDate;
  is_purchase: 0 | 1;
  total_cents: Cents;
  cost_cents: Cents | null;
  item_quantity: Quantity;
}

const one = parameter<CustomerId>('customerId');
const several = sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('customerIds')}))`;

const visits = sqlite
  .selectFrom('visits')
  .select(['customer_id', 'business_date', 'is_purchase', 'total_cents', 'cost_cents', 'item_quantity'])
  .where('undone_at', 'is', null);
/** A call that reached nobody is no contact: it must not make a silent customer look attended to. */
const reached = sql<boolean>`coalesce(outcome, '') NOT IN ('no_answer', 'busy', 'wrong_number')`;
const lastContacts = sqlite
  .selectFrom('interactions')
  .select((of) => ['customer_id', of.fn.max<LocalDate>('business_date').as('last_on')])
  .where('undone_at', 'is', null)
  .where(reached)
  .groupBy('customer_id');
const balances = sqlite
  .selectFrom('points_entries')
  .select((of) => ['customer_id', of.fn.sum<Points>('points').as('balance')])
  .groupBy('customer_id');

const visitsOfOne = hotQuery<OfCustomer, VisitRow>(visits.where('customer_id', '=', one).orderBy('business_date'));
const visitsOfSeveral = hotQuery<OfCustomers, VisitRow>(
  visits.where('customer_id', 'in', several).orderBy('customer_id').orderBy('business_date'),
);
const contactOfOne = hotQuery<OfCustomer, { business_date: LocalDate }>(
  sqlite
    .selectFrom('interactions')
    .select('business_date')
    .where('customer_id', '=', one)
    .where('undone_at', 'is', null)
    .where(reached)
    .orderBy('business_date', 'desc')
    .limit(sql.lit(1)),
);
const contactsOfSeveral = hotQuery<OfCustomers, { customer_id: CustomerId; last_on: LocalDate }>(
  lastContacts.where('customer_id', 'in', several),
);
const balanceOfOne = hotQuery<OfCustomer, { customer_id: CustomerId; balance: Points }>(balances.where('customer_id', '=', one));
const balancesOfSeveral = hotQuery<OfCustomers, { customer_id: CustomerId; balance: Points }>(
  balances.where('customer_id', 'in', several),
);

const columns = [
  'visit_count',
  'purchase_day_count',
  'spend_cents',
  'cost_cents',
  'item_quantity',
  'first_visit_on',
  'last_visit_on',
  'last_purchase_on',
  'last_interaction_on',
  'rhythm_days',
  'overdue_after_days',
  'points_balance',
] as const;
type SummaryValues = OfCustomer & { [Column in (typeof columns)[number]]: string | number | null };

const kept = sql.join(columns.map((column) => sql.ref(`customer_summaries.${column}`)));
const found = sql.join(columns.map((column) => sql.ref(`excluded.${column}`)));

/** Writes only what differs, and counts the revision up exactly then: the engine takes a new revision for a new judgement. */
const keepSummary = hotQuery<SummaryValues>(
  sqlite
    .insertInto('customer_summaries')
    .columns(['customer_id', ...columns])
    .values({
      customer_id: one,
      visit_count: parameter('visit_count'),
      purchase_day_count: parameter('purchase_day_count'),
      spend_cents: parameter('spend_cents'),
      cost_cents: parameter('cost_cents'),
      item_quantity: parameter('item_quantity'),
      first_visit_on: parameter('first_visit_on'),
      last_visit_on: parameter('last_visit_on'),
      last_purchase_on: parameter('last_purchase_on'),
      last_interaction_on: parameter('last_interaction_on'),
      rhythm_days: parameter('rhythm_days'),
      overdue_after_days: parameter('overdue_after_days'),
      points_balance: parameter('points_balance'),
    })
    .onConflict((conflict) =>
      conflict
        .column('customer_id')
        .doUpdateSet((row) => ({
          revision: row('customer_summaries.revision', '+', 1),
          visit_count: row.ref('excluded.visit_count'),
          purchase_day_count: row.ref('excluded.purchase_day_count'),
          spend_cents: row.ref('excluded.spend_cents'),
          cost_cents: row.ref('excluded.cost_cents'),
          item_quantity: row.ref('excluded.item_quantity'),
          first_visit_on: row.ref('excluded.first_visit_on'),
          last_visit_on: row.ref('excluded.last_visit_on'),
          last_purchase_on: row.ref('excluded.last_purchase_on'),
          last_interaction_on: row.ref('excluded.last_interaction_on'),
          rhythm_days: row.ref('excluded.rhythm_days'),
          overdue_after_days: row.ref('excluded.overdue_after_days'),
          points_balance: row.ref('excluded.points_balance'),
        }))
        .where(sql<boolean>`(${kept}) IS NOT (${found})`),
    ),
);

const factOf = (row: VisitRow): VisitFact => ({
  businessDate: row.business_date,
  isPurchase: row.is_purchase === 1,
  totalCents: row.total_cents,
  costCents: row.cost_cents,
  itemQuantity: row.item_quantity,
});

const keep = (database: StoreDatabase, customerId: CustomerId, summary: CustomerSummary): boolean =>
  keepSummary.run(database, {
    customerId,
    visit_count: summary.visitCount,
    purchase_day_count: summary.purchaseDayCount,
    spend_cents: summary.spendCents,
    cost_cents: summary.costCents,
    item_quantity: summary.itemQuantity,
    first_visit_on: summary.firstVisitOn,
    last_visit_on: summary.lastVisitOn,
    last_purchase_on: summary.lastPurchaseOn,
    last_interaction_on: summary.lastInteractionOn,
    rhythm_days: summary.rhythmDays,
    overdue_after_days: summary.overdueAfterDays,
    points_balance: summary.pointsBalance,
  }) > 0;

/**
 * Recounts one customer's summary from that customer's own visits, contacts and ledger, and keeps it. Returns it.
 * Call it in the transaction of the fact. The cost is that of the customer's own history.
 */
export const refreshSummary = (database: StoreDatabase, customerId: CustomerId): CustomerSummary => {
  const summary = summarise(
    visitsOfOne.rows(database, { customerId }).map(factOf),
    contactOfOne.first(database, { customerId })?.business_date ?? null,
    balanceOfOne.first(database, { customerId })?.balance ?? points(0),
  );
  keep(database, customerId, summary);
  refreshLapsing(database, [customerId]);
  refreshStoredValue(database, [customerId]);
  refreshCredit(database, [customerId]);
  refreshTiers(database, [customerId]);
  return summary;
};

/** So many customers are read at a time: an import of any size stays small in memory. */
const CUSTOMERS_AT_A_TIME = 2000;

const refreshBatch = (database: StoreDatabase, batch: readonly CustomerId[]): number => {
  const values = { customerIds: JSON.stringify(batch) };
  const facts = new Map<CustomerId, VisitFact[]>();
  for (const row of visitsOfSeveral.rows(database, values)) {
    const known = facts.get(row.customer_id);
    if (known) known.push(factOf(row));
    else facts.set(row.customer_id, [factOf(row)]);
  }
  const contacts = new Map(contactsOfSeveral.rows(database, values).map((row) => [row.customer_id, row.last_on]));
  const sums = new Map(balancesOfSeveral.rows(database, values).map((row) => [row.customer_id, row.balance]));
  let changed = 0;
  for (const customerId of batch) {
    const summary = summarise(facts.get(customerId) ?? [], contacts.get(customerId) ?? null, sums.get(customerId) ?? points(0));
    if (keep(database, customerId, summary)) changed += 1;
  }
  return changed;
};

/** The sums of many, without their tiers and what lapses of their points: in the order of the indexes, some thousand at a time. Returns how many changed. */
export const recountSummaries = (database: StoreDatabase, customerIds: Iterable<CustomerId>): number => {
  const ids = [...new Set(customerIds)].sort();
  let changed = 0;
  for (let start = 0; start < ids.length; start += CUSTOMERS_AT_A_TIME)
    changed += refreshBatch(database, ids.slice(start, start + CUSTOMERS_AT_A_TIME));
  return changed;
};

/** `refreshSummary` for many, as after an import. Returns how many summaries changed. */
export const refreshSummaries = (database: StoreDatabase, customerIds: Iterable<CustomerId>): number => {
  const ids = [...customerIds];
  const changed = recountSummaries(database, ids);
  refreshLapsing(database, [...new Set(ids)]);
  refreshStoredValue(database, [...new Set(ids)]);
  refreshCredit(database, [...new Set(ids)]);
  const each = [...new Set(ids)];
  refreshLapsing(database, each);
  refreshTiers(database, each);
  return changed;
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const summaryQueries = {
  visitsOfOne: visitsOfOne.sql,
  visitsOfSeveral: visitsOfSeveral.sql,
  contactOfOne: contactOfOne.sql,
  contactsOfSeveral: contactsOfSeveral.sql,
  balanceOfOne: balanceOfOne.sql,
  balancesOfSeveral: balancesOfSeveral.sql,
};
