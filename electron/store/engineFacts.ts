import { sql } from 'kysely';
import type { Outcome } from '../../shared/contract/callbacks.ts';
import type { RunningOut } from '../../shared/domain/reminders/types.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CallbackId, CustomerId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import { refuses } from './consents.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';
import type { IdRange } from './tradeSums.ts';

// What the engine judges by, for one customer or some hundreds: the same statements over a range of ids.

const from = parameter<CustomerId>('from');
const to = parameter<CustomerId>('to');

export interface CustomerFactsRow {
  id: CustomerId;
  status: 'prospect' | 'customer' | 'lost';
  is_vip: Flag;
  do_not_contact: Flag;
  consent_on: LocalDate | null;
  consent_withdrawn_on: LocalDate | null;
  is_blocked: Flag;
  /** Took back the consent to be phoned (R190). */
  is_phone_refused: Flag;
  created_at: Instant;
  verified_on: LocalDate | null;
  /** The latest fact that was confirmed. */
  fact_confirmed_on: LocalDate | null;
  removed_at: Instant | null;
  is_inactive: Flag;
  revision: number | null;
  purchase_day_count: number | null;
  spend_cents: Cents | null;
  first_visit_on: LocalDate | null;
  last_visit_on: LocalDate | null;
  last_purchase_on: LocalDate | null;
  last_interaction_on: LocalDate | null;
  rhythm_days: number | null;
  overdue_after_days: number | null;
}

const customers = hotQuery<IdRange, CustomerFactsRow>(
  sqlite
    .selectFrom('customers')
    .leftJoin('customer_summaries as summary', 'summary.customer_id', 'customers.id')
    .select([
      'customers.id',
      'customers.status',
      'customers.is_vip',
      'customers.do_not_contact',
      'customers.consent_on',
      'customers.consent_withdrawn_on',
      'customers.removed_at',
      'customers.is_inactive',
      'customers.created_at',
      'customers.verified_on',
      'summary.revision',
      'summary.purchase_day_count',
      'summary.spend_cents',
      'summary.first_visit_on',
      'summary.last_visit_on',
      'summary.last_purchase_on',
      'summary.last_interaction_on',
      'summary.rhythm_days',
      'summary.overdue_after_days',
    ])
    .select((of) =>
      of
        .selectFrom('field_verifications')
        .select((field) => field.fn.max<LocalDate | null>('field_verifications.verified_on').as('on'))
        .whereRef('field_verifications.customer_id', '=', 'customers.id')
        .where('field_verifications.source', '=', sql.lit('confirmed'))
        .as('fact_confirmed_on'),
    )
    .select((of) =>
      sql<Flag>`${of.exists(
        of
          .selectFrom('customer_blocks')
          .select('customer_blocks.id')
          .whereRef('customer_blocks.customer_id', '=', 'customers.id')
          .where('customer_blocks.lifted_at', 'is', null),
      )}`.as('is_blocked'),
    )
    .select(sql<Flag>`${sql.raw(refuses('phone'))}`.as('is_phone_refused'))
    .where('customers.id', '>=', from)
    .where('customers.id', '<=', to)
    .orderBy('customers.id'),
);

export interface YearlyDateRow {
  id: string;
  customer_id: CustomerId;
  kind: 'birthday' | 'anniversary' | 'other';
  label: string;
  calendar: 'solar' | 'lunar';
  year: number | null;
  month: number;
  day: number;
  is_leap_month: Flag;
  is_yearly: Flag;
  lead_days: number | null;
}

const dates = hotQuery<IdRange, YearlyDateRow>(
  sqlite
    .selectFrom('important_dates')
    .select(['id', 'customer_id', 'kind', 'label', 'calendar', 'year', 'is_leap_month', 'is_yearly', 'lead_days'])
    .select((date) => [date.ref('month').$castTo<number>().as('month'), date.ref('day').$castTo<number>().as('day')])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('month', 'is not', null)
    .where('day', 'is not', null)
    .orderBy('customer_id')
    .orderBy('id'),
);

/** Every way to reach them turned out wrong. Whoever has left no number at all may still be met otherwise. */
const unreachable = hotQuery<IdRange, { customer_id: CustomerId }>(
  sqlite
    .selectFrom('contact_methods as wrong')
    .select('wrong.customer_id')
    .distinct()
    .where('wrong.is_valid', '=', sql.lit(0))
    .where('wrong.customer_id', '>=', from)
    .where('wrong.customer_id', '<=', to)
    .where((wrong) =>
      wrong.not(
        wrong.exists(
          wrong
            .selectFrom('contact_methods as good')
            .select('good.id')
            .whereRef('good.customer_id', '=', 'wrong.customer_id')
            .where('good.is_valid', '=', sql.lit(1)),
        ),
      ),
    ),
);

export interface ExpiringRecord extends RunningOut {
  customer_id: CustomerId;
}

