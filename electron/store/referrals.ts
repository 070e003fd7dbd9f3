import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId, ReferralEventId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Who brought whom (R091): the row of a customer names who brought them; what was said when is append-only.

const referrer = hotQuery<{ id: CustomerId }, { referrer_id: CustomerId | null }>(
  sqlite.selectFrom('customers').select('referrer_id').where('id', '=', parameter<CustomerId>('id')),
);

/** Who brought a customer; null where nobody is named. */
export const findReferrerOf = (database: StoreDatabase, id: CustomerId): CustomerId | null =>
  referrer.first(database, { id })?.referrer_id ?? null;

export interface ReferralEvent {
  readonly id: ReferralEventId;
  readonly customerId: CustomerId;
  readonly referrerId: CustomerId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly kind: 'named' | 'dropped';
  readonly staffId: StaffId | null;
}
const insertEvent = hotQuery<ReferralEvent>(
  sqlite.insertInto('referral_events').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    referrer_id: parameter('referrerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    staff_id: parameter('staffId'),
  }),
);
export const appendReferralEvent = (database: StoreDatabase, event: ReferralEvent): void => {
  insertEvent.run(database, event);
};

const eventsOf = hotQuery<{ customerId: CustomerId }, ReferralEvent>(
  sqlite
    .selectFrom('referral_events')
    .select([
      'id',
      'customer_id as customerId',
      'referrer_id as referrerId',
      'at',
      'business_date as businessDate',
      'kind',
      'staff_id as staffId',
    ])
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('at')
    .orderBy('id'),
);
/** What was said about who brought a customer, oldest first. */
export const listReferralEvents = (database: StoreDatabase, customerId: CustomerId): ReferralEvent[] =>
  eventsOf.rows(database, { customerId });

/** Somebody in the picture of who brought whom. */
export interface ReferralPerson {
  readonly id: CustomerId;
  readonly name: string;
  readonly spendCents: Cents;
  readonly visitCount: number;
  readonly lastVisitOn: LocalDate | null;
  readonly isRemoved: 0 | 1;
}
const person = `customers.id, customers.name, coalesce(customer_summaries.spend_cents, 0) AS spendCents,
  coalesce(customer_summaries.visit_count, 0) AS visitCount, customer_summaries.last_visit_on AS lastVisitOn,
  customers.removed_at IS NOT NULL AS isRemoved`;
const peopleText = `SELECT ${person} FROM json_each(@ids) AS few
  CROSS JOIN customers ON customers.id = few.value LEFT JOIN customer_summaries ON customer_summaries.customer_id = customers.id
  ORDER BY few.key`;

/** These people, in this order. */
export const listReferralPeople = (database: StoreDatabase, ids: readonly CustomerId[]): ReferralPerson[] =>
  plainRows(database, peopleText, { ids: JSON.stringify(ids) });

/** So deep a picture can still be taken in; a loop of an older file ends here too. */
const LEVELS = 5;

const below = `WITH RECURSIVE few (id, parent_id, level) AS (
    SELECT id, referrer_id, 1 FROM customers WHERE referrer_id = @id AND merged_into_id IS NULL AND id <> @id
    UNION ALL
    SELECT brought.id, brought.referrer_id, few.level + 1 FROM few JOIN customers AS brought ON brought.referrer_id = few.id
    WHERE brought.merged_into_id IS NULL AND brought.id <> @id AND few.level < ${LEVELS})`;
const broughtText = `${below} SELECT ${person}, few.parent_id AS parentId, few.level FROM few CROSS JOIN customers ON customers.id = few.id
  LEFT JOIN customer_summaries ON customer_summaries.customer_id = few.id
  ORDER BY few.level, spendCents DESC, customers.id LIMIT @limit`;
const sumsText = `${below} SELECT count(*) AS people, sum(few.level = 1) AS direct,
    sum(CASE WHEN few.level = 1 THEN customer_summaries.spend_cents END) AS directCents,
    sum(customer_summaries.spend_cents) AS allCents
  FROM few LEFT JOIN customer_summaries ON customer_summaries.customer_id = few.id`;

/** Whom somebody brought, and whom those brought: the nearest first, those who spend most before the others. */
export const listBrought = (
  database: StoreDatabase,
  id: CustomerId,
  limit: number,
): (ReferralPerson & { readonly parentId: CustomerId; readonly level: number })[] =>
  plainRows(database, broughtText, { id, limit });

/** How many those are, directly and over others, and what they spend. */
export const sumBrought = (
  database: StoreDatabase,
  id: CustomerId,
): {
  readonly people: number;
  readonly direct: number | null;
  readonly directCents: Cents | null;
  readonly allCents: Cents | null;
} =>
  plainRows<{ people: number; direct: number | null; directCents: Cents | null; allCents: Cents | null }>(database, sumsText, {
    id,
  })[0] ?? { people: 0, direct: null, directCents: null, allCents: null };

/** The SQL of the reads above, so that their plans can be asserted. */
export const referralQueries = {
  referrer: referrer.sql,
  eventsOf: eventsOf.sql,
  people: peopleText,
  brought: broughtText,
  sums: sumsText,
};
