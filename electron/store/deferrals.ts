import { sql } from 'kysely';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, DeferredItemId, ProductId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What customers put off 今天不做 (X33).

export interface NewDeferred {
  id: DeferredItemId;
  customerId: CustomerId;
  visitId: VisitId | null;
  businessDate: LocalDate;
  productId: ProductId | null;
  name: string;
  reason: string | null;
  askAgainOn: LocalDate | null;
  staffId: StaffId | null;
}

const insertOne = hotQuery<NewDeferred>(
  sqlite.insertInto('deferred_items').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    visit_id: parameter('visitId'),
    business_date: parameter('businessDate'),
    product_id: parameter('productId'),
    name: parameter('name'),
    reason: parameter('reason'),
    ask_again_on: parameter('askAgainOn'),
    staff_id: parameter('staffId'),
  }),
);

export const insertDeferred = (database: StoreDatabase, item: NewDeferred): void => {
  insertOne.run(database, item);
};

export interface DeferredRow {
  id: DeferredItemId;
  customer_id: CustomerId;
  visit_id: VisitId | null;
  business_date: LocalDate;
  product_id: ProductId | null;
  name: string;
  reason: string | null;
  ask_again_on: LocalDate | null;
  closed_at: Instant | null;
  staff_name: string | null;
  /** What the product costs today; null for free words. */
  price_cents: Cents | null;
}

const deferredRows = sqlite
  .selectFrom('deferred_items')
  .leftJoin('staff', 'staff.id', 'deferred_items.staff_id')
  .leftJoin('products', 'products.id', 'deferred_items.product_id')
  .select([
    'deferred_items.id',
    'deferred_items.customer_id',
    'deferred_items.visit_id',
    'deferred_items.business_date',
    'deferred_items.product_id',
    'deferred_items.name',
    'deferred_items.reason',
    'deferred_items.ask_again_on',
    'deferred_items.closed_at',
    'staff.name as staff_name',
    'products.price_cents',
  ]);

/** So many lines a card shows at the most. */
const MOST = 200;
const ofCustomer = hotQuery<{ customerId: CustomerId; includeClosed: 0 | 1 }, DeferredRow>(
  deferredRows
    .where('deferred_items.customer_id', '=', parameter<CustomerId>('customerId'))
    .where(({ eb, or }) =>
      or([eb('deferred_items.closed_at', 'is', null), eb(parameter<number>('includeClosed'), '=', sql.lit(1))]),
    )
    .orderBy(sql`deferred_items.closed_at IS NOT NULL`)
    .orderBy(sql`deferred_items.ask_again_on IS NULL`)
    .orderBy('deferred_items.ask_again_on')
    .orderBy('deferred_items.id')
    .limit(sql.lit(MOST)),
);

/** What a customer has put off, open ones first, the day to ask first. */
export const listDeferred = (database: StoreDatabase, customerId: CustomerId, includeClosed: boolean): DeferredRow[] =>
  ofCustomer.rows(database, { customerId, includeClosed: includeClosed ? 1 : 0 });

const byId = hotQuery<{ id: DeferredItemId }, DeferredRow>(
  deferredRows.where('deferred_items.id', '=', parameter<DeferredItemId>('id')),
);
export const findDeferred = (database: StoreDatabase, id: DeferredItemId): DeferredRow | undefined =>
  byId.first(database, { id });

/** Closes an item by hand, or opens it again with null. */
export const setDeferredClosed = (database: StoreDatabase, id: DeferredItemId, at: Instant | null): void => {
  plainRun(database, 'UPDATE deferred_items SET closed_at = @at, closed_by_visit_id = NULL WHERE id = @id', { id, at });
};

/** What was put off and is bought after all is closed by the visit. */
export const closeDeferredByVisit = (
  database: StoreDatabase,
  visit: {
    readonly customerId: CustomerId;
    readonly visitId: VisitId;
    readonly productIds: readonly ProductId[];
    readonly at: Instant;
  },
): void => {
  if (visit.productIds.length === 0) return;
  plainRun(
    database,
    `UPDATE deferred_items SET closed_at = @at, closed_by_visit_id = @visitId
     WHERE customer_id = @customerId AND closed_at IS NULL AND visit_id IS NOT @visitId
       AND product_id IN (SELECT value FROM json_each(@productIds))`,
    { ...visit, productIds: JSON.stringify(visit.productIds) },
  );
};

/** Undoing the visit opens again what it had closed. */
export const reopenDeferredOfVisit = (database: StoreDatabase, visitId: VisitId): void => {
  plainRun(
    database,
    'UPDATE deferred_items SET closed_at = NULL, closed_by_visit_id = NULL WHERE closed_by_visit_id = @visitId',
    {
      visitId,
    },
  );
};

/** Undoing the visit takes back what was put off at it. */
export const removeDeferredOfVisit = (database: StoreDatabase, visitId: VisitId): void => {
  plainRun(database, 'DELETE FROM deferred_items WHERE visit_id = @visitId', { visitId });
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const deferralQueries = { ofCustomer: ofCustomer.sql };