/** Of things that are still served, and of the customer. */
const expiring = hotQuery<IdRange, ExpiringRecord>(
  sqlite
    .selectFrom('expiring_facts as fact')
    .leftJoin('things as thing', 'thing.id', 'fact.thing_id')
    .select(['fact.id', 'fact.customer_id', 'fact.kind', 'fact.label', 'fact.valid_until as validUntil'])
    .select(['fact.lead_days as leadDays', 'thing.name as thingName'])
    .where('fact.customer_id', '>=', from)
    .where('fact.customer_id', '<=', to)
    .where('fact.removed_at', 'is', null)
    .where('thing.removed_at', 'is', null)
    .where('thing.retired_on', 'is', null)
    .orderBy('fact.customer_id')
    .orderBy('fact.id'),
);

export interface CallRecord {
  id: CallbackId;
  customer_id: CustomerId;
  business_date: LocalDate;
  outcome: Outcome;
  next_attempt_at: Instant | null;
  note: string | null;
  reasons: string;
}

const calls = hotQuery<IdRange, CallRecord>(
  sqlite
    .selectFrom('callbacks')
    .select(['id', 'customer_id', 'business_date', 'outcome', 'next_attempt_at', 'note', 'reasons'])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('undone_at', 'is', null)
    .orderBy('customer_id')
    .orderBy('at')
    .orderBy('id'),
);

export interface BoughtRow {
  visit_id: VisitId;
  total_cents: Cents;
  name: string | null;
}

const boughtOnDay = hotQuery<{ customerId: CustomerId; on: LocalDate }, BoughtRow>(
  sqlite
    .selectFrom('visits')
    .leftJoin('visit_lines', 'visit_lines.visit_id', 'visits.id')
    .select(['visits.id as visit_id', 'visits.total_cents', 'visit_lines.name'])
    .where('visits.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('visits.business_date', '=', parameter<LocalDate>('on'))
    .where('visits.undone_at', 'is', null)
    .where('visits.is_purchase', '=', sql.lit(1))
    .orderBy('visits.id')
    .orderBy('visit_lines.position'),
);

const nextIds = hotQuery<{ after: string; limit: number }, { id: CustomerId }>(
  sqlite
    .selectFrom('customers')
    .select('id')
    .where(sql<boolean>`id > ${parameter<string>('after')}`)
    .orderBy('id')
    .limit(parameter<number>('limit')),
);

export const factsBetween = (database: StoreDatabase, range: IdRange): CustomerFactsRow[] => customers.rows(database, range);
export const datesBetween = (database: StoreDatabase, range: IdRange): YearlyDateRow[] => dates.rows(database, range);
export const unreachableBetween = (database: StoreDatabase, range: IdRange): CustomerId[] =>
  unreachable.rows(database, range).map((row) => row.customer_id);
/** Calls that were not taken back, oldest first for each customer. */
export const callsBetween = (database: StoreDatabase, range: IdRange): CallRecord[] => calls.rows(database, range);
/** What runs out of the things these customers bring, and of themselves (X21). */
export const expiringBetween = (database: StoreDatabase, range: IdRange): ExpiringRecord[] => expiring.rows(database, range);
/** What a customer bought on a day: a row a line, with the total of its visit. */
export const boughtOn = (database: StoreDatabase, customerId: CustomerId, on: LocalDate): BoughtRow[] =>
  boughtOnDay.rows(database, { customerId, on });
/** The next ids after one, in order; '' starts. Removed customers are among them: their judgements must go. */
export const idsAfter = (database: StoreDatabase, after: string, limit: number): CustomerId[] =>
  nextIds.rows(database, { after, limit }).map((row) => row.id);

const countAll = hotQuery<Record<never, never>, { count: number }>(
  sqlite.selectFrom('customers').select((customer) => customer.fn.countAll<number>().as('count')),
);
/** All that were ever known, removed ones included. */
export const countAllCustomers = (database: StoreDatabase): number => countAll.first(database, {})?.count ?? 0;

const allBuyers = hotQuery<
  Record<never, never>,
  { customer_id: CustomerId; purchase_day_count: number; last_purchase_on: LocalDate }
>(
  sqlite
    .selectFrom('customer_summaries')
    .innerJoin('customers', 'customers.id', 'customer_summaries.customer_id')
    .select(['customer_id', 'purchase_day_count'])
    .select((summary) => summary.ref('last_purchase_on').$notNull().as('last_purchase_on'))
    .where('last_purchase_on', 'is not', null)
    .where('customers.removed_at', 'is', null)
    .where('customers.is_inactive', '=', sql.lit(0))
    .orderBy('customer_id'),
);

/** Everyone present and active who ever bought, in the order of their ids. */
export const buyers = (
  database: StoreDatabase,
): { customer_id: CustomerId; purchase_day_count: number; last_purchase_on: LocalDate }[] => allBuyers.rows(database, {});

/** The SQL of the reads above, so that their plans can be asserted. */
export const engineFactQueries = {
  customers: customers.sql,
  dates: dates.sql,
  unreachable: unreachable.sql,
  expiring: expiring.sql,
  calls: calls.sql,
  boughtOnDay: boughtOnDay.sql,
  nextIds: nextIds.sql,
};
